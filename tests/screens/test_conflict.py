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


def choices(screens: Screens) -> list[str]:
    words = [line.removeprefix(">").strip() for line in screens.lines]
    return [line for line in words if line.startswith(("Giữ ", "Dùng ", "Để sau"))]


@pytest.mark.long
def test_both_values_and_three_choices_the_last_of_which_changes_nothing(conflict: Screens) -> None:
    said = " ".join(line.strip() for line in conflict.lines[2:4])
    assert said == "Số khu phố (thôn, ấp, xóm). Lúc 14:02 canbo2 đã sửa ô này thành 45; bạn nhập 54."
    assert choices(conflict) == ["Giữ 54", "Dùng 45", "Để sau"]
    assert conflict.cursor_line.strip("> ") == "Để sau"
    assert conflict.stored(CELL) == "45", "nothing was saved over it"


@pytest.mark.long
def test_mine_is_kept(conflict: Screens) -> None:
    conflict.choose("Giữ 54")
    assert conflict.stored(CELL) == "54"
    assert (conflict.at, conflict.sheet.typing) == (CELL, None)
    assert conflict.message == "Đã giữ giá trị của bạn."


@pytest.mark.long
def test_theirs_is_used(conflict: Screens) -> None:
    conflict.choose("Dùng 45")
    assert conflict.stored(CELL) == "45"
    assert (conflict.at, conflict.sheet.typing) == (CELL, None)
    assert "45 khu" in conflict.cursor_line


@pytest.mark.parametrize("key", ["enter", "escape"])
def test_later_leaves_both_theirs_stored_and_mine_typed(conflict: Screens, key: str) -> None:
    conflict.press(key)
    assert conflict.stored(CELL) == "45"
    assert (conflict.at, conflict.sheet.typing) == (CELL, "54")
    assert conflict.message.startswith("Chưa lưu: giá trị của đồng nghiệp đang ở đó.")
    assert "X canbo2 đã sửa ô này thành 45." in conflict.text
    conflict.press("f2")
    assert isinstance(conflict.screen, ConflictScreen), "it is asked again"


@pytest.mark.long
@pytest.mark.parametrize("key", ["1", "2", "3", "x", "f2", "f8", "delete"])
def test_no_other_key_chooses(conflict: Screens, key: str) -> None:
    conflict.press(key)
    assert isinstance(conflict.screen, ConflictScreen)
    assert conflict.stored(CELL) == "45"
    assert len(key) > 1 or conflict.message.startswith(f"Chưa ghi “{key}”: đang có câu hỏi")


def test_what_was_typed_before_the_question_was_seen_answers_nothing(screens: Screens) -> None:
    screens.press("1", *["down"] * 4)
    screens.type("54")
    screens.colleague(CELL, "45")
    screens.press("enter", "up", "enter", "7", "enter")
    assert isinstance(screens.screen, ConflictScreen)
    assert screens.stored(CELL) == "45"
    assert screens.message.startswith("Chưa ghi “7”")


def test_the_same_value_is_no_conflict(screens: Screens) -> None:
    screens.press("1", *["down"] * 4)
    screens.type("45")
    screens.colleague(CELL, "45")
    screens.press("enter")
    assert screens.at == "figure/dang_vien"
    assert screens.stored(CELL) == "45"


@pytest.mark.long
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
    screens.choose("Dùng 99")
    assert screens.stored("results/suc_khoe/classes") == "99"
    assert screens.stored("results/phap_luat/classes") == "1", "what met nobody is saved all the same"
    assert screens.stored("results/suc_khoe/participations") == "4"


@pytest.mark.long
def test_long_texts_show_their_beginnings_and_the_choice_stays_on_the_screen(screens: Screens) -> None:
    screens.press("3", "enter", "enter", "enter")
    screens.type(" Của tôi. ")
    screens.paste("dài " * 400)
    screens.colleague("checklist/noi_quy/statement", "Của đồng nghiệp. " + "khác " * 400)
    screens.press("f2")
    assert isinstance(screens.screen, ConflictScreen)
    assert "canbo2 đã sửa thành: Của đồng nghiệp." in screens.text
    assert choices(screens) == ["Giữ của tôi", "Dùng của đồng nghiệp", "Giữ cả hai", "Để sau"]
    screens.resize(40, 10)
    assert choices(screens) == ["Giữ của tôi", "Dùng của đồng nghiệp", "Giữ cả hai", "Để sau"]
