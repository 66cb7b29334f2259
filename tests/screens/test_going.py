"""From anywhere to anywhere: Ctrl+G, the palette, help, F8, F9, Esc."""

from __future__ import annotations

import pytest
from support.matrix import LONG, every
from support.screens import Screens

from tthtcd_tui.screens.commands import BY_KEY, COMMANDS
from tthtcd_tui.screens.log import LogScreen
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.palette import PaletteScreen


@pytest.mark.parametrize("start", every(3, ["1", "3", "4", "f6", "f3", "f9"]))
def test_ctrl_g_and_a_digit_open_a_section_from_anywhere(screens: Screens, start: str) -> None:
    screens.press(start, "ctrl+g")
    assert screens.message == "Đi tới: 0 Chi tiết báo cáo · 1–8 dòng của Tổng quan · 9 Mọi lệnh · Esc Bỏ"
    screens.press("5")
    assert screens.title == "5 SỰ THAM GIA CỦA XÃ HỘI"
    screens.press("ctrl+g", "0")
    assert screens.title == "0 CHI TIẾT BÁO CÁO"
    screens.press("escape")
    assert isinstance(screens.screen, OverviewScreen)


def test_ctrl_g_saves_the_cell_and_esc_takes_it_back(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("5")
    screens.press("ctrl+g", "escape")
    assert screens.sheet.typing == "5"
    assert screens.title.startswith("1 ")
    screens.press("ctrl+g", "4")
    assert screens.stored("figure/dan_so") == "5"
    assert screens.title == "4 KẾT QUẢ HOẠT ĐỘNG"


def test_every_action_is_under_ctrl_g_9_and_in_the_palette_and_in_the_help_of_where_it_works(screens: Screens) -> None:
    listed: list[str] = []
    screens.press("1")
    works = screens.screen.has_command
    assert not works(BY_KEY["ctrl+f"]), "that is the editor's"
    for keys in (("ctrl+g", "9"), ("ctrl+p",), ("f1",)):
        screens.press("1", *keys)
        screens.resize(100, 70)
        listed.append(screens.text)
        screens.resize(80, 24)
        screens.press("escape", "escape")
    for command in COMMANDS:
        assert command.words in listed[0], command
        assert command.words in listed[1], command
        assert not command.shown or (command.words in listed[2]) == works(command), command
    for words in ("Chi tiết báo cáo", "Kết quả hoạt động", "Nhật ký hoạt động", "Các năm, trung tâm"):
        assert words in listed[0]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("ket qua", "4 KẾT QUẢ HOẠT ĐỘNG"),
        ("tro giup", "TRỢ GIÚP: 1 ĐẶC ĐIỂM ĐỊA PHƯƠNG"),
        pytest.param("chi tiet", "0 CHI TIẾT BÁO CÁO", marks=LONG),
        pytest.param("nhat ky hoat dong cua dong", "NHẬT KÝ HOẠT ĐỘNG", marks=LONG),
        pytest.param("tim moi o", "TÌM", marks=LONG),
        pytest.param("xem truoc van", "XEM TRƯỚC", marks=LONG),
        pytest.param("trung tam mo", "CÁC NĂM, TRUNG TÂM", marks=LONG),
    ],
)
def test_the_palette_finds_without_marks_and_does_it(screens: Screens, words: str, title: str) -> None:
    screens.press("1", "ctrl+p")
    assert isinstance(screens.screen, PaletteScreen)
    screens.type(words)
    screens.press("enter")
    assert screens.title == title


def test_the_palette_does_it_on_the_screen_below(screens: Screens) -> None:
    screens.press("1", "down", "down", "delete", "ctrl+p")
    screens.type("nam truoc vao")
    screens.press("enter")
    assert screens.stored("figure/dan_so") == "gần 40.000"
    screens.press("f6")
    screens.type("5/3")
    screens.press("enter")
    screens.type("2")
    screens.press("enter", "ctrl+p")
    screens.type("nam truoc vao")
    screens.press("enter")
    assert isinstance(screens.screen, LogScreen)
    assert "Nuôi cá nước ngọt" in screens.cursor_line, "here it copies the activity above"


