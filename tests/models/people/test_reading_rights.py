"""Who reads what: one bound to a centre reads that centre, unless a director lets them read all; a stranger nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.damage import assert_plain
from support.stores import DIRECTOR, JSON, finalise, new_report, save, staffed

from tthtcd_tui.errors import NotAllowed, NotOnStaff
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Reads, Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.text.periods import Period

READING: dict[str, Callable[[Store, int], object]] = {
    "snapshot": Store.snapshot,
    "snapshot_with_log": Store.snapshot_with_log,
    "history": lambda store, report_id: store.history.of(report_id),
    "last_place": lambda store, report_id: store.history.last_place(report_id, "lan"),
    "log page": lambda store, report_id: store.log.page(report_id),
    "log": lambda store, report_id: list(store.log.each(report_id)),
    "log rows": lambda store, report_id: store.log.called(report_id, ["a1"]),
    "log days": lambda store, report_id: store.log.on_days_of(report_id, ["a1"]),
    "versions": lambda store, report_id: store.versions.of(report_id),
    "files": lambda store, report_id: store.versions.files(report_id, 1),
    "presence": lambda store, report_id: store.presence.present(report_id),
}


@pytest.fixture
def two(store: Store) -> tuple[int, int]:
    """A year of each of two centres; «canbo» is bound to the first."""
    report_id = new_report(store)
    elsewhere = store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ")
    other = store.years.add(elsewhere, store.forms.read(store.forms.all()[0].digest), Period.school_year(2020))
    staffed(store, Member("canbo", "Cán Bộ", Role.CLERK, store.centres.all()[0]))
    for each in (report_id, other):
        save(store, each, {"report/signer": "Hải"}, user=DIRECTOR)
        finalise(store, each, json=JSON)
    store.user = "canbo"
    return report_id, other


@pytest.mark.parametrize("what", READING)
def test_one_bound_to_a_centre_reads_that_centre_alone(store: Store, two: tuple[int, int], what: str) -> None:
    own, other = two
    READING[what](store, own)
    with pytest.raises(NotAllowed) as raised:
        READING[what](store, other)
    assert_plain(raised.value.message)


def test_lists_have_what_may_be_read(store: Store, two: tuple[int, int]) -> None:
    assert [year.report_id for year in store.years.all()] == [two[0]]
    assert [centre.code for centre in store.centres.all()] == ["mao-khe"]
    assert store.years.of(2) == []


def test_unless_a_director_says_otherwise(store: Store, two: tuple[int, int]) -> None:
    store.user = DIRECTOR
    member = next(each for each in store.staff.members() if each.login == "canbo")
    store.staff.edit(member._replace(reads=Reads.ALL))
    store.user = "canbo"
    for read in READING.values():
        read(store, two[1])
    assert len(store.years.all()) == 2
    with pytest.raises(NotAllowed):
        save(store, two[1], {"report/signer": "Lan"}, user="canbo")


@pytest.mark.parametrize("what", READING)
def test_who_was_taken_off_the_list_reads_nothing_more(store: Store, two: tuple[int, int], what: str) -> None:
    store.user = DIRECTOR
    store.staff.remove("canbo")
    store.user = "canbo"
    with pytest.raises(NotOnStaff):
        READING[what](store, two[0])
    with pytest.raises(NotOnStaff):
        store.years.all()


def test_a_director_of_one_centre_cannot_open_the_others(store: Store, two: tuple[int, int]) -> None:
    store.user = DIRECTOR
    here = store.centres.all()[0]
    store.staff.add(Member("gd2", "Hai", Role.DIRECTOR, here))
    store.user = "gd2"
    with pytest.raises(NotAllowed, match="Chỉ giám đốc được cho xem mọi trung tâm"):
        store.staff.edit(Member("gd2", "Hai", Role.DIRECTOR, here, Reads.ALL))
    with pytest.raises(NotAllowed, match="Chỉ giám đốc được cho xem mọi trung tâm"):
        store.staff.add(Member("moi", "Mới", Role.VIEWER, here, Reads.ALL))
    store.staff.add(Member("moi", "Mới", Role.VIEWER, here))
