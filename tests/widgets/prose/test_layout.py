"""Paragraphs wrapped into rows, and wrapped anew only where they changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tthtcd_tui.widgets.prose.layout import Layout, Row, Widths, rewrapped, wrapped
from tthtcd_tui.widgets.prose.prose import Prose, Spot

ATOM = "\ue001"
WIDTHS = Widths(lambda letter: 6 if letter == ATOM else cell_len(letter))
line = st.text(st.sampled_from(f"aaaaabế漢,.   {ATOM}\u0301"), max_size=60)


def rows_of(text: str, width: int) -> list[str]:
    starts = [*wrapped(text, width, WIDTHS), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [""]),
        ("một hai ba", ["một hai ", "ba"]),
        ("một hai   ba", ["một hai   ", "ba"]),
        ("mộthaibabốn", ["mộthaiba", "bốn"]),
        ("a mộthaibabốn", ["a ", "mộthaiba", "bốn"]),
        (f"một {ATOM} hai", ["một ", f"{ATOM} ", "hai"]),
        (f"có {ATOM}, hai", ["có ", f"{ATOM}, ", "hai"]),
        ("         a", ["         ", "a"]),
    ],
)
def test_rows(text: str, rows: list[str]) -> None:
    assert rows_of(text, 8) == rows


@given(line, st.integers(6, 20))
def test_every_row_has_room_and_none_could_take_the_next_word(text: str, width: int) -> None:
    rows = rows_of(text, width)
    assert "".join(rows) == text
    for number, row in enumerate(rows[:-1]):
        assert row
        word = "".join(rows[number + 1 :]).split(" ")[0]
        assert sum(map(WIDTHS.__getitem__, row + word)) > width
    assert all(sum(map(WIDTHS.__getitem__, row.rstrip(" "))) <= width for row in rows)


@given(line, st.integers(0, 60), st.integers(0, 60), line, st.integers(6, 20))
def test_what_is_wrapped_anew_is_as_if_all_of_it_were(old: str, start: int, end: int, typed: str, width: int) -> None:
    new = old[: min(start, end)] + typed + old[max(start, end) :]
    starts = wrapped(old, width, WIDTHS)
    assert list(rewrapped(old, starts, new, width, WIDTHS)) == wrapped(new, width, WIDTHS)


def test_a_letter_in_a_long_paragraph_measures_a_few_rows_only() -> None:
    text = "một hai ba bốn " * 2_000
    starts = wrapped(text, 79, WIDTHS)
    asked: list[str] = []

    class Counting(Widths):
        def __getitem__(self, letter: str) -> int:
            asked.append(letter)
            return 1

    rewrapped(text, starts, text[:15_000] + "x" + text[15_000:], 79, Counting(cell_len))
    assert 0 < len(asked) < 800


@given(st.lists(line, min_size=1, max_size=4), st.integers(6, 20), st.data())
def test_spots_and_rows_agree(paragraphs: list[str], width: int, data: st.DataObject) -> None:
    layout = Layout(width, WIDTHS)
    prose = Prose(tuple(paragraphs))
    layout.show(prose.paragraphs)
    spot = Spot(
        at_par := data.draw(st.integers(0, len(paragraphs) - 1)), data.draw(st.integers(0, len(paragraphs[at_par])))
    )
    row = layout.row_of(spot)
    start, end = layout.bounds(row)
    assert start <= spot.at <= end
    assert 0 <= layout.column_of(spot) <= width
    assert layout.row_of(layout.row_start(row)) == layout.row_of(layout.row_end(row)) == row
    back = layout.spot_at(row, layout.column_of(spot))
    assert layout.row_of(back) == row
    below = layout.moved(row, 1)
    assert layout.distance(row, below, 99) == (below != row)
    if below != row:
        assert layout.moved(below, -1) == row
    assert layout.moved(row, -1_000) == Row(0, 0)
    rows = [row, below][: 1 + (below != row)]
    assert layout.rows_from(row, 2) == [(each, *layout.bounds(each)) for each in rows]
    last = len(paragraphs) - 1
    assert layout.moved(row, 1_000) == Row(last, len(layout.starts(last)) - 1)


@given(st.lists(line, min_size=1, max_size=5), st.lists(line, min_size=1, max_size=5), st.integers(6, 20))
def test_other_paragraphs_shown_are_laid_out_as_by_a_new_layout(old: list[str], new: list[str], width: int) -> None:
    layout = Layout(width, WIDTHS)
    for paragraphs in (old, new):
        layout.show(tuple(paragraphs))
        for number, text in enumerate(paragraphs):
            assert list(layout.starts(number)) == wrapped(text, width, WIDTHS)
