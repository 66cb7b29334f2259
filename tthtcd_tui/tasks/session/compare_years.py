"""This year beside the years before it, for the screen."""

from __future__ import annotations

from tthtcd_tui.report.comparison import Comparison, comparison
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.years.year_context import earlier_years


def compared(session: Session) -> Comparison:
    return comparison(session.form, session.facts, earlier_years(session.store, session.year))
