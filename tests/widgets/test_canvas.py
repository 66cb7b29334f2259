"""Only the cells that changed are drawn anew: over a slow line bytes are what is felt."""

from __future__ import annotations

from typing import Self

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Region

from tthtcd_tui.widgets.canvas import Canvas, Line, changed_cells
from tthtcd_tui.widgets.look import BAD, PLAIN, STRONG

LINES = st.lists(
    st.tuples(st.text("aăệ 1中e\u0323", max_size=6), st.sampled_from([PLAIN, STRONG, BAD])), max_size=4
).map(tuple)


def cells(line: Line, length: int) -> list[tuple[str, Style]]:
    """What stands in each cell of the terminal, blank after the end."""
    found: list[tuple[str, Style]] = []
    for text, style in line:
        for letter in text:
            if not cell_len(letter) and found:
                found[-1] = (found[-1][0] + letter, found[-1][1])
            else:
                found += [(letter, style), *[("", style)] * (cell_len(letter) - 1)]
    return found + [(" ", PLAIN)] * (length - len(found))


@given(LINES, LINES)
def test_outside_the_changed_cells_nothing_differs_and_at_their_ends_something_does(old: Line, new: Line) -> None:
    first, last = changed_cells(old, new)
    length = max(len(cells(old, 0)), len(cells(new, 0)))
    before, after = cells(old, length), cells(new, length)
    assert 0 <= first < last <= max(length, 1)
    assert before[:first] == after[:first]
    assert before[last:] == after[last:]
    if before != after:
        assert before[first] != after[first]
        assert before[last - 1] != after[last - 1]


def test_a_letter_typed_is_one_cell() -> None:
    assert changed_cells((("số 12", PLAIN),), (("số 13", PLAIN),)) == (4, 5)
    assert changed_cells((("số 12", PLAIN),), (("số ", PLAIN), ("12", BAD))) == (3, 5)
    assert changed_cells((("中", PLAIN), ("a", PLAIN)), (("中", PLAIN), ("b", PLAIN))) == (2, 3)


class Recorded(Canvas):
    """Remembers what it asked to be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[Region] = []

    def refresh(self, *regions: Region, **_: bool) -> Self:
        self.drawn += regions
        return self


def test_lines_that_stay_are_not_drawn_and_lines_that_go_are() -> None:
    canvas = Recorded()
    canvas.paint([(("a", PLAIN),), (("b", PLAIN),), (("c", PLAIN),)])
    canvas.drawn.clear()
    canvas.paint([(("a", PLAIN),), (("bc", PLAIN),)])
    assert canvas.drawn == [Region(1, 1, 1, 1), Region(0, 2, 1, 1)]
    canvas.drawn.clear()
    canvas.paint([(("a", PLAIN),), (("bc", PLAIN),)])
    assert canvas.drawn == []
    assert canvas.text() == "a\nbc"
