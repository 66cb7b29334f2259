"""P7: one cell saved, durable, with its audit row, against the same statements in raw apsw on a file of the same shape.

That it is one fdatasync is a test (tests/models/test_durability.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import count
from time import perf_counter

import apsw

from benchmarks.ratio import Result, Timed, compare
from benchmarks.setting import Setting
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.report.place import Place

_CELL = Place("figure/so_khu")
_EACH = 20
"""Cells a run: one is too short to be timed."""


def measure(setting: Setting) -> Result:
    store = Store(setting.database)
    raw = apsw.Connection(str(setting.folder / "raw.db"))
    store_copy(setting, raw)
    numbers = count(1000)
    result = compare(
        "P7",
        "a cell saved with its audit row, against the same statements in raw apsw",
        _ours(store, setting.year.report_id, numbers),
        raw_save(raw, setting.year.report_id, numbers, perf_counter),
        goal=3.0,
        runs=setting.runs * 5,
    )
    store.close()
    raw.close()
    return result


def store_copy(setting: Setting, raw: apsw.Connection) -> None:
    """The same tables, indexes and rows, opened as the store opens them."""
    with raw.backup("main", apsw.Connection(str(setting.database)), "main") as backup:
        backup.step()
    for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = 1"):
        raw.execute(f"PRAGMA {pragma}").fetchall()


def _ours(store: Store, report_id: int, numbers: Iterator[int]) -> Timed:
    def run() -> float:
        revision = store.revision(report_id)
        changes = [Change(new_op_id(), (Edit(_CELL, Quantity(Decimal(next(numbers)))),)) for _ in range(_EACH)]
        start = perf_counter()
        for number, change in enumerate(changes):
            store.apply(report_id, change, revision + number, "an")
        return (perf_counter() - start) / _EACH

    return run


def raw_save(raw: apsw.Connection, report_id: int, numbers: Iterator[int], clock: Callable[[], float]) -> Timed:
    """What a saved cell comes to in SQL."""
    key = _CELL.parts[1]
    login = next(raw.execute("SELECT login FROM person LIMIT 1"))[0]

    def run() -> float:
        values = [(new_op_id(), str(next(numbers))) for _ in range(_EACH)]
        execute = raw.cursor().execute
        start = clock()
        for op_id, value in values:
            execute("BEGIN IMMEDIATE")
            revision = next(execute("SELECT revision, status, centre_id FROM report WHERE id = ?", (report_id,)))[0]
            execute("SELECT revision FROM audit_change WHERE op_id = ?", (op_id,)).fetchall()
            execute("SELECT role, centre_id FROM staff WHERE login = ?", ("an",)).fetchall()
            execute("SELECT login FROM staff LIMIT 1").fetchall()
            person = next(execute("SELECT number FROM person WHERE login = ?", (login,)))[0]
            where = (report_id, key)
            link = next(
                execute("SELECT hash FROM audit_change WHERE report_id = ? AND revision = ?", (report_id, revision))
            )
            before = next(execute("SELECT number, qualifier FROM figure WHERE report_id = ? AND key = ?", where))
            execute(
                "UPDATE figure SET number = ?, qualifier = ? WHERE report_id = ? AND key = ?", (value, None, *where)
            )
            change = (report_id, op_id, revision + 1, person, "2021-06-05T00:00:00.000000Z", None, link[0])
            names = 'report_id, op_id, revision, "user", at, undoes, hash'
            execute(f"INSERT INTO audit_change ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", change)
            entry = (raw.last_insert_rowid(), report_id, _CELL, before[0], value)
            execute(
                "INSERT INTO audit_entry (change_id, report_id, place, before, after) VALUES (?, ?, ?, ?, ?)", entry
            )
            execute("UPDATE report SET revision = ? WHERE id = ?", (revision + 1, report_id))
            execute("COMMIT")
        return (clock() - start) / _EACH

    return run
