"""Chi tiết báo cáo: number, date, names, addressees, recipients, signer, the period."""

from __future__ import annotations

from datetime import date

import pytest
from support.screens import Screens
from support.stores import save

from tthtcd_tui.screens.paragraphs import ParagraphsScreen


@pytest.fixture
def details(screens: Screens) -> Screens:
    screens.press("0")
    return screens


def go(details: Screens, key: str) -> None:
    details.press("home", *["up"] * 20)
    while details.at != f"report/{key}":
        details.press("down")


@pytest.mark.long
def test_the_period_and_every_field_of_the_form(details: Screens) -> None:
    assert details.lines[2] == "     Kỳ báo cáo: năm học 2020-2021 (01/09/2020–31/08/2021)"
    seen = details.text
    details.press("pagedown", "pagedown")
    seen += details.text
    for field in details.store.snapshot(details.year.report_id).form.records["report"].values():
        assert field.label in seen, field.label


@pytest.mark.long
@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("number", "12", "12"),
        ("date", "05/06/2021", "5/6/2021"),
        ("signer", "Trần Thị Bình", "Trần Thị Bình"),
        ("superior", "UBND phường Đông Triều", "UBND phường Đông Triều"),
    ],
)
def test_a_field_is_typed(details: Screens, key: str, typed: str, stored: str) -> None:
    go(details, key)
    details.type(typed)
    details.press("enter")
    assert details.stored(f"report/{key}") == stored


@pytest.mark.long
def test_a_date_that_is_none_is_refused_in_words(details: Screens) -> None:
    go(details, "date")
    details.type("31/6/2021")
    details.press("enter")
    assert "31/6/2021" in details.message
    details.press("f8")
    assert details.at == "report/date"
    assert details.sheet.error
    assert "31/6/2021" in details.cursor_line


def test_a_day_without_its_year_is_taken_and_told(details: Screens) -> None:
    go(details, "date")
    details.type("10/6")
    details.press("enter")
    assert details.stored("report/date") == "10/6/2021"
    assert details.message == "“10/6” chưa có năm: hiểu là 10/6/2021."


def test_addressees_are_a_line_each_in_an_editor(details: Screens) -> None:
    go(details, "addressees")
    details.press("enter")
    assert isinstance(details.screen, ParagraphsScreen)
    assert details.message.startswith("Mỗi dòng một mục.")
    details.press("enter")
    details.type("UBND phường Mạo Khê")
    details.press("tab")
    assert details.stored("report/addressees") == ("Phòng Giáo dục và Đào tạo thị xã Đông Triều\nUBND phường Mạo Khê")
    assert details.at == "report/legal_basis"
    assert "2 dòng: Phòng" in details.line("Kính gửi")


@pytest.mark.long
def test_lines_pasted_into_a_list_open_it_with_them(details: Screens) -> None:
    go(details, "legal_basis")
    details.paste("Luật Giáo dục\nThông tư 09\n")
    assert isinstance(details.screen, ParagraphsScreen)
    details.press("tab")
    assert details.stored("report/legal_basis") == "Luật Giáo dục\nThông tư 09"


@pytest.mark.long
def test_an_item_on_no_screen_is_given_a_section_here(details: Screens) -> None:
    save(details.store, details.year.report_id, {"own/lac/label": "Nội dung lạc", "own/lac/section": "bo_may"})
    details.press("f5", "escape", "f8")
    assert details.title == "0 CHI TIẾT BÁO CÁO"
    assert details.at == "own/lac/section"
    assert "Nội dung tự đánh giá thêm, chưa thuộc mục nào" in details.text
    assert details.message.startswith("Gõ số rồi Enter: 1 Đặc điểm tình hình địa phương · 2 Bộ máy quản lý · 3 Ban")
    details.type("4")
    details.press("enter")
    assert details.stored("own/lac/section") == "Triển khai và thực hiện văn bản chỉ đạo của cấp trên"
    assert "chưa thuộc mục nào" not in details.text
    details.press("f8")
    assert (details.title, details.at) == ("3 NỘI DUNG TỰ ĐÁNH GIÁ", "own/lac/status")


@pytest.mark.long
def test_an_item_on_no_screen_is_removed_here(details: Screens) -> None:
    save(details.store, details.year.report_id, {"own/lac/label": "Nội dung lạc"})
    details.press("f5", "escape", "f8", "down", "down")
    assert details.cursor_line == ">    Xóa Nội dung lạc"
    details.press("enter")
    details.agree()
    assert not details.store.snapshot(details.year.report_id).facts.own_items


def test_the_deadline_is_asked_counted_on_the_overview_and_not_printed(screens: Screens) -> None:
    screens.choose("Hạn nộp")
    assert screens.at == "report/due"
    screens.type("1/6")
    screens.press("enter")
    assert screens.message.startswith("“1/6” chưa có năm: hiểu là 1/6/2021.")
    screens.press("up", "down")
    assert screens.stored("report/due") == "1/6/2021"
    assert "Không in" in screens.text
    screens.press("escape")
    assert screens.lines[1].endswith("còn 12 ngày đến 1/6")
    screens.app.clock = lambda: date(2021, 6, 4)
    screens.press("f5")
    assert screens.line("  Hạn nộp ").endswith("quá hạn 3 ngày (1/6/2021)")
    screens.press("ctrl+z")
    assert "chưa ghi" in screens.line("  Hạn nộp ")
