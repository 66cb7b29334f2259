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
