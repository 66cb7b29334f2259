"""The screen of the log: its lines, the categories to choose from, where it leads and comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.log import enter
from support.screens import Screens, opened


def test_the_line_to_enter_the_line_to_find_and_the_newest_below(log: Screens) -> None:
    assert log.lines[2:8] == [
        "       Ngày        Loại           Tên hoạt động               Số lớp  Lượt người",
        ">Mới   ·           ·              ·                                ·           ·",
        "  F3   Tìm:                         Loại: tất cả              Xếp theo: Ngày",
        "    1–7 / 7 hoạt động · tổng cả nhật ký: 7 lớp, 750 lượt người",
        "       22/4/2021   Phát triển k…  Nuôi cá nước ngọt                1          45",
        "       18/3/2021   Phát triển k…  Trồng và bảo quản thanh l…       1          40",
    ]


def test_categories_stand_below_while_one_is_chosen_by_number_or_words(log: Screens) -> None:
    enter(log, "5/3")
    assert log.at == "entry/category"
    assert [line.strip() for line in log.lines[6:12]] == [
        "1 Học chương trình xóa mù chữ", "2 Học nghề ngắn hạn", "3 Các chuyên đề: gõ số này để mở nhóm",
        "4 Hoạt động văn nghệ, thể thao", "5 Hoạt động của các câu lạc bộ",
        "6 Phổ biến kiến thức qua đài truyền thanh",
    ]  # fmt: skip
    log.type("3")
    assert [line.strip() for line in log.lines[6:12]] == [
        "31 a) Giáo dục pháp luật", "32 b) Giáo dục sức khỏe", "33 c) Giáo dục môi trường",
        "34 d) Văn hóa xã hội", "35 e) Phát triển kinh tế", "36 g) Giáo dục kỹ năng sống",
    ]  # fmt: skip
    log.press("enter")
    assert "“3” có thể là 31 a) Giáo dục pháp luật" in log.message, "a group is no category"
    log.press("f8")
    assert log.at == "entry/category"
    assert "36 g) Giáo dục kỹ năng sống" in log.text, "those of the group are there to choose from"
    log.type("suc")
    assert " 32 b) Giáo dục sức khỏe" in log.text
    assert "Học nghề ngắn hạn" not in log.text
    log.press("enter")
    assert "Giáo dục sức…" in log.cursor_line
    assert log.at == "entry/title"
    assert "1–7 / 7 hoạt động" in log.text


def test_the_results_table_adds_it_up(log: Screens) -> None:
    enter(log, "5/3", "2", "Lớp may", "3", "60")
    log.press("escape", "4")
    assert log.line("Học nghề ngắn hạn").split("│")[0].split()[-2:] == ["5", "600"]


def test_from_a_results_row_its_category_is_set(screens: Screens) -> None:
    screens.press("4", "down", "f6")
    assert screens.at == "entry/date"
    enter(screens, "5/3")
    assert screens.at == "entry/category"
    assert "Học nghề ngắ…" in screens.cursor_line


def test_help_is_of_the_log(log: Screens) -> None:
    log.press("f1")
    assert "chép ô này của hoạt động vừa ghi" in log.text
    assert "Chép từ năm trước vào ô trống" not in log.text.split("Khi nhập")[0]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Screens]:
    """The log at 40×12, at the line to enter, where three records have room."""
    with opened(tmp_path, 40, 12) as screens:
        screens.press("f6")
        yield screens


def said(log: Screens) -> str:
    """What the line above the records says of how many are in sight."""
    words = log.line("· tổng ").split("·")[0].removesuffix("hoạt động ")
    return " / ".join(part.strip() for part in words.split("/"))


def counted(log: Screens) -> str:
    """What it must say, by the records that have a line on the screen."""
    titles = [activity.title[:12] for activity in log.store.log.page(log.year.report_id).activities]
    shown = [title for line in log.lines for title in dict.fromkeys(titles) if title in line]
    if not shown:
        return f"{len(titles)}"
    first = next(at for at in range(len(titles)) if titles[at : at + len(shown)] == shown)
    return f"{first + 1}–{first + len(shown)} / {len(titles)}"


def test_records_that_a_question_leaves_no_row_for_are_not_counted_as_shown(small: Screens) -> None:
    assert said(small) == counted(small) == "1–3 / 7"
    enter(small, "5/3", "31", "12/4")
    assert small.screen.is_asking
    assert said(small) == counted(small) == "1–2 / 7"
    small.press("enter")
    assert said(small) == counted(small) == "1–3 / 7", "it was answered"


def test_nor_are_those_below_the_reason_why_a_cell_was_not_taken(small: Screens) -> None:
    enter(small, "31/2")
    small.press("shift+tab")
    assert said(small) == counted(small) == "1–1 / 7"
    small.press("backspace")
    assert said(small) == counted(small) == "1–3 / 7", "it is typed again"


def test_where_no_record_has_room_only_how_many_there_are_is_said(small: Screens) -> None:
    enter(small, "5/3", "31", "Luật Đất đai", "xx")
    small.press("shift+tab")
    assert said(small) == counted(small) == "7"
    assert "Chưa có hoạt động nào" not in small.text


def test_scrolled_to_a_record_whose_cell_was_not_taken_those_in_sight_are_counted(small: Screens) -> None:
    small.press(*["down"] * 6)
    assert said(small) == counted(small) == "3–5 / 7"
    enter(small, "zz")
    assert "zz" in small.cursor_line
    assert said(small) == counted(small) == "3–5 / 7", "the lines to enter and to find gave way"
