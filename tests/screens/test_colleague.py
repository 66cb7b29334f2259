"""A colleague at the same report: what they save shows by itself, and never over what is being typed."""

from __future__ import annotations

import time

from support.screens import Screens

from tthtcd_tui import watching_app

PATIENCE = 30.0


def wait_for(screens: Screens, words: str) -> None:
    until = time.monotonic() + PATIENCE
    while words not in screens.text:
        assert time.monotonic() < until, screens.text
        time.sleep(0.05)
        screens.pause()


def test_it_looks_often_enough_for_two_seconds() -> None:
    assert watching_app._POLL_SECONDS <= 1.0


def test_what_they_save_appears_by_itself_in_the_sheet_and_on_the_overview(screens: Screens) -> None:
    screens.colleague("figure/dan_so", "")
    wait_for(screens, "23/24")
    screens.press("1")
    screens.colleague("figure/so_khu", "31")
    wait_for(screens, "31 khu")


def test_the_cursor_and_what_was_said_stay(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("5")
    screens.press("enter", "ctrl+z")
    assert screens.message == "Đã hoàn tác: Dân số."
    screens.colleague("figure/so_khu", "31")
    wait_for(screens, "31 khu")
    assert screens.at == "figure/dan_so"
    assert screens.message == "Đã hoàn tác: Dân số."


def test_it_never_appears_over_what_is_being_typed(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.type("5")
    screens.colleague("figure/so_khu", "31")
    screens.app._look()
    assert screens.sheet.typing == "5"
    assert "24 khu" in screens.text
    screens.press("enter")
    assert "31 khu" in screens.text, "with one's own saving it comes"


def test_f5_shows_it_at_once(screens: Screens) -> None:
    screens.press("1")
    screens.colleague("figure/so_khu", "31")
    screens.press("f5")
    assert "31 khu" in screens.text


def test_a_year_a_colleague_deleted_is_said_and_nothing_falls_over(screens: Screens) -> None:
    screens.press("1", "down", "down")
    screens.store.delete_year(screens.year.report)
    screens.app._look()
    assert "vừa bị xóa" in screens.message
    screens.type("5")
    screens.press("enter")
    assert "CHƯA LƯU ĐƯỢC" in screens.lines[0]
    assert "vừa bị xóa" in screens.text
    assert screens.sheet.typing == "5"
