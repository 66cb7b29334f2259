"""Shares and changes, to one decimal and never rounded into a lie."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.report.percent import change_text, share_text


def whole(number: int) -> Quantity:
    return Quantity(Decimal(number))


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("22.72885", "22,7%"),
        ("23.65", "23,7%"),
        ("5", "5,0%"),
        ("100", "100,0%"),
        ("0", "0,0%"),
        ("0.04", "<0,1%"),
        ("0.05", "0,1%"),
        ("99.94", "99,9%"),
        ("99.96", ">99,9%"),
    ],
)
def test_shares(share: str, text: str) -> None:
    assert share_text(Decimal(share)) == text


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (whole(43117), whole(39871), "+8,1%"),
        (whole(34139), whole(39871), "-14,4%"),
        (whole(445), whole(402), "+10,7%"),
        (whole(7), whole(7), "0,0%"),
        (whole(100001), whole(100000), "0,0%"),
        (whole(99999), whole(100000), "0,0%"),
        (whole(0), whole(3), "-100,0%"),
        (NIL, whole(3), "-100,0%"),
        (whole(12), whole(1), "+1.100,0%"),
        (whole(5), whole(0), "mới"),
        (whole(5), NIL, "mới"),
        (whole(0), NIL, ""),
        (UNANSWERED, whole(3), ""),
        (whole(3), UNANSWERED, ""),
        (NOT_APPLICABLE, whole(3), ""),
        (whole(3), NOT_APPLICABLE, ""),
    ],
)
def test_changes(now: Answer, before: Answer, text: str) -> None:
    assert change_text(now, before) == text


@given(now=st.integers(0, 10**15 - 1), before=st.integers(1, 10**15 - 1))
def test_the_sign_of_a_change_is_right(now: int, before: int) -> None:
    text = change_text(whole(now), whole(before))
    assert text.endswith("%")
    if text.startswith("+"):
        assert now > before
    elif text.startswith("-"):
        assert now < before
    else:
        assert text == "0,0%"
        assert abs(now - before) * 2000 <= before
