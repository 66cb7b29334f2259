"""An Outline as Markdown (CommonMark, tables as GitHub writes them): for a wiki, a note, whatever reads text.

Every character of the report that could be read as markup is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, assert_never

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
    Runs,
    SignOff,
    Table,
    Title,
    lines_of,
    plain,
)
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.report.signing import signing_rows

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|~$&^]|://|(?<=www)\.|@")
"""Markup anywhere in a line, including addresses that renderers turn into links."""
_AT_START: Final = re.compile(r"(?:[#+=-]|[0-9]{1,9}[.)])")
"""Markup at the beginning of a line."""
_DASH: Final = re.compile(r"[-–—]\s+")
_RULES: Final = {Align.LEFT: ":--", Align.CENTRE: ":-:", Align.RIGHT: "--:"}

_BAR: Final = 30
"""Cells of the longest bar of a chart."""


def markdown(outline: Outline) -> str:
    """The whole report; blocks are apart by an empty line."""
    blocks = ["**DỰ THẢO**"] if outline.draft else []
    blocks += ["\n".join(_lines(block)) for block in outline.blocks]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from _broken([_said(block.superior), _strong(block.issuer), _said(block.number)])
            yield ""
            dated = _said(block.place_and_date)
            yield from _broken([f"**{escaped(block.nation)}**", f"**{escaped(block.motto)}**", dated])
        case Title():
            yield f"# {_inner(block.kind)}"
            yield ""
            yield _strong(block.abstract)
        case Addressees():
            yield from _addressees(block)
        case LegalBasis():
            yield from _broken(map(_said, block.lines))
        case Heading():
            yield f"{'#' * (block.level + 1)} {escaped_inside(f'{block.label} {plain(block.text)}')}"
        case Paragraph():
            yield _said(block.runs)
        case KeyValues() | BulletList():
            yield from (_item(plain(line)) for line in lines_of(block))
        case Table():
            yield from _table(block)
        case Chart():
            yield from _broken([_strong(block.text), *map(escaped, bars(block, _BAR))])
        case SignOff():
            yield from _sign_off(block)
        case AppendixHead():
            yield "---"
            yield ""
            yield f"## {_inner(block.label)}"
            yield ""
            yield from _broken([_strong(block.title), _said(block.reference)])
        case _:
            assert_never(block)


def _sign_off(block: SignOff) -> Iterator[str]:
    for each in chain.from_iterable(signing_rows(block)):
        if each.lines:
            yield from (*_broken([_strong(line) for line in each.lines]), "")
    yield f"**{escaped(block.label)}**"
    yield ""
    yield from (_item(plain(recipient)) for recipient in block.recipients)


def _addressees(block: Addressees) -> Iterator[str]:
    if len(block.bodies) == 1:
        yield f"{escaped(block.label)} {_inner(block.bodies[0])}"
    else:
        yield escaped(block.label)
        yield ""
        yield from (_item(plain(body)) for body in block.bodies)


def _table(block: Table) -> Iterator[str]:
    yield _cells(_inner(column.title) for column in block.columns)
    yield _cells(_RULES[column.align] for column in block.columns)
    yield from (_cells(_row(row)) for row in block.rows)


def _row(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield _inner(cell) if row.role in (RowRole.BODY, RowRole.SUB) else _strong(cell)


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _broken(lines: Iterable[str]) -> Iterator[str]:
    """Lines of one paragraph, each on its own."""
    said = [line for line in lines if line]
    yield from (f"{line}\\" for line in said[:-1])
    yield from said[-1:]


def _item(text: str) -> str:
    """A line of a list, which has its dash already."""
    return f"- {escaped(_DASH.sub('', _one_line(text), count=1))}"


def _said(runs: Runs) -> str:
    return escaped(plain(runs))


def _inner(runs: Runs) -> str:
    return escaped_inside(plain(runs))


def _strong(runs: Runs) -> str:
    said = _inner(runs)
    return f"**{said}**" if said else ""


def escaped(text: str) -> str:
    """`text` escaped as a whole line."""
    line = escaped_inside(text)
    if found := _AT_START.match(line):
        return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}"
    return line


def escaped_inside(text: str) -> str:
    """`text` escaped for the middle of a line."""
    return _MARKUP.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())
