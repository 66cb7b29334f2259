from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.widgets.gauges import BAR, bar, spark
from tthtcd_tui.widgets.look import ASCII, DRAWN


@pytest.mark.parametrize(
    ("done", "total", "drawn"), [(0, 4, "░" * 10), (3, 4, "█" * 7 + "░" * 3), (4, 4, "█" * 10), (0, 0, "█" * 10)]
)
def test_a_bar_is_full_only_when_all_is_done(done: int, total: int, drawn: str) -> None:
    assert bar(done, total, DRAWN) == drawn
    assert len(bar(done, total, ASCII)) == BAR + 2


def test_months_stand_with_the_height_of_their_count_or_with_the_count() -> None:
    months = [(9, 2), (10, 0), (11, 8), (12, 1)]
    assert spark(months, DRAWN) == "9▂10 11█12▁"
    assert spark(months, ASCII) == "9:2 10:0 11:8 12:1"


@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_only_nothing_is_blank_and_the_most_is_highest(counts: list[int]) -> None:
    signs = [
        spark([(0, count)] if count == max(counts) else [(0, count), (0, max(counts))], DRAWN)[1] for count in counts
    ]
    assert all((sign == " ") == (count == 0) for sign, count in zip(signs, counts, strict=True))
    assert all(sign == "█" for sign, count in zip(signs, counts, strict=True) if count and count == max(counts))