@pytest.mark.long
def test_ctrl_q_is_in_the_palette_too(screens: Screens) -> None:
    screens.press("1", "ctrl+g", "9")
    screens.type("thoat")
    screens.press("enter")
    assert screens.app._exit


def test_the_help_is_of_the_screen_below_and_every_way_leads_back(screens: Screens) -> None:
    screens.press("4", "f1")
    assert screens.title == "TRỢ GIÚP: 4 KẾT QUẢ HOẠT ĐỘNG"
    assert screens.lines[2] == "> Ở màn hình này"
    screens.press("enter")
    assert screens.title == "4 KẾT QUẢ HOẠT ĐỘNG"
    screens.press("f6", "f1")
    assert "sau Lượt người thì lưu hoạt động" in screens.text
    screens.press("end")
    assert "Đi tới một mục" in screens.text


@pytest.mark.long
def test_f8_goes_through_every_gap_cell_by_cell_and_round(screens: Screens) -> None:
    gaps = [
        "report/signer", "figure/dan_so", "checklist/noi_quy/status", "checklist/noi_quy/statement",
        "results/phap_luat/classes", "results/phap_luat/participations", "rating/ton_giao/level",
        "indicator/an_ninh/text",
    ]  # fmt: skip
    for place in gaps:
        screens.colleague(place, "")
    screens.press("f5")
    seen = []
    for _ in gaps:
        screens.press("f8")
        seen.append(screens.at)
    assert seen == gaps
    screens.press("f8")
    assert screens.at == gaps[0], "round to the first"


@pytest.mark.long
def test_f8_goes_on_from_where_one_is(screens: Screens) -> None:
    for place in ("figure/dan_so", "figure/so_khu", "results/phap_luat/classes"):
        screens.colleague(place, "")
    screens.press("f5", "1", *["down"] * 3)
    screens.press("f8")
    assert screens.at == "figure/so_khu"
    screens.press("f8")
    assert screens.at == "results/phap_luat/classes"
    screens.type("5")
    screens.press("f8")
    assert screens.stored("results/phap_luat/classes") == "5"
    assert screens.at == "figure/dan_so"
    screens.press("down", "down", "escape", "f8")
    assert screens.at == "figure/so_khu", "from the overview it goes on from where one stopped, too"


@pytest.mark.long
def test_f8_at_the_only_gap_says_so(screens: Screens) -> None:
    screens.colleague("figure/dan_so", "")
    screens.press("f5", "f8")
    assert screens.at == "figure/dan_so"
    screens.press("f8")
    assert screens.at == "figure/dan_so"
    assert screens.message.startswith("Chỉ còn chỗ này. Dân số: chưa nhập.")


def test_f8_without_gaps_says_what_is_next(screens: Screens) -> None:
    screens.press("f8")
    assert screens.message == "Không còn chỗ thiếu hay sai. F9 để xem trước, rồi xuất DOCX."


@pytest.mark.long
def test_esc_leads_from_every_screen_to_the_overview(screens: Screens) -> None:
    for keys in (("f3",), ("ctrl+p",), ("f1",), ("f6",), ("f9",), ("7",), ("8",), ("0",), ("6", "f3")):
        screens.press(*keys)
        for _ in range(3):
            if isinstance(screens.screen, OverviewScreen):
                break
            screens.press("escape")
        assert isinstance(screens.screen, OverviewScreen), keys


def test_keys_typed_ahead_of_the_screen_they_are_for_wait_for_it(screens: Screens) -> None:
    screens.press("1", "down", "down", "4", "2", "enter", "escape", "4", "down", "7", "enter")
    assert screens.stored("figure/dan_so") == "42"
    assert screens.stored("results/hoc_nghe/classes") == "7"


def test_what_a_key_declined_is_told_on_the_screen_that_it_led_to(screens: Screens) -> None:
    """The screen below is current for Textual, too: what it says there, nobody reads."""
    screens.press("f6")
    screens.paste("5/3/2021\tLuật A\tNhà văn hóa\tGiáo dục pháp luật\t1\t10\n")
    assert "Enter để nhận" in screens.message
    screens.press("f1")
    assert screens.title.startswith("TRỢ GIÚP")
    assert screens.message.startswith("Chưa dán gì.")
