"""The order of findings: as one reads the report, its own details first, errors before warnings at one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tthtcd_tui.forms.model import Content, Form, Section
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place

_Rank: TypeAlias = tuple[int, int, Place, int]


def report_order(form: Form, facts: Facts) -> Callable[[Finding], _Rank]:
    """A key to sort findings by: row by row as the form has them, in a row cell by cell."""
    rows = {place: rank for rank, place in enumerate(_rows(form, facts))}
    cells = {record: {key: rank for rank, key in enumerate(fields, 1)} for record, fields in form.records.items()}

    def rank(finding: Finding) -> _Rank:
        place = finding.place
        if place in rows:
            return rows[place], -1, place, finding.severity
        # An indicator's value is no field of every form: 0, before its source and its text.
        cell = cells.get(place.kind, {}).get(place.parts[-1], 0)
        return rows.get(place.parent, len(rows)), cell, place, finding.severity

    return rank


def _rows(form: Form, facts: Facts) -> Iterator[Place]:
    for key in form.records["report"]:
        yield Place.of("report", key)
    for section in form.sections:
        yield from _rows_of(facts, section)
    # Items without a section of this form.
    for own in facts.own_items:
        if own.section not in form.section_by_key:
            yield Place.of("own", own.uid)


def _rows_of(facts: Facts, section: Section) -> Iterator[Place]:
    """As `completeness.requirements` has them."""
    yield from (Place.of("figure", figure.key) for figure in section.figures)
    yield Place.of("narrative", section.key)
    if Content.BOARD in section.prints:
        yield Place("board")
        yield from (Place.of("board", member.uid) for member in facts.board)
    yield from (Place.of("checklist", item.key) for item in section.items)
    yield from (Place.of("own", own.uid) for own in facts.own_items if own.section == section.key)
    if Content.RESULTS in section.prints:
        yield Place("results")
        yield from (Place.of("results", row.key) for row in section.rows)
    yield from (Place.of("rating", group.key) for group in section.groups)
    yield from (Place.of("indicator", indicator.key) for indicator in section.indicators)
