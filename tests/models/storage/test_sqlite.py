"""What the engine is asked for, and what a user is told when it cannot."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from peewee import OperationalError
from support.damage import assert_plain
from support.stores import activity, answers, change, dump, facts, new_report, save, sql

from tthtcd_tui.errors import Damaged, StoreProblem
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.models import reading as reading_module
from tthtcd_tui.models.storage import sqlite as database
from tthtcd_tui.models.storage.engine import reading, translate_errors, writing
from tthtcd_tui.models.storage.sqlite import SqliteFile, wal_is_safe
from tthtcd_tui.models.store import Store

pytestmark = pytest.mark.file_only("the engine of files")


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 7, 0), False),
        ((3, 40, 1), False),  # Debian 12
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 44, 7), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((3, 54, 1), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_is_used_only_where_the_reset_bug_is_mended(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_the_engine_brought_along_is_a_mended_one() -> None:
    assert wal_is_safe(SqliteFile.server_version)


def test_on_another_engine_the_rollback_journal_keeps_the_data(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SqliteFile, "server_version", (3, 40, 1))
    store = Store(path)
    report = new_report(store)
    save(store, report, {"report/signer": "Vũ Thanh Hải"})
    assert sql(path, "PRAGMA journal_mode") == [("delete",)]
    assert not path.with_name("tthtcd.db-wal").exists()
    assert store._database.execute_sql("PRAGMA synchronous").fetchone() == (2,)
    store.close()
    monkeypatch.undo()
    store = Store(path)  # and a mended one goes over to WAL
    assert facts(store, report).at("report", "signer") == "Vũ Thanh Hải"
    store.close()
    assert sql(path, "PRAGMA journal_mode") == [("wal",)]


# -- two at once ------------------------------------------------------------------------------------------------------


def test_a_reader_and_a_writer_do_not_wait_for_each_other(store: Store, report_id: int, path: Path) -> None:
    colleague = Store(path)
    with reading(colleague._database):
        before = colleague.snapshot(report_id)
        save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
        assert colleague.snapshot(report_id) == before  # one moment, however long it is looked at
    assert colleague.revision(report_id) == 1
    colleague.close()


@pytest.mark.parametrize("function", ["sums", "all_activities"])
def test_a_report_and_its_log_are_of_one_moment(
    store: Store, report_id: int, path: Path, function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a colleague saves between one table and the next."""
    save(store, report_id, {"activity/a1": activity("a1", participations=1)})
    before = store.snapshot_with_log(report_id)
    colleague = Store(path)
    real = getattr(reading_module, function)

    def meanwhile(*arguments: object) -> object:
        number = colleague.revision(report_id)
        save(colleague, report_id, {f"activity/b{number}": activity(f"b{number}", participations=1)}, user="minh")
        return real(*arguments)

    monkeypatch.setattr(reading_module, function, meanwhile)
    assert store.snapshot_with_log(report_id) == before
    monkeypatch.undo()
    before = store.snapshot_with_log(report_id)
    monkeypatch.setattr(reading_module, function, meanwhile)
    assert store.snapshot(report_id) == before[0]
    colleague.close()


