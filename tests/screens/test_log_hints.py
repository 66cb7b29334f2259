"""What the log says of the fields of the line to enter."""

from __future__ import annotations

import pytest

from tthtcd_tui.screens.log_hints import example_day
from tthtcd_tui.text.periods import parse_period


@pytest.mark.parametrize(
    ("year", "day"), [("2020-2021", "5/3/2021"), ("2019-2020", "5/3/2020"), ("1/9/2020 - 31/1/2021", "31/1/2021")]
)
def test_the_day_given_as_an_example_is_one_of_the_period(year: str, day: str) -> None:
    assert f"ví dụ {day}; gõ {day[:-5]} thì" in example_day(parse_period(year))
