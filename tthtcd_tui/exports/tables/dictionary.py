"""The dictionary of a form as a table for programs: every cell, what may stand there and what is asked for."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.exports.tables.table import Cell, Column, Table, number
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.dictionary import Entry, dictionary

TITLE: Final = "Từ điển"
_COLUMNS: Final = (
    Column("Chỗ", width=36),
    Column("Tên", width=44),
    Column("Kiểu", width=16),
    Column("Đơn vị", width=16),
    Column("Bắt buộc", width=10),
    Column("Nhận từ chỉ mức", width=10),
    Column("Lớn nhất", width=12),
    Column("Các lựa chọn (mã: nhãn)", width=60),
)


def dictionary_table(form: Form) -> Table:
    """A row a cell of the form's dictionary; what people type for a choice stands there with the key that is kept."""
    return Table(None, TITLE, _COLUMNS, tuple(map(_described, dictionary(form))))


def _described(entry: Entry) -> tuple[Cell, ...]:
    field = entry.field
    return (
        entry.place,
        entry.label,
        entry.type,
        entry.unit,
        "có" if entry.required else "",
        "có" if field.qualified else "",
        None if field.maximum is None else number(field.maximum),
        "; ".join(f"{option.key}: {option.label}" for option in field.options),
    )
