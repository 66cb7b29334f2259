"""A number with a row to itself stands where one types it, near its label, and takes no more room than it needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.sample_database import first_year_database
from support.screens import Screens, opened

from tthtcd_tui.widgets.look import CURSOR, DRAWN


@pytest.fixture
def population(tmp_path: Path) -> Iterator[Screens]:
    """At «Dân số» of a first year, which has no column of the year before."""
    with opened(tmp_path, path=first_year_database(tmp_path)) as screens:
        screens.press("1", "enter", *["down"] * 4)
        assert screens.at == "figure/dan_so"
        yield screens


def caret(screens: Screens) -> int:
    return screens.app.cursor_position[0]


def filled(screens: Screens) -> str:
    """What stands in the cell under the cursor, its blanks with it."""
    (line,) = [strip for strip in screens.strips if strip and strip[0][0].startswith(screens.app.services.glyphs.here)]
    return "".join(text for text, style in line if style.reverse == CURSOR.reverse)


def test_an_empty_number_shows_its_sign_at_the_caret(population: Screens) -> None:
    assert population.cursor_line[caret(population) :] == DRAWN.empty
    labels = [line[: caret(population)].rstrip() for line in population.lines if line[1:2] == "?"]
    assert caret(population) - max(map(len, labels)) == 2, population.text
    assert len(filled(population)) == 12


def test_a_number_stays_where_it_was_typed_and_the_cell_is_as_wide_as_it_is_long(population: Screens) -> None:
    at = caret(population)
    population.type("trên 41500")
    assert population.cursor_line[at:] == "trên 41500"
    population.press("enter", "up")
    assert population.cursor_line[at:] == "trên 41.500 người"
    assert len(filled(population)) == 18


def test_what_is_typed_is_seen_whole_where_there_is_room(population: Screens) -> None:
    at = caret(population)
    population.type("khoảng bốn mươi mốt nghìn người")
    assert population.cursor_line[at:] == "khoảng bốn mươi mốt nghìn người"


def test_last_year_stands_in_one_column_beside_numbers_and_words(screens: Screens) -> None:
    screens.press("1", "enter")
    at = screens.cursor_line.rindex("loại IV")
    assert at > caret(screens)
    screens.press("down", "down")
    assert screens.cursor_line[caret(screens) : at].strip() == "trên 40.000 người"
    assert screens.cursor_line[at:] == "gần 40.000"


def income(screens: Screens) -> str:
    """The row of the longest number of section 6, without what will be printed beside it."""
    rows = [line.partition("│")[0].rstrip() for line in screens.lines]
    return next(row for row in rows if "Số liệu" in row and "ước đạt" in row)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (110, 40), (200, 50)])
def test_a_long_number_and_last_years_are_whole_before_labels_are(tmp_path: Path, columns: int, rows: int) -> None:
    with opened(tmp_path, columns, rows) as screens:
        screens.press("6", *["down"] * 12)
        sheet = income(screens)
        assert sheet.split() == "Số liệu ước đạt 2.450 USD/người/năm ước đạt 2.280".split()
        assert "…" not in sheet


def test_last_years_number_is_whole_or_not_there(tmp_path: Path) -> None:
    with opened(tmp_path, 80, 24) as screens:
        screens.press("6", *["down"] * 12)
        for columns in range(79, 44, -1):
            screens.resize(columns, 24)
            beside = income(screens).partition("2.450")[2]
            assert beside.endswith("ước đạt 2.280") or "ước" not in beside
