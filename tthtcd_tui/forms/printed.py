"""An Answer as the report prints it, in the Vietnamese way: with its qualifier, 0 and Nil as the form says."""

from __future__ import annotations

from datetime import date

from tthtcd_tui.forms.answer import Absent, Answer, Quantity
from tthtcd_tui.forms.clauses import counted
from tthtcd_tui.forms.model import Field, FieldType
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.money import format_money
from tthtcd_tui.text.numbers import format_number


def printed(field: Field, answer: Answer, unit: bool = False) -> str | None:
    """What stands in the report for `answer`, with the field's unit if asked; None while it is unanswered."""
    match answer:
        case Absent.UNANSWERED:
            return None
        case Absent.NIL:
            return field.nil
        case Absent.NOT_APPLICABLE:
            return field.not_applicable
        case Quantity():
            return _quantity(field, answer, unit)
        case str():
            option = field.option(answer) if field.kind is FieldType.CHOICE else None
            return option.printed if option else answer
        case tuple():
            if field.kind is FieldType.CHOICES:
                return counted([option.printed for option in field.options if option.key in answer])
            return "; ".join(answer)
        case date():
            return format_date(answer)


def _quantity(field: Field, quantity: Quantity, unit: bool) -> str:
    if quantity.number == 0 and not quantity.qualifier and field.zero != "0":
        return field.zero
    if field.kind is FieldType.MONEY:
        number = format_money(int(quantity.number))
    else:
        number = format_number(quantity.number) + (_unit(field.unit) if unit else "")
    return f"{quantity.qualifier} {number}" if quantity.qualifier else number


def _unit(unit: str) -> str:
    """«100%» is written together, every other unit apart."""
    return unit if unit in ("", "%") else f" {unit}"
