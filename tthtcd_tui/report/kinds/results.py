"""The results table: a row a kind of activity, with its number of classes and of participations, and TỔNG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.results import CLASSES_LINK, PARTICIPATIONS_LINK, ResultRow, Results
from tthtcd_tui.forms.model import TOTAL_LINKS, Form, Section, SectionPart
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Facts, ResultColumn
from tthtcd_tui.report.kinds.kind import ContentKind, linked_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import Linked, RecordKind, ReportCell, ReportRow, RowRole, cells_of
from tthtcd_tui.text.numbers import format_number

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block, Row, Runs
    from tthtcd_tui.report.writer import Writer

WHOLE: Final = Place(PlaceKind.RESULTS)
"""The Place of the table as a whole, to which its totals lead."""
_LINKED_COLUMNS: Final = {CLASSES_LINK: CLASSES, PARTICIPATIONS_LINK: PARTICIPATIONS}
_TOTALS: Final = {"tong_lop": CLASSES, "tong_luot": PARTICIPATIONS}
_SHARES: Final = (8, 54, 14, 24)
"""Per cent of the table's width: marker, label, classes, participations."""


def total_column(name: str) -> ResultColumn:
    """The column that the link `tong_lop` or `tong_luot` totals."""
    return _TOTALS[name]


def total_text(total: Answer) -> str | None:
    """A total as printed; None while nothing is answered."""
    return format_number(total.number) if isinstance(total, Quantity) else None


def linked_total(facts: Facts, name: str) -> Linked | None:
    """What the link to a total stands for; None for another name."""
    if name not in _TOTALS:
        return None
    return Linked(WHOLE, TOTAL_LINKS[name].capitalize(), total_text(facts.total(total_column(name))))


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    if SectionPart.RESULTS not in section.prints:
        return
    yield ReportRow(WHOLE, section.key, _TABLE, role=RowRole.TOTAL)
    part = section.part(Results)
    for row in part.rows if part else ():
        yield _row(form, row)


def _row(form: Form, row: ResultRow) -> ReportRow:
    place = Place.of(PlaceKind.RESULTS, row.key)
    if row.group:
        return ReportRow(place, row.section, row.label, role=RowRole.GROUP, marker=row.marker)
    cells = cells_of(place, row.label, form.records["results"])
    return ReportRow(
        place,
        row.section,
        row.label,
        cells,
        row.required,
        tuple(cell.place for cell in cells),
        RowRole.SUB if row.under else RowRole.BODY,
        row.marker,
        links=tuple(f"{row.key}.{column}" for column in _LINKED_COLUMNS),
    )


def _missing(facts: Facts, row: ReportRow) -> tuple[Place, ...]:
    """The missing places: neither typed nor summed from the log."""
    return tuple([place for place in row.needs if place not in facts.answers and _answer(facts, place) is UNANSWERED])


def _answer(facts: Facts, place: Place) -> Answer:
    _, row, column = place.split("/")
    return facts.result(row, column)


def _linked(kind: ContentKind, form: Form, facts: Facts, row: ReportRow, name: str) -> Linked:
    return linked_at(kind, facts, row, Place.of(row.place, _LINKED_COLUMNS[name.partition(".")[2]]))


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Sequence[Block]:
    """TT · Nội dung · Số lớp · Số lượt người tham gia, with its groups and TỔNG."""
    from tthtcd_tui.report.outline import Align, Column, Table  # a start prints nothing

    words, fields = writer.form.table, writer.form.records["results"]
    titles = (words.marker_title, words.label_title, fields[CLASSES].label, fields[PARTICIPATIONS].label)
    aligned = (Align.CENTRE, Align.LEFT, Align.RIGHT, Align.RIGHT)
    columns = (
        Column((writer.words(title),), align, share)
        for title, align, share in zip(titles, aligned, _SHARES, strict=True)
    )
    printed = [_printed_row(writer, row) for row in rows if row.place != WHOLE]
    return [Table(tuple(columns), (*printed, _printed_total(writer)))]


def _printed_row(writer: Writer, row: ReportRow) -> Row:
    from tthtcd_tui.report.outline import Row

    numbers: tuple[Runs, ...] = tuple(printed_number(writer, cell, row.is_required) for cell in row.cells) or ((), ())
    return Row(row.role, (_words(writer, row.marker, row.place), _words(writer, row.label, row.place), *numbers))


def _words(writer: Writer, text: str, place: Place) -> Runs:
    return (writer.words(text, place),) if text else ()


def printed_number(writer: Writer, cell: ReportCell, is_required: bool) -> Runs:
    """The typed number or the log's sum. «Không có» prints as the form says: here an empty cell."""
    answer = _answer(writer.facts, cell.place)
    if answer is UNANSWERED:
        return (writer.gap(cell.place, cell.field.label),) if is_required else ()
    return writer.answer(cell.field, answer, cell.place)


def _printed_total(writer: Writer) -> Row:
    """Computed, never stored, never typed; empty while no row is answered."""
    from tthtcd_tui.report.outline import Row

    totals = (printed_total(writer, column) for column in ResultColumn)
    return Row(RowRole.TOTAL, ((), (writer.words(writer.form.table.total_label),), *totals))


def printed_total(writer: Writer, column: ResultColumn) -> Runs:
    text = total_text(writer.facts.total(column))
    return (writer.filled(text, WHOLE),) if text else ()


_TABLE: Final = "Kết quả hoạt động"

RESULTS = ContentKind(
    SectionPart.RESULTS,
    (PlaceKind.RESULTS,),
    _rows,
    records={PlaceKind.ACTIVITY: RecordKind("Hoạt động", is_row=False)},
    missing=_missing,
    answer=_answer,
    linked=_linked,
    blocks=_blocks,
    called={PlaceKind.RESULTS: _TABLE},
    counted="dòng kết quả",
    in_its_section=(PlaceKind.RESULTS, PlaceKind.ACTIVITY),
)
