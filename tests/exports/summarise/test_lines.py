"""Wrapping and columns: nothing over the width, nothing lost, nothing a terminal would obey."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text
from support.any_text import any_text
from support.strategies import LETTERS, MARKUP, hostile_text

from tthtcd_tui.exports.summarise.lines import Column, beside, cells, flow, hang, joined, listed, shown, words, wrap

raw_text = st.lists(any_text | st.sampled_from(LETTERS) | st.sampled_from(MARKUP), max_size=4).map("".join)
widths = st.integers(2, 60)


def plain(lines: list[Text]) -> list[str]:
    return [line.plain.rstrip() for line in lines]


def dense(text: str) -> str:
    """`text` without white space."""
    return "".join(text.split())


def control_characters(text: str) -> set[str]:
    return {character for character in text if unicodedata.category(character) in ("Cc", "Cs")}


def test_words_break_at_spaces() -> None:
    assert plain(wrap(words("Giáo dục kỹ năng sống"), 10)) == ["Giáo dục", "kỹ năng", "sống"]


def test_a_word_too_long_breaks_where_it_must() -> None:
    assert plain(wrap(words("a tthtcdttmaokhe.dongtrieu.edu.vn b"), 12)) == [
        "a",
        "tthtcdttmaok",
        "he.dongtrieu",
        ".edu.vn b",
    ]


def test_wide_characters_take_two_cells() -> None:
    assert plain(wrap(words("漢字漢字"), 5)) == ["漢字", "漢字"]
    assert plain(wrap(words("漢字"), 3)) == ["漢", "字"]


def test_a_mark_stays_with_its_letter() -> None:
    letter = "q\u0323\u0307"
    assert plain(wrap(words(letter * 5), 2)) == [letter * 2, letter * 2, letter]
    assert plain(wrap(words("☁\ufe0f☁\ufe0f"), 3)) == ["☁\ufe0f", "☁\ufe0f"]


def test_nothing_is_one_empty_line() -> None:
    assert plain(wrap(words(""), 10)) == [""]
    assert plain(wrap(words(" \t "), 10)) == [""]


def test_styles_survive_wrapping() -> None:
    lines = wrap(joined(words("Số lớp ", "bold"), words("445", "red")), 7)
    assert [(line.plain, [str(span.style) for span in line.spans]) for line in lines] == [
        ("Số lớp", ["bold"]),
        ("445", ["red"]),
    ]


@given(text=raw_text, width=widths)
def test_no_line_is_wider_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = plain(wrap(words(text), width))
    assert all(cell_len(line) <= width for line in lines)
    assert dense("".join(lines)) == dense(words(text).plain)
    assert not any(line != line.strip() for line in lines)


@given(text=raw_text)
def test_what_is_shown_is_harmless(text: str) -> None:
    assert control_characters(shown(text)) == set()
    shown(text).encode("utf-8")


@given(text=hostile_text())
def test_legal_text_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == re.sub("[\n\t]", " ", text)
    assert words(text).plain == shown(text)


@pytest.mark.parametrize(
    ("raw", "harmless"),
    [
        ("\x1b[31mđỏ", "?[31mđỏ"),
        ("a\x9b2Jb", "a?2Jb"),
        ("a\r\nb\x85c\u2028d\te", "a  b c d e"),
        ("\u202egnôc", "?gnôc"),
        ("\ud800\udfff", "??"),
        ("\x00\x07\x08\x7f", "????"),
        ("[/][red]:smile:[/red]", "[/][red]:smile:[/red]"),
        ("\ue000\ufffd", "\ue000\ufffd"),
    ],
)
def test_control_characters_are_shown_as_question_marks(raw: str, harmless: str) -> None:
    assert words(raw).plain == harmless


def test_hanging_indent() -> None:
    assert plain(hang("  • ", words("có 110 lớp nhưng 0 lượt người"), 16)) == [
        "  • có 110 lớp",
        "    nhưng 0 lượt",
        "    người",
    ]


def test_pieces_flow_as_long_as_there_is_room() -> None:
    pieces = [words("Hoàn thành 100%"), words("Lỗi 0"), words("Cảnh báo 0")]
    assert plain(flow(pieces, 40)) == ["Hoàn thành 100%   Lỗi 0   Cảnh báo 0"]
    assert plain(flow(pieces, 24)) == ["Hoàn thành 100%   Lỗi 0", "Cảnh báo 0"]
    assert plain(flow(pieces, 12)) == ["Hoàn thành", "100%   Lỗi 0", "Cảnh báo 0"]


def test_cells_stand_beside_each_other() -> None:
    columns = [Column(4, before=0), Column(3, right=True)]
    assert plain(beside([words("xóa mù chữ"), words("5")], columns)) == ["xóa     5", "mù", "chữ"]
    assert plain(
        beside([words("Nội dung"), words("Số")], [Column(4, before=0), Column(3, right=True)], bottom=True)
    ) == [
        "Nội",
        "dung   Số",
    ]


@given(texts=st.lists(raw_text, min_size=3, max_size=3), sizes=st.lists(st.integers(2, 20), min_size=3, max_size=3))
def test_a_row_is_no_wider_than_its_columns(texts: list[str], sizes: list[int]) -> None:
    lines = beside([words(text) for text in texts], [Column(size, right=size % 2 == 0) for size in sizes])
    assert all(cells(line) <= sum(sizes) + 6 for line in lines)


@given(pairs=st.lists(st.tuples(raw_text, raw_text), max_size=4), width=st.integers(20, 100))
def test_a_list_is_no_wider_than_the_page_and_keeps_all(pairs: list[tuple[str, str]], width: int) -> None:
    lines = plain(listed([(words(label), words(value)) for label, value in pairs], width))
    assert all(cell_len(line) <= width for line in lines)
    for label, value in pairs:
        for text in (label, value):
            assert not set(dense(shown(text))) - set("".join(lines))
