"""The results table: TT · Nội dung · Số lớp · Số lượt người tham gia, with its groups and TỔNG."""

from __future__ import annotations

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import ResultRow, Section
from tthtcd_tui.report.compose.writer import Writer
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS
from tthtcd_tui.report.links import total_text
from tthtcd_tui.report.outline import Align, Column, Row, RowRole, Run, RunKind, Runs, Table
from tthtcd_tui.report.place import Place

_COLUMNS = (CLASSES, PARTICIPATIONS)


def results_table(writer: Writer, section: Section) -> Table:
    words, fields = writer.form.table, writer.form.records["results"]
    return Table(
        columns=(
            Column((Run(words.marker_title),), Align.CENTRE, 8),
            Column((Run(words.label_title),), Align.LEFT, 54),
            Column((Run(fields[CLASSES].label),), Align.RIGHT, 14),
            Column((Run(fields[PARTICIPATIONS].label),), Align.RIGHT, 24),
        ),
        rows=(*(_row(writer, row) for row in section.rows), _total(writer)),
    )


def _row(writer: Writer, row: ResultRow) -> Row:
    place = Place.of("results", row.key)
    if row.group:
        role = RowRole.GROUP
        numbers: tuple[Runs, ...] = ((), ())
    else:
        role = RowRole.SUB if row.under else RowRole.BODY
        numbers = tuple(_number(writer, row, column) for column in _COLUMNS)
    return Row(role, (_words(row.marker, place), _words(row.label, place), *numbers))


def _words(text: str, place: Place) -> Runs:
    return (Run(text, place),) if text else ()


def _number(writer: Writer, row: ResultRow, column: str) -> Runs:
    """The typed number or the log's sum. «Không có» prints as the form says: here an empty cell."""
    place = Place.of("results", row.key, column)
    field = writer.form.records["results"][column]
    answer = writer.facts.result(row.key, column)
    if answer is UNANSWERED:
        return (writer.gap(place, field.label),) if row.required else ()
    return writer.answer(field, answer, place)


def _total(writer: Writer) -> Row:
    """Computed, never stored, never typed; empty while no row is answered."""
    cells: list[Runs] = [(), (Run(writer.form.table.total_label),)]
    for column in _COLUMNS:
        text = total_text(writer.facts.total(column))
        cells.append((Run(text, Place("results"), RunKind.VALUE),) if text else ())
    return Row(RowRole.TOTAL, tuple(cells))
