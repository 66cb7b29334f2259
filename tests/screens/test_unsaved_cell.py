"""What is typed in a cell and not saved: thrown away, brought back."""

from __future__ import annotations

from support.screens import Screens

from tthtcd_tui.report.place import Place

POPULATION = "figure/dan_so"


def test_what_is_discarded_comes_back_with_ctrl_z_and_is_no_change(locality: Screens) -> None:
    before = locality.changes
    locality.type("777")
    discard(locality)
    assert (locality.sheet.typing, locality.stored(POPULATION)) == (None, "trên 40.000")
    assert locality.message == "Đã bỏ “777”. Ctrl+Z lấy lại."
    locality.press("down", "ctrl+z")
    assert (locality.at, locality.sheet.typing) == (POPULATION, "777")
    assert locality.changes == before
    discard(locality)
    discard(locality)
    assert locality.message == "Không có phần nào đang gõ dở."


def test_ctrl_z_goes_on_past_what_a_list_refused_and_was_thrown_away(locality: Screens) -> None:
    locality.type("777")
    locality.press("enter")
    assert locality.sheet.go_to(Place("figure/pho_cap"))
    locality.type("25")
    discard(locality)
    locality.press("ctrl+z")
    assert locality.sheet.typing == "25"
    locality.press("ctrl+z")
    assert locality.message.endswith("Ô ấy chưa lưu; F8 để quay lại."), "it is read first"
    locality.press("ctrl+z")
    assert locality.stored(POPULATION) == "trên 40.000", "what stands in a cell unsaved is in nobody's way"
    assert locality.app.drafts.unshelve(Place("figure/pho_cap")) == "25"


def discard(screens: Screens) -> None:
    """«Bỏ phần đang gõ», which has no key."""
    screens.press("ctrl+g", "9")
    screens.type("bo phan dang go")
    screens.press("enter")
