"""What a pasted table would do is shown first where it is not sure; whoever declines can think better of it."""

from __future__ import annotations

from support.results import BLOCK, stored
from support.screens import Screens
from support.years import RESULTS


def test_a_block_that_fits_only_the_whole_table_is_shown_and_taken_with_enter(results: Screens) -> None:
    before = stored(results)
    results.press("down", "down")
    results.paste(BLOCK)
    assert results.message.startswith("Dán 11 dòng theo thứ tự? Enter để nhận, Esc: không dán.")
    assert stored(results) == before
    results.press("escape")
    assert (stored(results), results.message) == (before, "Chưa dán gì. Ctrl+Z để xem lại bảng vừa dán.")
    assert results.title.startswith("4 "), "Esc answers, and does not leave"
    results.press("ctrl+z")
    assert results.message.startswith("Dán 11 dòng theo thứ tự?"), "it can be thought better of"
    results.press("enter")
    assert stored(results) == RESULTS


def test_a_plan_that_another_key_drops_is_told_and_kept(results: Screens) -> None:
    results.press("down", "down")
    results.paste(BLOCK)
    results.press("ctrl+g")
    assert results.message.startswith("Chưa dán gì. Ctrl+Z để xem lại bảng vừa dán. Đi tới:")
    results.press("escape")
    results.paste(BLOCK)
    results.press("f9")
    assert results.title == "XEM TRƯỚC"
    assert results.message.startswith("Chưa dán gì.")
    results.press("escape", "ctrl+z")
    assert results.message.startswith("Dán 11 dòng theo thứ tự?")


def test_an_offer_is_declined_by_any_other_key_which_does_what_it_does(results: Screens) -> None:
    before = stored(results)
    results.press("down", "down")
    results.paste(BLOCK)
    results.press("up")
    assert (stored(results), results.at) == (before, "results/hoc_nghe/classes")
