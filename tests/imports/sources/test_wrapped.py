"""Lines that a program broke at a width become paragraphs; what stands in lines of its own stays in them."""

from __future__ import annotations

from textwrap import wrap

import pytest

from tthtcd_tui.imports.sources.wrapped import unwrapped

LONG = "Bà con quen với việc học buổi tối sau khi xong việc đồng áng và cơm nước cho con cái ở nhà"


def paragraphs(lines: list[str]) -> list[str]:
    return [text for _, text in unwrapped(lines)]


@pytest.mark.parametrize("width", [50, 64, 72, 80])
def test_paragraphs_broken_at_any_width_come_back(width: int) -> None:
    text = [f"{LONG}.", "I. Tổ chức", f"{LONG}, {LONG}.", "- Một;", "- Hai."]
    broken = [line for each in text for line in wrap(each, width)]
    assert paragraphs(broken) == text


def test_each_paragraph_is_where_it_begins() -> None:
    broken = [*wrap(f"{LONG}, {LONG}.", 60), "Hết."]
    assert list(unwrapped(broken)) == [(1, f"{LONG}, {LONG}."), (len(broken), "Hết.")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Họ tên", "Chức vụ", "Ghi chú"],
        [f"{LONG}, {LONG}, {LONG}", "dòng sau", f"{LONG}, {LONG}, {LONG}", "dòng sau"],
        ["a" * 60, "- mục một dài hơn", "a" * 60, "1. mục hai dài hơn", "a" * 60, "MỤC BA VIẾT HOA"],
        ["a" * 60, "bảng\tcột", "a" * 60, "cột    cột", "", "a" * 60],
        [],
    ],
    ids=["short lines", "nothing broke them", "items and headings", "columns", "none"],
)
def test_lines_that_are_lines_stay(lines: list[str]) -> None:
    assert paragraphs(lines) == lines


def test_a_sentence_broken_behind_a_semicolon_or_before_capitals_goes_on() -> None:
    text = [f"{LONG}; tổng số 71 lớp của các trường.", f"{LONG} xong, đạt chuẩn phổ cập mầm non, tiểu học và THCS."]
    for width in range(50, 80):
        assert paragraphs([line for each in text for line in wrap(each, width)]) == text


def test_lines_of_letters_of_unlike_widths_go_on_within_a_sentence() -> None:
    broken = [*wrap(f"{LONG}, {LONG}.", 70), "Xã giữ vững đạt chuẩn phổ cập giáo dục mầm non,", "tiểu học và THCS."]
    assert paragraphs(broken) == [
        f"{LONG}, {LONG}.",
        "Xã giữ vững đạt chuẩn phổ cập giáo dục mầm non, tiểu học và THCS.",
    ]
