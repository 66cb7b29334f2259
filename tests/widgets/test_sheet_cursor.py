"""Where the cursor of a sheet goes, without a screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.sheet_cursor import SheetCursor
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

HEIGHT = 5
STEPS = st.lists(st.sampled_from([-1, 1, -3, 3]), max_size=30)


def row(number: int, cells: int, *, begins: bool = False) -> SheetRow:
    """A row of `cells` cells; of none, a heading."""
    made = tuple(Cell(Place.of("figure", f"r{number}", f"c{column}"), "", "", 8) for column in range(cells))
    return SheetRow(RowKind.CELLS if cells else RowKind.HEADING, f"row {number}", made, begins=begins)


def cursor_over(*cells: int) -> SheetCursor:
    cursor = SheetCursor()
    cursor.show([row(number, count) for number, count in enumerate(cells)])
    return cursor


def test_it_begins_in_the_first_row_one_can_stand_in() -> None:
    cursor = cursor_over(0, 0, 2)
    assert (cursor.number, cursor.column) == (2, 0)


def test_up_and_down_pass_over_headings_and_keep_the_column_as_far_as_there_is_one() -> None:
    cursor = cursor_over(3, 0, 1, 3)
    cursor.move_sideways(1)
    cursor.move_sideways(1)
    cursor.move(1)
    assert (cursor.number, cursor.column) == (2, 0)
    cursor.move(1)
    assert cursor.number == 3
    cursor.move(1)
    assert cursor.number == 3, "on the last it stays"


def test_it_stays_on_its_place_when_rows_come_before_it() -> None:
    cursor = cursor_over(1, 1)
    cursor.move(1)
    place = cursor.cell and cursor.cell.place
    cursor.show([row(7, 2), row(0, 1), row(1, 1)])
    assert cursor.cell is not None
    assert cursor.cell.place == place
    assert cursor.number == 2


def test_a_place_that_is_gone_leaves_it_near_where_it_was() -> None:
    cursor = cursor_over(1, 1, 1)
    cursor.move(1)
    cursor.show([row(5, 1), row(6, 1), row(7, 1)])
    assert cursor.number == 1


def test_going_up_the_headings_of_a_row_come_into_sight_with_it() -> None:
    cursor = cursor_over(0, 0, 1, *[1] * 20)
    for _ in range(20):
        cursor.move(1)
    cursor.scroll(HEIGHT, 0)
    for _ in range(20):
        cursor.move(-1)
        in_sight = cursor.scroll(HEIGHT, 0)
    assert in_sight.start == 0


def test_from_the_last_row_one_can_stand_in_those_below_it_are_seen() -> None:
    cursor = cursor_over(*[1] * HEIGHT, 0, 0)
    for _ in range(HEIGHT):
        cursor.move(1)
    assert cursor.scroll(HEIGHT, 0).stop == HEIGHT + 2
    cursor.move(-1)
    assert cursor.scroll(HEIGHT, 0).stop == HEIGHT + 2, "and what is in sight stays"


@given(st.lists(st.integers(0, 3), max_size=30), STEPS, st.integers(0, 2))
def test_wherever_it_goes_it_stands_in_a_row_that_is_in_sight(cells: list[int], steps: list[int], below: int) -> None:
    cursor = cursor_over(*cells)
    for step in steps:
        if abs(step) == 1:
            cursor.move(step)
        else:
            cursor.page(step // 3, HEIGHT)
        in_sight = cursor.scroll(HEIGHT, below)
        assert len(in_sight) <= HEIGHT
        if cells:
            assert cursor.number in in_sight
            assert cursor.number + below < in_sight.start + HEIGHT
        if any(cells):
            assert cursor.cell is not None


def test_where_enter_does_something_the_cursor_stays_on_what_it_does() -> None:
    actions = [SheetRow(RowKind.ACTION, name, action=name) for name in ("approve", "return", "export")]
    cursor = SheetCursor()
    cursor.show(actions)
    cursor.move(1)
    cursor.show([row(0, 0), *actions])
    assert cursor.rows[cursor.number].action == "return", "a row came in above"
    cursor.show([actions[0], actions[2]])
    assert cursor.rows[cursor.number].action == "export", "it is gone: as far down as it was"


def test_of_several_rows_that_do_the_same_it_is_the_nearest() -> None:
    add, other = SheetRow(RowKind.ACTION, "add", action="add"), SheetRow(RowKind.ACTION, "other", action="other")
    cursor = SheetCursor()
    cursor.show([add, other, add])
    cursor.move(1)
    cursor.move(1)
    cursor.show([add, other, other, add])
    assert cursor.number == 3
