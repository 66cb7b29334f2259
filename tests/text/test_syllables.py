"""Which words Vietnamese could write."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.forms import both

from tthtcd_tui.text.syllables import has_lost_a_letter, is_bare_syllable, is_syllable

ABBREVIATIONS = {"TTHTCĐ", "HTCĐ", "ĐT"}


@pytest.mark.parametrize(
    "word",
    (
        "gì gìn giếng giêng già giữ quý quốc quyết quả quơ quần quỹ thuỷ thủy hoà hòa khoẻ khỏe nghiệp ngoèo khuỷu"
        " hươu rượu xoong tuyến chuyển nguyễn truyền huyện huỳnh tuýp thuở huệ người đường khuya nguýt hoàng yếu uống"
        " ướt oái đếm mía mưa mứa ngoài xoáy khuấy tiếng yêu y ỷ ở ý Đắk Lắk".split()
    ),
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))
    bare = "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    assert is_bare_syllable(bare.replace("đ", "d").replace("Đ", "D"))


@pytest.mark.parametrize("word", ["school", "people", "with", "class", "from", "work", "Facebook", ""])
def test_words_that_no_marks_make_syllables(word: str) -> None:
    assert not is_bare_syllable(word)


@pytest.mark.parametrize(
    "word", "hôch ViÖt Tieáng càc mỹller cafộ hơị ngoaì trứơng phơng đợc zơ ếi hàt étê ộộ ẳ".split()
)
def test_what_no_syllable_is(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", "Phơng hớng trờng đợc nớc thơng rợu bớu".split())
def test_words_that_have_lost_their_u(word: str) -> None:
    assert has_lost_a_letter(word)


@pytest.mark.parametrize("word", "phương hướng hơn lớp thời cơm đờn ơ sơ".split())
def test_words_that_have_lost_nothing(word: str) -> None:
    assert not has_lost_a_letter(word)


def test_every_word_of_the_forms_is_one() -> None:
    words = {word for form in both() for word in re.findall(r"[^\W\d_²]+", form.text)}
    wrong = {word for word in words if not word.isascii() and not is_syllable(word)}
    assert wrong <= ABBREVIATIONS


@given(st.text(max_size=8))
def test_any_text_may_be_asked_about(word: str) -> None:
    assert is_syllable(word) in (True, False)
    assert has_lost_a_letter(word) in (True, False)
