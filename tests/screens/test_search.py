"""F3 finds sections, cells and activities by their words, without diacritics."""

from __future__ import annotations

import re

import pytest
from support.screens import Screens

from tthtcd_tui.screens.log import LogScreen


def found(screens: Screens) -> list[str]:
    """The lines of the list, without the sign of the cursor."""
    return [line[1:].rstrip() for line in screens.lines[3:-3] if line.strip()]


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("so ho", "Số hộ gia đình"),
        ("SỐ HỘ", "Số hộ gia đình"),
        ("dan so", "Dân số"),
        ("phap luat", "Giáo dục pháp luật: Số lớp"),
        ("vu thanh hai", "Họ và tên người ký"),
        ("ty le biet", "Tỷ lệ biết chữ trong các độ tuổi"),
        ("ti le biet", "Tỷ lệ biết chữ trong các độ tuổi"),
        ("ket qua", "Mục 4: Kết quả hoạt động"),
        ("d d", "Mục 1: Đặc điểm địa phương"),
    ],
)
def test_the_best_fit_comes_first(screens: Screens, words: str, first: str) -> None:
    screens.press("f3")
    screens.type(words)
    assert found(screens)[0].startswith(first), screens.text


def test_enter_goes_to_the_cell(screens: Screens) -> None:
    screens.press("f3")
    screens.type("so ho")
    screens.press("enter")
    assert screens.at == "figure/so_ho"
    screens.press("f3")
    screens.type("ket qua")
    screens.press("enter")
    assert screens.title == "4 KẾT QUẢ HOẠT ĐỘNG"


def test_what_is_typed_is_saved_before_one_searches(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("5")
    screens.press("f3")
    assert screens.stored("figure/dan_so") == "5"
    screens.type("dan so")
    assert "5" in found(screens)[0]


def test_values_and_gaps_are_shown(screens: Screens) -> None:
    screens.colleague("figure/so_ho", "")
    screens.press("f5", "f3")
    screens.type("so ho")
    assert found(screens)[0].split("  ")[-1].strip() == "(còn thiếu)"
    screens.press("escape", "f3")
    screens.type("dan so")
    assert "trên 40.000" in found(screens)[0]


@pytest.mark.long
def test_answers_are_shown_and_found_as_they_read(screens: Screens) -> None:
    screens.colleague("figure/so_ho", "-")
    screens.press("f5", "f3")
    screens.type("so ho")
    assert found(screens)[0].split("  ")[-1].strip() == "không có"
    screens.press("escape", "f3")
    screens.type("nha van hoa khu pho va san choi")
    assert re.search(r"Với \d+ nhà văn hóa", found(screens)[0]), "the figure, not the key of the link to it"


def test_an_activity_is_found_and_stands_under_the_cursor_in_the_log(screens: Screens) -> None:
    screens.press("f3")
    screens.type("thanh long")
    assert found(screens)[0].startswith("Nhật ký 18/3/2021: Trồng và bảo quản thanh lo…"), "its name says so"
    screens.press("enter")
    assert isinstance(screens.screen, LogScreen)
    assert screens.cursor_line.startswith(">      18/3/2021")
    assert "Tìm: thanh long" in screens.text


def test_members_and_items_of_the_centres_own_are_found(screens: Screens) -> None:
    screens.press("3", *["down"] * 5, "enter")
    screens.type("Tủ sách lưu động")
    screens.press("f3")
    screens.type("tu sach luu")
    screens.press("enter")
    assert screens.at.startswith("own/")
    screens.press("f3")
    screens.type("hieu truong")
    screens.press("enter")
    assert screens.title == "2 BAN GIÁM ĐỐC"
    assert screens.at.endswith("/duty")


def test_nothing_found_says_so_and_backspace_widens(screens: Screens) -> None:
    screens.press("f3")
    screens.type("so hox")
    assert screens.message.startswith("Không tìm thấy. Thử ít chữ hơn.")
    screens.press("enter", "backspace")
    assert found(screens)[0].startswith("Số hộ gia đình")
    assert screens.message.startswith("Gõ vài chữ, không cần dấu; Enter để mở.")


def test_esc_goes_back_to_where_one_was(screens: Screens) -> None:
    screens.press("4", "down", "f3")
    screens.type("x")
    screens.press("escape")
    assert screens.at == "results/hoc_nghe/classes"


def test_a_paste_is_searched_for(screens: Screens) -> None:
    screens.press("f3")
    screens.paste("Số hộ\ngia đình")
    assert found(screens)[0].startswith("Số hộ gia đình")


def test_ctrl_f_replaces_in_the_whole_report_what_was_looked_for(screens: Screens) -> None:
    screens.press("f3")
    assert "Ctrl+F: thay chữ trong cả báo cáo" in screens.message
    screens.type("phường")
    screens.press("ctrl+f")
    assert screens.title == "THAY TRONG CẢ BÁO CÁO"
    assert "phường" in screens.lines[2]


def test_who_looks_for_a_command_is_told_where_those_are(screens: Screens) -> None:
    screens.press("f3")
    screens.type("chốt")
    assert screens.message == "Không tìm thấy. Thử ít chữ hơn. Tìm lệnh thì bấm Ctrl+P."
