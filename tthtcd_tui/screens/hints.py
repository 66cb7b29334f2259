"""What a cell wants, in a line of words: the form's hint, else what its kind takes."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.report.fields import days_of
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import layout
from tthtcd_tui.tasks.session.log_activity import numbered
from tthtcd_tui.text.dates import Days, example_day
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import Period
from tthtcd_tui.widgets.sheet_rows import MOST_DIGITS

_ABSENT: Final = "- là không có, -- là không áp dụng."


def hint_at(form: Form, place: Place, period: Period) -> str:
    """What is to be filled in at `place`; of an item and an indicator, what its paragraphs should tell."""
    cell = layout(form).cell_at(place)
    if cell is None:
        return ""
    days = days_of(period, place)
    if cell.hint and cell.field.kind.is_number:
        return f"{hint_of(cell.field, days)} {cell.hint}"
    hint = cell.hint or cell.field.hint
    if hint and cell.field.options:
        return f"{hint_of(cell.field, days)}. {hint}"  # without its numbers nobody knows how to choose
    return hint or hint_of(cell.field, days)


def hint_of(field: Field, days: Days) -> str:
    """What a field of this kind takes: of a number, its range; of a day, one of `days` as an example."""
    options = numbered(field, field.options)
    match field.kind:
        case FieldType.PERCENT:
            return f"Từ 0 đến {format_number(field.maximum) if field.maximum is not None else 100}. {_ABSENT}"
        case FieldType.WHOLE | FieldType.DECIMAL | FieldType.MONEY:
            return f"{_number(field)} {_ABSENT}"
        case FieldType.DATE:
            return f"Ngày, ví dụ {example_day(days)}."
        case FieldType.CHOICES:
            return f"Gõ các số, cách nhau bằng dấu phẩy: {options}"
        case FieldType.CHOICE if len(field.options) > MOST_DIGITS:
            return f"Gõ số rồi Enter: {options}"
        case FieldType.CHOICE:
            return f"{options} · 0 Bỏ chọn"
        case FieldType.TEXT | FieldType.LINES | FieldType.PARAGRAPHS:
            return ""


def _number(field: Field) -> str:
    what = "Số nguyên" if field.kind is FieldType.WHOLE else "Số tiền" if field.kind is FieldType.MONEY else "Số"
    to = f"đến {format_number(field.maximum)}" if field.maximum is not None else "trở lên"
    about = "; có thể ghi trên, gần, khoảng…" if field.qualified else ""
    return f"{what} từ 0 {to}{about};"
