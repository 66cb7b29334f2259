"""Who is where: out of date in a minute, in nobody's way, and no part of what the report says."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Timer

import apsw
import pytest
from support.stores import dump, new_report, save, sql

from tthtcd_tui.models.database import Database
from tthtcd_tui.models.presence import Present
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place

NOON = datetime(2021, 6, 5, 5, tzinfo=UTC)
PLACE = Place("figure/dan_so")


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_who_is_where_by_name(store: Store, report: int) -> None:
    store.here(report, "minh", None, NOON)
    store.here(report, "lan", PLACE, later(1))
    assert store.present(report, later(2)) == [Present("lan", PLACE, later(1)), Present("minh", None, NOON)]
    store.here(report, "lan", Place("report/signer"), later(3))
    assert store.present(report, later(4))[0] == Present("lan", Place("report/signer"), later(3))
    assert store.present(new_report(store, 2021), later(4)) == []


@pytest.mark.parametrize(("seconds", "is_there"), [(0, True), (59.9, True), (60, False), (3600, False), (-61, False)])
def test_it_is_out_of_date_in_a_minute(store: Store, report: int, seconds: float, is_there: bool) -> None:
    store.here(report, "lan", PLACE, NOON)
    assert bool(store.present(report, later(seconds))) is is_there


def test_the_clock_is_that_of_the_server(store: Store, report: int) -> None:
    store.here(report, "lan", PLACE)
    (found,) = store.present(report)
    assert abs(datetime.now(UTC) - found.at) < timedelta(minutes=1)


def test_who_leaves_is_gone_at_once(store: Store, report: int) -> None:
    store.here(report, "lan", PLACE, NOON)
    store.here(report, "minh", PLACE, NOON)
    store.left(report, "lan")
    assert [found.user for found in store.present(report, NOON)] == ["minh"]


def test_what_is_out_of_date_is_swept_out(store: Store, report: int, path: Path) -> None:
    second = new_report(store, 2021)
    for user in ("a", "b", "c"):
        store.here(second, user, PLACE, NOON)
    store.here(report, "lan", PLACE, later(61))
    assert sql(path, "SELECT report_id, user FROM presence") == [(report, "lan")]


def test_it_is_no_part_of_the_report(store: Store, report: int, path: Path) -> None:
    save(store, report, {"report/signer": "An"})
    before, snapshot = dump(path), store.snapshot(report)
    store.here(report, "lan", PLACE, NOON)
    after = dump(path)
    assert after.pop("presence") != before.pop("presence")
    assert after == before
    assert store.snapshot(report) == snapshot
    store.delete_year(report)
    assert sql(path, "SELECT * FROM presence") == []


def test_it_waits_for_nobody_and_fails_without_a_word(store: Store, report: int, path: Path) -> None:
    """A colleague is writing, for longer than anybody would wait: SQLite is asked once and never again."""
    asked = []
    with closing(apsw.Connection(str(path))) as colleague:
        colleague.execute("BEGIN IMMEDIATE").fetchall()
        patient: Database = store._database
        connection = patient.connection()

        def wait(tries: int) -> bool:
            asked.append(tries)
            return False

        connection.set_busy_handler(wait)
        store.here(report, "lan", PLACE, NOON)
        store.left(report, "lan")
        assert asked == []
        assert store.present(report, NOON) == []
        colleague.execute("ROLLBACK").fetchall()
    store.here(report, "lan", PLACE, NOON)
    assert len(store.present(report, NOON)) == 1


def test_who_saves_waits_as_before_once_it_has_been_told(store: Store, report: int, path: Path) -> None:
    store.here(report, "lan", PLACE, NOON)
    with closing(apsw.Connection(str(path))) as colleague:
        colleague.execute("BEGIN IMMEDIATE").fetchall()
        done = Timer(0.3, lambda: colleague.execute("ROLLBACK").fetchall())
        done.start()
        assert save(store, report, {"report/signer": "An"}) == 1
        done.join()


@pytest.mark.parametrize(
    "spoil",
    ["DROP TABLE presence", "CREATE TRIGGER no BEFORE INSERT ON presence BEGIN SELECT RAISE(ABORT, 'no'); END"],
)
def test_whatever_stands_in_the_way_nobody_is_disturbed(store: Store, report: int, path: Path, spoil: str) -> None:
    sql(path, spoil)
    store.here(report, "lan", PLACE, NOON)
    assert save(store, report, {"report/signer": "An"}) == 1


def test_a_report_that_is_gone_disturbs_nobody(store: Store, report: int) -> None:
    store.delete_year(report)
    store.here(report, "lan", PLACE, NOON)
    store.left(report, "lan")
    assert store.present(report, NOON) == []
