"""All that anybody can be shown of a database, to be held against what was shown before."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.facts import Facts


def everything(path: Path) -> object:
    """All that anybody can be shown of a database."""
    with closing(Store(path)) as store:
        store.sign_in("gd")
        return (
            store.centres.all(),
            store.forms.all(),
            store.years.all(),
            store.years.deleted(),
            store.staff.members(),
            store.staff.history(),
            store.units.all(),
            store.units.belongings(),
            [
                (
                    encode(ReportData(*_facts(store, year.report_id))),
                    store.history.of(year.report_id),
                    store.submissions.standing(year.report_id),
                    [
                        (version, store.versions.files(year.report_id, version.number))
                        for version in store.versions.of(year.report_id)
                    ],
                    store.log.page(year.report_id, search="lop"),
                )
                for year in store.years.all()
            ],
        )


def _facts(store: Store, report: int) -> tuple[Facts, ActivityLog]:
    snapshot, log = store.snapshot_with_log(report)
    return snapshot.facts, log
