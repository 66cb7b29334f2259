"""The screen of the log: its lines, the categories to choose from, where it leads and comes from."""

from __future__ import annotations

from support.log import enter
from support.screens import Screens


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
    assert log.at == "entry/category", "a group is no category"
    log.press("backspace")
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
