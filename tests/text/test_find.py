"""Words found in a text, and what takes their place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.text.find import in_the_case_of, occurrences, unmarked_occurrences


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Tổ dân phố và tổ dân phố", "tổ dân phố", ["Tổ dân phố", "tổ dân phố"]),
        ("học, Học, hoc", "học", ["học", "Học"]),
        ("aaa", "aa", ["aa"]),
        ("İ học", "HỌC", ["học"]),
        ("", "a", []),
        ("a", "", []),
    ],
)
def test_capitals_do_not_matter_and_marks_do(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(text, words)] == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Học Đường", "hoc duong", ["Học Đường"]),
        ("Ho\u0323c xong", "hoc", ["Ho\u0323c"]),
        ("học", "hóc", ["học"]),
    ],
)
def test_without_minding_marks(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in unmarked_occurrences(text, words)] == found


@given(any_text, any_text.filter(bool), any_text)
def test_what_is_in_a_text_is_found_in_it(before: str, words: str, after: str) -> None:
    for find in (occurrences, unmarked_occurrences):
        spans = find(before + words + after, words)
        assert all(0 <= start < end <= len(before + words + after) for start, end in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))


@given(st.text("aăâAĂ bĐđ", min_size=1), st.text("xyz"))
def test_a_plain_text_is_found_wherever_it_stands(words: str, around: str) -> None:
    for find in (occurrences, unmarked_occurrences):
        assert find(around + words + around, words) == [(len(around), len(around + words))]


@pytest.mark.parametrize(
    ("found", "words", "replacement", "result"),
    [
        ("Tổ dân phố", "tổ dân phố", "khu phố", "Khu phố"),
        ("tổ dân phố", "tổ dân phố", "khu phố", "khu phố"),
        ("Tổ dân phố", "Tổ dân phố", "khu phố", "khu phố"),
        ("TỔ", "tổ", "", ""),
    ],
)
def test_what_begins_a_sentence_goes_on_doing_so(found: str, words: str, replacement: str, result: str) -> None:
    assert in_the_case_of(found, words, replacement) == result
