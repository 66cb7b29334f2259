"""One types cell after cell: each is saved and drawn at once, and what belongs to no key waits for a pause."""

from __future__ import annotations

from support.screens import Screens

RESULTS = "4"


def row(screens: Screens, words: str) -> str:
    return next(line for line in screens.lines if words in line)


def test_marks_totals_and_the_save_state_wait_for_a_pause(screens: Screens) -> None:
    screens.press(RESULTS, "down")
    before = row(screens, "TỔNG")
    screens.settles = False
    screens.type("9999")
    screens.press("enter")
    assert "9.999" in row(screens, "Học nghề ngắn hạn")
    assert "Đang nhập" in screens.text
    assert row(screens, "TỔNG") == before
    screens.settles = True
    screens.pause()
    assert "Đang nhập" not in screens.text
    assert row(screens, "TỔNG") != before
    assert row(screens, "Học nghề ngắn hạn").strip(" >").startswith("!")


def test_what_waits_is_drawn_also_when_help_lay_over_it(screens: Screens) -> None:
    screens.press(RESULTS, "down")
    before = row(screens, "TỔNG")
    screens.settles = False
    screens.type("9999")
    screens.press("enter", "f1")
    screens.press("escape")
    screens.settles = True
    screens.pause()
    assert row(screens, "TỔNG") != before


def test_what_is_said_of_a_cell_is_said_once_one_stays_in_it(screens: Screens) -> None:
    screens.press(RESULTS, "down")
    hint = screens.message
    screens.settles = False
    screens.press("down", "down", "down", "down", "down", "down", "down", "down")
    assert screens.message == hint
    screens.settles = True
    screens.pause()
    assert screens.message != hint
