"""Numbers as people word them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from support.any_text import any_text

from tthtcd_tui.checks.amounts import amounts_in, spoken_number


@pytest.mark.parametrize(
    ("text", "number", "least", "most"),
    [
        ("34.859 lượt", "34859", "34859", "34859"),
        ("97,2%", "97.2", "97.2", "97.2"),
        ("43 nghìn lượt", "43000", "42500", "44000"),
        ("4,3 vạn dân", "43000", "42500", "44000"),
        ("hơn bốn vạn dân", "40000", "40000", "50000"),
        ("trên 31.200 người", "31200", "31200", "34320"),
        ("gần 58,5 triệu", "58500000", "52650000", "58500000"),
        ("khoảng 500 hộ", "500", "400", "600"),
        ("hai mươi tư khu phố", "24", "24", "24"),
        ("một nghìn hai trăm lượt", "1200", "1150", "1300"),
        ("02 trường", "2", "2", "2"),
        ("(33.135 lượt)", "33135", "33135", "33135"),
    ],
)
def test_an_amount_and_where_the_true_one_may_lie(text: str, number: str, least: str, most: str) -> None:
    amount = amounts_in(text)[0]
    assert (amount.number, amount.least, amount.most) == (Decimal(number), Decimal(least), Decimal(most))


def test_a_part_of_all_tells_all() -> None:
    [amount] = amounts_in("16/18 khu phố")
    assert (amount.number, amount.of_all) == (Decimal(18), True)


@pytest.mark.parametrize(
    "text", ["ngày 5/6/2023", "0203811204", "số 31/2023/QĐ", "v1.2.3", "một trăm phần trăm"[7:], "12.34.000"]
)
def test_what_is_no_amount(text: str) -> None:
    assert [amount for amount in amounts_in(text) if not amount.in_words] == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("chín mươi", 90),
        ("hai trăm linh năm", 205),
        ("bốn vạn rưỡi", 45000),
        ("hai vạn ba nghìn", 23000),
        ("một triệu hai trăm nghìn", 1_200_000),
        ("ba chục", 30),
        ("nghìn", None),
        ("ba bốn", None),
    ],
)
def test_a_number_in_words(words: str, number: int | None) -> None:
    assert spoken_number(words) == number


@given(any_text)
def test_any_text_is_read(text: str) -> None:
    for amount in amounts_in(text):
        assert amount.least <= amount.number <= amount.most
        assert text[amount.start : amount.end].strip() == amount.words.strip()
