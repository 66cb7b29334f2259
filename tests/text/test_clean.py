"""Text in, text out (the table of reliability: what is kept, changed, stripped, refused)."""

from __future__ import annotations

import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.matrix import long_but

from tthtcd_tui.errors import TextProblem, UnusableCharacter
from tthtcd_tui.text.clean import are_clean_lines, clean, clean_line, is_clean_line

# XML 1.0, production 2 (Char)
ILLEGAL_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REFUSED = {*range(0xE000, 0xF900), 0xFFFD, *range(0xF0000, 0xFFFFE), *range(0x100000, 0x10FFFE)}
NEWLINES = {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}
SPACES = {0x20, 0xA0, 0x202F}
BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
NO_WIDTH = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
NEVER_CHARACTERS = {*range(0xFDD0, 0xFDF0), *(p * 0x10000 + e for p in range(17) for e in (0xFFFE, 0xFFFF))}


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("", ""),
        ("Kết quả thực hiện", "Kết quả thực hiện"),
        ("Ke\u0302\u0301t qua\u0309", "Kết quả"),
        ("\u1eb9\u0302", "ệ"),  # the marks in the order some keyboards send them
        ("a\tb\nc", "a\tb\nc"),
        ("  hai  khoảng  ", "  hai  khoảng  "),
        ("một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"),
        ("một\x85hai\u2028ba\u2029bốn", "một\nhai\nba\nbốn"),
        ("một\x0bhai\x0cba", "một\nhai\nba"),  # Word's soft break, a page's end
        ("2022\x1e2023 Inter\x1fnet, mạng Inter\xadnet", "2022-2023 Internet, mạng Internet"),
        ("\uf0b7\tPhòng học: 2.\r\n\uf0b7\tMáy tính: 5.", "- Phòng học: 2.\n- Máy tính: 5."),
        ("\t\uf0a7 một\x0b\uf0d8hai\u2028\uf02d\xa0ba", "\t- một\n- hai\n- ba"),
        ("“Cả nước học tập” – ‘gia đình’…", "“Cả nước học tập” – ‘gia đình’…"),
        ("2022\u20112023", "2022\u20112023"),
        ("\r\n\r\n", "\n\n"),
        ("\n\r", "\n\n"),
        ("43\xa0117\u202fngười", "43 117 người"),
        ("\ufeffBáo cáo", "Báo cáo"),
        ("\x1b[31mđỏ\x1b[0m", "[31mđỏ[0m"),
        ("\x9b2Jxóa\x07\x7f\x00", "2Jxóa"),
        ("\u202eoác oáb\u202c", "oác oáb"),
        ("học\u200bsinh\u2060\u200d", "họcsinh"),
        ("a\ud800b\udce1c\udfff", "abc"),
        ("a\ufdd0\ufffe\uffff\U0001ffff\U0010fffeb", "ab"),
        ("e\u200b\u0301", "é"),  # a mark must not lose its letter to what stood between
        ("e\x00\u0323\u202d\u0302", "ệ"),
        ("Ω \u2126 Å \u212b", "Ω Ω Å Å"),
        ("km² ½ – — … “ ” 🙂 漢字", "km² ½ – — … “ ” 🙂 漢字"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Mạo Khê \t", "Mạo Khê"),
        ("Mạo\tKhê", "Mạo Khê"),
        ("Mạo\r\nKhê\n", "Mạo Khê"),
        ("Mạo\n\nKhê", "Mạo  Khê"),
        ("\xa0\ufeff Mạo Khê\u2003\u3000", "Mạo Khê"),
        ("\n\t \r", ""),
    ],
)
def test_clean_line(raw: str, cleaned: str) -> None:
    assert clean_line(raw) == cleaned


@pytest.mark.parametrize(
    ("raw", "index", "line", "column"),
    [
        ("\ufffd", 0, 1, 1),
        ("Ti\ufffdng", 2, 1, 3),
        ("một\nha\ue0a5i", 6, 2, 3),
        ("một\r\nha\U000f0000i", 7, 2, 3),
        ("một\u2028ha\U0010fffdi", 6, 2, 3),
        ("a\u200b\u200b\ue000", 3, 1, 2),  # a person does not count what has no width
        ("e\u0302\u0301\uf8ff", 3, 1, 2),  # nor the marks of a letter
        ("a\n\n\n\ue000\ufffd", 4, 4, 1),  # the first one is named
        ("a \uf0b7 b", 2, 1, 3),  # a bullet begins a line
        ("\uf0b7 a\nb \uf0b0C", 6, 2, 3),
        ("\uf0b7", 0, 1, 1),
        ("a\n\uf0b7\t\nb", 2, 2, 1),
        ("\uf0e8một", 0, 1, 1),  # an arrow or a letter: not known
    ],
)
def test_what_is_refused_is_found_again(raw: str, index: int, line: int, column: int) -> None:
    with pytest.raises(UnusableCharacter) as caught:
        clean(raw)
    problem = caught.value
    assert (problem.index, problem.character) == (index, raw[index])
    assert f"Dòng {line}, cột {column} " in problem.message
    assert f"(U+{ord(raw[index]):04X}, " in problem.message
    assert isinstance(problem, TextProblem)
    with pytest.raises(UnusableCharacter):
        clean_line(raw)


