"""`make bench`: every benchmark, or those asked for. Prints a table that goes into the README as it is."""

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

from benchmarks import log_import, p2_export, p3_years, p7_cell, p9_totals
from benchmarks.ratio import Result
from benchmarks.setting import Benchmark, prepare

BENCHMARKS: Mapping[str, Benchmark] = {
    "P2": p2_export.measure,
    "P3": p3_years.measure,
    "P7": p7_cell.measure,
    "P9": p9_totals.measure,
    "log": log_import.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=list(BENCHMARKS))
    parser.add_argument("--runs", type=int, default=15, help="recorded runs of each side (15)")
    options = parser.parse_args()
    print(f"{date.today()}, {_machine()}\n")  # noqa: DTZ011 -- the day where the machine is
    print("| | what | ours, ms | reference, ms | ratio | goal | |\n|---|---|---|---|---|---|---|")
    # Beside the project: a temporary folder may be memory, where a commit costs nothing.
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as folder:
        setting = prepare(Path(folder), options.runs)
        results = [_printed(BENCHMARKS[name](setting)) for name in options.only]
    return 0 if all(result.holds for result in results) else 1


def _printed(result: Result) -> Result:
    goal = "" if result.goal is None else f"≤ {result.goal:.1f}"
    holds = "" if result.goal is None else "holds" if result.holds else "DOES NOT HOLD"
    numbers = f"{result.ours:.2f} | {result.reference:.2f} | {result.ratio:.2f}"
    print(f"| {result.name} | {result.what} | {numbers} | {goal} | {holds} |", flush=True)
    return result


def _machine() -> str:
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {python}, SQLite {apsw.sqlite_lib_version()}"


if __name__ == "__main__":
    sys.exit(main())
