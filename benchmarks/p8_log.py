"""P8: the activity log opened on 100,000 rows, against the same screen on 50: time, and memory added."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

from support.live import OVERVIEW, Live

from benchmarks.answer import Answer, answer, leave, milliseconds
from benchmarks.log_import import ROWS, large_report
from benchmarks.ratio import Result
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import

_FEW = 50
_PAIRS = 7
"""Each is a program of its own."""


def measure(setting: Setting) -> list[Result]:
    for rows in (ROWS, _FEW):
        _make(setting, rows)
        _opened(setting, rows)
    pairs = [(_opened(setting, ROWS), _opened(setting, _FEW)) for _ in range(min(setting.runs, _PAIRS))]
    ours, references = zip(*pairs, strict=True)
    seconds, reference_seconds = (milliseconds([opened for opened, _ in side]) for side in (ours, references))
    added, reference_added = (median(added for _, added in side) for side in (ours, references))
    return [
        Result("P8", f"the log opened on {ROWS:,} rows, against {_FEW}", seconds, reference_seconds, 1.3),
        Result("P8", "memory that opening it added", added, reference_added, None, "MB", 45),
    ]


def _database(setting: Setting, rows: int) -> Path:
    return setting.folder / f"log-{rows}.db"


def _make(setting: Setting, rows: int) -> None:
    store = Store(_database(setting, rows))
    run_import(store, plan_import(store, large_report(setting, rows), "a.json"), "an")
    store.close()


def _opened(setting: Setting, rows: int) -> tuple[Answer, float]:
    """The log of a program just started, and the megabytes it takes more than before."""
    with Live(_database(setting, rows), environment=setting.in_terminal) as live:
        live.wait_for(OVERVIEW)
        live.rest()
        before = _resident(live.pid)
        opened = answer(live, "f6")
        assert f"{rows:,} hoạt động".replace(",", ".") in live.text
        added = _resident(live.pid) - before
        leave(live)
    return opened, added


def _resident(pid: int) -> float:
    """Megabytes of memory that the process holds."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)
    assert found, status
    return int(found.group(1)) / 1024
