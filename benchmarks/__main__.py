"""`make bench`: every benchmark, or those asked for. Prints a table that goes into docs/measured.md as it is."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import apsw

from benchmarks import (
    book_import,
    log_import,
    mailed,
    p1_start,
    p2_export,
    p3_years,
    p4_keys,
    p5_idle,
    p6_section,
    p7_cell,
    p8_log,
    p9_totals,
    p10_appendix,
    p11_scrolled_line,
    p12_enter,
    p13_calls,
    p14_drafts,
    p15_letter,
    p16_preview,
    p17_province,
    p18_backup,
    p19_history,
    p20_search,
    p21_numbers,
    p22_memory,
    p23_size,
)
from benchmarks.ratio import Result
from benchmarks.setting import Benchmark, Setting, prepare

BENCHMARKS: Mapping[str, Benchmark] = {
    "P1": p1_start.measure,
    "P2": p2_export.measure,
    "P3": p3_years.measure,
    "P4": p4_keys.measure,
    "P5": p5_idle.measure,
    "P6": p6_section.measure,
    "P7": p7_cell.measure,
    "P8": p8_log.measure,
    "P9": p9_totals.measure,
    "P10": p10_appendix.measure,
    "P11": p11_scrolled_line.measure,
    "P12": p12_enter.measure,
    "P13": p13_calls.measure,
    "P14": p14_drafts.measure,
    "P15": p15_letter.measure,
    "P16": p16_preview.measure,
    "P17": p17_province.measure,
    "P18": p18_backup.measure,
    "P19": p19_history.measure,
    "P20": p20_search.measure,
    "P21": p21_numbers.measure,
    "P22": p22_memory.measure,
    "P23": p23_size.measure,
    "log": log_import.measure,
    "book": book_import.measure,
    "mailed": mailed.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=list(BENCHMARKS))
    parser.add_argument("--runs", type=int, default=15, help="recorded runs of each side (15)")
    options = parser.parse_args()
    print(f"{date.today()}, {_machine()}\n")  # noqa: DTZ011 -- the day where the machine is
    print("| | what | ours | reference | ratio | goal | |\n|---|---|---|---|---|---|---|")
    # Beside the project: a temporary folder may be memory, where a commit costs nothing.
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as folder:
        setting = prepare(Path(folder), options.runs)
        results = [_printed(result) for name in options.only for result in _measured(BENCHMARKS[name], setting)]
    return 0 if all(result.holds for result in results) else 1


def _measured(benchmark: Benchmark, setting: Setting) -> list[Result]:
    result = benchmark(setting)
    return result if isinstance(result, list) else [result]


def _printed(result: Result) -> Result:
    goals = [] if result.goal is None else [f"≤ {result.goal:g}×"]
    goals += [] if result.most is None else [f"≤ {result.most:,.0f} {result.unit}"]
    holds = ("holds" if result.holds else "DOES NOT HOLD") if goals else ""
    ours, reference = (_in_unit(number, result.unit) for number in (result.ours, result.reference))
    numbers = f"{ours} | {reference} | {result.ratio:.2f}"
    print(f"| {result.name} | {result.what} | {numbers} | {', '.join(goals)} | {holds} |", flush=True)
    return result


def _in_unit(number: float, unit: str) -> str:
    """No part of a byte, nor of a call."""
    return f"{number:,.{0 if unit in ('B', 'calls', 'a minute') else 2}f} {unit}"


def _machine() -> str:
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {python}, SQLite {apsw.sqlite_lib_version()}"


if __name__ == "__main__":
    sys.exit(main())
