"""Lines of a given width: wrapping, hanging indents, cells side by side.

Everything here measures in terminal cells and breaks where it must, so that at any width nothing is cut off. Text of
the form or the centre enters through `words` alone: as rich Text, never as markup, and with nothing in it that a
terminal would obey.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from tthtcd_tui.errors import UnusableCharacter
from tthtcd_tui.text.clean import clean

LEAST: Final = 2
"""No column is narrower: the widest character takes two cells."""
_VALUE_LEAST: Final = 20
"""A value stands beside its label where it has this much room."""


def shown(text: str) -> str:
    """`text` on one line; a control character, which `clean` keeps out of every report, is shown as «?»."""
    return text if text.isprintable() else "".join(map(_harmless, text))


def _harmless(character: str) -> str:
    if character.isprintable():
        return character
    try:
        kept = clean(character)
    except UnusableCharacter:
        return character
    return " " if kept in ("\n", "\t") else kept or "?"


def words(text: str, style: str = "") -> Text:
    """`text` as a rich Text, with control characters replaced."""
    return Text(end="").append(shown(text), style)


def joined(*pieces: str | Text) -> Text:
    """The pieces as one; a plain string is the program's own words, without a style."""
    line = Text(end="")
    for piece in pieces:
        line.append(piece)
    return line


def cells(text: str | Text) -> int:
    """How many terminal cells `text` takes."""
    return cell_len(text if isinstance(text, str) else text.plain)


def wrap(text: Text, width: int) -> list[Text]:
    """`text` in lines of at most `width` cells: broken at spaces, a longer word wherever it must; one line at least."""
    # Divided all at once: each slice of a rich Text looks through the whole of it.
    ends = [end for span in _spans(text.plain, max(width, LEAST)) for end in span]
    return list(text.divide(ends))[1::2] or [joined()]


def _spans(plain: str, width: int) -> Iterator[tuple[int, int]]:
    start = end = used = 0
    for word in re.finditer(r"\S+", plain):
        gap, size = cell_len(plain[end : word.start()]), cell_len(word[0])
        if end > start and used + gap + size <= width:
            end, used = word.end(), used + gap + size
            continue
        if end > start:
            yield start, end
        start, end, used = word.start(), word.end(), size
        if size > width:
            used = 0
            for at, size_ in _units(word[0]):
                if used + size_ > width:
                    yield start, word.start() + at
                    start, used = word.start() + at, 0
                used += size_
    if end > start:
        yield start, end


def _units(word: str) -> Iterator[tuple[int, int]]:
    """The offset and width of each character with its combining marks, which must not be separated from it."""
    first = 0
    for at in range(1, len(word) + 1):
        if at == len(word) or (cell_len(word[at]) and word[at] != "\ufe0f"):
            yield first, cell_len(word[first:at])
            first = at


def hang(first: str | Text, text: Text, width: int) -> list[Text]:
    """`text` wrapped beside `first`, which stands on its first line; the others are indented as far."""
    indent = cells(first)
    lines = wrap(text, width - indent)
    return [joined(" " * indent if number else first, line) for number, line in enumerate(lines)]


def flow(pieces: Sequence[Text], width: int, indent: int = 0, gap: int = 3) -> list[Text]:
    """The pieces in a row, wrapped between them; one is broken only if it is longer than a line."""
    lines: list[Text] = []
    for piece in pieces:
        if lines and cells(lines[-1]) + gap + cells(piece) <= width:
            lines[-1] = joined(lines[-1], " " * gap, piece)
        else:
            lines += hang(" " * indent, piece, width)
    return lines


@dataclass(frozen=True, slots=True)
class Column:
    width: int
    right: bool = False
    """Whether its cells stand against the right side."""
    before: int = 2
    """The empty cells before it."""


def beside(row: Sequence[Text], columns: Sequence[Column], bottom: bool = False) -> list[Text]:
    """One row of a table: each cell wrapped in its column. `bottom`: they end on the same line, else begin on it."""
    wrapped = [wrap(cell, column.width) for cell, column in zip(row, columns, strict=True)]
    height = max(map(len, wrapped))
    lines: list[Text] = []
    for number in range(height):
        line = joined()
        for column, cell in zip(columns, wrapped, strict=True):
            at = number - (height - len(cell) if bottom else 0)
            piece = cell[at] if 0 <= at < len(cell) else joined()
            space = " " * (column.width - cells(piece))
            line = joined(line, " " * column.before, *((space, piece) if column.right else (piece, space)))
        lines.append(line)
    return lines


def listed(pairs: Sequence[tuple[Text, Text]], width: int, indent: int = 2) -> list[Text]:
    """Labels with their values in a column beside them or, where that is too narrow, each after its label."""
    widest = max((cells(label) for label, _ in pairs), default=0)
    label_width = min(widest, (width - indent) * 11 // 20)
    value_width = width - indent - label_width - 2
    lines: list[Text] = []
    for label, value in pairs:
        if value_width >= _VALUE_LEAST:
            lines += beside((label, value), (Column(label_width, before=indent), Column(value_width)))
        else:
            lines += hang(" " * indent, joined(label, ": ", value), width)
    return lines
