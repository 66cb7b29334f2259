"""The sample years as a database file: made once, copied for each test."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import load_samples


@cache
def _bytes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        store = Store(path)
        load_samples(store)
        store.close()
        return path.read_bytes()


def sample_database(folder: Path) -> Path:
    """A database of its own in `folder`, with 2020-2021 and 2019-2020."""
    path = folder / "tthtcd.db"
    path.write_bytes(_bytes())
    return path
