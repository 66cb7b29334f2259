"""A chart in lines of text: a bar a number, for the screen and for plain text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tthtcd_tui.report.outline import Chart
from tthtcd_tui.text.numbers import format_number

_FULL: Final = "█"


def bars(chart: Chart, room: int) -> Iterator[str]:
    """«2020-2021 ██████████ 43.117»; the longest bar takes `room` cells. A year without a number has «–»."""
    most = max((value for series in chart.series for value in series.values if value is not None), default=Decimal(0))
    named = max(map(len, chart.categories), default=0)
    for series in chart.series:
        if len(chart.series) > 1:
            yield series.name
        for category, value in zip(chart.categories, series.values, strict=True):
            number = "–" if value is None else format_number(value)
            drawn = _FULL * _length(value, most, room)
            yield " ".join(filter(None, (category.ljust(named), drawn, number)))


def _length(value: Decimal | None, most: Decimal, room: int) -> int:
    """The length of a bar in cells; anything above zero gets at least the shortest one."""
    if not value or not most:
        return 0
    return max(int((value * room / most).to_integral_value(ROUND_HALF_UP)), 1)
