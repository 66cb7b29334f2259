"""Esc in a cell saves and stays, the next one leaves; what cannot be saved waits as a draft."""

from __future__ import annotations

from support.screens import Screens

POPULATION = "figure/dan_so"


def test_esc_saves_what_is_typed_and_stays_and_the_next_one_goes_back(locality: Screens) -> None:
    locality.type("777")
    locality.press("escape")
    assert (locality.at, locality.sheet.typing) == (POPULATION, None)
    assert locality.stored(POPULATION) == "777"
    assert locality.message == "Đã lưu. Esc lần nữa để quay lại."
    locality.press("escape")
    assert locality.title == "TỔNG QUAN"


def test_esc_keeps_what_cannot_be_saved_as_a_draft_and_says_so(locality: Screens) -> None:
    locality.type("40,000")
    locality.press("escape")
    assert (locality.at, locality.stored(POPULATION)) == (POPULATION, "trên 40.000")
    assert locality.message.startswith("“40,000” có thể là 40.000 hoặc 40.")
    assert locality.message.endswith("Esc lần nữa để ra.")
    locality.press("escape", "1")
    assert "40,000" in locality.cursor_line
