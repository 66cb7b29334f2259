"""A value for any field, the same every time: `sample(field, 1)` and `sample(field, 2)` differ."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.model import Field, FieldType
from tthtcd_tui.text.qualifiers import Qualifier


def sample(field: Field, turn: int) -> Answer:
    match field.kind:
        case FieldType.WHOLE | FieldType.MONEY:
            most = Decimal(1_000 + turn) if field.maximum is None else field.maximum - turn
            return Quantity(most, Qualifier.OVER if field.qualified and turn % 2 else None)
        case FieldType.DECIMAL | FieldType.PERCENT:
            return Quantity(Decimal(turn) + Decimal("0.5"), Qualifier.NEARLY if field.qualified and turn % 2 else None)
        case FieldType.TEXT:
            return f"Lời thứ {turn}, “Ủy ban” & <tổ>"
        case FieldType.LINES:
            return tuple(f"Phòng {number}, ban Ữ" for number in range(turn))
        case FieldType.PARAGRAPHS:
            return tuple(f"Đoạn {number}: {{nam_hoc}}; {{{{x}}." for number in range(turn))
        case FieldType.CHOICE:
            return field.options[turn % len(field.options)].key
        case FieldType.CHOICES:
            return tuple(option.key for option in field.options[-1 - turn % len(field.options) :])
        case FieldType.DATE:
            return date(2021, 6, 5) + timedelta(days=turn)
