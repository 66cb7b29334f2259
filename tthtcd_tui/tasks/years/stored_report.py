"""Read a report from the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.appendices.attached import Attached, attached
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.tasks.care.open_store import find_year, open_store
from tthtcd_tui.tasks.transfer.read_report import OpenedReport
from tthtcd_tui.tasks.years.year_context import context_of, facts_before


def stored_report(
    database: Path | None, centre: str | None, label: str, with_log: bool = False, user: str | None = None
) -> OpenedReport:
    """The year of that label; `with_log` only where the activities themselves are needed, as for an appendix.

    Raises TaskProblem.
    """
    store = open_store(database, user)
    return report_of(store, find_year(store, centre, label), with_log)


def report_of(
    store: Store, year: Year, with_log: bool = False, also: Collection[str] = (), with_base: bool = False
) -> OpenedReport:
    """As `stored_report`, for a given year, in one snapshot. `with_base`, so that an export can be merged later."""
    snapshot, log, base = store.snapshot(year.report_id), ActivityLog(), None
    if with_base:
        snapshot, log, base = store.snapshot_with_base(year.report_id)
    elif with_log or _needs_log(attached(snapshot.form, snapshot.facts, also)):
        snapshot, log = store.snapshot_with_log(year.report_id)
    context = context_of(store, year, snapshot.form, snapshot.facts)
    uid = base.year if base else store.uid(year.report_id)
    copies = partial(_copies, store, snapshot.facts)
    return OpenedReport(snapshot.form, ReportData(snapshot.facts, log, base), context, uid=uid, copies=copies)


def _copies(store: Store, facts: Facts) -> Mapping[str, bytes]:
    from tthtcd_tui.tasks.transfer.evidence_copies import copies_of  # only a package takes them along

    return copies_of(store, facts)


def _needs_log(going: Sequence[Attached]) -> bool:
    if not going:
        return False
    from tthtcd_tui.report.appendices.registry import needs_log  # most reports have none

    return needs_log(going)


def year_before(database: Path | None, centre: str | None, label: str, user: str | None = None) -> Facts | None:
    """The year before that one, of the same centre and form, to compare with; None where there is none."""
    store = open_store(database, user)
    return facts_before(store, find_year(store, centre, label))