def test_each_thread_has_a_connection_of_its_own(store: Store, report_id: int) -> None:
    found: list[object] = []

    def work() -> None:
        save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
        found.append(store._database.connection())
        store.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(found) == 1
    assert found[0] is not store._database.connection()
    assert answers(store, report_id) == {"report/signer": "Vũ Thanh Hải"}


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_who_opens_a_file_without_a_log_while_another_writes_waits_for_them(
    path: Path, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    """So it is with several first starts at once: each switches the new file to a log."""
    Store(path).close()
    sql(path, "PRAGMA journal_mode = delete")
    with closing(apsw.Connection(str(path))) as colleague:
        colleague.execute(f"BEGIN {lock}").fetchall()
        naps: list[float] = []

        def nap(seconds: float) -> None:
            naps.append(seconds)
            if len(naps) == 3:
                colleague.execute("COMMIT").fetchall()

        monkeypatch.setattr(database, "sleep", nap)
        opened = database.connect(path)
        assert opened.journal_mode() == "wal"
        assert len(naps) >= 3
        opened.close()


def test_who_waits_in_vain_to_open_a_file_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    Store(path).close()
    sql(path, "PRAGMA journal_mode = delete")
    with closing(apsw.Connection(str(path))) as colleague:
        colleague.execute("BEGIN IMMEDIATE").fetchall()
        with pytest.raises(StoreProblem) as raised, writing(database.connect(path)):
            pass
        assert raised.value.message == "Người khác đang ghi quá lâu. Hãy thử lại sau ít giây."


def test_who_cannot_write_in_time_is_told_and_nothing_is_lost(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    store = Store(path)
    report = new_report(store)
    before = dump(path)
    with closing(apsw.Connection(str(path))) as colleague:
        colleague.execute("BEGIN IMMEDIATE").fetchall()
        with pytest.raises(StoreProblem) as raised:
            store.apply(report, change({"report/signer": "Vũ Thanh Hải"}), 0, "lan")
        assert raised.value.message == "Người khác đang ghi quá lâu. Hãy thử lại sau ít giây."
        assert store.revision(report) == 0  # reading goes on
    assert dump(path) == before
    save(store, report, {"report/signer": "Vũ Thanh Hải"})
    store.close()


def test_who_waits_asks_as_often_after_four_seconds_as_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wait that grew would let newcomers overtake: of twenty who write without a pause, some would never come in."""
    now = 1000.0
    naps: list[float] = []

    def nap(seconds: float) -> None:
        nonlocal now
        now += seconds
        naps.append(seconds)

    monkeypatch.setattr(database, "monotonic", lambda: now)
    monkeypatch.setattr(database, "sleep", nap)
    patience = database.BusyRetry()
    for _ in range(2):  # each lock is a wait of its own
        naps.clear()
        tries = 0
        while patience(tries):
            tries += 1
        assert 5.0 <= sum(naps) < 5.01
        assert max(naps) <= 0.004


def test_each_connection_waits_like_that(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Impatience:
        def __call__(self, tries: int) -> bool:
            asked.append(tries)
            return tries < 3

    monkeypatch.setattr(database, "BusyRetry", Impatience)
    store = Store(path)
    report = new_report(store)
    with closing(apsw.Connection(str(path))) as colleague:
        colleague.execute("BEGIN IMMEDIATE").fetchall()
        with pytest.raises(StoreProblem, match="Người khác đang ghi quá lâu"):
            store.apply(report, change({"report/signer": "Lan"}), 0, "lan")
    assert asked == [0, 1, 2, 3]
    store.close()


# -- what the engine cannot do ----------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_nothing_is_half_there(store: Store, report_id: int, path: Path) -> None:
    save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
    before = dump(path)
    connection = store._database.connection()
    limit = connection.pragma("max_page_count")
    connection.pragma("max_page_count", connection.pragma("page_count") + 2)
    much = change({"report/place": "Mạo Khê", "narrative/dia_phuong": ("ế" * 50_000,), "report/signer": "Lan"})
    for _ in range(2):
        with pytest.raises(StoreProblem) as raised:
            store.apply(report_id, much, 1, "lan")
        assert raised.value.message == "Ổ đĩa máy chủ đã đầy. Hãy báo quản trị viên dọn bớt rồi lưu lại."
        assert dump(path) == before
    connection.pragma("max_page_count", limit)  # the disk is cleared: the same Change goes through
    assert store.apply(report_id, much, 1, "lan").revision == 2


def test_the_cause_is_found_behind_a_rollback_that_failed_too() -> None:
    """The standard library and Peewee let the second error hide the first."""

    def fail() -> None:
        try:
            raise apsw.FullError("database or disk is full")
        except apsw.FullError:
            raise OperationalError("cannot rollback - no transaction is active") from None

    with pytest.raises(StoreProblem, match="Ổ đĩa máy chủ đã đầy"), translate_errors():
        fail()


@pytest.mark.parametrize("error", [apsw.CorruptError, apsw.NotADBError])
def test_whatever_damage_is_met_nothing_more_is_written(store: Store, report_id: int, error: type[apsw.Error]) -> None:
    with pytest.raises(StoreProblem), translate_errors(store._database):
        raise error("…")
    with pytest.raises(StoreProblem, match="Tệp dữ liệu bị hỏng"):
        save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
    assert store.revision(report_id) == 0


def test_a_connection_that_fails_holds_nobody_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(path).close()
    failing = database.connect(path)

    def fails(*arguments: object, **named: object) -> apsw.Connection:
        raise apsw.CantOpenError("unable to open database file")

    with monkeypatch.context() as patched:
        patched.setattr(apsw, "Connection", fails)
        with pytest.raises(OperationalError):
            failing.connection()
    held = try_hold(database.sessions_lock(path))
    assert held is not None
    let_go(held)


# -- before the first thing is written --------------------------------------------------------------------------------


def test_what_comes_before_the_first_thing_is_done_once(store: Store, report_id: int) -> None:
    done: list[int] = []
    store.before_writing(lambda: done.append(store.revision(report_id)))
    for name in ("Lan", "Minh"):
        save(store, report_id, {"report/signer": name})
    assert done == [0]


def test_where_nothing_may_be_written_nothing_comes_before_it(store: Store, report_id: int) -> None:
    """A backup of damaged data would push out a sound one."""
    done: list[str] = []
    store.before_writing(lambda: done.append("backup"))
    store._database.refusal = Damaged()
    with pytest.raises(StoreProblem):
        save(store, report_id, {"report/signer": "Lan"})
    assert done == []


def test_what_is_raised_in_a_transaction_of_ours_takes_everything_back(
    store: Store, report_id: int, path: Path
) -> None:
    def fail() -> None:
        with store.together():
            store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ")
            save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
            raise ZeroDivisionError

    before = dump(path)
    with pytest.raises(ZeroDivisionError):
        fail()
    assert dump(path) == before


def test_a_row_the_file_refuses_is_told_and_takes_everything_back(store: Store, report_id: int, path: Path) -> None:
    def fail() -> None:
        with store.together():
            save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
            store.centres.add("mao-khe", "một lần nữa")

    before = dump(path)
    with pytest.raises(StoreProblem) as raised:
        fail()
    assert_plain(raised.value.message)
    assert dump(path) == before


# -- the file is not the one it was -----------------------------------------------------------------------------------


def test_nothing_is_written_to_a_file_that_was_deleted(path: Path) -> None:
    store = Store(path)
    report = new_report(store)
    for name in ("tthtcd.db", "tthtcd.db-wal", "tthtcd.db-shm"):
        path.with_name(name).unlink()
    with pytest.raises(StoreProblem, match="đã bị xóa hoặc bị thay bằng tệp khác trong lúc đang mở") as raised:
        save(store, report, {"report/signer": "Vũ Thanh Hải"})
    assert_plain(raised.value.message)
    assert not path.exists()
    store.close()


def test_nothing_is_written_to_a_file_that_was_replaced(path: Path, tmp_path: Path) -> None:
    store = Store(path)
    report = new_report(store)
    other = Store(tmp_path / "khac.db")
    new_report(other)
    other.close()
    before = dump(other.path)
    other.path.replace(path)
    with pytest.raises(StoreProblem, match="đã bị xóa hoặc bị thay bằng tệp khác trong lúc đang mở"):
        save(store, report, {"report/signer": "Vũ Thanh Hải"})

    failures: list[StoreProblem] = []

    def in_another_thread() -> None:  # its connection is new, and would open the new file
        try:
            save(store, report, {"report/signer": "Vũ Thanh Hải"})
        except StoreProblem as problem:
            failures.append(problem)
        store.close()

    thread = threading.Thread(target=in_another_thread)
    thread.start()
    thread.join()
    assert len(failures) == 1
    store.close()
    for name in ("tthtcd.db-wal", "tthtcd.db-shm"):  # the old file's
        path.with_name(name).unlink(missing_ok=True)
    assert dump(path) == before


def test_a_file_of_the_same_number_on_another_disk_is_another(
    store: Store, report_id: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat

    def stat(file: str | Path, **named: bool) -> os.stat_result:
        found = real(file, **named)
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:])) if file == str(path) else found

    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", stat)
        with pytest.raises(StoreProblem, match="đã bị xóa hoặc bị thay bằng tệp khác trong lúc đang mở"):
            save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
    save(store, report_id, {"report/signer": "Vũ Thanh Hải"})


def test_a_file_that_is_moved_back_can_be_written_again(store: Store, report_id: int, path: Path) -> None:
    away = path.rename(path.with_name("cat.db"))
    with pytest.raises(StoreProblem), writing(store._database):
        pass
    away.rename(path)
    save(store, report_id, {"report/signer": "Vũ Thanh Hải"})
