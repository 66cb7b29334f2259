"""A scoring sheet: a row a criterion, what the centre and its superior give, and what it all comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.answer import NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.score import RECORD, SHEET_LINKS, Criterion, Score, criteria_of
from tthtcd_tui.forms.model import Form, Section, SectionPart
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.kind import ContentKind, linked_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import Linked, ReportRow, RowRole, cells_of
from tthtcd_tui.report.scoring import (
    Points,
    Scorer,
    answer_of,
    class_of,
    percent_text,
    place_of,
    points_of,
    what_is_missing,
)
from tthtcd_tui.text.numbers import format_number

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block, Row, Runs
    from tthtcd_tui.report.writer import Writer

DIFFERENCE: Final = "difference"
EVIDENCE: Final = "evidence"
_SHARES: Final = (7, 39, 9, 10, 10, 25)
"""Per cent of the table's width: marker, criterion, maximum, own score, superior's, evidence and remarks."""


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    score = section.part(Score)
    if score is None:
        return
    for criterion in score.criteria:
        yield _row(form, score, criterion)
    yield ReportRow(
        Place.of(PlaceKind.SCORE, score.key),
        section.key,
        score.total_label,
        role=RowRole.TOTAL,
        links=tuple(f"{score.key}.{link}" for link in SHEET_LINKS),
        reads=tuple(place_of(criterion, scorer) for criterion in score.within("") for scorer in Scorer),
    )


def _row(form: Form, score: Score, criterion: Criterion) -> ReportRow:
    place = Place.of(PlaceKind.SCORE, criterion.key)
    if not criterion.is_scored:
        reads = tuple(place_of(each, Scorer.OWN) for each in score.within(criterion.key))
        return ReportRow(
            place,
            criterion.section,
            criterion.label,
            role=RowRole.GROUP,
            marker=criterion.marker,
            links=(criterion.key,),
            reads=reads,
        )
    said = f"Tối đa {format_number(criterion.maximum)} điểm, lẻ {format_number(score.step)}."
    cells = cells_of(place, criterion.label, form.records[RECORD], hints=dict.fromkeys(Scorer, said))
    parts = criteria_of(form)
    is_part = criterion.under in parts and parts[criterion.under][1].is_parted
    return ReportRow(
        place,
        criterion.section,
        criterion.label,
        cells,
        True,
        (place_of(criterion, Scorer.OWN),),
        RowRole.SUB if is_part else RowRole.BODY,
        criterion.marker,
        links=(criterion.key,),
    )


def _linked(kind: ContentKind, form: Form, facts: Facts, row: ReportRow, name: str) -> Linked:
    sheet, _, link = name.partition(".")
    if link:
        score = next(part for _, part in form.parts(Score) if part.key == sheet)
        return Linked(_first_gap(facts, score, row.place), row.label, _said(facts, score, link))
    if row.cells:
        return linked_at(kind, facts, row, Place.of(row.place, Scorer.OWN))
    score, criterion = criteria_of(form)[name]
    points = points_of(facts, score, Scorer.OWN, criterion.key)
    return Linked(row.place, row.label, format_number(points.given) if points.is_begun else None)


def _first_gap(facts: Facts, score: Score, place: Place) -> Place:
    """The first unscored place that keeps the sum at `place` from being known."""
    unscored = points_of(facts, score, Scorer.OWN).unscored
    return place_of(unscored[0], Scorer.OWN) if unscored else place


def _said(facts: Facts, score: Score, link: str) -> str | None:
    scorer = Scorer.SUPERIOR if link.endswith("_cap_tren") else Scorer.OWN
    points = points_of(facts, score, scorer)
    if not points.is_begun:
        return None
    match link.removesuffix("_cap_tren"):
        case "tong":
            return format_number(points.given)
        case "toi_da":
            return format_number(points.maximum)
        case "ty_le":
            return percent_text(points) or None
        case "xep_loai":
            found = class_of(facts, score, scorer)
            return found.label if found else None
        case _:
            return what_is_missing(facts, score, scorer) or "đã ở mức cao nhất"


# -- in print ---------------------------------------------------------------------------------------------------------


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Sequence[Block]:
    """TT · Tiêu chí · Điểm tối đa · what each gives · Minh chứng, with the sums, per cent and class below."""
    from tthtcd_tui.report.outline import Align, Column, Table  # a start prints nothing

    score = section.part(Score)
    if score is None:
        return []
    fields = writer.form.records[RECORD]
    titles = (
        *(writer.form.table.marker_title, score.label_title, score.maximum_title),
        *(fields[scorer].label for scorer in Scorer),
        score.remark_title,
    )
    aligned = (Align.CENTRE, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT)
    columns = (
        Column((writer.words(title),), align, share)
        for title, align, share in zip(titles, aligned, _SHARES, strict=True)
    )
    by_key = {criterion.key: criterion for criterion in score.criteria}
    asked = [(row, by_key[row.place.parts[1]]) for row in rows if row.role is not RowRole.TOTAL]
    printed = (_printed(writer, score, criterion, row) for row, criterion in asked)
    return [Table(tuple(columns), (*printed, *_sums(writer, score)))]


def _printed(writer: Writer, score: Score, criterion: Criterion, row: ReportRow) -> Row:
    from tthtcd_tui.report.outline import Row

    given = (_given(writer, score, criterion, row, scorer) for scorer in Scorer)
    maximum = (writer.words(format_number(criterion.maximum), row.place),)
    marker = (writer.words(row.marker, row.place),) if row.marker else ()
    return Row(row.role, (marker, (writer.words(row.label, row.place),), maximum, *given, _remark(writer, row)))


def _given(writer: Writer, score: Score, criterion: Criterion, row: ReportRow, scorer: Scorer) -> Runs:
    """The printed score: points, a sum, a gap, or the field's words for «does not apply»."""
    field = writer.form.records[RECORD][scorer]
    if not criterion.is_scored:
        return _sum(writer, points_of(writer.facts, score, scorer, criterion.key), row.place, field.not_applicable)
    answer = answer_of(writer.facts, criterion, scorer)
    place = place_of(criterion, scorer)
    if answer is UNANSWERED:
        return (writer.gap(place, field.label),) if scorer is Scorer.OWN else ()
    return writer.answer(field, answer, place)


