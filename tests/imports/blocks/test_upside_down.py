"""More classes than people came to them is a doubt; what cannot be compared is none."""

from __future__ import annotations

import pytest

from tthtcd_tui.imports.blocks.upside_down import is_upside_down, upside_down


@pytest.mark.parametrize(
    ("classes", "people", "is_odd"),
    [("30", "1", True), ("1.200", "900", True), ("1", "32", False), ("5", "5", False), ("30", "trên 1", False),
     ("30", "", False), ("-", "0", False)],
)  # fmt: skip
def test_two_whole_numbers_are_held_against_each_other(classes: str, people: str, is_odd: bool) -> None:
    assert is_upside_down(classes, people) is is_odd


def test_both_cells_of_such_a_row_are_named_and_no_others() -> None:
    told = {
        "results/hoc_nghe/classes": "30", "results/hoc_nghe/participations": "1",
        "results/suc_khoe/classes": "1", "results/suc_khoe/participations": "58",
        "results/van_nghe/classes": "4", "figure/dan_so": "1",
    }  # fmt: skip
    assert upside_down(told) == {"results/hoc_nghe/classes", "results/hoc_nghe/participations"}
