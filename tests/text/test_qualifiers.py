"""The word before a figure."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.errors import UnusableCharacter
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.qualifiers import Qualifier, split_qualifier


def test_the_words_are_the_forms() -> None:
    assert [q.value for q in Qualifier] == [
        "gần", "trên", "hơn", "dưới", "khoảng", "xấp xỉ", "ước", "ước đạt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "qualifier", "rest"),
    [
        ("gần 20", Qualifier.NEARLY, "20"),
        ("trên 40.000", Qualifier.OVER, "40.000"),
        ("hơn 5", Qualifier.MORE_THAN, "5"),
        ("dưới 5", Qualifier.UNDER, "5"),
        ("khoảng 5", Qualifier.ABOUT, "5"),
        ("xấp xỉ 5", Qualifier.APPROXIMATELY, "5"),
        ("ước 5", Qualifier.ESTIMATED, "5"),
        ("ước đạt 2.450", Qualifier.ESTIMATED_AT, "2.450"),
        ("ước  đạt\t2.450 USD", Qualifier.ESTIMATED_AT, "2.450 USD"),
        ("Gần 20", Qualifier.NEARLY, "20"),
        ("ƯỚC ĐẠT 7", Qualifier.ESTIMATED_AT, "7"),
        ("gan 20", Qualifier.NEARLY, "20"),
        ("TREN 40.000", Qualifier.OVER, "40.000"),
        ("uoc dat 7", Qualifier.ESTIMATED_AT, "7"),
        ("uoc 7", Qualifier.ESTIMATED, "7"),
        ("xap xi 7", Qualifier.APPROXIMATELY, "7"),
        ("  gần\xa020 ", Qualifier.NEARLY, "20"),
        ("gần20", Qualifier.NEARLY, "20"),
        ("ước đạt7", Qualifier.ESTIMATED_AT, "7"),
        ("trên có 100", Qualifier.OVER, "có 100"),
        ("gần", Qualifier.NEARLY, ""),
        ("ước đạt", Qualifier.ESTIMATED_AT, ""),
        ("20", None, "20"),
        ("", None, ""),
        (" 20 ", None, "20"),
        ("gân 20", None, "gân 20"),  # other marks are another word
        ("trển 20", None, "trển 20"),
        ("gầnx 20", None, "gầnx 20"),
        ("gần: 20", None, "gần: 20"),
        ("ước dạt 20", Qualifier.ESTIMATED, "dạt 20"),
        ("ướcđạt 20", None, "ướcđạt 20"),
        ("xấp 20", None, "xấp 20"),
        ("20 gần", None, "20 gần"),
        ("-", None, "-"),
    ],
)
def test_split_qualifier(raw: str, qualifier: Qualifier | None, rest: str) -> None:
    assert split_qualifier(raw) == (qualifier, rest)
    assert split_qualifier(unicodedata.normalize("NFD", raw)) == (qualifier, rest)


@given(st.sampled_from(Qualifier), st.sampled_from([str, str.upper, str.title, fold]), st.integers(0, 10**6))
def test_what_is_printed_is_read(qualifier: Qualifier, spelt: type[str], number: int) -> None:
    assert split_qualifier(f"{spelt(qualifier)} {number}") == (qualifier, str(number))


@given(any_text)
def test_nothing_typed_is_lost(raw: str) -> None:
    try:
        line = clean_line(raw)
    except UnusableCharacter:
        return
    qualifier, rest = split_qualifier(raw)
    assert line.endswith(rest)
    assert rest == rest.strip()
    taken = line[: len(line) - len(rest)].strip()
    assert fold(taken) == ("" if qualifier is None else fold(qualifier))
