"""A report out of the database."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import Report
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.tasks.open_store import find_year, open_store
from tthtcd_tui.tasks.read_report import OpenedReport


def stored_report(
    database: Path | None, centre: str | None, label: str, with_log: bool = False, user: str | None = None
) -> OpenedReport:
    """The year of that label; with its activities only where their rows are needed. Raises TaskProblem."""
    store = open_store(database, user)
    return report_of(store, find_year(store, centre, label), with_log)


def report_of(store: Store, year: Year, with_log: bool = False) -> OpenedReport:
    """As `stored_report`, for a year at hand: all of one moment."""
    if with_log:
        snapshot, log = store.snapshot_with_log(year.report)
    else:
        snapshot, log = store.snapshot(year.report), ActivityLog()
    return OpenedReport(snapshot.form, Report(snapshot.facts, log))


def year_before(database: Path | None, centre: str | None, label: str, user: str | None = None) -> Facts | None:
    """The year before that one, of the same centre and form, to compare with; None where there is none."""
    store = open_store(database, user)
    return facts_before(store, find_year(store, centre, label))


def facts_before(store: Store, year: Year) -> Facts | None:
    """As `year_before`, for a year at hand."""
    for other in store.years(year.centre.id):
        if other.form.key == year.form.key and other.period.end < year.period.start:
            return store.snapshot(other.report).facts
    return None
