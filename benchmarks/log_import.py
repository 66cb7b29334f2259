"""A year with 100,000 activities imported as one Change; its reference is parsing the same JSON and nothing more."""

from __future__ import annotations

import json
from datetime import date, timedelta
from time import perf_counter

from benchmarks.ratio import Result, compare
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.tasks.care.gc_tuning import gc_paused
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import

ROWS = 100_000
_WORDS = ("Phổ biến pháp luật về hôn nhân và gia đình", "phap_luat", "Nhà văn hóa khu", "Hội Phụ nữ")


def measure(setting: Setting) -> Result:
    """No goal as a ratio: the promise is that it takes at most three seconds on the machine of the goals."""
    data = large_report(setting)
    files = iter(range(1_000))

    def ours() -> float:
        store = Store(setting.folder / f"import-{next(files)}.db")
        start = perf_counter()
        with gc_paused():  # as every command
            run_import(store, plan_import(store, data, "a.json"), "an")
        seconds = perf_counter() - start
        store.close()
        return seconds

    def parse() -> float:
        start = perf_counter()
        json.loads(data)
        return perf_counter() - start

    what = f"{ROWS} activities imported as one Change, against json.loads of the file"
    return compare("log", what, ours, parse, goal=None, runs=min(setting.runs, 3))


def large_report(setting: Setting, rows: int = ROWS) -> bytes:
    """The sample year with a long log."""
    store = Store(setting.database)
    facts = store.snapshot(setting.year.report_id).facts
    store.close()
    title, category, place, partner = _WORDS
    first = date(2020, 9, 7)
    log = ActivityLog.of(
        Activity(f"hd-{n}", first + timedelta(n % 300), f"{title} {n}", category, 1, n % 90, place, partner)
        for n in range(rows)
    )
    year = Facts(facts.centre, facts.form, facts.form_version, facts.period, facts.answers, log.sums())
    return encode(ReportData(year, log))
