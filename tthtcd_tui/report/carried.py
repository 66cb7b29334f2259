"""The data that a document carries beside its pages, as one JSON text.

It holds each line of the pages with the Places it came from, so that what is edited in Word can be imported.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import (
    Addressees,
    AppendixHead,
    Block,
    Heading,
    Letterhead,
    Outline,
    Run,
    RunKind,
    Runs,
    SignOff,
    lines_of,
    plain,
)
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.signing import signing_rows

NAMESPACE: Final = "urn:tthtcd:carried:1"
"""The namespace of the custom XML part that holds it in a DOCX."""
_BLANK: Final = Run(" ")
_KINDS: Final = {kind.name[0].lower(): kind for kind in RunKind}


class Carry(StrEnum):
    """How much of the report goes along in a document."""

    ALL = "all"
    """The whole year with its log: importing it restores it."""
    PRINTED = "printed"
    """What is printed on the pages, and the targets of links in it; nothing else."""
    NOTHING = "plain"


class Carrying(NamedTuple):
    """How much goes along, and the uid of the year it is of, where that is known."""

    carry: Carry
    uid: str = ""


class Carried(NamedTuple):
    """What a document carried, as it was read. `report` is untrusted, not yet decoded."""

    carry: Carry
    uid: str
    """The uid of the year it was made of; empty where that is not known."""
    report: dict[str, Any]
    lines: tuple[Runs, ...]
    """Each line of the pages as it was when they were made."""
    end: tuple[str, ...]
    """The first lines of the appendices, by which the end of the report itself is found."""

    @property
    def places(self) -> frozenset[Place]:
        """The Places printed on the pages, and the targets of links there."""
        return places_on(self.lines)


def carried_text(report: ReportData, outline: Outline, carry: Carry, uid: str = "") -> str:
    """The text that the document of `outline`, composed from `report`, is to carry; empty for Carry.NOTHING."""
    if carry is Carry.NOTHING:
        return ""
    lines = list(printed_lines(outline.blocks))
    if carry is Carry.PRINTED:
        report = reduced(report, places_on(lines))
    head = json.dumps({"carry": carry, "year": report.base.year if report.base else uid})
    told = json.dumps([[_written(run) for run in line] for line in lines], ensure_ascii=False, separators=(",", ":"))
    end = json.dumps(_end(outline.blocks), ensure_ascii=False)
    return f'{head[:-1]}, "report": {encode(report).decode().rstrip()}, "end": {end}, "lines": {told}}}'


def _end(blocks: Sequence[Block]) -> list[str]:
    """The first two lines after the report itself, of its first appendix."""
    head = next((block for block in blocks if isinstance(block, AppendixHead)), None)
    return [plain(head.label), plain(head.title)] if head else []


def places_on(lines: Sequence[Runs]) -> frozenset[Place]:
    """The Places that `lines` came from."""
    return frozenset(run.place for line in lines for run in line if run.place is not None)


def reduced(report: ReportData, places: AbstractSet[Place]) -> ReportData:
    """The answers at `places` and nothing else: no log, no base."""
    facts = report.facts.stored()
    kept = {place: answer for place, answer in facts.answers.items() if place in places}
    return ReportData(replace(facts, answers=kept, log={}), ActivityLog())


def _written(run: Run) -> list[str]:
    return [run.text, run.place or "", run.kind.name[0].lower()]


def read_carried(text: str) -> Carried:
    """The inverse of `carried_text`. Raises CodecProblem for anything that did not come from it."""
    from tthtcd_tui.report.json_size import refuse_many_values  # who only writes does not read

    try:
        refuse_many_values(text.encode())
        tree = json.loads(text)
        lines = tuple(tuple(_run(run) for run in line) for line in tree["lines"])
        report, end = tree["report"], tuple(map(str, tree["end"]))
        if not isinstance(report, dict) or not isinstance(tree["year"], str):
            raise TypeError
        return Carried(Carry(tree["carry"]), tree["year"], report, lines, end)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise CodecProblem(["Phần dữ liệu kèm trong tệp Word bị hỏng."]) from None


def _run(tree: Any) -> Run:
    text, place, kind = tree
    if not isinstance(text, str) or not isinstance(place, str):
        raise TypeError
    return Run(text, Place.parse(place) if place else None, _KINDS[kind])


def printed_lines(blocks: Sequence[Block]) -> Iterator[Runs]:
    """Each line or cell of the report itself, in the order of its pages, without the appendices."""
    for block in blocks:
        if isinstance(block, AppendixHead):
            return
        yield from (line for line in _lines(block) if any(run.text.strip() for run in line))


def _lines(block: Block) -> Iterator[Runs]:
    """As `lines_of`, with the words of the form, and what stands in one cell as one line."""
    match block:
        case Letterhead():
            yield _joined(block.superior, block.issuer)
            yield _joined((Run(block.nation),), (Run(block.motto),))
            yield from (block.number, block.place_and_date)
        case Addressees():
            label, *bodies = (Run(block.label),), *block.bodies
            yield from [_joined(label, *bodies)] if len(bodies) == 1 else [label, *bodies]
        case Heading(numbering=Numbering.PART | Numbering.POINT):
            yield (Run(f"{block.label} "), *block.text)
        case SignOff() if block.beside:
            yield from (_joined(*each.lines) for row in signing_rows(block) for each in row)
            yield _joined((Run(block.label),), *block.recipients)
        case SignOff():
            yield _joined((Run(block.label),), *block.recipients)
            yield _joined(*block.capacity, block.signer)
        case _:
            yield from lines_of(block)


def _joined(*lines: Runs) -> Runs:
    """Lines that stand in one cell, a blank between them."""
    found: list[Run] = []
    for line in filter(None, lines):
        found += [_BLANK, *line] if found else line
    return tuple(found)
