"""Each person goes on in the year they had open last: on this database, under their own name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.sample_database import sample_database

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.own_folder import own_folder
from tthtcd_tui.tasks.session.first_year import first_session
from tthtcd_tui.tasks.session.last_year import forget_last_year, last_year, remember_year


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """2020-2021 and 2019-2020."""
    store = Store(sample_database(tmp_path))
    yield store
    store.close()


def of(store: Store, label: str) -> Year:
    return next(year for year in store.years.all() if year.period.label == label)


def begun(store: Store, user: str, code: str | None = None) -> str:
    session, _ = first_session(store, code, user)
    assert session is not None
    return session.year.period.label


def test_it_is_the_year_that_was_open_last_and_not_the_newest(store: Store) -> None:
    remember_year(store, "lan", of(store, "2019-2020"))
    assert begun(store, "lan") == "2019-2020"
    remember_year(store, "lan", of(store, "2020-2021"))
    assert begun(store, "lan") == "2020-2021"


def test_each_person_has_their_own(store: Store) -> None:
    remember_year(store, "lan", of(store, "2019-2020"))
    assert begun(store, "hoa") == "2020-2021"


def test_another_database_has_its_own(store: Store, tmp_path: Path) -> None:
    remember_year(store, "lan", of(store, "2019-2020"))
    (tmp_path / "kia").mkdir()
    other = Store(sample_database(tmp_path / "kia"))
    assert begun(other, "lan") == "2020-2021"
    other.close()


def test_a_year_of_another_centre_than_was_asked_for_is_passed_over(store: Store) -> None:
    store.centres.add("ban-sen", "TTHTCĐ xã Bản Sen")
    remember_year(store, "lan", of(store, "2019-2020"))
    assert first_session(store, "ban-sen", "lan") == (None, "")
    assert begun(store, "lan", "mao-khe") == "2019-2020"


def test_one_that_is_gone_or_is_another_now_is_no_longer_gone_on_with(store: Store) -> None:
    old = of(store, "2019-2020")
    remember_year(store, "lan", old._replace(period=of(store, "2020-2021").period))  # restored from elsewhere
    assert last_year(store, "lan") is None
    remember_year(store, "lan", old)
    store.years.delete(old.report_id)
    assert begun(store, "lan") == "2020-2021"


@pytest.mark.parametrize("content", [b"", b"mot\nhai\nba\n", b"99999999999999999999999\na\nb\n", b"1", b"\xff\n\n\n"])
def test_a_note_that_says_nothing_is_as_good_as_none(store: Store, content: bytes) -> None:
    remember_year(store, "lan", of(store, "2019-2020"))
    (note,) = (own_folder() / "nam-mo-sau-cung").iterdir()
    note.write_bytes(content)
    assert begun(store, "lan") == "2020-2021"


def test_the_note_says_nobodys_name_and_goes_with_who_is_erased(store: Store) -> None:
    remember_year(store, "nguyen.thi.lan", of(store, "2019-2020"))
    (note,) = (own_folder() / "nam-mo-sau-cung").iterdir()
    assert "lan" not in note.name
    assert b"lan" not in note.read_bytes()
    forget_last_year("nguyen.thi.lan", store.path)
    assert not note.exists()
    forget_last_year("nguyen.thi.lan", store.path)


def test_where_it_cannot_be_remembered_the_newest_is_opened(store: Store) -> None:
    own_folder().parent.mkdir(parents=True, exist_ok=True)
    own_folder().write_text("một tệp", "utf-8")
    remember_year(store, "lan", of(store, "2019-2020"))
    assert begun(store, "lan") == "2020-2021"
