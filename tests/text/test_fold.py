"""The search key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.text.fold import contains, fold, fold_all


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("TTHTCD  Mao Khe", "tthtcd mao khe"),
        ("Kết quả thực hiện", "ket qua thuc hien"),
        ("ĐƯỜNG ĐẶNG", "duong dang"),
        ("  hai\t khoảng\n\u3000trắng ", "hai khoang trang"),
        ("tỷ lệ", "ti le"),
        ("Lý Mỹ Kỳ Vy", "li mi ki vi"),
        ("quý", "qui"),
        ("Quỳnh", "quinh"),
        ("quyết định", "quiet dinh"),
        ("tay tai", "tay tai"),
        ("thủy thui", "thuy thui"),
        ("huynh khuyên", "huynh khuyen"),
        ("Y tế, ý kiến, yêu", "y te, y kien, yeu"),
        ("km² ﬁ ５", "km2 fi 5"),
        ("ẞ ß", "ss ss"),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key
    assert fold(unicodedata.normalize("NFD", text)) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("thủy", "thuỷ"),
        ("tỉ lệ", "tỷ lệ"),
        ("KĨ THUẬT", "kỹ thuật"),
        ("quí", "quý"),
        ("quít", "quýt"),
        ("bác sĩ", "bác sỹ"),
        ("Đông Triều", "dong trieu"),
    ],
)
def test_two_spellings_of_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("tai", "tay"), ("mai", "may"), ("thúi", "thúy"), ("cai", "cay"), ("nui", "nuy")]
)
def test_two_words_that_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("haystack", "needle", "found"),
    [
        ("Kết quả thực hiện năm học", "ket qua", True),
        ("Kết quả thực hiện năm học", "THỰC  hiện", True),
        ("Phổ biến kiến thức qua đài truyền thanh", "dai truyen", True),
        ("Quyết định kiện toàn", "quy", True),  # a word half typed
        ("Quyết định kiện toàn", "quyê", True),
        ("Tỷ lệ biết chữ", "tỉ lệ", True),
        ("Văn hóa xã hội", "hoá xã", True),
        ("tay", "tai", False),
        ("Kết quả", "kết luận", False),
        ("", "a", False),
        ("bất kỳ", "", True),
    ],
)
def test_contains(haystack: str, needle: str, *, found: bool) -> None:
    assert contains(haystack, needle) is found


@given(any_text)
def test_a_key_is_its_own_key(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text)) == key
    assert contains(text, text)


@given(st.lists(any_text, max_size=5))
@example(["", "Lớp\0A", ""])
@example(["Đội 5"] * 201)
def test_many_are_folded_as_each_alone(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


VOWELS = "aăâeêioôơuưy"


@pytest.mark.parametrize("onset", ["", "b", "c", "đ", "gh", "h", "kh", "l", "ng", "ph", "qu", "s", "t", "tr", "v", "x"])
@pytest.mark.parametrize("vowel", VOWELS)
def test_tone_never_matters(onset: str, vowel: str) -> None:
    bare = fold(onset + vowel)
    for tone in "\u0300\u0301\u0303\u0309\u0323":
        assert fold(unicodedata.normalize("NFC", onset + vowel + tone)) == bare
