"""Money in whole đồng, printed and said; `quantities` reads what is typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tthtcd_tui.text.numbers import format_number

_SCALES: Final = (("tỷ", 1_000_000_000), ("triệu", 1_000_000))


def format_money(amount: int) -> str:
    """`amount` đồng as a report prints it: «1.500.000 đồng»."""
    return f"{format_number(amount)} đồng"


def spoken_money(amount: int) -> str:
    """`amount` đồng as people say it: «31,5 triệu đồng»; «khoảng 12,3 triệu đồng» where digits are left out."""
    for word, scale in _SCALES:
        if amount >= scale:
            thousandths, left_out = divmod(amount * 1000, scale)
            if left_out:
                thousandths = (amount * 10 + scale // 2) // scale * 100
            number = format_number(Decimal(f"{thousandths}e-3"))
            return f"{'khoảng ' if left_out else ''}{number} {word} đồng"
    thousands, rest = divmod(amount, 1000)
    return format_money(amount) if rest or not thousands else f"{thousands} nghìn đồng"
