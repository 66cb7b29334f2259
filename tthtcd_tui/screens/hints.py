"""What a cell wants, in a line of words: the form's hint, else what its kind takes."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.model import Field, Form, Kind
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.log_activity import numbered
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.widgets.prose_editor import LONGEST_PARAGRAPH
from tthtcd_tui.widgets.sheet_rows import MOST_DIGITS

TOO_LONG: Final = f"có đoạn dài hơn {format_number(LONGEST_PARAGRAPH)} ký tự, quá dài để sửa ở đây."
_ABSENT: Final = "- là không có, -- là không áp dụng."


def hint_at(form: Form, place: Place, field: Field) -> str:
    """What is to be filled in at `place`; of an item and an indicator, what its paragraphs should tell."""
    match place.parts:
        case ("checklist", key, "statement"):
            return form.items[key].hint or field.hint
        case ("indicator", key, "text" | "value"):
            hint = form.indicators[key].hint or field.hint
            return f"{hint_of(field)} {hint}" if field.kind.is_number else hint
        case _:
            return field.hint or hint_of(field)


def hint_of(field: Field) -> str:
    """What a field of this kind takes: of a number, its range."""
    options = numbered(field, field.options)
    match field.kind:
        case Kind.PERCENT:
            return f"Từ 0 đến {format_number(field.maximum) if field.maximum is not None else 100}. {_ABSENT}"
        case Kind.WHOLE | Kind.DECIMAL | Kind.MONEY:
            return f"{_number(field)} {_ABSENT}"
        case Kind.DATE:
            return "Ngày, ví dụ 5/6/2021."
        case Kind.CHOICES:
            return f"Gõ các số, cách nhau bằng dấu phẩy: {options}"
        case Kind.CHOICE if len(field.options) > MOST_DIGITS:
            return f"Gõ số rồi Enter: {options}"
        case Kind.CHOICE:
            return f"{options} · 0 Bỏ chọn"
        case Kind.TEXT | Kind.LINES | Kind.PARAGRAPHS:
            return ""


def _number(field: Field) -> str:
    what = "Số nguyên" if field.kind is Kind.WHOLE else "Số tiền" if field.kind is Kind.MONEY else "Số"
    to = f"đến {format_number(field.maximum)}" if field.maximum is not None else "trở lên"
    about = "; có thể ghi trên, gần, khoảng…" if field.qualified else ""
    return f"{what} từ 0 {to}{about};"
