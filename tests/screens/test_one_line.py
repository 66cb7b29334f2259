"""The line of a screen that asks one thing: cleaned, and refused in words with what was there still standing."""

from __future__ import annotations

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.one_line import OneLine
from tthtcd_tui.widgets.sheet_rows import Cell

WHY = Place("deleting/why")


def cell(line: OneLine, width: int = 80) -> Cell:
    return line.rows("Vì sao?", width)[-1].cells[0]


def test_what_is_typed_is_cleaned_and_stands_in_its_cell() -> None:
    line = OneLine(WHY)
    assert line.enter([(WHY, "  nhập nhầm\tnăm ")]) is None
    assert (line.text, cell(line).raw, cell(line).width) == ("nhập nhầm năm", "nhập nhầm năm", 70)


def test_what_cannot_be_kept_is_refused_and_changes_nothing() -> None:
    line = OneLine(WHY, "nhập nhầm")
    assert "\ufffd" not in (line.enter([(WHY, "nh\ufffdm")]) or "\ufffd")
    assert line.text == "nhập nhầm"


def test_it_has_room_before_the_screen_has_a_width() -> None:
    assert (cell(OneLine(WHY), 0).width, cell(OneLine(WHY), 12).width) == (70, 20)


def test_the_question_stands_whole_above_its_cell() -> None:
    *asked, last = OneLine(WHY).rows("Vì sao xóa báo cáo năm học 2020-2021?", 20)
    assert " ".join(row.label for row in asked) == "Vì sao xóa báo cáo năm học 2020-2021?"
    assert last.cells[0].place == WHY
