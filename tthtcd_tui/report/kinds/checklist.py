"""Checklists: a row an item, the form's and then the centre's own; what prints of each is its statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import NOT_APPLICABLE
from tthtcd_tui.forms.kinds.checklist import STATUS_NOT_APPLICABLE, Checklist, Item
from tthtcd_tui.forms.model import Field, Form, Section, SectionPart
from tthtcd_tui.report.facts import Facts, OwnItem
from tthtcd_tui.report.kinds.kind import ContentKind, unanswered
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import RecordKind, ReportRow, cells_of

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block, Runs
    from tthtcd_tui.report.writer import Writer

_OWN = "Nội dung tự đánh giá thêm"
_WORDS = frozenset({"statement", "label", "section", "order"})
"""The cells carried over to a new year; status and evidence are not."""


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    part = section.part(Checklist)
    for item in part.items if part else ():
        yield _item(form, item)


def _item(form: Form, item: Item) -> ReportRow:
    place = Place.of(PlaceKind.CHECKLIST, item.key)
    fields = form.records["checklist"]
    cells = cells_of(place, item.label, fields, _WORDS, {"statement": item.hint})
    return ReportRow(place, item.section, item.label, cells, item.required, _stated(place, fields))


def _added(form: Form, facts: Facts, section: str) -> Iterator[ReportRow]:
    for own in facts.own_items:
        if own.section == section or (not section and own.section not in form.section_by_key):
            yield _own(form, own, section)


def _own(form: Form, own: OwnItem, section: str) -> ReportRow:
    place = Place.of(PlaceKind.OWN, own.uid)
    fields = form.records["own"]
    cells = cells_of(place, _OWN, fields, _WORDS)
    named = (Place.of(place, "label"),) if section else (Place.of(place, "section"), Place.of(place, "label"))
    needs = (*named, *_stated(place, fields))
    return ReportRow(place, section, own.label or _OWN, cells, True, needs, is_named_by_centre=True)


def _stated(place: Place, fields: Mapping[str, Field]) -> tuple[Place, ...]:
    """The places of an item that must be answered."""
    return tuple(Place.of(place, name) for name in ("status", "statement") if fields[name].required)


def _missing(facts: Facts, row: ReportRow) -> tuple[Place, ...]:
    """The missing places: the status, and the statement unless the item does not apply."""
    missing = unanswered(facts, row)
    status = Place.of(row.place, "status")
    if missing and status in row.needs and not _applies(facts, row.place):
        return tuple(place for place in missing if not place.endswith("/statement"))
    return missing


def _applies(facts: Facts, row: Place) -> bool:
    return facts.at(row, "status") not in (STATUS_NOT_APPLICABLE, NOT_APPLICABLE)


def _is_printed(form: Form, facts: Facts, place: Place) -> bool:
    """Whether a cell is printed: only the statement is, unless the item does not apply."""
    return place.endswith("/statement") and _applies(facts, place.parent)


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Iterator[Block]:
    return writer.paragraphs(section.marker, (_statement(writer, row) for row in rows))


def _statement(writer: Writer, row: ReportRow) -> list[Runs]:
    """The paragraphs of one item; none where it does not apply; a gap with its name where they are missing."""
    place = Place.of(row.place, "statement")
    if not _applies(writer.facts, row.place):
        return []
    if row.is_required and writer.awaited(place):
        called = writer.facts.text_at(row.place, "label") if row.is_named_by_centre else row.label
        return [(writer.gap(place, called),)]
    return [writer.fill(line, place) for line in writer.facts.lines_at(place)]


CHECKLIST = ContentKind(
    SectionPart.CHECKLIST,
    (PlaceKind.CHECKLIST, PlaceKind.OWN),
    _rows,
    _added,
    records={PlaceKind.OWN: RecordKind(_OWN, carried=_WORDS)},
    missing=_missing,
    is_printed=_is_printed,
    blocks=_blocks,
    counted="nội dung tự đánh giá",
)
