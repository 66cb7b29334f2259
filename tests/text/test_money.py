"""Money in whole đồng."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.text.money import format_money, parse_money
from tthtcd_tui.text.problem import TextProblem


@pytest.mark.parametrize(
    ("raw", "amount"),
    [
        ("0", 0),
        ("1500000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1.500.000 đ", 1_500_000),
        ("1.500.000đ", 1_500_000),
        ("1.500.000 đồng", 1_500_000),
        ("1.500.000 ĐỒNG", 1_500_000),
        ("1.500.000 dong", 1_500_000),
        ("1.500.000 VNĐ", 1_500_000),
        ("1.500.000 vnd", 1_500_000),
        ("1.500.000 ₫", 1_500_000),
        ("500 nghìn", 500_000),
        ("500 ngàn đồng", 500_000),
        ("500 nghin d", 500_000),
        ("500 ngan", 500_000),
        ("2,5 triệu", 2_500_000),
        ("2,5 trieu", 2_500_000),
        ("2,5triệu", 2_500_000),
        ("2,5 triệu  đồng", 2_500_000),
        ("1.200 triệu", 1_200_000_000),
        ("1,2 tỷ", 1_200_000_000),
        ("1,2 tỉ", 1_200_000_000),
        ("1,2 ty", 1_200_000_000),
        ("1,2 ti đ", 1_200_000_000),
        ("1 nghìn", 1_000),
        ("1,234567 triệu", 1_234_567),
        ("1.000.000+500.000", 1_500_000),
        ("1.000.000 + 500.000 đồng", 1_500_000),
        ("999999999999999", 999_999_999_999_999),
        ("5,0", 5),
    ],
)
def test_parse_money(raw: str, amount: int) -> None:
    parsed = parse_money(raw)
    assert parsed == amount
    assert type(parsed) is int


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", "Chưa có số tiền. Hãy gõ số tiền, ví dụ 1.500.000 đồng hoặc 2,5 triệu."),
        ("1,5", "“1,5” có phần lẻ nhỏ hơn một đồng. Hãy gõ số tiền chẵn đồng."),
        ("0,5 đồng", "có phần lẻ nhỏ hơn một đồng"),
        ("1,2345 nghìn", "có phần lẻ nhỏ hơn một đồng"),
        ("2.5 triệu", "Hãy gõ 2,5 hoặc 25."),
        ("1000000 triệu tỷ", "đơn vị tiền chưa rõ: “triệu tỷ”"),
        ("5 tr", "“5 tr” có đơn vị tiền chưa rõ: “tr”. Hãy gõ số tiền bằng đồng, nghìn, triệu hoặc tỷ"),
        ("5 USD", "đơn vị tiền chưa rõ: “USD”"),
        ("5 tí", "đơn vị tiền chưa rõ: “tí”"),
        ("5 triều", "đơn vị tiền chưa rõ: “triều”"),
        ("5 đồng triệu", "đơn vị tiền chưa rõ"),
        ("5 đồng/người", "đơn vị tiền chưa rõ"),
        ("đồng", "“đồng” không phải một số tiền"),
        ("2 tỷ 500 triệu", "“2 tỷ 500 triệu” không phải một số tiền"),
        ("gần 5 triệu", "không phải một số tiền"),
        ("12+15 triệu", "“12+15 triệu” có thể hiểu theo hai cách"),
        ("1+2 nghìn", "“1+2 nghìn” có thể hiểu theo hai cách. Hãy gõ đủ các chữ số, như 1.500.000+2.000.000."),
        ("-5 triệu", "nhỏ hơn 0"),
        ("1000000 tỷ", "“1000000 tỷ” quá lớn: số tiền có nhiều nhất 15 chữ số"),
        ("1000000000000000", "quá dài"),
        ("５ triệu", "“５ triệu” không phải một số tiền"),
        ("５", "có chữ số lạ “５”"),
    ],
)
def test_parse_money_refuses(raw: str, said: str) -> None:
    with pytest.raises(TextProblem) as caught:
        parse_money(raw)
    assert said in caught.value.message


@pytest.mark.parametrize(("amount", "printed"), [(0, "0 đồng"), (500, "500 đồng"), (1_500_000, "1.500.000 đồng")])
def test_format_money(amount: int, printed: str) -> None:
    assert format_money(amount) == printed


@given(st.integers(0, 10**15 - 1))
def test_money_survives_print(amount: int) -> None:
    assert parse_money(format_money(amount)) == amount
