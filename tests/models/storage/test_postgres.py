"""PostgreSQL: what it is asked for, and what a user is told when it cannot."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.matrix import LONG
from support.postgres import PostgresServer, name_of
from support.round_trips import CountedLine
from support.sample_database import new_on_server
from support.stores import activity, answers, dump, new_report, number, save, spoil, sql, staffed

from tthtcd_tui.errors import (
    Busy,
    Damaged,
    DiskFull,
    NotOnServer,
    ReadOnly,
    ServerGone,
    StoreProblem,
    UserProblem,
)
from tthtcd_tui.models.creation import create_tables
from tthtcd_tui.models.ledger import seal_schema
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import ServerAddress, parse_location
from tthtcd_tui.models.storage.complaints import problem_of
from tthtcd_tui.models.storage.engine import Database, reading, writing
from tthtcd_tui.models.storage.locations import backed_up_file, is_there, look_on_server, restored_file
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION
from tthtcd_tui.models.store import Store

LATER = SCHEMA_VERSION + 1


@pytest.fixture
def empty(postgres_server: PostgresServer) -> Iterator[ServerAddress]:
    """A database with nothing in it."""
    address = postgres_server.new_database()
    yield address
    postgres_server.drop(address)


@pytest.fixture
def address(postgres_server: PostgresServer) -> Iterator[ServerAddress]:
    """A database of ours without a year."""
    found = postgres_server.copy_of("new", new_on_server)
    yield found
    postgres_server.drop(found)


@pytest.fixture
def store(address: ServerAddress) -> Iterator[Store]:
    with closing(Store(address)) as opened:
        yield opened


@pytest.fixture
def report_id(store: Store) -> int:
    return new_report(store)


# -- opening ----------------------------------------------------------------------------------------------------------


def test_an_empty_database_is_filled_and_its_first_user_directs_it(empty: ServerAddress) -> None:
    assert not is_there(empty)
    assert look_on_server(empty) is None
    with closing(Store(empty, "gd")) as store:
        assert [(member.login, member.directs_all) for member in store.staff.members()] == [("gd", True)]
        assert list(flaws(store._database)) == []
    assert is_there(empty)


def test_what_is_another_programs_is_left_alone(empty: ServerAddress) -> None:
    sql(empty, "CREATE TABLE khac (a int)")
    with pytest.raises(StoreProblem, match="một chương trình khác") as raised:
        Store(empty)
    assert_plain(raised.value.message)
    assert sql(empty, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'") == [("khac",)]


@pytest.mark.parametrize("how", ["LOCALE 'C.UTF-8'", "ENCODING 'SQL_ASCII' LOCALE 'C'"])
def test_one_that_would_sort_otherwise_is_refused_before_anything_is_in_it(
    postgres_server: PostgresServer, how: str
) -> None:
    postgres_server.run(f"CREATE DATABASE khac TEMPLATE template0 {how}")
    address = postgres_server.address("khac")
    try:
        with pytest.raises(StoreProblem, match="ENCODING 'UTF8' LOCALE 'C'"):
            Store(address)
        assert not is_there(address)
    finally:
        postgres_server.drop(address)


def test_a_database_or_a_server_that_is_not_there_is_told(postgres_server: PostgresServer) -> None:
    for nowhere in (postgres_server.address("khong_co"), parse_location("postgresql:///a?host=/khong/co")):
        with pytest.raises(ServerGone) as raised:
            Store(nowhere)
        assert_plain(raised.value.message)


def test_several_that_start_at_once_make_it_once(empty: ServerAddress) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        try:
            Store(empty, "gd").close()
        except BaseException as failure:  # noqa: BLE001 -- told below
            failures.append(failure)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sql(empty, "SELECT login FROM staff") == [("gd",)]


def test_a_half_made_one_is_none(empty: ServerAddress) -> None:
    from tthtcd_tui.models.storage.postgres.opening import open_server

    def create(database: Database) -> None:
        create_tables(database)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        open_server(empty, create=create)
    assert not is_there(empty)
    assert sql(empty, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]


def add_column(database: Database) -> None:
    database.execute_sql('ALTER TABLE "centre" ADD COLUMN "them" text')


def test_an_older_schema_is_brought_up_to_date_once(store: Store, report_id: int, address: ServerAddress) -> None:
    from tthtcd_tui.models.storage.postgres.opening import open_server

    for _ in range(2):
        with closing(open_server(address, LATER, {LATER: add_column}, seal=seal_schema)) as database:
            with reading(database):
                assert database.schema_version() == LATER
            assert database.run("SELECT count(*) FROM ledger WHERE kind = 'schema'") == [(2,)]
    with pytest.raises(StoreProblem, match="phiên bản mới của chương trình nâng cấp"):
        save(store, report_id, {"report/signer": "Lan"})  # who has it open still writes nothing of the older one
    with pytest.raises(StoreProblem, match="phiên bản mới hơn"):
        Store(address)


def test_a_step_that_breaks_changes_nothing(store: Store, address: ServerAddress) -> None:
    from tthtcd_tui.models.storage.postgres.opening import open_server

    def breaks(database: Database) -> None:
        add_column(database)
        database.execute_sql("SELECT nothing")

    store.close()
    before = dump(address)
    with pytest.raises(StoreProblem):
        open_server(address, LATER, {LATER: breaks})
    assert dump(address) == before


def test_each_version_that_is_released_has_a_step_in_both() -> None:
    from tthtcd_tui.models.storage.migrations import MIGRATIONS as OF_FILES
    from tthtcd_tui.models.storage.postgres.migrations import FIRST, MIGRATIONS

    assert set(MIGRATIONS) == {number for number in OF_FILES if number > FIRST}


def test_the_words_of_what_a_server_does_itself() -> None:
    address = parse_location("postgresql://a/b")
    for ask, word in ((backed_up_file, "pg_dump"), (restored_file, "pg_restore")):
        with pytest.raises(NotOnServer, match=word) as raised:
            ask(address)
        assert_plain(raised.value.message)


# -- two at once ------------------------------------------------------------------------------------------------------


@contextmanager
def held(store: Store, report_id: int | None = None) -> Iterator[None]:
    """A transaction that writes, begun and not over: its locks are taken with its first question."""
    with writing(store._database, report_id):
        store._database.connection()
        yield


def test_who_writes_to_another_year_does_not_wait(store: Store, report_id: int, address: ServerAddress) -> None:
    second = new_report(store, 2021)
    with closing(Store(address)) as colleague, held(colleague, second):
        save(store, report_id, {"report/signer": "Lan"})


def test_who_writes_to_the_same_waits_and_reads_what_was_written(
    store: Store, report_id: int, address: ServerAddress
) -> None:
    def colleague() -> None:
        with closing(Store(address)) as theirs:
            save(theirs, report_id, {"report/place": "Mạo Khê"}, base=0)

    done = threading.Thread(target=colleague)
    with held(store, report_id):
        done.start()
        while not sql(address, "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"):
            time.sleep(0.01)
        save(store, report_id, {"report/signer": "Lan"}, base=0)
    done.join()
    assert store.revision(report_id) == 2
    assert list(flaws(store._database)) == []


def test_who_waits_in_vain_is_told(
    store: Store, report_id: int, address: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tthtcd_tui.models.storage.postgres.database._PATIENCE", "50ms")
    with closing(Store(address)) as colleague, held(colleague, report_id):
        with pytest.raises(Busy):
            save(store, report_id, {"report/signer": "Lan"})
        with pytest.raises(Busy):
            store.centres.add("khac", "TTHTCĐ khác")
        assert store.revision(report_id) == 0
    save(store, report_id, {"report/signer": "Lan"})


def test_a_reader_waits_for_nobody_and_sees_one_moment(store: Store, report_id: int, address: ServerAddress) -> None:
    with closing(Store(address)) as colleague, reading(colleague._database):
        before = colleague.snapshot(report_id)
        save(store, report_id, {"report/signer": "Lan", "activity/a1": activity("a1")})
        assert colleague.snapshot(report_id) == before
    assert store.snapshot(report_id) != before


def test_presence_waits_for_nobody(store: Store, report_id: int, address: ServerAddress) -> None:
    with closing(Store(address)) as colleague, held(colleague):
        store.presence.announce(report_id, "lan", None)
        store.presence.leave(report_id, "lan")
    assert store.presence.present(report_id) == []
    with closing(Store(address)) as colleague, held(colleague, report_id):
        store.presence.announce(report_id, "lan", None)  # who only writes to the year is in nobody's way
    assert len(store.presence.present(report_id)) == 1


def test_the_ledger_has_no_gap_though_a_transaction_was_taken_back(store: Store) -> None:
    def fail() -> None:
        with store.together():
            store.centres.add("a", "A")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    store.centres.add("b", "B")
    assert list(flaws(store._database)) == []


# -- what it cannot do ------------------------------------------------------------------------------------------------


def cut(postgres_server: PostgresServer, address: ServerAddress) -> None:
    """Ends every connection to that database; they are gone when this returns."""
    of_this = f"FROM pg_stat_activity WHERE datname = '{name_of(address)}'"
    postgres_server.run(f"SELECT pg_terminate_backend(pid, 10000) {of_this}")
    while postgres_server.run(f"SELECT 1 {of_this}"):
        time.sleep(0.01)


def test_a_line_that_was_cut_while_nobody_asked_is_made_anew_unheard(
    store: Store, report_id: int, address: ServerAddress, postgres_server: PostgresServer
) -> None:
    cut(postgres_server, address)
    assert save(store, report_id, {"report/signer": "Lan"}, base=0) == 1
    cut(postgres_server, address)
    assert answers(store, report_id) == {"report/signer": "Lan"}


def test_one_that_is_cut_within_a_question_is_told_and_made_anew(
    store: Store, report_id: int, address: ServerAddress, postgres_server: PostgresServer
) -> None:
    def cut_while_reading() -> None:
        with reading(store._database):
            store.revision(report_id)
            cut(postgres_server, address)
            store.revision(report_id)

    with pytest.raises(ServerGone):
        cut_while_reading()
    assert save(store, report_id, {"report/signer": "Lan"}) == 1


@LONG
def test_where_trying_takes_long_it_is_not_tried_with_each_key(
    address: ServerAddress, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    with CountedLine(postgres_server.sockets, tmp_path / "s") as line:
        far = parse_location(f"{postgres_server.url(name_of(address), line.folder)}&connect_timeout=2")
        with closing(Store(far)) as store:
            line.fall_silent()
            for _ in range(3):  # of which the first has taken two seconds
                with pytest.raises(ServerGone):
                    store.centres.all()
            assert store.is_cut_off
            line.mend()
            with pytest.raises(ServerGone):
                store.centres.all()
            assert store.answers()
            assert store.centres.all() == []
            assert not store.is_cut_off


def test_a_line_cut_in_the_middle_leaves_nothing_half_there(
    store: Store, report_id: int, address: ServerAddress, postgres_server: PostgresServer
) -> None:
    def cut_while_writing() -> None:
        with store.together():
            save(store, report_id, {"report/signer": "Lan"})
            postgres_server.run(
                f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name_of(address)}'"
            )
            save(store, report_id, {"report/place": "Mạo Khê"})

    with pytest.raises(ServerGone):
        cut_while_writing()
    assert answers(store, report_id) == {}
    save(store, report_id, {"report/place": "Mạo Khê"})


def test_one_that_is_only_read_says_so(store: Store, report_id: int, address: ServerAddress) -> None:
    sql(address, "CREATE ROLE chi_xem LOGIN")
    sql(address, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO chi_xem")
    with closing(Store(parse_location(address.connection.replace("tthtcd@", "chi_xem@")))) as viewer:
        assert viewer.revision(report_id) == 0
        with pytest.raises(ReadOnly) as raised:
            save(viewer, report_id, {"report/signer": "Lan"})
        assert_plain(raised.value.message)
    for statement in ("REVOKE SELECT ON ALL TABLES IN SCHEMA public FROM chi_xem", "DROP ROLE chi_xem"):
        sql(address, statement)


@LONG
def test_one_that_follows_another_is_read_and_says_so(
    store: Store, report_id: int, address: ServerAddress, postgres_server: PostgresServer
) -> None:
    save(store, report_id, {"report/signer": "Lan"})
    with postgres_server.standby() as sockets:
        follower = parse_location(postgres_server.url(name_of(address), sockets))
        assert isinstance(follower, ServerAddress)
        found = look_on_server(follower)
        assert found is not None
        found.database.close()
        assert found.is_standby
        with closing(Store(follower)) as reader:
            assert isinstance(reader.refusal, ReadOnly)
            assert answers(reader, report_id) == {"report/signer": "Lan"}
            with pytest.raises(ReadOnly):
                save(reader, report_id, {"report/signer": "Minh"})
            reader.presence.announce(report_id, "lan", None)


@pytest.mark.usefixtures("postgres_server")
def test_an_address_that_is_none_is_told_without_it() -> None:
    with pytest.raises(StoreProblem, match="không đúng dạng") as raised:
        Store(parse_location("service=tinh bi_mat"))
    assert_plain(raised.value.message)
    assert "bi_mat" not in raised.value.message


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("53100", DiskFull), ("53300", StoreProblem), ("55P03", Busy), ("40P01", Busy), ("40001", Busy),
        ("57014", Busy),
        ("25006", ReadOnly), ("42501", ReadOnly), ("08006", ServerGone), ("57P01", ServerGone), ("57P03", ServerGone),
        ("28P01", StoreProblem), ("3D000", StoreProblem), ("54000", StoreProblem), ("58030", StoreProblem),
        ("XX001", Damaged), ("23505", StoreProblem), ("23514", StoreProblem),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("postgres_server")
def test_each_complaint_is_a_sentence(code: str, expected: type[UserProblem]) -> None:
    from psycopg import errors

    from tthtcd_tui.models.storage.postgres import complaints  # noqa: F401 -- registers them

    told = problem_of(errors.lookup(code)("connection to host db.tinh user bi_mat failed"))
    assert type(told) is expected
    assert_plain(told.message)
    assert "bi_mat" not in told.message


# -- what nobody changes unseen ---------------------------------------------------------------------------------------

REFUSED = (
    "UPDATE audit_entry SET after = NULL",
    "DELETE FROM audit_change",
    "UPDATE audit_change SET \"user\" = 'minh'",
    "DELETE FROM ledger",
    "UPDATE ledger SET at = 'x'",
    "TRUNCATE audit_entry",
    "TRUNCATE staff_change",
    "DELETE FROM report",
    "UPDATE person SET login = 'x'",
)


@pytest.mark.parametrize("statement", [REFUSED[0], *(pytest.param(each, marks=LONG) for each in REFUSED[1:])])
def test_the_server_itself_refuses_to_forget(
    store: Store, report_id: int, address: ServerAddress, statement: str
) -> None:
    from psycopg.errors import RestrictViolation

    save(store, report_id, {"report/signer": "Lan"})
    before = dump(address)
    with pytest.raises(RestrictViolation, match="append-only"):
        sql(address, statement)
    assert dump(address) == before


CHANGED = (
    "UPDATE figure SET number = '7'",
    "DELETE FROM figure",
    "UPDATE audit_entry SET after = '\"x\"'",
    "DELETE FROM ledger WHERE id = (SELECT max(id) FROM ledger)",
    "UPDATE staff SET role = 'director'",
    "DROP TRIGGER ledger_update ON ledger",
    "ALTER TABLE ledger DISABLE TRIGGER ledger_update",
    "CREATE OR REPLACE FUNCTION tthtcd_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "ALTER TABLE figure DROP CONSTRAINT figure_check",
    "CREATE TABLE la (x int)",
    "UPDATE tthtcd_number SET number = 0 WHERE name = 'report'",
)


@pytest.mark.parametrize("statement", [CHANGED[0], *(pytest.param(each, marks=LONG) for each in CHANGED[1:])])
def test_what_was_changed_behind_its_back_is_found(
    store: Store, report_id: int, address: ServerAddress, statement: str
) -> None:
    staffed(store)
    save(store, report_id, {"figure/dan_so": number(40_000), "activity/a1": activity("a1")})
    assert list(flaws(store._database)) == []
    spoil(address, statement)
    assert list(flaws(store._database)) != []


def test_a_password_is_told_nowhere() -> None:
    for words in ("postgresql://u:bi_mat@may:5433/tinh", "postgresql://may/tinh?password=bi_mat&user=u"):
        address = parse_location(words)
        assert isinstance(address, ServerAddress)
        assert address.has_password
        for told in (str(address), repr(address), address.folder_name, str(address.local)):
            assert "bi_mat" not in told
    assert str(parse_location("postgresql://u:bi_mat@may:5433/tinh")) == "postgresql://may:5433/tinh"
    assert str(parse_location("service=tinh")) == "dịch vụ tinh"
    assert str(parse_location("service=tinh dbname=thu")) == "dịch vụ tinh, dbname=thu"
    assert str(parse_location("postgresql://?service=tinh")) == "dịch vụ tinh"


def test_an_exotic_text_is_kept_to_the_letter(store: Store, report_id: int) -> None:
    text = "100% «Đ» \\ '' \"x\" $1 %s {a}"
    save(store, report_id, {"report/signer": text, "activity/a1": activity("a1", text)})
    assert answers(store, report_id)["report/signer"] == text
    assert store.log.called(report_id, ["a1"])["a1"].title == text


def test_many_rows_are_streamed(store: Store, report_id: int) -> None:
    many = {f"activity/a{n}": activity(f"a{n}", participations=n) for n in range(450)}
    save(store, report_id, many)
    assert store.snapshot(report_id).facts.log["phap_luat"].participations == sum(range(450))
    assert list(flaws(store._database)) == []
