from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.sample_database import new_database
from support.stores import new_report, sql

from tthtcd_tui.models.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tthtcd.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty database, which the test must leave sound."""
    opened = Store(new_database(path))
    yield opened
    opened.close()
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]
    assert sql(path, "PRAGMA foreign_key_check") == []


@pytest.fixture
def report_id(store: Store) -> int:
    """An empty year of the shipped form in `store`."""
    return new_report(store)


@pytest.fixture(scope="module")
def all_examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database for every example of a test; report 1 is an empty year at first."""
    store = Store(tmp_path_factory.mktemp("kho") / "tthtcd.db")
    assert new_report(store) == 1
    yield store
    store.close()
