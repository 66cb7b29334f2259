"""The terminal's own cursor: it stands where a letter typed now would appear, for input methods and magnifiers."""

from __future__ import annotations

import pytest
from support.paragraphs import EMPTY, opened_at
from support.screens import Screens

from tthtcd_tui.widgets.canvas import Canvas


def under_cursor(screens: Screens, back: int = 0) -> str:
    """What stands on the screen from the terminal's cursor on, or from so many cells before it."""
    x, y = screens.app.cursor_position
    return screens.lines[y][x - back :]


def test_in_a_sheet_it_stands_on_the_cell_and_behind_what_is_typed(screens: Screens) -> None:
    screens.press("4", "enter", "enter", "enter")
    assert under_cursor(screens).split() == ["2", "540│", "3", "410", "nhật", "ký"]
    screens.type("17")
    assert under_cursor(screens, back=2).startswith("17 ")
    screens.press("left", "left")
    assert under_cursor(screens).startswith("17 ")


def test_on_a_row_that_does_something_it_stands_at_its_sign(screens: Screens) -> None:
    screens.press("2", *["pagedown"] * 20, "up")
    assert under_cursor(screens).lstrip().startswith(">    Thêm thành viên")


@pytest.mark.parametrize(("key", "line"), [("f3", " Tìm: "), ("ctrl+p", " Tìm: ")])
def test_in_a_line_that_narrows_a_list_it_stands_behind_the_words(screens: Screens, key: str, line: str) -> None:
    screens.press(key)
    screens.type("da")
    assert screens.app.cursor_position[0] == len(line) + 2
    assert screens.lines[screens.app.cursor_position[1]].startswith(f"{line}da")


def test_in_a_list_and_in_a_text_it_stands_on_the_line_of_the_cursor(screens: Screens) -> None:
    screens.press("down")
    assert under_cursor(screens) == screens.cursor_line
    screens.press("f9", "down", "down")
    assert under_cursor(screens).startswith(">")


def test_it_is_there_again_when_a_screen_comes_back(screens: Screens) -> None:
    screens.press("3", "down", "right", "enter")
    beneath = screens.app.cursor_position
    screens.press("f1", "escape")
    assert screens.app.cursor_position == beneath


def test_in_the_words_to_find_it_stays_when_a_colleague_saves(screens: Screens) -> None:
    opened_at(screens, EMPTY, "Một hai ba")
    screens.press("ctrl+f")
    screens.type("hai")
    at = screens.app.cursor_position
    screens.colleague("figure/so_ho", "9.900")
    screens.do(lambda _: screens.screen.show_all())
    assert screens.app.cursor_position == at


def test_what_is_drawn_of_a_screen_beneath_leaves_it_alone(screens: Screens) -> None:
    screens.press("3", "down", "right")
    beneath = screens.screen
    screens.press("enter")
    at = screens.app.cursor_position
    for canvas in beneath.query(Canvas):
        canvas.redraw()
        canvas.repaint()
    assert screens.app.cursor_position == at
