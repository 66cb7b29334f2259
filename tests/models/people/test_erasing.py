"""A person erased: a number stands where their login and names stood; what they did stays, and the chains hold."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from support.sample_database import final_database
from support.stores import CLERK, DIRECTOR, VIEWER, save

from tthtcd_tui.errors import LastDirector, NoSuchStaff, NotAllowed
from tthtcd_tui.models.health import health
from tthtcd_tui.models.store import Store

NAME = "Nguyễn Thị Lan"


@pytest.fixture
def final(tmp_path: Path) -> Path:
    return final_database(tmp_path)


def test_a_number_stands_for_login_and_name_and_what_they_did_stays(final: Path) -> None:
    with closing(Store(final, DIRECTOR)) as store:
        year = store.years.all()[0]
        done = [
            (entry.revision, entry.at, entry.place) for entry in store.history.of(year.report_id) if entry.user == CLERK
        ]
        erased = store.staff.erase(CLERK, "đề nghị của người đó")
        now = [
            (entry.revision, entry.at, entry.place)
            for entry in store.history.of(year.report_id)
            if entry.user == erased.login
        ]
        assert now == done != []
        assert CLERK not in {member.login for member in store.staff.members()}
        told = store.staff.history()
        assert {erased.login} == {entry.login for entry in told if entry.login not in (DIRECTOR, VIEWER)}
        assert erased.names == (CLERK, NAME)
    found = health(final)
    assert (found.faults, found.flaws) == ((), ())
    assert NAME.encode() not in final.read_bytes(), "nor in what was deleted"


def test_the_same_login_begins_anew(final: Path) -> None:
    with closing(Store(final, DIRECTOR)) as store:
        erased = store.staff.erase(CLERK)
        with pytest.raises(NoSuchStaff):
            store.staff.erase(CLERK)
        report = store.years.all()[0].report_id
        store.staff.add(store.staff.members()[0]._replace(login=CLERK, name="Khác"))
        save(store, report, {"report/symbol": "BC"}, user=CLERK)
        assert {entry.user for entry in store.history.of(report, limit=1)} == {CLERK}
        assert erased.login in {entry.user for entry in store.history.of(report)}
    assert health(final).flaws == ()


def test_a_director_of_all_alone_erases_and_never_the_last_one(final: Path) -> None:
    with closing(Store(final, CLERK)) as store, pytest.raises(NotAllowed):
        store.staff.erase(VIEWER)
    with closing(Store(final, DIRECTOR)) as store, pytest.raises(LastDirector):
        store.staff.erase(DIRECTOR)


def test_versions_that_say_the_name_are_named(final: Path) -> None:
    with closing(Store(final, DIRECTOR)) as store:
        signer = store.snapshot(store.years.all()[0].report_id).facts.text_at("report", "signer")
        store.staff.edit(store.staff.members()[1]._replace(login=CLERK, name=signer))
        assert store.staff.erase(CLERK).versions != ()
