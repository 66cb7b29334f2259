"""The sections of the report, I to V or whatever the form has: each kind of content prints its own rows."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.forms.model import Section
from tthtcd_tui.report.kinds.registry import KINDS
from tthtcd_tui.report.numbering import Numbered, is_in_capitals
from tthtcd_tui.report.outline import Block, Heading
from tthtcd_tui.report.rows import Group, ReportRows
from tthtcd_tui.report.writer import Writer, in_capitals


def printed_section(writer: Writer, number: Numbered, rows: ReportRows) -> Iterator[Block]:
    """A section with its heading. One that has nothing to print keeps its heading: the form asked for it."""
    yield _heading(writer, number)
    for kind, found in _printed(number.section, rows):
        yield from kind.blocks(writer, number.section, found)


def _heading(writer: Writer, number: Numbered) -> Heading:
    section, numbering, label = number
    runs = writer.fill(section.title)
    if is_in_capitals(writer.form, section):
        runs = in_capitals(runs)
    return Heading(section.level, numbering, label, runs, section.key)


def _printed(section: Section, rows: ReportRows) -> Iterator[Group]:
    """What the form says it prints, in that order; then what people added of another kind."""
    for name in section.prints:
        yield KINDS[name], rows.of(section.key, name)
    for kind, found in rows.section(section.key):
        if found and kind.name not in section.prints:
            yield kind, found
