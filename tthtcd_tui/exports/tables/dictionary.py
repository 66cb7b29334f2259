"""The dictionary of a form: every cell a year of it has, what may stand there and what is asked for."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.table import Cell, Column, Table, number
from tthtcd_tui.forms.model import Field, FieldType
from tthtcd_tui.forms.records import RECORDS
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.row import ReportCell

TITLE: Final = "Từ điển"
_TYPES: Final = {
    FieldType.WHOLE: "số nguyên",
    FieldType.DECIMAL: "số",
    FieldType.PERCENT: "phần trăm",
    FieldType.MONEY: "số tiền, đồng",
    FieldType.TEXT: "một dòng chữ",
    FieldType.LINES: "nhiều dòng chữ",
    FieldType.PARAGRAPHS: "đoạn văn",
    FieldType.CHOICE: "chọn một",
    FieldType.CHOICES: "chọn nhiều",
    FieldType.DATE: "ngày",
}


def dictionary(material: TableMaterial) -> Table:
    """A row a cell in reading order, then the fields of an activity."""
    columns = (
        Column("Chỗ", width=36),
        Column("Tên", width=44),
        Column("Kiểu", width=16),
        Column("Đơn vị", width=16),
        Column("Bắt buộc", width=10),
        Column("Nhận từ chỉ mức", width=10),
        Column("Lớn nhất", width=12),
        Column("Các lựa chọn (mã: nhãn)", width=60),
    )
    seen: dict[str, ReportCell] = {each.place: each for row in material.rows for each in row.cells}
    rows = [
        _described(place, each.label, each.field, material.rows.is_needed(each.place)) for place, each in seen.items()
    ]
    activity = material.form.records[PlaceKind.ACTIVITY]
    needed = ("date", "title", "category")
    rows += [
        _described(f"{PlaceKind.ACTIVITY}/*/{key}", activity[key].label, activity[key], key in needed)
        for key in RECORDS[PlaceKind.ACTIVITY]
    ]
    return Table(None, TITLE, columns, tuple(rows))


def _described(place: str, label: str, field: Field, is_needed: bool) -> tuple[Cell, ...]:
    return (
        place,
        label,
        _TYPES[field.kind],
        field.unit,
        "có" if is_needed or field.required else "",
        "có" if field.qualified else "",
        None if field.maximum is None else number(field.maximum),
        "; ".join(f"{option.key}: {option.label}" for option in field.options),
    )
