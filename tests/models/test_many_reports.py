"""What a province's size costs: nothing, of what a person at one year asks. Counted in steps of the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from support.province import make_province
from support.stores import number, save
from support.vm_steps import steps_of

from tthtcd_tui.models.health import health
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.care.open_store import current_year, find_centre, find_year
from tthtcd_tui.tasks.session.first_year import first_session
from tthtcd_tui.tasks.years.centre_list import page

pytestmark = pytest.mark.file_only("how many steps a file's engine takes")
FEW, MANY = 12, 240
YEARS = 3
LAST = "2020-2021"
WINDOW = 10
REPORT = 1
A_LITTLE_MORE = 1.2
A_FEW = 20
"""What a second look into an index takes."""
STEPS_OF_A_NAME = 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("province")


@pytest.fixture(scope="module")
def stores(folder: Path) -> Iterator[tuple[Store, Store]]:
    """Of few centres and of many; whoever is at them is `lan`."""
    made = []
    for communes in (FEW, MANY):
        make_province(folder / f"{communes}.db", communes, YEARS)
        made.append(Store(folder / f"{communes}.db"))
    yield made[0], made[1]
    for store in made:
        store.close()


def code(store: Store) -> str:
    """The last of the centres."""
    return store.centres.lines(store.centres.totals()[0] - 1, 1)[0].centre.code


def at(store: Store) -> int:
    return store.years.called(code(store), LAST)[0].report_id


def write(store: Store, report: int) -> None:
    save(store, report, {"figure/so_khu": number(7)})
    store.steps.undo(report, "lan")


ASKED: dict[str, Callable[[Store, str, int], object]] = {
    "a centre by its code": lambda store, code, _: find_centre(store, code),
    "whether there is one centre": lambda store, *_: store.centres.all(limit=2),
    "a year by its period": lambda store, code, _: find_year(store, code, LAST),
    "the newest of all years": lambda store, *_: current_year(store, None),
    "the newest of a centre": lambda store, code, _: current_year(store, code),
    "a start": lambda store, *_: first_session(store, None, "lan"),
    "the first centres": lambda store, *_: page(store, [], 0, WINDOW),
    "centres found by the beginning of a name": lambda store, *_: page(store, ["xa"], 0, WINDOW),
    "centres found by a period": lambda store, *_: page(store, ["2020"], 0, WINDOW),
    "centres found by name and period": lambda store, *_: page(store, ["xa", "2020"], 0, WINDOW),
    "the years of a centre": lambda store, code, _: store.years.of(store.centres.called(code).id),  # type: ignore[union-attr]
    "which year a file is of": lambda store, code, _: store.years.called(code, LAST),
    "whether there is anything to back up": lambda store, *_: store.years.any(),
    "a report read": lambda store, _, report: store.snapshot(report),
    "a cell saved and taken back": lambda store, _, report: write(store, report),
}


@pytest.mark.parametrize("what", ASKED)
def test_what_one_asks_costs_no_more_among_many_reports(stores: tuple[Store, Store], what: str) -> None:
    steps = []
    for store in stores:
        last = code(store), at(store)
        steps.append(steps_of(store, partial(ASKED[what], store, *last)))
    few, many = steps
    assert 0 < many <= few * A_LITTLE_MORE + A_FEW, (few, many)


def test_words_that_no_centre_has_are_looked_for_in_a_centre_once(stores: tuple[Store, Store]) -> None:
    """Each centre's name must be looked at, and nothing else of it."""
    few, many = (steps_of(store, partial(page, store, ["khong-co"], 0, WINDOW)) for store in stores)
    assert (many - few) / (MANY - FEW) < STEPS_OF_A_NAME


def test_so_made_it_is_sound(stores: tuple[Store, Store]) -> None:
    found = health(stores[0].path)
    assert (found.faults, found.flaws) == ((), ())


# -- a year that others changed often ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def histories(folder: Path) -> Iterator[tuple[Store, Store]]:
    """A year that others changed a few times and one that they changed often, cell by cell and in a block."""
    made = []
    for changes in (20, 300):
        path = folder / f"changes-{changes}.db"
        make_province(path, 1, 1)
        store = Store(path)
        with store.together():
            for value in range(changes):
                save(store, REPORT, {"figure/so_khu" if value % 4 else "figure/so_ho": number(value % 90)}, user="khac")
        made.append(store)
    yield made[0], made[1]
    for store in made:
        store.close()


OF_HISTORY: dict[str, Callable[[Store], object]] = {
    "what undo would take back": lambda store: store.steps.reversible(REPORT, "lan"),
    "where one was": lambda store: store.history.last_place(REPORT, "lan"),
    "the newest of the history": lambda store: store.history.of(REPORT, limit=4),
    "the newest of a cell": lambda store: store.history.of(REPORT, Place("figure/so_khu"), 4),
    "the newest of a table": lambda store: store.history.of(REPORT, Place("results"), 4),
    "a start": lambda store: first_session(store, None, "lan"),
}


@pytest.mark.parametrize("what", OF_HISTORY)
def test_what_one_asks_costs_no_more_after_many_changes_of_others(histories: tuple[Store, Store], what: str) -> None:
    few, many = (steps_of(store, partial(OF_HISTORY[what], store)) for store in histories)
    assert 0 < many <= few * A_LITTLE_MORE + A_FEW, (few, many)
