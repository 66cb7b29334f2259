"""Whose a file of evidence is: who knows its hash and may not read the centre it came in for is given nothing."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from support.forms import shipped
from support.stores import DIRECTOR, new_report, save, spoil, staffed

from tthtcd_tui.errors import NotAllowed
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit
from tthtcd_tui.text.periods import Period

HERE, THERE, WARD, OFFICE = "lan-mk", "tan-th", "phuong", "so"
FILE = b"%PDF-1.4 quyet dinh"


class Two(NamedTuple):
    """The years of two communes, and the file that the first of them shows."""

    ours: int
    theirs: int
    digest: str


@pytest.fixture
def two(store: Store) -> Two:
    """Each with a clerk of its own; the first commune with a supervisor, and both with one of the province."""
    ours = new_report(store)
    other = store.centres.add("tan-hoa", "TTHTCĐ xã Tân Hòa")
    theirs = store.years.add(other, shipped(), Period.school_year(2020))
    staffed(store)
    store.units.replace(
        [
            Unit("22", "Tỉnh Mẫu", UnitKind.PROVINCE),
            Unit("101", "Phường Mạo Khê", UnitKind.COMMUNE, "22"),
            Unit("102", "Xã Tân Hòa", UnitKind.COMMUNE, "22"),
        ]
    )
    first, second = sorted(store.centres.all(), key=lambda centre: centre.id)
    store.units.belong(first.id, "101")
    store.units.belong(second.id, "102")
    store.staff.add(Member(HERE, "Lan", Role.CLERK, first))
    store.staff.add(Member(THERE, "Tân", Role.CLERK, second))
    for login, code in ((WARD, "101"), (OFFICE, "22")):
        store.staff.add(Member(login, "Cấp Trên", Role.SUPERVISOR, unit=Unit(code, "", UnitKind.COMMUNE)))
    digest = store.evidence_files.keep(ours, HERE, FILE)
    save(store, ours, named(digest), HERE)
    return Two(ours, theirs, digest)


def named(digest: str) -> dict[str, str]:
    return {"evidence/e1/code": "MC01", "evidence/e1/file": f"{digest} quyet-dinh.pdf"}


def given(store: Store, user: str, report: int, digest: str) -> bytes | None:
    store.sign_in(user)
    data = store.evidence_files.read(report, digest)
    assert store.evidence_files.known(report, [digest]) == ({digest} if data is not None else set())
    return data


@pytest.mark.quick_on_server
def test_a_hash_written_into_a_register_of_ones_own_fetches_nothing(store: Store, two: Two) -> None:
    save(store, two.theirs, named(two.digest), THERE)
    assert given(store, THERE, two.theirs, two.digest) is None
    for ask in (store.evidence_files.read, store.evidence_files.known):
        with pytest.raises(NotAllowed):
            ask(two.ours, two.digest)
    assert given(store, HERE, two.ours, two.digest) == FILE


def test_whoever_has_the_file_itself_shares_the_copy(store: Store, two: Two) -> None:
    store.sign_in(THERE)
    assert store.evidence_files.keep(two.theirs, THERE, FILE) == two.digest
    save(store, two.theirs, named(two.digest), THERE)
    assert given(store, THERE, two.theirs, two.digest) == FILE
    assert given(store, HERE, two.ours, two.digest) == FILE
    assert list(flaws(store._database)) == []


def test_those_above_see_the_files_of_the_centres_below_them(store: Store, two: Two) -> None:
    save(store, two.theirs, named(two.digest), THERE)
    assert given(store, WARD, two.ours, two.digest) == FILE
    assert given(store, OFFICE, two.ours, two.digest) == FILE
    assert given(store, OFFICE, two.theirs, two.digest) == FILE, "both centres are below the province"
    assert given(store, DIRECTOR, two.theirs, two.digest) == FILE


def test_the_years_after_and_a_centre_that_continues_it_have_it_too(store: Store, two: Two) -> None:
    store.sign_in(DIRECTOR)
    first, second = sorted(store.centres.all(), key=lambda centre: centre.id)
    after = store.years.add(first.id, shipped(), Period.school_year(2021))
    assert given(store, HERE, after, two.digest) == FILE
    store.sign_in(DIRECTOR)
    store.centres.merge(second.id, [first.id])
    assert given(store, THERE, two.theirs, two.digest) == FILE


@pytest.mark.quick_on_server
def test_of_a_file_that_an_earlier_program_took_in_all_that_name_it_must_be_ones_own(
    store: Store, two: Two, path: Location
) -> None:
    spoil(path, "DELETE FROM ledger WHERE kind = 'evidence'")
    assert given(store, HERE, two.ours, two.digest) == FILE
    save(store, two.theirs, named(two.digest), THERE)
    assert given(store, THERE, two.theirs, two.digest) is None
    assert given(store, OFFICE, two.theirs, two.digest) == FILE
    assert given(store, HERE, two.ours, two.digest) is None, "nobody can tell any more whose it was"
    store.evidence_files.keep(two.ours, HERE, FILE)
    assert given(store, HERE, two.ours, two.digest) == FILE, "copied in once more, it is"
