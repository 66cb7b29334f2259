"""Database files that are made once in each process of the tests, and copied for each test."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from support.stores import CLERK, DIRECTOR, activity, finalise, number, save, staffed

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.storage.address import ServerAddress
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.years.names import Commune
from tthtcd_tui.tasks.years.year_choices import make_first_year
from tthtcd_tui.text.periods import Period


@cache
def made(fill: Callable[[Store], object]) -> bytes:
    """The bytes of a database that `fill` filled."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "a.db")
        fill(store)
        store.close()
        return store.path.read_bytes()


def sample_database(folder: Path) -> Path:
    """A database of its own in `folder`, with 2020-2021 and 2019-2020."""
    path = folder / "tthtcd.db"
    path.write_bytes(made(load_samples))
    return path


def _nothing(store: Store) -> None:
    """Leave a new database as it is."""


def final_database(folder: Path) -> Path:
    """A database with staff, two years and a log; the older year is finalised, the newer one was once."""
    path = folder / "tthtcd.db"
    path.write_bytes(made(_finalised))
    return path


def _finalised(store: Store) -> None:
    load_samples(store)
    staffed(store)
    for year in store.years.all():
        snapshot, log = store.snapshot_with_log(year.report_id)
        finalise(store, year.report_id, json=encode(ReportData(snapshot.facts, log)))
    newest = store.years.all()[0].report_id
    store.versions.reopen(newest, DIRECTOR, "Sai số hộ")
    save(store, newest, {"figure/so_ho": number(2_600), "activity/x1": activity("x1", place="Nhà văn hóa")}, user=CLERK)
    save(store, newest, {"activity/x1/participations": number(40), "activity/x1/place": UNANSWERED}, user=CLERK)


def first_year_database(folder: Path) -> Path:
    """A database of its own in `folder`, with the first year of a new commune, 2020-2021, and nothing typed in it."""
    path = folder / "nam-dau.db"
    path.write_bytes(made(_first_year))
    return path


def _first_year(store: Store) -> None:
    make_first_year(store, "ban-sen", Commune("xa", "Bản Sen").centre, Period.school_year(2020), CLERK)


def new_database(path: Path) -> Path:
    """A database at `path` as the program makes it, with nothing in it yet."""
    path.write_bytes(made(_nothing))
    return path


def new_on_server(address: ServerAddress) -> None:
    """The same in an empty database of a server."""
    Store(address).close()