def _sum(writer: Writer, points: Points, place: Place, not_applicable: str = "") -> Runs:
    if not points.is_begun:
        return ()
    text = format_number(points.given) if points.applies else not_applicable
    return (writer.filled(text, place),) if text else ()


def _remark(writer: Writer, row: ReportRow) -> Runs:
    """«QĐ 12/QĐ-UBND; cấp trên: chưa có sổ theo dõi»."""
    told: list[Runs] = []
    for key in (EVIDENCE, DIFFERENCE):
        place = Place.of(row.place, key)
        if text := writer.facts.text_at(place):
            told.append((writer.filled(text, place),))
    return (*told[0], writer.words("; "), *told[1]) if len(told) > 1 else told[0] if told else ()


def _sums(writer: Writer, score: Score) -> Iterator[Row]:
    """The total with its maximum, what that is per cent, and the class."""
    from tthtcd_tui.report.outline import Row

    facts, place = writer.facts, Place.of(PlaceKind.SCORE, score.key)
    both = [points_of(facts, score, scorer) for scorer in Scorer]
    maximum = (writer.filled(format_number(both[0].maximum), place),)
    totals = (_sum(writer, points, place) for points in both)
    yield Row(RowRole.TOTAL, ((), (writer.words(score.total_label),), maximum, *totals, ()))
    percent = (_filled(writer, percent_text(points) if points.is_begun else "", place) for points in both)
    yield Row(RowRole.TOTAL, ((), (writer.words(score.percent_label),), (), *percent, ()))
    found = (class_of(facts, score, scorer) for scorer in Scorer)
    classes = (_filled(writer, each.label if each else "", place) for each in found)
    yield Row(RowRole.TOTAL, ((), (writer.words(score.class_label),), (), *classes, ()))


def _filled(writer: Writer, text: str, place: Place) -> Runs:
    return (writer.filled(text, place),) if text else ()


def number_of(answer: Answer) -> str:
    """A score as text, for a message."""
    if isinstance(answer, Quantity):
        return format_number(answer.number)
    return "không áp dụng" if answer is NOT_APPLICABLE else "không có"


SCORE = ContentKind(
    SectionPart.SCORE,
    (PlaceKind.SCORE,),
    _rows,
    linked=_linked,
    blocks=_blocks,
    counted="tiêu chí chấm điểm",
)
