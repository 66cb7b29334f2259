"""An older database is brought up to date: all of it or nothing, and once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from time import sleep

import apsw
import pytest
from support.processes import at_once, start
from support.replay import assert_audit_tells_all
from support.stores import answers, dump, new_report, number, save, sql

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.creation import create_tables
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.migrations import Migration
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, open_database
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.status import Status

pytestmark = pytest.mark.file_only("a file's steps; a server's: test_postgres.py")

NOW, NEXT, LATER = SCHEMA_VERSION, SCHEMA_VERSION + 1, SCHEMA_VERSION + 2


@pytest.fixture
def old(path: Path) -> Iterator[Path]:
    """A database of today's version with a year in it: older than NEXT and LATER."""
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
        numbers.append(database.schema_version())
        migration(database)

    return migrate


def test_each_step_is_done_in_its_order_and_numbered(old: Path) -> None:
    numbers: list[int] = []
    steps = {LATER: seen(numbers, seal), NEXT: seen(numbers, add_column)}
    for _ in range(2):  # the second time there is nothing to do
        with closing(open_database(old, LATER, steps)) as database:
            assert database.schema_version() == LATER
    assert numbers == [NOW, NEXT]
    assert sql(old, "PRAGMA user_version") == [(LATER,)]
    assert sql(old, "SELECT sealed FROM report") == [("Vũ Thanh Hải",)]


def test_only_the_missing_steps_are_done(old: Path) -> None:
    open_database(old, NEXT, {NEXT: add_column}).close()
    numbers: list[int] = []
    open_database(old, LATER, {NEXT: seen(numbers, add_column), LATER: seen(numbers, seal)}).close()
    assert numbers == [NEXT]


def test_an_up_to_date_database_is_not_touched(old: Path) -> None:
    before = old.read_bytes()
    open_database(old, NOW, {}).close()
    assert old.read_bytes() == before


def breaks(database: Database) -> None:
    database.execute_sql("DELETE FROM figure")
    database.execute_sql("UPDATE nowhere SET nothing = 1")


def raises(database: Database) -> None:
    database.execute_sql("DELETE FROM figure")
    raise RuntimeError("a mistake in a migration")


@pytest.mark.parametrize(("second", "error"), [(breaks, StoreProblem), (raises, RuntimeError)])
def test_a_step_that_fails_leaves_the_old_version_and_all_its_data(
    old: Path, second: Migration, error: type[Exception]
) -> None:
    before = dump(old)
    for _ in range(2):
        with pytest.raises(error):
            open_database(old, LATER, {NEXT: add_column, LATER: second})
    assert sql(old, "PRAGMA user_version") == [(NOW,)]
    assert dump(old) == before
    store = Store(old)  # and the program of that version goes on with it
    assert store.years.all()[0].revision == 1
    store.close()


def test_a_new_database_is_made_new_and_not_migrated(path: Path) -> None:
    open_database(path, LATER, {NEXT: breaks, LATER: breaks}, create=create_tables).close()
    assert sql(path, "PRAGMA user_version") == [(LATER,)]


def test_four_that_start_at_once_migrate_once(old: Path) -> None:
    found = at_once([start("opener", old, LATER) for _ in range(4)])
    assert [each["found"] for each in found] == [LATER] * 4
    steps = sql(old, "SELECT number, pid FROM steps ORDER BY rowid")
    assert [number for number, _ in steps] == [NEXT, LATER]
    assert len({pid for _, pid in steps}) == 1
    assert {pid for _, pid in steps} <= {each["pid"] for each in found}


