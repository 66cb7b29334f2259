"""P18: a backup, CPU: copy, page check, counts and sum, against the engine's copy and integrity_check.

The deep reading of what the rows say is a figure of its own.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from time import process_time

import apsw

from benchmarks.log_import import ROWS, large_report
from benchmarks.ratio import Result, Timed, compare
from benchmarks.setting import Setting
from tthtcd_tui.models.health import prove
from tthtcd_tui.models.storage.backup import ASKED, Prover, backups_folder, make_backup
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import


def measure(setting: Setting) -> list[Result]:
    path = setting.folder / "backed-up.db"
    store = Store(path)
    run_import(store, plan_import(store, large_report(setting, ROWS), "a.json"), "an")
    store.close()
    bare = _engine(path)
    day = f"the day's backup of {ROWS:,} activities, CPU, against .backup and integrity_check"
    asked = "one that was asked for, its indexes held against their tables"
    return [
        compare("P18", day, _ours(path), bare, goal=1, runs=setting.runs),
        compare("P18", asked, _ours(path, ASKED), bare, goal=None, runs=setting.runs),
        compare("P18", "the same, and all its rows read deeply", _ours(path, ASKED, prove), bare, goal=None, runs=3),
    ]


def _ours(path: Path, reason: str = "", prove: Prover | None = None) -> Timed:
    days = count()

    def run() -> float:
        start = process_time()
        made = make_backup(
            path, backups_folder(path), reason, now=datetime.now(UTC) + timedelta(days=next(days)), prove=prove
        )
        spent = process_time() - start
        made.path.unlink()
        made.path.with_suffix(".json").unlink()
        return spent

    return run


def _engine(path: Path) -> Timed:
    target = path.with_name("bare.db")

    def run() -> float:
        start = process_time()
        with closing(apsw.Connection(str(path))) as source, closing(apsw.Connection(str(target))) as made:
            with made.backup("main", source, "main") as backup:
                while not backup.done:
                    backup.step()
            assert made.pragma("integrity_check") == "ok"
        spent = process_time() - start
        target.unlink()
        return spent

    return run
