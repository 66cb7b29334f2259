"""What is copied into a cell: from above only what takes the same, from last year only where nothing stands."""

from __future__ import annotations

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.copied_cell import cell_above, copied_from, last_years
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow


def cell(name: str, raw: str = "", shown: str = "", *, right: bool = False, previous: str = "") -> Cell:
    return Cell(Place(name), raw, shown or raw, 8, right=right, previous=previous)


def row(*cells: Cell) -> SheetRow:
    return SheetRow(RowKind.CELLS, "", cells)


def test_the_nearest_cell_of_the_column_that_takes_the_same_is_copied() -> None:
    rows = [row(cell("a/1", "một"), cell("a/2", "2", right=True)), row(cell("b/1", "hai")), row(cell("c/1"))]
    words, number = cell_above(rows[:2], 0, cell("c/1")), cell_above(rows[:2], 1, cell("c/2", right=True))
    assert words is not None
    assert number is not None
    assert (copied_from(words), copied_from(number)) == ("hai", "2")
    assert cell_above(rows[:2], 0, cell("c/1", right=True)) is None


def test_a_number_that_the_log_gives_is_copied_and_words_that_only_stand_there_are_not() -> None:
    assert copied_from(cell("a/1", shown="12", right=True)) == "12"
    assert copied_from(cell("a/1", shown="chưa có")) == ""


def test_last_years_answer_goes_into_an_empty_cell_or_over_a_number_nobody_typed() -> None:
    assert last_years(cell("a/1", previous="24")) == ("24", "")
    assert last_years(cell("a/1", shown="12", right=True, previous="24")) == ("24", "")
    assert last_years(cell("a/1", "3", previous="24")) == ("", "Chỉ chép vào ô còn trống.")
    assert last_years(cell("a/1")) == ("", "Năm trước ô này cũng trống.")
    assert last_years(None) == ("", "Chỉ chép vào ô còn trống.")
