"""The line of a screen that asks one thing: cleaned, and refused in words with what was there still standing."""

from __future__ import annotations

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.one_line import OneLine

WHY = Place("deleting/why")


def test_what_is_typed_is_cleaned_and_stands_in_its_cell() -> None:
    line = OneLine(WHY)
    assert line.enter([(WHY, "  nhập nhầm\tnăm ")]) is None
    assert (line.text, line.cell(80, 10).raw, line.cell(80, 10).width) == ("nhập nhầm năm", "nhập nhầm năm", 70)


def test_what_cannot_be_kept_is_refused_and_changes_nothing() -> None:
    line = OneLine(WHY, "nhập nhầm")
    assert "\ufffd" not in (line.enter([(WHY, "nh\ufffdm")]) or "\ufffd")
    assert line.text == "nhập nhầm"


def test_it_has_room_before_the_screen_has_a_width() -> None:
    assert (OneLine(WHY).cell(0, 10).width, OneLine(WHY).cell(12, 10).width) == (70, 20)
