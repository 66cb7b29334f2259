"""A line is cut where there is no more room, within a word or between two, and says so."""

from __future__ import annotations

import pytest

from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.cut_line import cut_line
from tthtcd_tui.widgets.look import BAD, PLAIN

LINE: Line = ((" F9 ", PLAIN), ("Xem trước", BAD), ("  ", PLAIN))


@pytest.mark.parametrize(
    ("width", "more", "shown"),
    [
        (80, "…", " F9 Xem trước  "),
        (13, "…", " F9 Xem trước  "),
        (12, "…", " F9 Xem trư…"),
        (12, "...", " F9 Xem t..."),
        (5, "…", " F9 …"),
        (3, "…", " F…"),
        (1, "…", "…"),
    ],
)
def test_no_more_than_there_is_room_for(width: int, more: str, shown: str) -> None:
    assert "".join(text for text, _ in cut_line(LINE, width, more)) == shown


def test_each_part_keeps_its_look() -> None:
    assert cut_line(LINE, 8, "…") == ((" F9 ", PLAIN), ("Xem", BAD), ("…", BAD))
