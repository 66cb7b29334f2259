"""Who is where: out of date in a minute, in nobody's way, and no part of what the report says."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from threading import Timer

import apsw
import pytest
from support.stores import dump, new_report, save, sql

from tthtcd_tui.models.people.presence import Present
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.storage.sqlite import SqliteFile
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place

NOON = datetime(2021, 6, 5, 5, tzinfo=UTC)
PLACE = Place("figure/dan_so")


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_who_is_where_by_name(store: Store, report_id: int) -> None:
    store.presence.announce(report_id, "minh", None, NOON)
    store.presence.announce(report_id, "lan", PLACE, later(1))
    assert store.presence.present(report_id, later(2)) == [Present("lan", PLACE, later(1)), Present("minh", None, NOON)]
    store.presence.announce(report_id, "lan", Place("report/signer"), later(3))
    assert store.presence.present(report_id, later(4))[0] == Present("lan", Place("report/signer"), later(3))
    assert store.presence.present(new_report(store, 2021), later(4)) == []


@pytest.mark.parametrize(("seconds", "is_there"), [(0, True), (59.9, True), (60, False), (3600, False), (-61, False)])
def test_it_is_out_of_date_in_a_minute(store: Store, report_id: int, seconds: float, is_there: bool) -> None:
    store.presence.announce(report_id, "lan", PLACE, NOON)
    assert bool(store.presence.present(report_id, later(seconds))) is is_there


def test_the_clock_is_that_of_the_server(store: Store, report_id: int) -> None:
    store.presence.announce(report_id, "lan", PLACE)
    (found,) = store.presence.present(report_id)
    assert abs(datetime.now(UTC) - found.at) < timedelta(minutes=1)


def test_who_leaves_is_gone_at_once(store: Store, report_id: int) -> None:
    store.presence.announce(report_id, "lan", PLACE, NOON)
    store.presence.announce(report_id, "minh", PLACE, NOON)
    store.presence.leave(report_id, "lan")
    assert [found.user for found in store.presence.present(report_id, NOON)] == ["minh"]


def test_what_is_out_of_date_is_swept_out(store: Store, report_id: int, path: Location) -> None:
    second = new_report(store, 2021)
    for user in ("a", "b", "c"):
        store.presence.announce(second, user, PLACE, NOON)
    store.presence.announce(report_id, "lan", PLACE, later(61))
    assert sql(path, 'SELECT report_id, "user" FROM presence') == [(report_id, "lan")]


def test_it_is_no_part_of_the_report(store: Store, report_id: int, path: Location) -> None:
    save(store, report_id, {"report/signer": "An"})
    before, snapshot = dump(path), store.snapshot(report_id)
    store.presence.announce(report_id, "lan", PLACE, NOON)
    after = dump(path)
    assert after.pop("presence") != before.pop("presence")
    assert after == before
    assert store.snapshot(report_id) == snapshot
    store.years.delete(report_id)
    assert sql(path, "SELECT * FROM presence") == []


@pytest.mark.file_only("how this engine is asked; the server: storage/test_postgres.py")
def test_it_waits_for_nobody_and_fails_without_a_word(store: Store, report_id: int, path: Location) -> None:
    """A colleague is writing, for longer than anybody would wait: SQLite is asked once and never again."""
    asked = []
    with closing(apsw.Connection(str(path))) as colleague:
        colleague.execute("BEGIN IMMEDIATE").fetchall()
        patient: SqliteFile = store._database
        connection = patient.connection()

        def wait(tries: int) -> bool:
            asked.append(tries)
            return False

        connection.set_busy_handler(wait)
        store.presence.announce(report_id, "lan", PLACE, NOON)
        store.presence.leave(report_id, "lan")
        assert asked == []
        assert store.presence.present(report_id, NOON) == []
        colleague.execute("ROLLBACK").fetchall()
    store.presence.announce(report_id, "lan", PLACE, NOON)
    assert len(store.presence.present(report_id, NOON)) == 1


@pytest.mark.file_only("a lock of the whole file")
def test_who_saves_waits_as_before_once_it_has_been_told(store: Store, report_id: int, path: Location) -> None:
    store.presence.announce(report_id, "lan", PLACE, NOON)
    with closing(apsw.Connection(str(path))) as colleague:
        colleague.execute("BEGIN IMMEDIATE").fetchall()
        done = Timer(0.3, lambda: colleague.execute("ROLLBACK").fetchall())
        done.start()
        assert save(store, report_id, {"report/signer": "An"}) == 1
        done.join()


@pytest.mark.parametrize(
    "spoil",
    ["DROP TABLE presence", "ALTER TABLE presence RENAME COLUMN place TO cho"],
)
def test_whatever_stands_in_the_way_nobody_is_disturbed(
    store: Store, report_id: int, path: Location, spoil: str
) -> None:
    sql(path, spoil)
    store.presence.announce(report_id, "lan", PLACE, NOON)
    assert save(store, report_id, {"report/signer": "An"}) == 1


def test_a_report_that_is_gone_disturbs_nobody(store: Store, report_id: int) -> None:
    store.years.delete(report_id)
    store.presence.announce(report_id, "lan", PLACE, NOON)
    store.presence.leave(report_id, "lan")
    assert store.presence.present(report_id, NOON) == []
