"""Where names and titles break: between the parts of a phrase, as a person would."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.exports.word import measures as m
from tthtcd_tui.exports.word.lines import Setting, setting
from tthtcd_tui.exports.word.widths import Face, text_width


def broken(text: str, room: int, size: int = m.SIZE_HEAD, face: Face = Face.BOLD) -> list[str]:
    """The lines a word processor makes of it: typed breaks first, then each line is filled."""
    said = setting(text, size, face, room)
    assert said.room <= room
    lines: list[str] = []
    for part in typed_parts(text, said):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".lstrip()
            if line and text_width(longer, size, face) > said.room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    # Each word's width is rounded by itself.
    assert max(text_width(line, size, face) for line in lines) == pytest.approx(said.longest, abs=len(text) // 2)
    return lines


def typed_parts(text: str, said: Setting) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *said.typed, len(text)))]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", ["TRUNG TÂM HỌC TẬP CỘNG ĐỒNG"]),
        (
            "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG PHƯỜNG MẠO KHÊ",
            ["TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", "PHƯỜNG MẠO KHÊ"],
        ),
        (
            "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG ĐẶC KHU PHÚ QUỐC",
            ["TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", "ĐẶC KHU PHÚ QUỐC"],
        ),
        (
            "TRUNG TÂM VĂN HÓA, THỂ THAO VÀ HỌC TẬP CỘNG ĐỒNG PHƯỜNG TRẦN HƯNG ĐẠO",
            ["TRUNG TÂM VĂN HÓA, THỂ THAO", "VÀ HỌC TẬP CỘNG ĐỒNG", "PHƯỜNG TRẦN HƯNG ĐẠO"],
        ),
        (
            "TRUNG TÂM VĂN HÓA - THỂ THAO VÀ HỌC TẬP CỘNG ĐỒNG XÃ PHÚ HỮU",
            ["TRUNG TÂM VĂN HÓA - THỂ THAO", "VÀ HỌC TẬP CỘNG ĐỒNG", "XÃ PHÚ HỮU"],
        ),
        (
            "ỦY BAN NHÂN DÂN XÃ NGUYỄN BỈNH KHIÊM THÀNH PHỐ HẢI PHÒNG",
            ["ỦY BAN NHÂN DÂN", "XÃ NGUYỄN BỈNH KHIÊM", "THÀNH PHỐ HẢI PHÒNG"],
        ),
    ],
)
def test_a_name_in_the_letterhead(name: str, lines: list[str]) -> None:
    assert broken(name, m.HEAD_LEFT) == lines


def test_a_name_that_has_less_room_breaks_within_it_between_words() -> None:
    name = "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG XÃ PHÚ HỮU"
    assert broken(name, m.HEAD_LEFT - m.APART) == ["TRUNG TÂM HỌC TẬP", "CỘNG ĐỒNG XÃ PHÚ HỮU"]


def test_a_title_keeps_its_text_whole_and_gets_less_room() -> None:
    title = "Tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng năm học 2020-2021"
    assert broken(title, m.TEXT_WIDTH, m.SIZE) == [
        "Tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng",
        "năm học 2020-2021",
    ]
    said = setting(title, m.SIZE, Face.BOLD, m.TEXT_WIDTH)
    assert said.typed == ()
    # Neither the last word of a line nor the first of the next is a matter of a few twips.
    assert said.longest + 200 < said.room < text_width(title[: title.index(" học 2020")], m.SIZE, Face.BOLD) - 200


def test_what_fits_on_one_line_has_all_the_room() -> None:
    assert setting("XÃ PHÚ HỮU", 24, Face.BOLD, 4000) == Setting(4000, 1525)
    assert setting("", 24, Face.BOLD, 4000) == Setting(4000, 0)
    assert setting("   ", 24, Face.BOLD, 4000) == Setting(4000, 0)


@pytest.mark.parametrize(
    "text", ["A" * 500, "A" * 80 + " và " + "B" * 80, "nhà văn hóa - " * 70_000, " " * 10**6, "-" * 10**6]
)
def test_what_no_line_holds_is_left_to_the_word_processor(text: str) -> None:
    said = setting(text, 24, Face.BOLD, 3000)
    assert (said.room, said.typed) == (3000, ())
    assert said.longest <= 3000


names = st.lists(
    st.sampled_from("trung tâm học tập cộng đồng xã phường Phú Hữu và của - 2020-2021 (để b/c), thị trấn năm x".split())
    | st.text("aă- (,漢\u0301", max_size=5),
    max_size=14,
).map(" ".join)


@given(names, st.integers(200, 9000), st.sampled_from([24, 28]), st.sampled_from(Face))
def test_any_name(text: str, room: int, size: int, face: Face) -> None:
    said = setting(text, size, face, room)
    assert 0 <= said.longest <= said.room <= room
    assert list(said.typed) == sorted(set(said.typed))
    for at in said.typed:
        assert text[at] == " "
        assert text[at - 1] != " "
    for part in typed_parts(text, said) if said.typed else ():
        # What stands on a line of its own fits on it.
        assert text_width(part.strip(" "), size, face) <= said.room + len(part)
