"""What was carried over stands beside last year's words, and is confirmed place by place or a section at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.review import review_section
from support.sample_database import sample_database
from support.screens import Screens, opened

from tthtcd_tui.report.place import Place


@pytest.fixture
def review(screens: Screens) -> Screens:
    """The year after the sample's, just carried over."""
    screens.press("end", "enter", "f4", "enter")
    screens.choose("  Rà soát ")
    assert screens.title == "RÀ SOÁT CHỖ CHÉP SANG"
    return screens


def left(screens: Screens) -> int:
    """How many places nobody has reviewed."""
    return len(screens.app.report.session.carried)


def test_both_years_stand_beside_each_other(review: Screens) -> None:
    assert review.lines[1].endswith(f"còn {left(review)} chỗ   trái: 2020-2021 · phải: 2021-2022")
    assert review.lines[2] == "> Cơ quan chủ quản"
    assert review.lines[3].split("│") == ["  UBND phường Mạo Khê                   ", " UBND phường Mạo Khê"]


def test_a_place_is_confirmed_with_one_key_and_undone_with_one(review: Screens) -> None:
    before = left(review)
    review.press("f2")
    assert left(review) == before - 1
    assert review.message == f"Đã rà soát 1 chỗ. Còn {before - 1} chỗ."
    assert "Cơ quan chủ quản" not in review.text
    assert review.cursor_line.startswith("> "), "the next one is under the cursor"
    review.press("ctrl+z")
    assert left(review) == before
    assert review.cursor_line == "> Cơ quan chủ quản"


@pytest.mark.long
def test_enter_edits_a_text_and_what_was_edited_is_reviewed(review: Screens) -> None:
    review.screen.reader.go_to(Place("report/recipients"))  # type: ignore[attr-defined]
    before = left(review)
    review.press("enter")
    assert review.title.startswith("NƠI NHẬN")
    review.press("end")
    review.type("x")
    review.press("escape", "escape")
    assert review.title == "RÀ SOÁT CHỖ CHÉP SANG"
    assert left(review) == before - 1


@pytest.mark.long
def test_a_section_at_once_when_all_of_it_was_seen(review: Screens) -> None:
    before = left(review)
    review_section(review)
    assert "chưa hiện trên màn hình" in review.message
    while "đều đúng?" not in review.message:
        review_section(review)  # the first unseen place is gone to
    review.press("enter")
    assert left(review) < before - 1
    assert not [place for place in review.app.report.session.carried if place.startswith("report/")]


@pytest.mark.long
@pytest.mark.parametrize("size", [(40, 20), (60, 15), (120, 40)])
def test_at_any_size_to_the_end(tmp_path: Path, size: tuple[int, int]) -> None:
    with opened(tmp_path, *size, path=sample_database(tmp_path)) as screens:
        screens.press("end", "enter", "f4", "enter")
        screens.choose("  Rà soát ")
        while left(screens):
            screens.press("f2")
        assert "Không còn chỗ nào" in screens.text
        screens.press("f2", "enter", "escape")
        assert screens.title == "TỔNG QUAN"
        assert "  Rà soát " not in screens.text
