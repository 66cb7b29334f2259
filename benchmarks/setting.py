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

    @property
    def in_terminal(self) -> dict[str, str]:
        """For a process in a terminal of ours, on top of what this one has: nothing is kept in the user's folders."""
        folders = {f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
        return {**folders, "TERM": "xterm-256color", "PYTHONDONTWRITEBYTECODE": ""}


Benchmark = Callable[[Setting], Result | list[Result]]
"""Some take several figures from one run."""


def prepare(folder: Path, runs: int) -> Setting:
    database = folder / "mau.db"
    store = Store(database)
    year = load_samples(store)
    store.close()
    return Setting(folder, database, year, runs)
