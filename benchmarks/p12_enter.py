"""P12: one cell saved as a person gets it (`Session.enter`), CPU, against the same statements in raw apsw.

That it costs no more where the log is long, and where the form's texts follow the answers, are the other figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from time import process_time

import apsw

from benchmarks.log_import import ROWS, large_report
from benchmarks.p7_cell import raw_save, store_copy
from benchmarks.ratio import Result, Timed, compare
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.saving import Saved
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.years.year_choices import make_first_year
from tthtcd_tui.text.periods import Period

_EACH = 20
"""Cells a run: one is too short to be timed."""


def measure(setting: Setting) -> list[Result]:
    raw = apsw.Connection(str(setting.folder / "raw-12.db"))
    store_copy(setting, raw)
    numbers = count(5000)
    runs = setting.runs * 3
    with_few, with_many = Store(setting.database), Store(_many(setting))
    few, many = _session(with_few), _session(with_many)
    with_texts = Store(setting.folder / "texts.db")
    period = Period.school_year(2025)
    following = Session(with_texts, make_first_year(with_texts, "ban-sen", "TTHTCĐ xã Bản Sen", period, "an"), "an")
    reference = raw_save(raw, setting.year.report_id, numbers, process_time)
    ours = _ours(few, numbers)
    texts = "the same in a year whose texts follow its answers, against one without"
    flat = f"the same with {ROWS:,} activities, against few"
    results = [
        compare("P12", "a cell typed and saved, CPU, against raw apsw", ours, reference, goal=3, runs=runs),
        compare("P12", flat, _ours(many, numbers), ours, goal=1.2, runs=runs),
        compare("P12", texts, _ours(following, numbers), ours, goal=1.2, runs=runs),
    ]
    for opened in (with_few, with_many, with_texts, raw):
        opened.close()
    return results


def _many(setting: Setting) -> Path:
    path = setting.folder / "many.db"
    store = Store(path)
    run_import(store, plan_import(store, large_report(setting, ROWS), "a.json"), "an")
    store.close()
    return path


def _session(store: Store) -> Session:
    return Session(store, max(store.years.all(), key=lambda year: year.period.end), "an")


def _ours(session: Session, numbers: Iterator[int]) -> Timed:
    """The findings are worked out after each, as the overview shows them."""

    def run() -> float:
        typed = [Typed("figure/so_khu", str(next(numbers))) for _ in range(_EACH)]
        start = process_time()
        for cell in typed:
            saved = session.enter([cell])
            assert isinstance(saved, Saved)
        return (process_time() - start) / _EACH

    return run
