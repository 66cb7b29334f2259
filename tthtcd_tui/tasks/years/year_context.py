"""A stored year as rules see it: the year before it, the centre's history and its log are read when asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tthtcd_tui.checks.context import Context
from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.comparison import MOST_OTHERS
from tthtcd_tui.report.facts import Facts


@dataclass(frozen=True)
class StoredLog:
    """The activity log of a report, in the database."""

    store: Store
    report_id: int

    def all(self) -> Iterator[Activity]:
        return self.store.log.each(self.report_id)

    def on_days_of(self, uids: Collection[str]) -> list[Activity]:
        return self.store.log.on_days_of(self.report_id, uids)


def context_of(store: Store, year: Year, form: Form, facts: Facts) -> Context:
    """The year at hand; what is stored besides it is read when a rule asks."""
    return Context(
        form,
        facts,
        read_before=lambda: readable_before(store, year),
        read_names=lambda: tuple(store.centre_names(year.centre.id)),
        log=StoredLog(store, year.report_id),
        read_earlier=lambda: earlier_years(store, year),
    )


def earlier_years(store: Store, year: Year) -> list[Facts]:
    """The newest years of the same centre and form that ended before this one began, as many as are compared."""
    before = [
        other
        for other in store.years(year.centre.id)
        if other.form.key == year.form.key and other.period.end < year.period.start
    ]
    return [facts for other in before[:MOST_OTHERS] if (facts := _readable(store, other)) is not None]


def _readable(store: Store, year: Year) -> Facts | None:
    try:
        return store.snapshot(year.report_id).facts
    except StoreProblem:
        return None


def facts_before(store: Store, year: Year) -> Facts | None:
    """The newest year of the same centre and form that ended before this one began, to compare with; None without."""
    for other in store.years(year.centre.id):
        if other.form.key == year.form.key and other.period.end < year.period.start:
            return store.snapshot(other.report_id).facts
    return None


def readable_before(store: Store, year: Year) -> Facts | None:
    """As `facts_before`; a damaged one is none. This year does without it, and whoever opens that one is told why."""
    try:
        return facts_before(store, year)
    except StoreProblem:
        return None
