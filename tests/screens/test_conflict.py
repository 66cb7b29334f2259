"""Two people at one cell: both values, and whoever comes second chooses. Nothing is lost either way."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.screens.conflict import ConflictScreen

CELL = "figure/so_khu"


@pytest.fixture
def conflict(screens: Screens) -> Screens:
    """54 typed over a colleague's 45."""
    screens.press("1", *["down"] * 4)
    assert screens.at == CELL
    screens.type("54")
    screens.colleague(CELL, "45")
    screens.press("enter")
    assert isinstance(screens.screen, ConflictScreen)
    return screens


def test_both_values_and_three_keys(conflict: Screens) -> None:
    said = " ".join(line.strip() for line in conflict.lines[2:4])
    assert said == "Số khu phố (thôn, ấp, xóm). Lúc 14:02 canbo2 đã sửa ô này thành 45; bạn nhập 54."
    assert "1 Giữ 54 · 2 Dùng 45 · 3 Để sau" in conflict.text
    assert conflict.stored(CELL) == "45", "nothing was saved over it"


def test_1_keeps_mine(conflict: Screens) -> None:
    conflict.press("1")
    assert conflict.stored(CELL) == "54"
    assert (conflict.at, conflict.sheet.typing) == (CELL, None)
    assert conflict.message == "Đã giữ giá trị của bạn."


def test_2_uses_theirs(conflict: Screens) -> None:
    conflict.press("2")
    assert conflict.stored(CELL) == "45"
    assert (conflict.at, conflict.sheet.typing) == (CELL, None)
    assert "45 khu" in conflict.cursor_line


@pytest.mark.parametrize("key", ["3", "escape"])
def test_3_leaves_both_theirs_stored_and_mine_typed(conflict: Screens, key: str) -> None:
    conflict.press(key)
    assert conflict.stored(CELL) == "45"
    assert (conflict.at, conflict.sheet.typing) == (CELL, "54")
    assert conflict.message.startswith("Chưa lưu: giá trị của đồng nghiệp đang ở đó.")
    conflict.press("f2")
    assert isinstance(conflict.screen, ConflictScreen), "it is asked again"


@pytest.mark.parametrize("key", ["enter", "x", "4", "f2", "f8", "delete"])
def test_no_other_key_chooses(conflict: Screens, key: str) -> None:
    conflict.press(key)
    assert isinstance(conflict.screen, ConflictScreen)
    assert conflict.stored(CELL) == "45"


def test_the_same_value_is_no_conflict(screens: Screens) -> None:
    screens.press("1", *["down"] * 4)
    screens.type("45")
    screens.colleague(CELL, "45")
    screens.press("enter")
    assert screens.at == "figure/dang_vien"
    assert screens.stored(CELL) == "45"


def test_another_cell_is_no_conflict(screens: Screens) -> None:
    screens.press("1", *["down"] * 4)
    screens.type("54")
    screens.colleague("figure/so_ho", "45")
    screens.press("enter")
    assert screens.stored(CELL) == "54"
    assert screens.stored("figure/so_ho") == "45"


def test_a_paste_over_a_colleagues_cell_asks_once_for_all(screens: Screens) -> None:
    screens.press("4", "down", "down")
    screens.colleague("results/suc_khoe/classes", "99")
    screens.paste("1\t2\n3\t4\n")
    assert isinstance(screens.screen, ConflictScreen)
    screens.press("2")
    assert screens.stored("results/suc_khoe/classes") == "99"
    assert screens.stored("results/phap_luat/classes") == "1", "what met nobody is saved all the same"
    assert screens.stored("results/suc_khoe/participations") == "4"


def test_long_texts_show_their_beginnings_and_the_choice_stays_on_the_screen(screens: Screens) -> None:
    screens.press("3", "enter")
    screens.type(" Của tôi. ")
    screens.paste("dài " * 400)
    screens.colleague("checklist/noi_quy/statement", "Của đồng nghiệp. " + "khác " * 400)
    screens.press("f2")
    assert isinstance(screens.screen, ConflictScreen)
    assert "canbo2 đã sửa thành: Của đồng nghiệp." in screens.text
    assert "1 Giữ của tôi · 2 Dùng của đồng nghiệp · 3 Giữ cả hai · 4 Để sau" in screens.text
    screens.resize(40, 10)
    assert "1 Giữ" in screens.text
