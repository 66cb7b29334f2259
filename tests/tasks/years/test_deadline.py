"""The day a report is due, counted in days."""

from __future__ import annotations

from datetime import date

import pytest

from tthtcd_tui.tasks.years.deadline import deadline, nearest

TODAY = date(2024, 5, 29)


@pytest.mark.parametrize(
    ("due", "words", "is_soon", "is_over"),
    [
        (date(2024, 6, 10), "còn 12 ngày đến 10/6", False, False),
        (date(2024, 6, 5), "còn 7 ngày đến 5/6", True, False),
        (date(2024, 5, 29), "hạn nộp là hôm nay", True, False),
        (date(2024, 5, 28), "quá hạn 1 ngày", True, True),
    ],
)
def test_how_long_there_is(due: date, words: str, is_soon: bool, is_over: bool) -> None:
    found = deadline(due, TODAY)
    assert found is not None
    assert (found.words, found.is_soon, found.is_over) == (words, is_soon, is_over)


def test_a_year_without_one_has_none() -> None:
    assert deadline(None, TODAY) is None


def test_the_earlier_of_its_own_and_of_what_those_above_said_counts() -> None:
    own, above = date(2024, 6, 10), date(2024, 6, 5)
    assert nearest(own, above, TODAY) == nearest(above, own, TODAY) == deadline(above, TODAY)
    assert nearest(own, None, TODAY) == deadline(own, TODAY)
    assert nearest(None, above, TODAY) == deadline(above, TODAY)
    assert nearest(None, None, TODAY) is None
