"""A text cut into sentences, and words looked for in it by themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tthtcd_tui.checks.sentences import has_one_of, sentences

WORDS = ("sẽ", "ha", "m2", "năm trước", "trước")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Có 3 lớp. Đủ chỗ; còn đèn", ("Có 3 lớp", " Đủ chỗ", " còn đèn")),
        ("TX. Đông Triều", ("TX. Đông Triều",)),
        ("Một dòng\nhai dòng", ("Một dòng", "hai dòng")),
    ],
)
def test_a_text_is_cut_at_its_stops_and_not_at_its_abbreviations(text: str, parts: tuple[str, ...]) -> None:
    assert sentences(text) == parts


@given(st.lists(st.sampled_from([*WORDS, " ", "_", "é", "1", ",", "h", "\u0301"]), max_size=6).map("".join))
@example("nhà ha")
@example("haha ha1 _ha")
def test_a_word_is_found_where_a_pattern_finds_it_between_blanks_and_stops(text: str) -> None:
    pattern = rf"(?<!\w)(?:{'|'.join(WORDS)})(?!\w)"
    assert has_one_of(text, WORDS) == (re.search(pattern, text) is not None)
