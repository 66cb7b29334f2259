"""An Outline as plain text: to read in a terminal, to compare two drafts, to send in a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Final, assert_never
from unicodedata import category, east_asian_width

from tthtcd_tui.report.chart_bars import bars
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    AppendixHead,
    Block,
    BulletList,
    Chart,
    Heading,
    KeyValues,
    LegalBasis,
    Letterhead,
    Outline,
    Paragraph,
    Row,
    SignOff,
    Table,
    Title,
    lines_of,
    plain,
)
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.report.signing import signing_rows

_BETWEEN: Final = "  "
_WIDEST: Final = 60
"""Cells; a longer text takes several lines of its column."""
_BAR: Final = 40
"""Cells of the longest bar of a chart."""
_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf", "Cc"})


def text(outline: Outline) -> str:
    """The whole report; a paragraph is a line, blocks are apart by an empty one, the results stand in columns."""
    blocks = ["DỰ THẢO"] if outline.draft else []
    blocks += ["\n".join(map(_line, _lines(block))) for block in outline.blocks]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _line(line: str) -> str:
    """Without the blanks at its end; a line break or tab within it, which no run should have, becomes a blank."""
    return " ".join(line.replace("\t", " ").splitlines()).rstrip()


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from filter(None, (plain(block.superior), plain(block.issuer), plain(block.number)))
            yield from (block.nation, block.motto, plain(block.place_and_date))
        case Addressees():
            yield from _addressees(block)
        case Title() | LegalBasis() | Paragraph() | KeyValues() | BulletList() | AppendixHead():
            yield from map(plain, lines_of(block))
        case Heading():
            yield f"{block.label} {plain(block.text)}"
        case Table():
            yield from _table(block)
        case Chart():
            yield plain(block.text)
            yield from bars(block, _BAR)
        case SignOff():
            for each in chain.from_iterable(signing_rows(block)):
                if signing := list(filter(None, (plain(line).strip() for line in each.lines))):
                    yield from (*signing, "")
            yield block.label
            yield from map(plain, block.recipients)
        case _:
            assert_never(block)


def _addressees(block: Addressees) -> Iterator[str]:
    if len(block.bodies) == 1:
        yield f"{block.label} {plain(block.bodies[0])}"
    else:
        yield block.label
        yield from map(plain, block.bodies)


def _table(block: Table) -> Iterator[str]:
    titles = [_wrapped(plain(column.title)) for column in block.columns]
    rows = [titles, *([_wrapped(cell) for cell in _cells(row)] for row in block.rows)]
    widths = [max(_width(line) for cell in column for line in cell) for column in zip(*rows, strict=True)]
    sides = [column.align for column in block.columns]
    for number, row in enumerate(rows):
        for line in zip_longest(*row, fillvalue=""):
            yield _BETWEEN.join(map(_padded, line, widths, sides))
        if number == 0:
            yield _BETWEEN.join("-" * width for width in widths)


def _cells(row: Row) -> list[str]:
    """The rows of a group stand in from its heading."""
    cells = [plain(cell) for cell in row.cells]
    if row.role is RowRole.SUB:
        cells[1:2] = [f"{_BETWEEN}{cell}" for cell in cells[1:2]]
    return cells


def _wrapped(cell: str) -> Sequence[str]:
    """A cell's lines, at least one; each stands in as the first does."""
    cell = _line(cell)
    if _width(cell) <= _WIDEST:
        return [cell]
    indent = _BETWEEN if cell.startswith(_BETWEEN) else ""
    lines: list[str] = []
    room = 0
    for word in cell.split():
        blank = " "
        for piece in _cut(word):
            if lines and _width(blank + piece) <= room:
                lines[-1] += blank + piece
            else:
                lines.append(indent + piece)
            room = _WIDEST - _width(lines[-1])
            blank = ""
    return lines


def _cut(word: str) -> Iterator[str]:
    """A word in pieces that have room on a line, indented or not; a letter takes two cells at most."""
    piece = len(word) if _width(word) <= _WIDEST // 2 else _WIDEST // 4
    for start in range(0, len(word), piece):
        yield word[start : start + piece]


def _padded(cell: str, width: int, side: Align) -> str:
    room = " " * (width - _width(cell))
    match side:
        case Align.LEFT:
            return cell + room
        case Align.RIGHT:
            return room + cell
        case Align.CENTRE:
            half = len(room) // 2
            return room[:half] + cell + room[half:]


def _width(cell: str) -> int:
    """The cells a terminal takes for it."""
    if cell.isascii():
        return len(cell)
    return sum(0 if category(letter) in _NO_WIDTH else 2 if east_asian_width(letter) in "WF" else 1 for letter in cell)
