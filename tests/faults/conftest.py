from __future__ import annotations

from pathlib import Path

import pytest
from support.stores import new_report

from tthtcd_tui.models.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with report 1, an empty year. Nobody has it open."""
    store = Store(tmp_path / "tthtcd.db")
    assert new_report(store) == 1
    store.close()
    return store.path
