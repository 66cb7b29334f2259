"""The first steps on the sample: each waits for the key it teaches, and leaves nothing behind."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.screens.guide import GuideScreen
from tthtcd_tui.tasks.session.guide_seen import guide_was_seen


@pytest.fixture
def guide(screens: Screens) -> Screens:
    screens.press("ctrl+p")
    screens.type("huong dan")
    screens.press("enter")
    assert isinstance(screens.screen, GuideScreen)
    return screens


@pytest.mark.long
def test_five_steps_each_with_its_key(guide: Screens) -> None:
    before = guide.changes
    assert guide.title == "HƯỚNG DẪN NHANH · 1/5"
    assert "thiếu: Phổ biến kiến thức" in guide.line("Kết quả hoạt động")
    guide.press("1")
    assert guide.message == "Đã mở mục 1. Enter để tiếp tục."
    assert "Dân số" in guide.text, "it is really opened"
    guide.press("enter")
    guide.type("1.250")
    guide.press("enter")
    assert guide.message == "Đã lưu. Góc trên bên phải luôn báo lúc lưu gần nhất. Enter để tiếp tục."
    assert "1.250 khu" in guide.text
    guide.press("enter", "ctrl+z")
    assert guide.message == "Số cũ đã trở lại. Enter để tiếp tục."
    assert "24 khu" in guide.text
    guide.press("enter", "f8")
    assert guide.message == "Đây là ô còn trống. Enter để tiếp tục."
    assert "Phổ biến kiến thức" in guide.cursor_line
    guide.press("enter", "f9")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in guide.text
    guide.press("enter")
    assert guide.title == "TỔNG QUAN"
    assert guide_was_seen()
    assert guide.changes == before, "the year that is open was not touched"


def test_enter_passes_over_a_step_and_esc_ends_it(guide: Screens) -> None:
    guide.press("enter", "enter")
    assert guide.title == "HƯỚNG DẪN NHANH · 3/5"
    guide.press("escape")
    assert guide.title == "TỔNG QUAN"


def test_esc_ends_it_though_what_is_typed_is_refused(guide: Screens) -> None:
    guide.press("enter")
    guide.type("hai bốn")
    guide.press("escape", "escape")
    assert guide.title == "TỔNG QUAN"


@pytest.mark.long
def test_undo_says_that_nothing_was_typed_where_typing_was_passed_over(guide: Screens) -> None:
    guide.press("enter", "enter", "ctrl+z")
    assert guide.message == "Bạn chưa sửa gì để hoàn tác: gõ một số, mũi tên xuống, rồi Ctrl+Z."
    guide.type("7")
    guide.press("down", "ctrl+z")
    assert guide.message == "Số cũ đã trở lại. Enter để tiếp tục."
    assert "24 khu" in guide.text


@pytest.mark.long
def test_what_is_refused_is_said_beside_the_cell(guide: Screens) -> None:
    guide.press("enter")
    guide.type("1,5")
    guide.press("enter")
    assert any("X Ô này chỉ nhận số nguyên" in line for line in guide.lines)
    guide.press("escape")
    assert guide.title == "HƯỚNG DẪN NHANH · 2/5", "Esc drops what was typed first"


@pytest.mark.long
@pytest.mark.parametrize("key", ["f3", "f6", "ctrl+g", "ctrl+p", "delete"])
def test_no_other_key_leads_out_of_the_guide_or_into_the_year(guide: Screens, key: str) -> None:
    before = guide.changes
    guide.press(key)
    assert isinstance(guide.screen, GuideScreen)
    assert guide.changes == before
