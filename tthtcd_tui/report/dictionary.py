"""The data dictionary of a form: each cell with its section, label, type, unit, options and address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.forms.links import pieces
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.forms.records import DERIVED_OPTIONS
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.kinds.registry import record_of
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.row import ReportRow
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.numbers import format_number

_TYPES: Final = {
    FieldType.WHOLE: "số nguyên",
    FieldType.DECIMAL: "số",
    FieldType.PERCENT: "tỷ lệ %",
    FieldType.MONEY: "tiền (đồng)",
    FieldType.TEXT: "một dòng chữ",
    FieldType.LINES: "danh sách",
    FieldType.PARAGRAPHS: "đoạn văn",
    FieldType.CHOICE: "chọn một",
    FieldType.CHOICES: "chọn nhiều",
    FieldType.DATE: "ngày",
}
_DETAILS: Final = "Chi tiết báo cáo"
_ADDED: Final = "Bản ghi thêm: {}"
_LOG: Final = "Nhật ký hoạt động"


class Entry(NamedTuple):
    """A cell of the form."""

    section: str
    label: str
    type: str
    unit: str
    required: bool
    accepts: str
    """Options of a choice, the most of a number, whether it takes a qualifier."""
    hint: str
    place: str
    """Its Place; in rows that people add, «…» stands for the record's uid."""
    field: Field


def dictionary(form: Form) -> Iterator[Entry]:
    """Every cell that all reports of the form have, in reading order, then the cells of rows that people add."""
    laid_out = layout(form)
    yield from _of_rows(_DETAILS, laid_out.details)
    for section in form.sections:
        for _, rows in laid_out.sections[section.key]:
            yield from _of_rows(section.name, rows)
    for record, fields in form.records.items():
        kind = record_of(record)
        if kind is not None or record == PlaceKind.ACTIVITY:
            called = _ADDED.format(kind.label) if kind else _LOG
            for key, field in fields.items():
                is_derived = (record, key) in DERIVED_OPTIONS
                yield _entry(called, field.label, field, field.required, field.hint, f"{record}/…/{key}", is_derived)


def _of_rows(section: str, rows: tuple[ReportRow, ...]) -> Iterator[Entry]:
    for row in rows:
        for cell in row.cells:
            required = cell.place in row.needs and row.is_required
            hint = cell.hint or cell.field.hint
            is_derived = tuple(cell.place.parts[:2]) in DERIVED_OPTIONS
            yield _entry(section, _plain(cell.label), cell.field, required, hint, cell.place, is_derived)


def _entry(section: str, label: str, field: Field, required: bool, hint: str, place: str, is_derived: bool) -> Entry:
    accepts = "" if is_derived else "; ".join(option.label for option in field.options)
    if field.maximum is not None and field.kind is not FieldType.PERCENT:
        accepts = f"không quá {format_number(field.maximum)}"
    if field.qualified:
        accepts = "; ".join(filter(None, (accepts, "có thể kèm gần, trên, khoảng …")))
    kind, unit = _TYPES[field.kind], _plain(field.unit)
    return Entry(section, label, kind, unit, required, _plain(accepts), _plain(hint), place, field)


def _plain(text: str) -> str:
    """The text with links replaced by «…»: only a year can fill them in."""
    return " ".join("".join(piece if isinstance(piece, str) else "…" for piece in pieces(text)).split())
