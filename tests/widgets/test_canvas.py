"""A canvas has drawn only the lines that are not as they were, and nothing in it that a terminal would obey."""

from __future__ import annotations

from typing import Self

from textual.geometry import Region

from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.look import PLAIN


class Recorded(Canvas):
    """Remembers which lines it asked to be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def refresh(self, *regions: Region, **_: bool) -> Self:
        self.drawn += [region.y for region in regions]
        return self


def test_lines_that_stay_are_not_drawn_and_lines_that_go_are() -> None:
    canvas = Recorded()
    canvas.paint([(("a", PLAIN),), (("b", PLAIN),), (("c", PLAIN),)])
    canvas.drawn.clear()
    canvas.paint([(("a", PLAIN),), (("bc", PLAIN),)])
    assert canvas.drawn == [1, 2]
    canvas.drawn.clear()
    canvas.paint([(("a", PLAIN),), (("bc", PLAIN),)])
    assert canvas.drawn == []
    assert canvas.text() == "a\nbc"


def test_what_does_not_print_is_a_space_also_in_a_line_that_was_there() -> None:
    canvas = Recorded()
    for _ in range(2):
        canvas.paint([(("a\x1bb", PLAIN),)])
        assert canvas.text() == "a b"


def test_a_canvas_that_makes_its_lines_makes_them_once_for_all_that_changed() -> None:
    made: list[int] = []

    class Counting(Canvas):
        def new_lines(self) -> list[Line]:
            made.append(len(made))
            return [((str(len(made)), PLAIN),)]

    canvas = Counting()
    canvas.redraw()
    canvas.redraw()
    assert canvas.text() == "1"
    assert canvas.text() == "1"
    canvas.redraw()
    assert canvas.text() == "2"
