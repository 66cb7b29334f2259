"""Ratings: a row a group; printed as «- Tham gia của các doanh nghiệp: Thực hiện tốt;»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.kinds.ratings import Group, Ratings
from tthtcd_tui.forms.model import Form, Section, SectionPart
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.kind import ContentKind
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportRow, cells_of

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block, Runs
    from tthtcd_tui.report.writer import Writer


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    part = section.part(Ratings)
    for group in part.groups if part else ():
        yield _group(form, group)


def _group(form: Form, group: Group) -> ReportRow:
    place = Place.of(PlaceKind.RATING, group.key)
    cells = cells_of(place, group.label, form.records["rating"])
    needs = (Place.of(place, "level"),)
    return ReportRow(place, group.section, group.label, cells, group.required, needs, printed_label=group.printed_label)


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Sequence[Block]:
    labels: list[Runs] = []
    values: list[Runs] = []
    for row in rows:
        place = Place.of(row.place, "level")
        answered = writer.facts.at(place) is not UNANSWERED
        if answered and not writer.value(place):
            continue  # what does not apply, where the form has no words for it
        if answered or row.is_required:
            labels.append((writer.words("- "), writer.words(f"{row.in_print}: ", place)))
            level = writer.form.records["rating"]["level"]
            values.append(
                (*writer.value(place), *_given(writer, row)) if answered else (writer.gap(place, level.label),)
            )
    return [writer.key_values(labels, values)] if labels else []


def _given(writer: Writer, row: ReportRow) -> Runs:
    """«, đóng góp 25.000.000 đồng (xây nhà văn hóa)», where the form prints them and they are answered with a value."""
    fields, told = writer.form.records["rating"], []
    contribution, note = Place.of(row.place, "contribution"), Place.of(row.place, "note")
    given = writer.facts.at(contribution)
    if fields["contribution"].is_printed and isinstance(given, Quantity) and given.number:
        told += [writer.words(", đóng góp "), *writer.value(contribution, unit=True)]
    if fields["note"].is_printed and (text := writer.facts.text_at(note)):
        told += writer.bracketed("", text, note)
    return tuple(told)


def _is_printed(form: Form, facts: Facts, place: Place) -> bool:
    key = place.rpartition("/")[2]
    return key == "level" or form.records["rating"][key].is_printed


RATINGS = ContentKind(
    SectionPart.RATINGS, (PlaceKind.RATING,), _rows, is_printed=_is_printed, blocks=_blocks, counted="mức tham gia"
)
