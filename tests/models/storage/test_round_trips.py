"""How often somebody waits for a server: each time costs as much as the line is long, and a cell three at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.matrix import LONG
from support.postgres import PostgresServer, name_of
from support.round_trips import CountedLine
from support.sample_database import new_on_server
from support.stores import activity, answers, change, new_report, number, save, staffed

from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import parse_location
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.writing import Applied, Conflicted
from tthtcd_tui.report.activity import Activity

MOST = 3


@pytest.fixture
def line(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[CountedLine]:
    with CountedLine(postgres_server.sockets, tmp_path / "s") as counted:
        yield counted


@pytest.fixture
def store(postgres_server: PostgresServer, line: CountedLine) -> Iterator[Store]:
    address = postgres_server.copy_of("new", new_on_server)
    far = parse_location(postgres_server.url(name_of(address), line.folder))
    with closing(Store(far)) as opened:
        yield opened
    postgres_server.drop(address)


@pytest.fixture
def report_id(store: Store) -> int:
    """A year that «lan», who is on the list of staff, has written in before."""
    staffed(store)
    report = new_report(store)
    save(store, report, {"report/signer": "Lan", "activity/a1": activity("a1")})
    return report


def waits(line: CountedLine, ask: Callable[[], object]) -> int:
    before = line.count
    ask()
    return line.count - before


def test_a_question_is_one_wait(store: Store, line: CountedLine) -> None:
    database = store._database
    assert waits(line, lambda: database.run("SELECT 1")) == 1
    assert waits(line, lambda: [database.run("SELECT 1"), database.run("SELECT 2")]) == 2
    assert waits(line, lambda: database.ask_all([("SELECT 1", ()), ("SELECT 2", ())])) == 1


@pytest.mark.parametrize(
    "places",
    [
        pytest.param({"figure/dan_so": number(40_000)}, id="a number where there was none"),
        pytest.param({"report/signer": "Bích Hà"}, id="a word of the report itself", marks=LONG),
        pytest.param({"report/signer": "x" * 5_000}, id="a long text", marks=LONG),
        pytest.param({"activity/a1/title": "Lớp tin học"}, id="a cell of an activity"),
        pytest.param({"activity/b2": activity("b2")}, id="an activity", marks=LONG),
        pytest.param({f"board/{n}/name": f"Người {n}" for n in range(40)}, id="forty cells at once"),
    ],
)
def test_a_saved_cell_is_waited_for_thrice_at_most(
    store: Store, report_id: int, line: CountedLine, places: dict[str, str | Activity]
) -> None:
    wanted, base = change(places), store.revision(report_id)
    outcomes: list[object] = []
    assert waits(line, lambda: outcomes.append(store.apply(report_id, wanted, base, "lan"))) == MOST
    assert outcomes == [Applied(base + 1)]
    if not any(place.startswith("activity/") for place in places):
        assert places.items() <= answers(store, report_id).items()
    assert list(flaws(store._database)) == []


def test_over_another_answer_and_back_to_none_it_is_the_same(store: Store, report_id: int, line: CountedLine) -> None:
    from tthtcd_tui.forms.answer import UNANSWERED

    for answer in (number(1), number(2), UNANSWERED):
        wanted, base = change({"figure/dan_so": answer}), store.revision(report_id)
        assert waits(line, lambda w=wanted, b=base: store.apply(report_id, w, b, "lan")) == MOST  # type: ignore[misc]
    assert "figure/dan_so" not in answers(store, report_id)
    assert list(flaws(store._database)) == []


def test_a_conflict_is_told_after_two_more(store: Store, report_id: int, line: CountedLine) -> None:
    """What others changed stands in rows and in blocks."""
    save(store, report_id, {"figure/dan_so": number(1)})
    base = store.revision(report_id)
    save(store, report_id, {"figure/dan_so": number(2)})
    met: list[object] = []
    wanted = change({"figure/dan_so": number(3)})
    assert waits(line, lambda: met.append(store.apply(report_id, wanted, base, "lan"))) <= MOST + 2
    assert isinstance(met[0], Conflicted)


def test_a_transaction_that_reads_waits_for_its_question_and_its_end(
    store: Store, report_id: int, line: CountedLine
) -> None:
    assert waits(line, lambda: store.revision(report_id)) == 2
