"""A widget that is given lines and sends to the terminal only the cells that are not as they were.

Over a slow line bytes are what is felt: a key in a grid costs a hundred of them here, and thousands where every cell
is a widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_LONGEST: Final = 10_000
"""Letters of a span that may be drawn."""
Span: TypeAlias = tuple[str, Style]
Line: TypeAlias = tuple[Span, ...]


class Canvas(Widget):
    """Draws the lines last given to `paint`. Whatever they hold, no control character goes to the terminal."""

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; background: ansi_default; color: ansi_default; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it shows."""
        return self._lines

    def text(self) -> str:
        """What it shows, as plain text."""
        return "\n".join("".join(text for text, _ in line) for line in self._lines)

    def paint(self, lines: Sequence[Line]) -> None:
        """Shows `lines` from the top; only what changed is drawn anew."""
        before, self._lines = self._lines, tuple(map(harmless, lines))
        for y in range(max(len(before), len(self._lines))):
            old = before[y] if y < len(before) else ()
            new = self._lines[y] if y < len(self._lines) else ()
            if old != new:
                first, last = changed_cells(old, new)
                self.refresh(Region(first, y, last - first, 1))

    def render_line(self, y: int) -> Strip:
        line = self._lines[y] if y < len(self._lines) else ()
        strip = Strip([Segment(text, style) for text, style in line if text])
        return strip.adjust_cell_length(self.size.width)


def harmless(line: Line) -> Line:
    """`line` with a space for whatever does not print, and no longer than any screen.

    Texts are cleaned where they come in, and cut where they are drawn; this is the last door.
    """
    if all(len(text) <= _LONGEST and text.isprintable() for text, _ in line):
        return line
    return tuple(
        ("".join(letter if letter.isprintable() else " " for letter in text[:_LONGEST]), style) for text, style in line
    )


def changed_cells(old: Line, new: Line) -> tuple[int, int]:
    """The cells, from the first to after the last, in which two lines differ."""
    before, after = _cells(old), _cells(new)
    length = max(len(before), len(after))
    blank = (" ", Style.null())
    before += [blank] * (length - len(before))
    after += [blank] * (length - len(after))
    differing = [x for x in range(length) if before[x] != after[x]]
    if not differing:
        return 0, length or 1
    return differing[0], differing[-1] + 1


def _cells(line: Line) -> list[tuple[str, Style]]:
    """One entry a cell of the terminal; the second half of a wide letter is an empty one."""
    cells: list[tuple[str, Style]] = []
    for text, style in line:
        for letter in text:
            width = cell_len(letter)
            if width == 0 and cells:
                cells[-1] = (cells[-1][0] + letter, cells[-1][1])
            else:
                cells.append((letter, style))
                cells += [("", style)] * (width - 1)
    return cells
