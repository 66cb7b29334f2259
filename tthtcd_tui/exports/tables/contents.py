"""Tables of the answers: one for each kind of content, and one of all cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.exports.tables.table import Cell, CellType, Column, Table, cell, number, qualifier
from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.model import Field, FieldType, SectionPart
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.kinds.results import total_column
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportCell, ReportRow

_SECTION: Final = Column("Mục", width=24)
_NUMBER: Final = (
    Column("Mức", width=10),
    Column("Giá trị", CellType.NUMBER, 18),
    Column("Đơn vị", width=16),
)
"""The columns of a number: qualifier, value, unit."""
_WIDTHS: Final = {FieldType.PARAGRAPHS: 60, FieldType.TEXT: 24, FieldType.LINES: 40}


def figures(material: TableMaterial) -> Table:
    """Mục · Số liệu · Mức · Giá trị · Đơn vị."""
    rows = [
        (_section(material, row), row.label, *_valued(material, row.cells[0]))
        for row in _rows(material, SectionPart.FIGURES)
    ]
    return _table(TableName.FIGURES, (_SECTION._replace(width=32), Column("Số liệu", width=44), *_NUMBER), rows)


def board(material: TableMaterial) -> Table:
    """A row a member, in their order."""
    fields = _fields(material, PlaceKind.BOARD, without={"order"})
    rows = [_answers(material, row, fields) for row in _rows(material, SectionPart.BOARD) if row.cells]
    return _table(TableName.BOARD, _titles(fields), rows)


def ratings(material: TableMaterial) -> Table:
    """A row a group: how it took part, what it gave."""
    fields = _fields(material, PlaceKind.RATING)
    rows = [(row.label, *_answers(material, row, fields)) for row in _rows(material, SectionPart.RATINGS)]
    return _table(TableName.RATINGS, (Column("Nhóm tham gia", width=40), *_titles(fields)), rows)


def indicators(material: TableMaterial) -> Table:
    """Chỉ số · Mức · Giá trị · Đơn vị, then what is said of it."""
    fields = _fields(material, PlaceKind.INDICATOR)
    rows = [
        (row.label, *_indicated(material, row), *_answers(material, row, fields))
        for row in _rows(material, SectionPart.INDICATORS)
    ]
    return _table(TableName.INDICATORS, (Column("Chỉ số", width=36), *_NUMBER, *_titles(fields)), rows)


def _indicated(material: TableMaterial, row: ReportRow) -> tuple[Cell, ...]:
    """The cells of an indicator's value, typed or a total of the results."""
    if row.computed:
        total = material.facts.total(total_column(row.computed))
        return ("", number(total.number) if isinstance(total, Quantity) else None, row.unit)
    value = row.cell("value")
    return _valued(material, value) if value else ("", None, "")


def checklist(material: TableMaterial) -> Table:
    """A row an item, those of the centre's own among them."""
    fields = _fields(material, PlaceKind.CHECKLIST)
    rows = [
        (_section(material, row), row.label, *_answers(material, row, fields))
        for row in _rows(material, SectionPart.CHECKLIST)
    ]
    return _table(TableName.CHECKLIST, (_SECTION, Column("Nội dung", width=32), *_titles(fields)), rows)


def answers(material: TableMaterial) -> Table:
    """Every cell of the report, of whatever kind: its Place, and its answer as it would be typed."""
    columns = (
        Column("Chỗ", width=36),
        _SECTION,
        Column("Tên", width=40),
        Column("Nội dung như khi gõ", width=48),
        Column("Đơn vị", width=16),
    )
    rows = [
        (each.place, _named(material, section), each.label, _as_typed(material, each), _unit(each.field))
        for section, each in _cells(material)
    ]
    return _table(TableName.ANSWERS, columns, rows)


def _cells(material: TableMaterial) -> Iterator[tuple[str, ReportCell]]:
    for row in material.rows:
        for each in row.cells:
            yield row.section, each


def _as_typed(material: TableMaterial, each: ReportCell) -> str:
    answer = material.facts.at(each.place)
    return "" if answer is UNANSWERED else typed(each.field, answer)


# -- what they share --------------------------------------------------------------------------------------------------


def _table(name: TableName, columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> Table:
    return Table(name, name.label, columns, tuple(rows))


def _rows(material: TableMaterial, kind: str) -> Iterator[ReportRow]:
    for _, found in material.rows.sections_of(kind):
        yield from found
    for each, found in material.rows.unplaced:
        if each.name == kind:
            yield from found


def _section(material: TableMaterial, row: ReportRow) -> str:
    return _named(material, row.section)


def _named(material: TableMaterial, section: str) -> str:
    return material.form.section_by_key[section].name if section else ""


def _fields(material: TableMaterial, record: str, without: frozenset[str] | set[str] = frozenset()) -> dict[str, Field]:
    return {key: field for key, field in material.form.records[record].items() if key not in without}


def _titles(fields: dict[str, Field]) -> tuple[Column, ...]:
    return tuple(
        Column(f"{field.label} ({field.unit})" if field.unit else field.label, _type(field), _width(field))
        for field in fields.values()
    )


def _type(field: Field) -> CellType:
    if field.kind is FieldType.DATE:
        return CellType.DATE
    return CellType.NUMBER if field.kind.is_number else CellType.TEXT


def _width(field: Field) -> int:
    return _WIDTHS.get(field.kind, 18)


def _answers(material: TableMaterial, row: ReportRow, fields: dict[str, Field]) -> tuple[Cell, ...]:
    return tuple(_shown(material, Place.of(row.place, key), field) for key, field in fields.items())


def _shown(material: TableMaterial, place: Place, field: Field) -> Cell:
    if field.kind is FieldType.PARAGRAPHS and (said := material.prose(place)):
        return said
    return cell(field, material.facts.at(place))


def _valued(material: TableMaterial, each: ReportCell) -> tuple[Cell, ...]:
    answer = material.facts.at(each.place)
    return (qualifier(answer), cell(each.field, answer), _unit(each.field))


def _unit(field: Field) -> str:
    return {FieldType.PERCENT: "%", FieldType.MONEY: "đồng"}.get(field.kind, field.unit)
