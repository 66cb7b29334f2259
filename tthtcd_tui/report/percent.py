"""Per cent to one decimal, as Vietnamese writes it: shares «23,6%», and changes «+8,1%»."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tthtcd_tui.forms.answer import NIL, Answer, Quantity
from tthtcd_tui.text.numbers import format_number

_TENTH: Final = Decimal("0.1")


def share_text(share: Decimal) -> str:
    """A share of 0 to 100 per cent. One above 0 is never printed as «0%», nor one below 100 as «100%»."""
    rounded = share.quantize(_TENTH, ROUND_HALF_UP)
    if share > 0 and not rounded:
        return "<0,1%"
    if share < 100 and rounded == 100:
        return ">99,9%"
    return _tenths(rounded)


def change_text(now: Answer, before: Answer) -> str:
    """«+8,1%», «-14,4%»; «mới» for what there was none of before; nothing where there is nothing to compare."""
    number, base = _number(now), _number(before)
    if number is None or base is None:
        return ""
    if not base:
        return "mới" if number else ""
    rounded = ((number - base) * 100 / base).quantize(_TENTH, ROUND_HALF_UP)
    sign = "+" if rounded > 0 else "-" if rounded < 0 else ""
    return sign + _tenths(abs(rounded))


def _tenths(rounded: Decimal) -> str:
    """With one decimal even if it is 0, so that commas line up in a column."""
    text = format_number(rounded)
    return (text if "," in text else f"{text},0") + "%"


def _number(answer: Answer) -> Decimal | None:
    if isinstance(answer, Quantity):
        return answer.number
    return Decimal(0) if answer is NIL else None
