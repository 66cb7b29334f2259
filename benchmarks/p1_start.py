"""P1: `tthtcd` started on a database with five filled years, until its overview stands there, against one Input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from support.live import Live
from support.terminal import Terminal

from benchmarks.answer import leave, reference
from benchmarks.ratio import Result, Timed, compare
from benchmarks.setting import Setting
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.text.periods import Period

_FIRST_YEARS = range(2016, 2019)
"""Before the two years of the samples."""
_LAST_DRAWN = ("Các năm, trung tâm".encode(), "Trợ giúp".encode())
"""The last line of the overview, and the line of its keys."""


def measure(setting: Setting) -> Result:
    path = five_years(setting)
    return compare(
        "P1",
        "from the start to the overview, of five filled years, against the smallest Textual app with one Input",
        _until(lambda: Live(path, environment=setting.in_terminal), *_LAST_DRAWN),
        _until(lambda: reference(setting, "input"), "trung tâm".encode()),
        goal=1.15,
        runs=setting.runs,
    )


def five_years(setting: Setting) -> Path:
    """The sample years, and three more that say the same as the newer one."""
    path = setting.folder / "five.db"
    path.write_bytes(setting.database.read_bytes())
    store = Store(path)
    snapshot, log = store.snapshot_with_log(setting.year.report_id)
    for year in _FIRST_YEARS:
        facts = replace(snapshot.facts, period=Period.school_year(year))
        run_import(store, plan_import(store, encode(ReportData(facts, log)), f"{year}.json"), "an")
    assert len(store.years.all()) == 5
    store.close()
    return path


def _until(start: Callable[[], Terminal], *drawn: bytes) -> Timed:
    """Started, until all of this has been drawn; then left in peace."""

    def run() -> float:
        begin = perf_counter()
        with start() as program:
            program.wait_until(lambda: all(words in program.raw for words in drawn), f"no {drawn}")
            seconds = perf_counter() - begin
            program.rest()
            leave(program)
        return seconds

    return run
