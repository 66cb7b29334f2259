"""An older database is brought up to date: all of it or nothing, and once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.processes import at_once, start
from support.stores import dump, new_report, save, sql

from tthtcd_tui.models.database import Database, schema_version
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.schema import SCHEMA_VERSION, Migration, open_database
from tthtcd_tui.models.store import Store


@pytest.fixture
def old(path: Path) -> Iterator[Path]:
    """A database of version 1 with a year in it."""
    assert SCHEMA_VERSION == 1
    store = Store(path)
    save(store, new_report(store), {"report/signer": "Vũ Thanh Hải"})
    store.close()
    yield path
    assert sql(path, "PRAGMA integrity_check") == [("ok",)]


def add_column(database: Database) -> None:
    database.execute_sql("ALTER TABLE report ADD COLUMN sealed TEXT")


def seal(database: Database) -> None:
    database.execute_sql("UPDATE report SET sealed = signer")


def seen(numbers: list[int], migration: Migration) -> Migration:
    def migrate(database: Database) -> None:
        numbers.append(schema_version(database))
        migration(database)

    return migrate


def test_each_step_is_done_in_its_order_and_numbered(old: Path) -> None:
    numbers: list[int] = []
    steps = {3: seen(numbers, seal), 2: seen(numbers, add_column)}
    for _ in range(2):  # the second time there is nothing to do
        with closing(open_database(old, 3, steps)) as database:
            assert schema_version(database) == 3
    assert numbers == [1, 2]
    assert sql(old, "PRAGMA user_version") == [(3,)]
    assert sql(old, "SELECT sealed FROM report") == [("Vũ Thanh Hải",)]


def test_only_the_missing_steps_are_done(old: Path) -> None:
    open_database(old, 2, {2: add_column}).close()
    numbers: list[int] = []
    open_database(old, 3, {2: seen(numbers, add_column), 3: seen(numbers, seal)}).close()
    assert numbers == [2]


def test_an_up_to_date_database_is_not_touched(old: Path) -> None:
    before = old.read_bytes()
    open_database(old, 1, {}).close()
    assert old.read_bytes() == before


def breaks(database: Database) -> None:
    database.execute_sql("DELETE FROM report")
    database.execute_sql("UPDATE nowhere SET nothing = 1")


def raises(database: Database) -> None:
    database.execute_sql("DELETE FROM report")
    raise RuntimeError("a mistake in a migration")


@pytest.mark.parametrize(("second", "error"), [(breaks, StoreProblem), (raises, RuntimeError)])
def test_a_step_that_fails_leaves_the_old_version_and_all_its_data(
    old: Path, second: Migration, error: type[Exception]
) -> None:
    before = dump(old)
    for _ in range(2):
        with pytest.raises(error):
            open_database(old, 3, {2: add_column, 3: second})
    assert sql(old, "PRAGMA user_version") == [(1,)]
    assert dump(old) == before
    store = Store(old)  # and the program of that version goes on with it
    assert store.years()[0].revision == 1
    store.close()


def test_a_new_database_is_made_new_and_not_migrated(path: Path) -> None:
    open_database(path, 3, {2: breaks, 3: breaks}).close()
    assert sql(path, "PRAGMA user_version") == [(3,)]


def test_four_that_start_at_once_migrate_once(old: Path) -> None:
    found = at_once([start("opener", old, 3) for _ in range(4)])
    assert [each["found"] for each in found] == [3] * 4
    steps = sql(old, "SELECT number, pid FROM steps ORDER BY rowid")
    assert [number for number, _ in steps] == [2, 3]
    assert len({pid for _, pid in steps}) == 1
    assert {pid for _, pid in steps} <= {each["pid"] for each in found}


def test_four_that_start_at_once_make_one_database(path: Path) -> None:
    made = path.with_name("kho") / "tthtcd.db"
    found = at_once([start("opener", made, 0, "make") for _ in range(4)])
    assert sorted(each["found"] for each in found) == [1, 2, 3, 4]
    assert {code for (code,) in sql(made, "SELECT code FROM centre")} == {f"tt-{each['pid']}" for each in found}
    assert sorted(entry.name for entry in made.parent.iterdir()) == ["tthtcd.db", "tthtcd.db.lock"]
