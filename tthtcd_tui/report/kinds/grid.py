"""A grid: a row a line, with the form's own columns, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.kinds.grid import Grid, GridColumn, GridLine
from tthtcd_tui.forms.model import Field, FieldType, Form, Section, SectionPart
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.kind import ContentKind, linked_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import Linked, ReportRow, RowRole, cells_of
from tthtcd_tui.text.numbers import format_number

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block, Column, Row, Runs
    from tthtcd_tui.report.writer import Writer

_MARKER: Final = 8
_LABEL_LEAST: Final = 26
_COLUMN: Final = 16
"""Of the table's width: its marker, at the least its label, at the most a column."""


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    grid = section.part(Grid)
    if grid is None:
        return
    for line in grid.lines:
        yield _row(grid, line)
    if added := [column for column in grid.columns if column.total]:
        yield ReportRow(
            Place.of(PlaceKind.GRID, grid.key),
            section.key,
            grid.total_label,
            role=RowRole.TOTAL,
            links=tuple(f"{grid.key}.{column.key}" for column in added),
            reads=tuple(place_of(line, column) for column in added for line in grid.lines if not line.group),
        )


def place_of(line: GridLine, column: GridColumn) -> Place:
    return Place.of(PlaceKind.GRID, line.key, column.key)


def _row(grid: Grid, line: GridLine) -> ReportRow:
    place = Place.of(PlaceKind.GRID, line.key)
    if line.group:
        return ReportRow(place, line.section, line.label, role=RowRole.GROUP, marker=line.marker)
    cells = cells_of(place, line.label, {column.key: column.field for column in grid.columns})
    return ReportRow(
        place,
        line.section,
        line.label,
        cells,
        line.required,
        tuple(cell.place for cell in cells if cell.field.required),
        RowRole.SUB if line.under else RowRole.BODY,
        line.marker,
        links=tuple(f"{line.key}.{column.key}" for column in grid.columns),
    )


def in_its_column(column: GridColumn) -> Field:
    """The column's field without its unit («đồng» for money), which the title of the column shows."""
    kind = FieldType.WHOLE if column.field.kind is FieldType.MONEY else column.field.kind
    return column.field._replace(kind=kind, unit="")


def grid_total(facts: Facts, grid: Grid, column: GridColumn) -> Decimal | None:
    """The sum of a column; «không có» counts as 0. None while none of its cells is answered."""
    answers = [facts.at(place_of(line, column)) for line in grid.lines if not line.group]
    if all(answer is UNANSWERED for answer in answers):
        return None
    return sum((answer.number for answer in answers if isinstance(answer, Quantity)), Decimal(0))


def total_text(facts: Facts, grid: Grid, column: GridColumn) -> str | None:
    total = grid_total(facts, grid, column) if column.total else None
    return None if total is None else format_number(total)


def _linked(kind: ContentKind, form: Form, facts: Facts, row: ReportRow, name: str) -> Linked:
    key = name.partition(".")[2]
    if row.cells:
        return linked_at(kind, facts, row, Place.of(row.place, key))
    grid, column = next(
        (part, column)
        for _, part in form.parts(Grid)
        if part.key == row.place.parts[1]
        for column in part.columns
        if column.key == key
    )
    return Linked(row.place, f"{row.label}: {column.field.label}", total_text(facts, grid, column))


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Sequence[Block]:
    from tthtcd_tui.report.outline import Table  # a start prints nothing

    grid = section.part(Grid)
    if grid is None:
        return []
    is_marked = any(line.marker for line in grid.lines)
    lines = [_printed(writer, grid, row, is_marked) for row in rows]
    return [Table(tuple(_columns(writer, grid, is_marked)), tuple(lines))]


def _columns(writer: Writer, grid: Grid, is_marked: bool) -> Iterator[Column]:
    from tthtcd_tui.report.outline import Align, Column

    marker = _MARKER if is_marked else 0
    share = min((100 - marker - _LABEL_LEAST) // len(grid.columns), _COLUMN)
    if is_marked:
        yield Column((writer.words(writer.form.table.marker_title),), Align.CENTRE, marker)
    yield Column((writer.words(grid.label_title),), Align.LEFT, 100 - marker - share * len(grid.columns))
    for column in grid.columns:
        field = column.field
        title = f"{field.label} ({field.unit})" if field.unit else field.label
        yield Column((writer.words(title),), Align.RIGHT if field.kind.is_number else Align.LEFT, share)


def _printed(writer: Writer, grid: Grid, row: ReportRow, is_marked: bool) -> Row:
    from tthtcd_tui.report.outline import Row

    marker = ((writer.words(row.marker, row.place),) if row.marker else (),) if is_marked else ()
    if row.role is RowRole.TOTAL:
        texts = (total_text(writer.facts, grid, column) for column in grid.columns)
        numbers: tuple[Runs, ...] = tuple((writer.filled(text, row.place),) if text else () for text in texts)
    else:
        numbers = tuple(_cell(writer, row, column) if row.cells else () for column in grid.columns)
    return Row(row.role, (*marker, (writer.words(row.label, row.place),), *numbers))


def _cell(writer: Writer, row: ReportRow, column: GridColumn) -> Runs:
    place = Place.of(row.place, column.key)
    answer = writer.facts.at(place)
    if answer is UNANSWERED:
        is_gap = row.is_required and column.field.required
        return (writer.gap(place, column.field.label),) if is_gap else ()
    return writer.answer(in_its_column(column), answer, place)


GRID = ContentKind(
    SectionPart.GRID, (PlaceKind.GRID,), _rows, linked=_linked, blocks=_blocks, counted="dòng của bảng số liệu"
)
