"""An Outline taken apart, so that a test can say what the report reads like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from tthtcd_tui.report.outline import Block, Heading, Outline, Run, lines_of, plain

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
