"""What was refused stays in its cell, marked, until something else is stored there."""

from __future__ import annotations

import pytest

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.refused_texts import RefusedTexts
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, RowKind, SheetRow

AREA, PEOPLE, HOUSES = (Place(f"figure/{key}") for key in ("dien_tich", "dan_so", "so_ho"))
ROWS = tuple(SheetRow(RowKind.CELLS, place, (Cell(place, "1", "1", 12),)) for place in (AREA, PEOPLE, HOUSES))


@pytest.fixture
def refused() -> RefusedTexts:
    texts = RefusedTexts()
    texts.add(PEOPLE, "40,000", "Hai cách đọc.")
    return texts


def test_it_stands_in_its_cell_and_marks_the_row(refused: RefusedTexts) -> None:
    above, row, below = refused.shown_in(ROWS)
    assert (row.cells[0].shown, row.cells[0].raw, row.mark) == ("40,000", "40,000", Mark.ERROR)
    assert (above, below) == (ROWS[0], ROWS[2]), "the others are as they were"
    assert refused.at(PEOPLE) == ("40,000", "Hai cách đọc.")


def test_with_nothing_refused_the_rows_are_the_same() -> None:
    assert RefusedTexts().shown_in(ROWS) is ROWS


def test_what_is_stored_there_settles_it(refused: RefusedTexts) -> None:
    assert not refused.settle([AREA])
    assert refused.settle([AREA, PEOPLE])
    assert refused.at(PEOPLE) is None
    refused.add(AREA, "x", "Không có chữ số.")
    refused.forget()
    assert refused.at(AREA) is None


def test_the_next_one_is_looked_for_round_to_the_first(refused: RefusedTexts) -> None:
    assert refused.next_in(ROWS, (0, 0)) == PEOPLE
    assert refused.next_in(ROWS, (2, 0)) == PEOPLE
    assert refused.next_in(ROWS, (1, 0)) is None, "there is no other"
    refused.add(HOUSES, "y", "Không có chữ số.")
    assert refused.next_in(ROWS, (1, 0)) == HOUSES
