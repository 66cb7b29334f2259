"""The day a report is due, counted in days."""

from __future__ import annotations

from datetime import date

import pytest

from tthtcd_tui.tasks.years.deadline import deadline

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
