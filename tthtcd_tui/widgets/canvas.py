"""Widget that is given lines of text with their look.

Grids are drawn so, and not composed of widgets: a screen of twenty Inputs costs four times the bytes and ten times the
time to open, and each widget has a queue of its own, so that keys lose their order. Which cells of a line changed is
for the lean renderer to find (`terminal/lean_renderer.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tthtcd_tui.terminal.immediate_redraw import ImmediateRedrawScreen

_LONGEST: Final = 10_000
"""Letters of a span that may be drawn."""
Span: TypeAlias = tuple[str, Style]
Line: TypeAlias = tuple[Span, ...]


class Canvas(Widget, inherit_css=False):
    """Draws the lines last given to `paint`. Whatever they hold, no control character goes to the terminal."""

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; background: ansi_default; color: ansi_default; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        super().__init__(id=id)
        self._given: tuple[Line, ...] = ()
        self._shown: tuple[Line, ...] = ()
        self._is_outdated = False

    def new_lines(self) -> Sequence[Line]:
        """Make the present lines: for canvases that make their own, once for all changes of a key."""
        return self._given

    def redraw(self) -> None:
        """Schedule painting of `new_lines` before the next frame, however often it is requested."""
        self._is_outdated = True
        if self.is_attached:
            screen = self.screen
            if isinstance(screen, ImmediateRedrawScreen):
                screen.before_drawing(self.repaint)
            else:
                self.repaint()

    def repaint(self) -> None:
        """Paint `new_lines` now, if something has changed."""
        if self._is_outdated:
            self._is_outdated = False
            self.paint(self.new_lines())

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        self.repaint()
        return self._shown

    def text(self) -> str:
        """The lines shown, as plain text."""
        return "\n".join("".join(text for text, _ in line) for line in self.lines)

    def paint(self, lines: Sequence[Line]) -> None:
        """Show `lines` from the top; those that are as they were are left alone."""
        before, shown = self._given, self._shown
        self._given = tuple(lines)
        kept = len(before)
        self._shown = tuple(
            [shown[y] if y < kept and line == before[y] else harmless(line) for y, line in enumerate(self._given)]
        )
        if self._shown != shown:
            self._refresh_lines(shown)

    def _refresh_lines(self, before: tuple[Line, ...]) -> None:
        after = self._shown
        for y in range(max(len(before), len(after))):
            if y >= len(before) or y >= len(after) or before[y] != after[y]:
                self.refresh(Region(0, y, self.size.width, 1))

    def show_caret(self, x: int, y: int) -> None:
        """Put the terminal's cursor at this cell, for input methods, braille displays and magnifiers.

        There is only one: a late draw of a screen beneath another one leaves it alone.
        """
        if self.is_attached and self.app.screen is self.screen:
            self.app.cursor_position = self.region.offset + Offset(x, y)

    def render_line(self, y: int) -> Strip:
        line = self._shown[y] if y < len(self._shown) else ()
        strip = Strip([Segment(text, style) for text, style in line if text])
        return strip.adjust_cell_length(self.size.width)


def harmless(line: Line) -> Line:
    """`line` with a space for whatever does not print, and no longer than any screen.

    Texts are cleaned where they come in, and cut where they are drawn; this is the last door.
    """
    for text, _ in line:
        if len(text) > _LONGEST or not text.isprintable():
            return tuple((_printable(text[:_LONGEST]), style) for text, style in line)
    return line


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
