"""What was refused in a cell is told over the hint of the next, and read before one leaves the screen."""

from __future__ import annotations

from support.screens import Screens

from tthtcd_tui.report.place import Place

POPULATION = "figure/dan_so"


def test_what_is_refused_keeps_what_was_typed_with_its_reason_beside_it(locality: Screens) -> None:
    locality.type("1,5")
    locality.press("enter")
    assert locality.at == "figure/so_ho", "what was typed ahead lands where it was meant"
    assert (
        locality.message == "Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập “1,5”. Ô ấy chưa lưu; F8 để quay lại."
    )
    assert locality.line("Dân số ").startswith(" X")
    locality.press("f8")
    assert (locality.at, locality.sheet.typing) == (POPULATION, None)
    row = locality.lines.index(locality.cursor_line)
    assert "1,5" in locality.lines[row]
    assert locality.lines[row + 1] == "     X Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập “1,5”."
    assert "Số hộ gia đình" in locality.lines[row + 2]
    assert locality.message == "Chưa lưu: gõ lại rồi Enter, hoặc Delete để xóa trống ô này."
    locality.press("backspace", "backspace")
    assert not any(line.startswith("     X") for line in locality.lines), "it is being mended"
    locality.press("enter")
    assert locality.stored(POPULATION) == "1"


def test_what_is_refused_on_leaving_the_screen_is_read_first_and_kept_as_a_draft(locality: Screens) -> None:
    locality.type("1,5")
    locality.press("f3")
    assert locality.at == POPULATION, "the screen waits once"
    locality.press("f3", "escape")
    assert locality.at == POPULATION
    assert "1,5" in locality.cursor_line
    assert locality.app.drafts.unshelve(Place(POPULATION)) == "1,5"
    assert locality.stored(POPULATION) == "trên 40.000"


def test_what_is_typed_over_an_answer_and_taken_back_leaves_it_and_says_so(locality: Screens) -> None:
    """A stray digit and Backspace emptied the number."""
    before = locality.changes
    locality.type("5")
    locality.press("backspace", "down")
    assert (locality.stored(POPULATION), locality.changes) == ("trên 40.000", before)
    assert locality.message == "Ô vừa rời vẫn là “trên 40.000 người”; muốn xóa trống thì Delete."


def test_who_begins_with_backspace_may_empty_it(locality: Screens) -> None:
    locality.press("backspace", "ctrl+u", "down")
    assert locality.stored(POPULATION) == ""


def test_what_is_looked_for_is_emptied_as_it_was_typed(log: Screens) -> None:
    log.press("f3")
    log.type("nông")
    log.press("enter", "f3")
    log.type("x")
    log.press("backspace", "enter")
    assert "tổng cả nhật ký" in log.text, log.text
