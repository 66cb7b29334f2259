"""What others change is heard without asking, where the server can tell it; elsewhere it is asked for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support import replicated
from support.matrix import LONG
from support.postgres import PostgresServer, name_of
from support.replicated import ReplicatedServer
from support.round_trips import CountedLine
from support.sample_database import new_database, new_on_server
from support.stores import new_report, save, staffed
from support.terminal import PATIENCE

from tthtcd_tui.errors import NotOnStaff, ServerGone
from tthtcd_tui.models.storage.address import ServerAddress, parse_location
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.saving import NotSaved, Saved
from tthtcd_tui.tasks.session.session import Session


@pytest.fixture
def address(postgres_server: PostgresServer) -> Iterator[ServerAddress]:
    found = postgres_server.copy_of("new", new_on_server)
    yield found
    postgres_server.drop(found)


@pytest.fixture
def line(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[CountedLine]:
    with CountedLine(postgres_server.sockets, tmp_path / "s") as counted:
        yield counted


@pytest.fixture
def colleague(address: ServerAddress) -> Iterator[Store]:
    with closing(Store(address)) as opened:
        staffed(opened)
        new_report(opened)
        new_report(opened, 2021)
        yield opened


@pytest.fixture
def session(
    colleague: Store, postgres_server: PostgresServer, address: ServerAddress, line: CountedLine
) -> Iterator[Session]:
    """Of «lan», who has looked for news once, through a line that is counted."""
    report = colleague.years.all()[-1].report_id
    far = parse_location(postgres_server.url(name_of(address), line.folder))
    with closing(Store(far)) as store:
        year = store.years.get(report)
        assert year
        opened = Session(store, year, "lan")
        store.rights.refuse_strangers("lan")
        assert not opened.refresh()
        yield opened


def soon(happens: Callable[[], object]) -> None:
    """What is committed is told a moment later."""
    until = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_while_nobody_else_writes_nothing_is_asked(session: Session, line: CountedLine) -> None:
    before = line.count
    for _ in range(20):
        assert not session.refresh()
        session.store.rights.refuse_strangers("lan")
    assert line.count == before


def test_what_a_colleague_saves_is_heard(session: Session, colleague: Store) -> None:
    save(colleague, session.year.report_id, {"report/signer": "Bích Hà"}, user="gd")
    soon(session.refresh)
    assert session.revision == 1
    assert not session.refresh()


@LONG
def test_of_another_year_nothing_is_asked(session: Session, colleague: Store, line: CountedLine) -> None:
    other = next(year.report_id for year in colleague.years.all() if year.report_id != session.year.report_id)
    news, before = session.store.news(other), line.count
    save(colleague, other, {"report/signer": "Bích Hà"}, user="gd")
    soon(lambda: session.store.news(other) != news)
    assert not session.refresh()
    assert line.count == before


def test_what_one_saves_oneself_is_no_news(session: Session, line: CountedLine) -> None:
    save(session.store, session.year.report_id, {"report/signer": "Lan"}, base=0)
    session.refresh(thoroughly=True)
    session.refresh()
    before = line.count
    assert not session.refresh()
    assert line.count == before


def test_what_is_taken_back_is_no_news(session: Session, colleague: Store, line: CountedLine) -> None:
    def fail() -> None:
        with colleague.together():
            save(colleague, session.year.report_id, {"report/signer": "Lan"})
            raise ZeroDivisionError

    other = next(year.report_id for year in colleague.years.all() if year.report_id != session.year.report_id)
    news, before = session.store.news(other), line.count
    with pytest.raises(ZeroDivisionError):
        fail()
    save(colleague, other, {"report/place": "Hạ Long"}, user="gd")
    soon(lambda: session.store.news(other) != news)  # what came before it would have been heard
    assert not session.refresh()
    assert line.count == before


def test_who_is_taken_off_the_list_hears_it(session: Session, colleague: Store) -> None:
    colleague.user = "gd"
    colleague.staff.remove("lan")

    def is_refused() -> bool:
        try:
            session.store.rights.refuse_strangers("lan")
        except NotOnStaff:
            return True
        return False

    soon(is_refused)


@LONG
def test_after_a_while_it_is_asked_all_the_same(
    session: Session, line: CountedLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tthtcd_tui.models.storage.postgres.news._TRUSTED_FOR", 1e-9)
    before = line.count
    assert not session.refresh()
    assert line.count > before


def test_on_a_new_line_it_is_asked_and_then_heard_again(
    session: Session, colleague: Store, postgres_server: PostgresServer, address: ServerAddress
) -> None:
    of_this = f"FROM pg_stat_activity WHERE datname = '{name_of(address)}'"
    postgres_server.run(f"SELECT pg_terminate_backend(pid, 10000) {of_this}")
    while postgres_server.run(f"SELECT 1 {of_this}"):
        time.sleep(0.01)
    save(colleague, session.year.report_id, {"report/signer": "Bích Hà"}, user="gd")
    assert session.refresh()
    save(colleague, session.year.report_id, {"report/signer": "Bích"}, user="gd")
    soon(session.refresh)


def test_that_the_server_was_away_leaves_nobody_looking_only(session: Session, line: CountedLine) -> None:
    line.cut()
    assert isinstance(session.enter([Typed("figure/dan_so", "12")]), NotSaved)
    closed = session.read_only
    assert isinstance(closed, ServerGone)
    line.mend()
    assert session.store.answers()
    assert session.store.rights.has_staff()
    assert session.read_only is None
    assert isinstance(session.enter([Typed("figure/dan_so", "12")]), Saved)


def test_a_file_tells_nothing_and_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "tthtcd.db"
    new_database(path)
    with closing(Store(path)) as store:
        report = new_report(store)
        assert store.news(report) is None
        assert store.answers()
        assert not store.is_cut_off


@LONG
def test_behind_a_pooler_nothing_is_heard_and_it_is_asked() -> None:
    """Who listened there would hear what another one was to hear, or nothing."""
    if replicated.pooler() is None:
        pytest.skip("pgbouncer is not installed (pgbouncer)")
    with ReplicatedServer() as servers:
        address = servers.with_pooler()
        with closing(Store(address)) as colleague, closing(Store(address)) as store:
            report = new_report(colleague)
            year = store.years.get(report)
            assert year
            session = Session(store, year, "lan")
            assert store.news(report) is None
            assert not session.refresh()
            save(colleague, report, {"report/signer": "Bích Hà"})
            assert session.refresh()
            assert servers.primary.run("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'") == [(0,)]
        servers.catch_up()
        with closing(Store(replicated.address_of([servers.standby]))) as reader:
            assert reader.news(report) is None
