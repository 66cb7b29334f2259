"""Vietnamese dictionary order."""

from __future__ import annotations

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.text.collate import collation_key


@pytest.mark.parametrize(
    "ordered",
    [
        [*"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"],
        [*"AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["mám", "man", "mản"],  # a letter decides before any tone
        ["ạ", "ă", "ặ", "â", "ấ", "b"],
        ["ban", "bàn", "bản", "bạn", "băn", "bân"],
        ["dân", "dần", "dân số", "dần số", "dân sự"],
        ["ba con", "bà con", "bác"],  # a shorter word comes first
        ["hoa", "hòa", "hoả", "hoá", "hoạ"],  # the tone may stand on either vowel
        ["hoà", "hòa", "hoả"],
        ["ba Đình", "Ba Đình", "BA ĐÌNH", "Ba đình x"],
        ["dang", "đang", "e"],
        ["2 lớp", "10 lớp", "lớp"],
        ["Khu 1", "Khu 2", "Khu 9", "Khu 10", "Khu 10a", "Khu 100", "Khu Vĩnh Hòa"],
        ["khu 0", "khu 02", "khu 2", "khu 2 B", "khu 03"],
        ["", " a", "(a", "0", "a", "α", "漢"],
        ["ă", "a\u0306\u0302", "â"],
        ["Munchen", "München", "Munchener"],
    ],
)
def test_order(ordered: list[str]) -> None:
    shuffled = ordered[:]
    random.Random(0).shuffle(shuffled)
    assert sorted(shuffled, key=collation_key) == ordered
    assert all(collation_key(one) < collation_key(after) for one, after in pairwise(ordered))


def test_a_composed_letter_is_the_same_letter() -> None:
    decomposed = [unicodedata.normalize("NFD", word) for word in ("an", "ăn", "ân", "ấn", "bạn")]
    backwards = decomposed[::-1]
    assert sorted(backwards, key=collation_key) == decomposed


def test_a_very_long_number_is_still_a_number() -> None:
    assert collation_key("khu " + "9" * 5000) < collation_key("khu 1" + "0" * 5000)


@given(st.lists(any_text, min_size=2, max_size=5))
def test_any_texts_have_one_order(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert sorted(texts, key=collation_key) == sorted(backwards, key=collation_key)
    for one in texts:
        for other in texts:
            assert (collation_key(one) == collation_key(other)) is (one == other)


@given(st.integers(0, 10**20), st.integers(0, 10**20))
def test_numbers_in_names_sort_as_numbers(one: int, other: int) -> None:
    assert (collation_key(f"Khu {one} B") < collation_key(f"Khu {other} B")) is (one < other)
