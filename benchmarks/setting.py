"""What the benchmarks work on: a scratch folder, and in it a database with the sample years."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.ratio import Result
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import load_samples


@dataclass(frozen=True, slots=True)
class Setting:
    """One run of the benchmarks. `folder` must be on a real disk, or a commit costs nothing."""

    folder: Path
    database: Path
    year: Year
    runs: int

    @property
    def environment(self) -> dict[str, str]:
        """For a process of ours: this database, no colour, and compiled modules kept, as for any user."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, "TTHTCD_DB": str(self.database), "NO_COLOR": "1"}


Benchmark = Callable[[Setting], Result]


def prepare(folder: Path, runs: int) -> Setting:
    database = folder / "mau.db"
    store = Store(database)
    year = load_samples(store)
    store.close()
    return Setting(folder, database, year, runs)
