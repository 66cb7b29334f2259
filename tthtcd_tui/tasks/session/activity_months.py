"""The number of activities in each month of a year."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.tasks.session.session import Session

_MONTHS: Final = 12


def activity_months(session: Session) -> list[tuple[int, int]]:
    """Pairs of month and number of activities, for the months of the period; of a longer one the last twelve."""
    found = session.store.log.by_month(session.year.report_id)
    period = session.facts.period
    first = period.start.year * _MONTHS + period.start.month - 1
    last = period.end.year * _MONTHS + period.end.month - 1
    months = (divmod(number, _MONTHS) for number in range(max(first, last - _MONTHS + 1), last + 1))
    return [(month + 1, found.get(f"{year:04}-{month + 1:02}", 0)) for year, month in months]