def test_who_comes_while_it_is_upgraded_waits_however_long(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Longer than anybody waits for a colleague who saves: large data take their time."""
    monkeypatch.setattr("tthtcd_tui.models.storage.sqlite._BUSY_SECONDS", 0.05)
    begun = Event()
    numbers: list[int] = []

    def slow(database: Database) -> None:
        begun.set()
        sleep(0.2)
        add_column(database)

    def another() -> None:
        begun.wait()
        open_database(old, NEXT, {NEXT: seen(numbers, add_column)}).close()

    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(another)
        open_database(old, NEXT, {NEXT: slow}).close()
        second.result()
    assert numbers == []


def test_four_that_start_at_once_make_one_database(path: Path) -> None:
    made = path.with_name("kho") / "tthtcd.db"
    found = at_once([start("opener", made, 0, "make") for _ in range(4)])
    assert sorted(each["found"] for each in found) == [1, 2, 3, 4]
    assert {code for (code,) in sql(made, "SELECT code FROM centre")} == {f"tt-{each['pid']}" for each in found}
    assert sorted(entry.name for entry in made.parent.iterdir()) == ["tthtcd.db", "tthtcd.db.lock", "tthtcd.db.open"]


# -- the versions there have been -------------------------------------------------------------------------------------

DATABASES = Path(__file__).resolve().parents[2] / "data" / "databases"


@pytest.fixture(params=range(1, SCHEMA_VERSION))
def released(path: Path, request: pytest.FixtureRequest) -> Path:
    """A database as an earlier version of the program left it, with a year in it: data/databases/version-‹N›.sql."""
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute((DATABASES / f"version-{request.param}.sql").read_text(encoding="utf-8")).fetchall()
    return path


def schema(path: Path) -> set[tuple[apsw.SQLiteValue, ...]]:
    """Every table and index as it was made, to the letter."""
    return set(sql(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def test_an_earlier_database_becomes_just_what_a_new_one_is(released: Path, tmp_path: Path) -> None:
    Store(tmp_path / "moi.db").close()
    assert schema(released) != schema(tmp_path / "moi.db")
    Store(released).close()
    assert schema(released) == schema(tmp_path / "moi.db")
    for pragma in ("user_version", "application_id"):
        assert sql(released, f"PRAGMA {pragma}") == sql(tmp_path / "moi.db", f"PRAGMA {pragma}")
    assert sql(released, "PRAGMA integrity_check") == [("ok",)]
    assert sql(released, "PRAGMA foreign_key_check") == []


def test_an_earlier_database_keeps_all_it_says(released: Path) -> None:
    before = dump(released)
    store = Store(released)
    after = dump(released)
    for table, rows in before.items():
        kept = {str(row[0]): row for row in after[table]}  # of the ledger there is more, with how it is made now
        assert [kept[str(row[0])][: len(row)] for row in rows if row[0] != "ledger"] == [
            row for row in rows if row[0] != "ledger"
        ], table
        assert len(kept) == len(rows) or table in ("ledger", "sqlite_sequence")
    (year,) = store.years.all()
    assert year.status is Status.DRAFT
    assert [member.login for member in store.staff.members()] == [login for login, *_ in before.get("staff", [])]
    assert len(store.staff.history()) == len(before.get("staff_change", [])), "what was not told then is not made up"
    assert answers(store, year.report_id) == {"report/signer": "Vũ Thanh Hải", "figure/so_ap": number(40)}
    assert_audit_tells_all(store, year.report_id)
    store.steps.undo(year.report_id, "minh")  # what was done with the earlier program can be undone
    assert answers(store, year.report_id)["figure/so_ap"] == number(7)
    assert save(store, year.report_id, {"figure/so_ap": number(41)}) == year.revision + 2
    store.close()


def test_of_staff_there_already_the_next_change_tells_what_they_were(released: Path) -> None:
    store = Store(released)
    director = next((member.login for member in store.staff.members() if member.directs_all), "")
    if not director:
        store.staff.add(Member("gd", "Vũ Thanh Hải", Role.DIRECTOR))
        director = "gd"
    store.sign_in(director)
    known = {member.login: member for member in store.staff.members()}
    store.staff.edit(known[director]._replace(name="Hải"))
    newest = store.staff.history()[0]
    assert (newest.before, newest.after) == (known[director], known[director]._replace(name="Hải"))
    store.close()
