"""Effectiveness indicators: label, value with its source and comparison, then the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.kinds.indicators import Indicator, Indicators
from tthtcd_tui.forms.model import Form, Section, SectionPart
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.kind import ContentKind, linked_at, unanswered
from tthtcd_tui.report.kinds.results import WHOLE, total_column, total_text
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import Linked, ReportRow, cells_of

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block, Runs
    from tthtcd_tui.report.writer import Writer

_CARRIED = frozenset({"text"})


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    part = section.part(Indicators)
    for indicator in part.indicators if part else ():
        yield _indicator(form, indicator)


def _indicator(form: Form, indicator: Indicator) -> ReportRow:
    place = Place.of(PlaceKind.INDICATOR, indicator.key)
    fields = dict(form.records["indicator"])
    if indicator.value:
        fields = {"value": indicator.value, **fields}
    # What an indicator's hint says is said where its value and its paragraphs are filled in.
    hints = {key: indicator.hint or field.hint for key, field in fields.items() if key in ("value", "text")}
    cells = cells_of(place, indicator.label, fields, _CARRIED, hints)
    if indicator.paragraphs:
        cells = tuple(cell._replace(begins=indicator.paragraphs) if cell.key == "text" else cell for cell in cells)
    needs = [Place.of(place, "value")] if indicator.value else []
    needs += [Place.of(place, "text")] if indicator.narrative_required else []
    needs += [WHOLE] if indicator.computed else []
    return ReportRow(
        place,
        indicator.section,
        indicator.label,
        cells,
        indicator.required,
        tuple(needs),
        unit=indicator.unit,
        computed=indicator.computed,
        links=(indicator.key,) if indicator.value or indicator.computed else (),
        printed_label=indicator.printed_label,
        advice="chưa tính được, bảng kết quả còn trống. Nhập số lớp và số lượt người tham gia.",
    )


def _missing(facts: Facts, row: ReportRow) -> tuple[Place, ...]:
    """The missing places; a total of the results is there as soon as any row is answered."""
    missing = unanswered(facts, row)
    if row.computed and facts.total(total_column(row.computed)) is not UNANSWERED:
        return tuple(place for place in missing if place != WHOLE)
    return missing


def _linked(kind: ContentKind, form: Form, facts: Facts, row: ReportRow, name: str) -> Linked:
    if row.computed:
        return Linked(WHOLE, row.label, total_text(facts.total(total_column(row.computed))))
    return linked_at(kind, facts, row, Place.of(row.place, "value"))


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Iterator[Block]:
    return writer.paragraphs(section.marker, (_paragraphs(writer, row) for row in rows))


def _paragraphs(writer: Writer, row: ReportRow) -> list[Runs]:
    """The printed paragraphs. Label and value make the first one; without a value the text goes on from the label."""
    place = Place.of(row.place, "text")
    lines = [writer.fill(line, place) for line in writer.facts.lines_at(place)]
    if row.is_required and place in row.needs and writer.facts.at(place) is UNANSWERED:
        lines = [(writer.gap(place, writer.form.records["indicator"]["text"].label),)]
    label = writer.words(f"{row.in_print}: ", row.place)
    value = _value(writer, row)
    if value is not None:
        return [(label, *writer.bare_end(value), writer.words(".")), *lines]
    return [(label, *lines[0]), *lines[1:]] if lines else []


def _value(writer: Writer, row: ReportRow) -> Runs | None:
    """«ước đạt 2.450 USD/người/năm (nguồn: …), cao hơn …»; None for an indicator told in words alone.

    None too while nobody has answered one that may be left out.
    """
    value = _number(writer, row)
    if not value:
        return None
    facts = writer.facts
    if source := facts.text_at(row.place, "source"):
        value = (*value, *writer.bracketed("nguồn: ", source, Place.of(row.place, "source")))
    if comparison := facts.text_at(row.place, "comparison"):
        value = (*value, writer.words(", "), writer.filled(comparison, Place.of(row.place, "comparison")))
    return value


def _number(writer: Writer, row: ReportRow) -> Runs | None:
    if row.computed:
        text = total_text(writer.facts.total(total_column(row.computed)))
        if text is not None:
            return (writer.filled(f"{text} {row.unit}".rstrip(), WHOLE),)
        return (writer.gap(WHOLE),) if row.is_required else None
    cell = row.cell("value")
    if cell is None or (not row.is_required and writer.facts.at(cell.place) is UNANSWERED):
        return None
    return writer.value(cell.place, unit=True)


INDICATORS = ContentKind(
    SectionPart.INDICATORS,
    (PlaceKind.INDICATOR,),
    _rows,
    missing=_missing,
    linked=_linked,
    blocks=_blocks,
    counted="chỉ số",
    reads=(PlaceKind.RESULTS, PlaceKind.ACTIVITY),
)
