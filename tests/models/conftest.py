"""The same reports in a file and on a server: what is tested here holds for both engines.

A test that asks for `path` or `store` runs on each. One that is about the file itself says so, and why, by
`@pytest.mark.file_only(…)`; on the server most run at length only: the quick ones are marked `quick_on_server`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.matrix import LONG
from support.postgres import PostgresServer
from support.sample_database import new_database, new_on_server
from support.stores import new_report, sql

from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store

FILE, SERVER = "file", "server"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" not in metafunc.fixturenames:
        return
    marks = [] if metafunc.definition.get_closest_marker("quick_on_server") else [LONG]
    file_only = metafunc.definition.get_closest_marker("file_only")
    metafunc.parametrize("engine", [FILE] if file_only else [FILE, pytest.param(SERVER, marks=marks)])


@pytest.fixture
def path(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Location]:
    """Where the data are; nothing stands there yet, but what `store` puts there."""
    if engine == FILE:
        yield tmp_path / "tthtcd.db"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    is_filled = "store" in request.fixturenames
    address = server.copy_of("new", new_on_server) if is_filled else server.new_database()
    yield address
    server.drop(address)


@pytest.fixture
def store(path: Location) -> Iterator[Store]:
    """An empty database, which the test must leave sound."""
    if isinstance(path, Path):
        new_database(path)
    opened = Store(path)
    yield opened
    opened.close()
    if isinstance(path, Path):
        assert sql(path, "PRAGMA integrity_check") == [("ok",)]
        assert sql(path, "PRAGMA foreign_key_check") == []


@pytest.fixture
def report_id(store: Store) -> int:
    """An empty year of the shipped form in `store`."""
    return new_report(store)
