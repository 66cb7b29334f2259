"""What a saved cell costs the disk, and what a query costs: counted and explained, never timed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import apsw
import pytest
from support.stores import change, new_report

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.models.activities import sums_query
from tthtcd_tui.models.core_tables import Report
from tthtcd_tui.models.storage.prepared_query import PreparedQuery, given
from tthtcd_tui.models.storage.sqlite import connect
from tthtcd_tui.models.store import Store


class CountingFile(apsw.VFSFile):
    """Counts the syncs of every file that is opened."""

    syncs = 0

    def xSync(self, flags: int) -> None:  # noqa: N802 -- SQLite's own name
        CountingFile.syncs += 1
        super().xSync(flags)


class CountingVfs(apsw.VFS):
    """The system's own file layer, with a counter."""

    def __init__(self, base: str) -> None:
        super().__init__("counting", base, makedefault=True)
        self._base = base

    def xOpen(self, name: Any, flags: list[int]) -> CountingFile:  # noqa: N802 -- SQLite's own name
        return CountingFile(self._base, name, flags)


def test_a_saved_cell_is_one_sync(tmp_path: Path) -> None:
    before = apsw.vfs_names()[0]
    vfs = CountingVfs(before)
    try:
        store = Store(tmp_path / "a.db")
        report = new_report(store)
        for number in range(3):
            CountingFile.syncs = 0
            store.apply(report, change({"figure/so_khu": Quantity(Decimal(number))}), number, "lan")
            assert CountingFile.syncs == 1
        store.close()
    finally:
        vfs.unregister()
        apsw.set_default_vfs(before)


def test_what_a_saved_cell_asks_is_planned_once_whatever_the_values(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    report = new_report(store)
    planned: list[int] = []

    def told(kind: int, *_: str | None) -> int:
        planned.append(kind)
        return apsw.SQLITE_OK

    store._database.connection().authorizer = told
    for number in range(3):
        planned.clear()
        store.apply(report, change({"figure/so_khu": Quantity(Decimal(number))}), number, f"lan{number}")
    assert planned == []
    store.close()


def test_totals_are_read_from_the_covering_index_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    report = new_report(store)
    sql, parameters = sums_query(report).sql()
    connection = apsw.Connection(str(store.path))
    plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters))
    assert "SEARCH" in plan
    assert "COVERING INDEX" in plan
    assert "USE TEMP B-TREE" not in plan


def test_a_prepared_query_runs_with_the_values_of_each_run(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    reports = [new_report(store, year) for year in (2019, 2020)]
    database = connect(store.path)
    label = PreparedQuery(Report.select(Report.period_label).where(Report.id == given("report")))
    assert [label.rows(database, report=report) for report in reports] == [[("2019-2020",)], [("2020-2021",)]]
    assert label.rows(database, report=0) == []
    bump = PreparedQuery(Report.update({Report.revision: given("revision")}).where(Report.id == given("report")))
    bump.tell(database, report=reports[0], revision=7)
    assert store.revision(reports[0]) == 7
    with pytest.raises(KeyError):
        bump.tell(database, report=reports[0])
