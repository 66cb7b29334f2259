"""A colleague at the same report: what they save shows by itself, and never over what is being typed."""

from __future__ import annotations

import pytest
from support.screens import Screens

from tthtcd_tui.services.report_poller import POLL_SECONDS


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks so often that nobody has to wait for it here."""
    monkeypatch.setattr("tthtcd_tui.app.POLL_SECONDS", 0.1)


def wait_for(screens: Screens, words: str) -> None:
    screens.wait_until(lambda: words in screens.text)


def test_it_looks_often_enough_for_two_seconds() -> None:
    assert POLL_SECONDS <= 1.0


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
    screens.do(lambda app: app.poll())
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
    screens.store.years.delete(screens.year.report_id)
    screens.do(lambda app: app.poll())
    assert screens.title == "CÁC NĂM, TRUNG TÂM"
    assert "Chưa mở năm nào" in screens.lines[0]
    assert "vừa bị xóa" in screens.message
    screens.press("enter")
    assert "NĂM HỌC 2019-2020" in screens.text.upper(), "the others can be opened as ever"
