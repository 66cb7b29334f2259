"""An Outline taken apart, so that a test can say what the report reads like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, assert_never

from tthtcd_tui.report.outline import (
    Addressees,
    Block,
    BulletList,
    Heading,
    KeyValues,
    LegalBasis,
    Letterhead,
    Outline,
    Paragraph,
    Run,
    Runs,
    SignOff,
    Table,
    Title,
    plain,
)

AnyBlock = TypeVar("AnyBlock", bound=Block)


def only(outline: Outline, kind: type[AnyBlock]) -> AnyBlock:
    [found] = all_of(outline, kind)
    return found


def all_of(outline: Outline, kind: type[AnyBlock]) -> list[AnyBlock]:
    return [block for block in outline.blocks if isinstance(block, kind)]


def section(outline: Outline, key: str) -> list[Block]:
    """The blocks between the heading of a section and the next heading or the closing words."""
    found: list[Block] = []
    inside = False
    for block in outline.blocks:
        if isinstance(block, Heading):
            inside = block.section == key
        elif any(run.place and run.place.kind == "report" for runs in lines_of(block) for run in runs):
            inside = False
        elif inside:
            found.append(block)
    return found


def read_aloud(blocks: list[Block] | tuple[Block, ...]) -> list[str]:
    """The blocks as lines of text."""
    return [plain(runs) for block in blocks for runs in lines_of(block)]


def runs_of(outline: Outline) -> Iterator[Run]:
    for block in outline.blocks:
        for runs in lines_of(block):
            yield from runs


def lines_of(block: Block) -> list[Runs]:
    """Each line of a block, a table's rows cell by cell."""
    match block:
        case Letterhead():
            return [block.superior, block.issuer, block.number, block.place_and_date]
        case Title():
            return [block.kind, block.abstract]
        case Addressees():
            return list(block.bodies)
        case LegalBasis():
            return list(block.lines)
        case Heading():
            return [block.text]
        case Paragraph():
            return [block.runs]
        case KeyValues():
            return [(*item.label, *item.value) for item in block.items]
        case BulletList():
            return list(block.items)
        case Table():
            return [column.title for column in block.columns] + [cell for row in block.rows for cell in row.cells]
        case SignOff():
            return [*block.recipients, *block.capacity, block.signer]
        case _:
            assert_never(block)
