"""A column says row by row what it was made of, however it holds it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import compress
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from tthtcd_tui.imports.columns import Column, ColumnMaker

CELLS = st.lists(st.sampled_from(["", "1", "2", "Lớp", "x y"]), max_size=12)
LONG = [f"Lớp {number}" for number in range(1_500)]
FEW = [f"Lớp {number % 7}" for number in range(1_500)]


@given(CELLS)
@example(LONG)
@example(FEW)
@example(["1"] * 1_500)
def test_it_has_the_cells_it_was_made_of(cells: list[str]) -> None:
    column = Column.of(cells)
    assert (list(column), len(column)) == (cells, len(cells))
    assert [column[row] for row in range(len(cells))] == cells


@given(CELLS)
@example(LONG)
@example(FEW)
@example([*LONG[:-1], "a\nb"])
@example(["1"] * 1_500)
def test_it_goes_from_one_process_to_another(cells: list[str]) -> None:
    assert list(Column.from_tree(json.loads(json.dumps(Column.of(cells).to_tree())))) == cells


def test_numbers_one_after_the_other_are_told_by_their_ends() -> None:
    tree = Column(range(2, 100_002)).to_tree()
    assert len(json.dumps(tree)) < 50
    assert list(Column.from_tree(tree)) == list(range(2, 100_002))


@given(CELLS, st.lists(st.booleans(), min_size=12, max_size=12), st.integers(0, 12), st.integers(0, 12))
@example(FEW, [True] * 11 + [False], 3, 700)
def test_some_of_its_rows(cells: list[str], kept: list[bool], first: int, end: int) -> None:
    column, is_kept = Column.of(cells), (kept * len(cells))[: len(cells)]
    assert list(column.rows(first, end)) == cells[first:end]
    assert list(column.picked(is_kept)) == list(compress(cells, is_kept))
    assert column.rows_where("1".__eq__) == [row for row, cell in enumerate(cells) if cell == "1"]
    assert set(column.rows(first, end).values) == set(cells[first:end])


@given(st.lists(st.lists(st.sampled_from(["", "a", 1.0, 2.0, True, False]), max_size=6), max_size=5))
@example([[1.0, 1.0], [True, 1.0], [True]])
@example([FEW, LONG, FEW])
@example([LONG, ["a"]])
def test_made_of_stretches_it_reads_each_cell_as_alone(stretches: list[list[Any]]) -> None:
    maker = ColumnMaker(lambda cells: [repr(cell) if not isinstance(cell, str) else cell for cell in cells])
    for stretch in stretches:
        maker.add(stretch)
    cells = [cell for stretch in stretches for cell in stretch]
    assert list(maker.column()) == [repr(cell) if not isinstance(cell, str) else cell for cell in cells]


def test_what_is_said_over_and_over_is_read_once() -> None:
    asked: list[str] = []

    def read(cells: Sequence[str]) -> Sequence[str]:
        asked.extend(cells)
        return cells

    maker = ColumnMaker(read)
    for _ in range(3):
        maker.add(FEW)
    assert sorted(asked) == sorted(set(FEW))
