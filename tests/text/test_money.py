"""Money in whole đồng."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.text.money import format_money, spoken_money
from tthtcd_tui.text.numbers import Grain
from tthtcd_tui.text.quantities import Measure, read_quantity
from tthtcd_tui.text.units import unit_of

DONG = Measure(Grain.WHOLE, unit_of("đồng"))


@pytest.mark.parametrize(("amount", "printed"), [(0, "0 đồng"), (500, "500 đồng"), (1_500_000, "1.500.000 đồng")])
def test_format_money(amount: int, printed: str) -> None:
    assert format_money(amount) == printed


@pytest.mark.parametrize(
    ("amount", "spoken"),
    [
        (0, "0 đồng"),
        (999, "999 đồng"),
        (1_000, "1 nghìn đồng"),
        (500_000, "500 nghìn đồng"),
        (500_500, "500.500 đồng"),
        (31_500_000, "31,5 triệu đồng"),
        (2_000_000, "2 triệu đồng"),
        (1_234_567, "khoảng 1,2 triệu đồng"),
        (1_250_000, "1,25 triệu đồng"),
        (1_999_999, "khoảng 2 triệu đồng"),
        (57_500_000_000, "57,5 tỷ đồng"),
    ],
)
def test_spoken_money(amount: int, spoken: str) -> None:
    assert spoken_money(amount) == spoken


@given(st.integers(0, 10**11 - 1))
def test_money_spoken_exactly_is_the_amount(amount: int) -> None:
    spoken = spoken_money(amount)
    number, _ = read_quantity(spoken.removeprefix("khoảng "), DONG)
    if spoken.startswith("khoảng"):
        assert abs(number - amount) * 20 <= amount
    else:
        assert number == amount