def test_the_message_tells_lost_from_private() -> None:
    messages = {}
    for character in "\ufffd\ue0a5":
        with pytest.raises(UnusableCharacter) as caught:
            clean(character)
        messages[character] = caught.value.message
    assert messages["\ufffd"] == (
        "Dòng 1, cột 1 có ký tự không dùng được (U+FFFD, thay cho một chữ đã bị mất)."
        " Hãy xóa ký tự đó và gõ lại chữ đúng."
    )
    assert messages["\ue0a5"] == (
        "Dòng 1, cột 1 có ký tự không dùng được (U+E0A5, chỉ hiện đúng với một phông chữ riêng)."
        " Hãy xóa ký tự đó và gõ lại chữ đúng."
    )


@pytest.mark.parametrize(
    "codes", long_but([range(0x10000)], [range(0x10000), range(0x10000, sys.maxunicode + 1)]), ids=["BMP", "beyond"]
)
def test_every_character_there_is(codes: range) -> None:
    stripped = {
        *range(0x09), *(set(range(0x0E, 0x20)) - {0x1E}), 0x7F, 0xAD, *(set(range(0x80, 0xA0)) - {0x85}),
        *BIDI, *NO_WIDTH, *range(0xD800, 0xE000), *NEVER_CHARACTERS,
    }  # fmt: skip
    wrong = []
    for code in codes:
        character = chr(code)
        if code in REFUSED:
            expected = None
        elif code in stripped:
            expected = "ab"
        elif code in NEWLINES:
            expected = "a\nb"
        elif code == 0x1E:  # Word's hyphen that never ends a line
            expected = "a-b"
        elif code in SPACES:
            expected = "a b"
        else:
            expected = unicodedata.normalize("NFC", f"a{character}b")
        for before in ("", "\x00"):  # alone, and in text that has to be changed in any case
            try:
                cleaned = clean(f"{before}a{character}b")
            except UnusableCharacter:
                cleaned = None
            if cleaned != expected:
                wrong.append(f"U+{code:04X}")
    assert wrong == []


@given(any_text)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    try:
        cleaned = clean(raw)
    except UnusableCharacter:
        return
    assert clean(cleaned) == cleaned
    line = clean_line(raw)
    assert clean_line(line) == line == clean(line)


@given(any_text)
def test_a_line_told_to_be_clean_is_left_as_it_is(raw: str) -> None:
    if is_clean_line(raw):
        assert clean_line(raw) == raw


@given(st.lists(any_text | st.sampled_from(["", "|", "\u0338", "\u0301", " a", "a ", "a", "Đất"]), max_size=6))
def test_of_lines_told_to_be_clean_together_each_one_is(raws: list[str]) -> None:
    if are_clean_lines(raws):
        assert all(map(is_clean_line, raws))


def test_most_lines_are_told_to_be_clean_together() -> None:
    assert are_clean_lines(["Phổ biến pháp luật, lần 2 (30% số hộ)", "", "Học nghề – 5 lớp"])
    for odd in (" thừa dấu cách", "thừa dấu cách ", "Pho\u0302\u0309 bie\u0302\u0301n", "hai\ndòng"):
        for raws in ([odd, "a", "b"], ["a", odd, "b"], ["a", "b", odd]):
            assert not are_clean_lines(raws)


def test_most_lines_are_told_to_be_clean() -> None:
    assert is_clean_line("Phổ biến pháp luật, lần 2 (30% số hộ) – “đạt”")
    assert not is_clean_line("Pho\u0302\u0309 bie\u0302\u0301n")
    assert not is_clean_line(" thừa dấu cách")


@given(any_text)
def test_what_is_clean_is_harmless(raw: str) -> None:
    refused = next((i for i, c in enumerate(raw) if ord(c) in REFUSED), None)
    if refused is not None:
        with pytest.raises(UnusableCharacter) as caught:
            clean(raw)
        assert caught.value.index == refused
        return
    cleaned = clean(raw)
    assert ILLEGAL_IN_XML.search(cleaned) is None
    assert ET.fromstring(f"<a>{cleaned.translate({38: '+', 60: '+', 62: '+'})}</a>").tag == "a"
    assert {c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs", "Co", "Zl", "Zp"}} <= {"\t", "\n"}
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    line = clean_line(raw)
    assert "\n" not in line
    assert "\t" not in line
    assert line == line.strip()


@given(any_text, any_text)
def test_no_letter_is_lost(before: str, after: str) -> None:
    """Only what the rules name goes: every letter and digit that came in goes out, in order."""
    raw = before + after
    try:
        cleaned = clean(raw)
    except UnusableCharacter:
        return
    letters = [c for c in unicodedata.normalize("NFD", raw) if unicodedata.category(c)[0] in "LN"]
    assert [c for c in unicodedata.normalize("NFD", cleaned) if unicodedata.category(c)[0] in "LN"] == letters


@pytest.mark.parametrize("piece", ["a", "Kết quả\n", "\x1bế", "e\u0301\u200b", "\ud800", "\r\n\xa0"])
def test_a_long_text_is_cleaned_like_its_pieces(piece: str) -> None:
    count = 1_000_000 // len(piece)
    assert clean(piece * count) == clean(piece) * count
