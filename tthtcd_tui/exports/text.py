"""An Outline as plain text: to read in a terminal, to compare two drafts, to send in a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never
from unicodedata import combining, east_asian_width

from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    Block,
    BulletList,
    Heading,
    KeyValues,
    LegalBasis,
    Letterhead,
    Outline,
    Paragraph,
    Row,
    RowRole,
    SignOff,
    Table,
    Title,
    plain,
)

_BETWEEN = "  "


def text(outline: Outline) -> str:
    """The whole report; a paragraph is a line, blocks are apart by an empty one, the results stand in columns."""
    blocks = ["DỰ THẢO"] if outline.draft else []
    blocks += ["\n".join(_lines(block)) for block in outline.blocks]
    return "\n\n".join(blocks) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from filter(None, (plain(block.superior), plain(block.issuer), plain(block.number)))
            yield from (block.nation, block.motto, plain(block.place_and_date))
        case Title():
            yield plain(block.kind)
            yield plain(block.abstract)
        case Addressees():
            yield from _addressees(block)
        case LegalBasis():
            yield from map(plain, block.lines)
        case Heading():
            yield f"{block.label} {plain(block.text)}"
        case Paragraph():
            yield plain(block.runs)
        case KeyValues():
            yield from (plain(item.label) + plain(item.value) for item in block.items)
        case BulletList():
            yield from map(plain, block.items)
        case Table():
            yield from _table(block)
        case SignOff():
            yield from filter(None, (*map(plain, block.capacity), plain(block.signer).strip()))
            yield ""
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
    rows = [[plain(column.title) for column in block.columns], *map(_cells, block.rows)]
    widths = [max(_width(row[number]) for row in rows) for number in range(len(block.columns))]
    sides = [column.align for column in block.columns]
    for number, row in enumerate(rows):
        yield _BETWEEN.join(map(_padded, row, widths, sides)).rstrip()
        if number == 0:
            yield _BETWEEN.join("-" * width for width in widths)


def _cells(row: Row) -> list[str]:
    """A sub-row's words stand in from its group's."""
    cells = [plain(cell) for cell in row.cells]
    if row.role is RowRole.SUB:
        cells[1] = f"  {cells[1]}"
    return cells


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
    """The columns a terminal takes for it."""
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in cell)
