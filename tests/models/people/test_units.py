"""Which unit a centre belongs to, and who supervises one: reads all below it and edits nothing."""

from __future__ import annotations

import pytest
from support.damage import assert_plain
from support.stores import CLERK, DIRECTOR, finalise, new_report, save, spoil, sql, staffed

from tthtcd_tui.errors import CannotEdit, NotAllowed, StoreProblem, UnfitStaff
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.report.units import Unit
from tthtcd_tui.text.periods import Period

MINISTRY = Unit("00", "Bộ Mẫu", UnitKind.MINISTRY)
PROVINCE = Unit("22", "Tỉnh Mẫu", UnitKind.PROVINCE, "00")
HERE = Unit("101", "Phường Mạo Khê", UnitKind.COMMUNE, "22")
THERE = Unit("102", "Phường Yên Thọ", UnitKind.COMMUNE, "22")
FAR = Unit("31", "Tỉnh Thử", UnitKind.PROVINCE, "00")
AWAY = Unit("201", "Xã Ở Xa", UnitKind.COMMUNE, "31")
UNITS = (HERE, THERE, AWAY, PROVINCE, FAR, MINISTRY)
"""In whatever order they come."""


@pytest.fixture
def three(store: Store) -> tuple[int, ...]:
    """A year of each of three centres, one a commune; of each unit somebody supervises it, by its code."""
    first, form = new_report(store), store.forms.read(store.forms.all()[0].digest)
    centres = [store.centres.add(code, f"TTHTCĐ {code}") for code in ("yen-tho", "xa-o-xa")]
    reports = (first, *(store.years.add(centre, form, Period.school_year(2020)) for centre in centres))
    staffed(store)
    store.units.replace(UNITS)
    for centre, unit in zip((1, 2, 3), (HERE, THERE, AWAY), strict=True):
        store.units.belong(centre, unit.code)
    for unit in UNITS:
        store.staff.add(Member(f"cap-tren-{unit.code}", "Trần Trên", Role.SUPERVISOR, unit=unit))
    for report in reports:
        save(store, report, {"report/signer": "Hải"}, user=DIRECTOR)
    return reports


@pytest.mark.parametrize(
    ("unit", "seen"), [("00", (0, 1, 2)), ("22", (0, 1)), ("31", (2,)), ("101", (0,)), ("102", (1,)), ("201", (2,))]
)
def test_a_supervisor_reads_all_below_the_unit_and_nothing_else(
    store: Store, three: tuple[int, ...], unit: str, seen: tuple[int, ...]
) -> None:
    store.sign_in(f"cap-tren-{unit}")
    assert sorted(year.report_id for year in store.years.all()) == [three[number] for number in seen]
    assert sorted(centre.id for centre in store.centres.all()) == [number + 1 for number in seen]
    assert [len(store.years.of(centre)) for centre in (1, 2, 3)] == [int(number in seen) for number in range(3)]
    assert store.centres.totals() == (len(seen), len(seen))
    assert len(store.centres.lines(0, 10)) == len(seen)
    assert (store.rights.reads_all(), store.rights.supervised()) == (False, unit)
    for number, report in enumerate(three):
        if number in seen:
            store.snapshot(report)
            assert store.history.of(report)
        else:
            assert store.years.get(report) is None
            for read in (store.snapshot, store.history.of, store.versions.of, store.submissions.standing):
                with pytest.raises(NotAllowed, match="không thuộc đơn vị của bạn"):
                    read(report)


def test_a_supervisor_edits_nothing(store: Store, three: tuple[int, ...], path: Location) -> None:
    report, who = three[0], "cap-tren-22"
    store.sign_in(who)
    closed = store.why_read_only(report, who)
    assert isinstance(closed, NotAllowed)
    assert_plain(closed.message)
    done = {
        "edit": lambda: save(store, report, {"report/signer": "Lan"}, user=who),
        "undo": lambda: store.steps.undo(report, who),
        "finalise": lambda: finalise(store, report, who),
        "reopen": lambda: store.versions.reopen(report, who, "vì"),
        "delete": lambda: store.years.delete(report),
        "centre": lambda: store.centres.add("moi", "Mới"),
        "rename": lambda: store.centres.rename(1, "Mới"),
        "year": lambda: store.years.add(1, store.forms.read(store.forms.all()[0].digest), Period.school_year(2021)),
        "units": lambda: store.units.replace([*UNITS[:2], PROVINCE]),
        "belong": lambda: store.units.belong(1, None),
        "staff": lambda: store.staff.add(Member("moi", "Mới", Role.VIEWER)),
        "merge": lambda: store.centres.merge(1, [2]),
        "copy": lambda: store.copy_to(store.path.with_name("ban-chep.db")),
        "hand in": lambda: store.submissions.hand_in(report, 1, who),
    }
    for what, act in done.items():
        with pytest.raises((NotAllowed, StoreProblem)) as raised:
            act()  # type: ignore[no-untyped-call]
        assert isinstance(raised.value, NotAllowed), what
    assert sql(path, "SELECT count(*) FROM centre") == [(3,)]


def test_those_of_a_centre_read_what_they_read_before(store: Store, three: tuple[int, ...]) -> None:
    for login in (DIRECTOR, CLERK):
        store.sign_in(login)
        assert len(store.years.all()) == 3


def test_where_one_unit_goes_so_do_the_rights(store: Store, three: tuple[int, ...]) -> None:
    store.sign_in(DIRECTOR)
    store.units.belong(1, None)
    store.sign_in("cap-tren-22")
    assert [year.report_id for year in store.years.all()] == [three[1]]


def test_one_centre_a_commune(store: Store, three: tuple[int, ...]) -> None:
    store.sign_in(DIRECTOR)
    with pytest.raises(CannotEdit, match="mỗi xã, phường một trung tâm"):
        store.units.belong(2, HERE.code)
    store.units.belong(1, HERE.code)
    assert store.units.belongings() == {1: "101", 2: "102", 3: "201"}


def test_a_new_list_keeps_what_is_belonged_to(store: Store, three: tuple[int, ...], path: Location) -> None:
    store.sign_in(DIRECTOR)
    with pytest.raises(CannotEdit) as raised:
        store.units.replace([unit for unit in UNITS if unit not in (AWAY, PROVINCE)])
    assert [line.partition(":")[0] for line in raised.value.details] == ["201 · Xã Ở Xa", "22 · Tỉnh Mẫu"]
    assert store.units.all() == sorted(UNITS)
    renamed = [unit._replace(name="Tỉnh Mới") if unit == PROVINCE else unit for unit in UNITS]
    store.units.replace([*renamed, Unit("103", "Xã Mới", UnitKind.COMMUNE, "22")])
    assert {unit.code: unit.name for unit in store.units.all()}["22"] == "Tỉnh Mới"
    assert sql(path, "SELECT count(*) FROM unit") == [(7,)]


def test_a_supervisor_is_of_a_unit_and_nobody_else_is(store: Store, three: tuple[int, ...]) -> None:
    store.sign_in(DIRECTOR)
    here = store.centres.all()[0]
    for unfit in (
        Member("a", "A", Role.SUPERVISOR),
        Member("a", "A", Role.SUPERVISOR, here, unit=PROVINCE),
        Member("a", "A", Role.CLERK, unit=PROVINCE),
    ):
        with pytest.raises(UnfitStaff) as raised:
            store.staff.add(unfit)
        assert_plain(raised.value.message)
    member = next(each for each in store.staff.members() if each.login == "cap-tren-31")
    store.staff.edit(member._replace(role=Role.VIEWER, unit=None))
    newest = store.staff.history(1)[0]
    assert (newest.before, newest.after) == (member, member._replace(role=Role.VIEWER, unit=None))


def test_a_director_of_one_centre_names_no_supervisor(store: Store, three: tuple[int, ...]) -> None:
    store.sign_in(DIRECTOR)
    store.staff.add(Member("gd2", "Hai", Role.DIRECTOR, store.centres.all()[0]))
    store.sign_in("gd2")
    with pytest.raises(NotAllowed):
        store.staff.add(Member("a", "A", Role.SUPERVISOR, unit=HERE))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE unit SET name = 'Khác' WHERE code = '22'",
        "UPDATE unit SET parent = '31' WHERE code = '101'",
        "UPDATE centre SET unit = NULL WHERE id = 1",
        "UPDATE staff SET unit = '22' WHERE login = 'cap-tren-31'",
        "UPDATE staff_change SET unit_after = '22' WHERE unit_after = '31'",
    ],
)
def test_what_was_changed_behind_its_back_is_found(
    store: Store, three: tuple[int, ...], path: Location, statement: str
) -> None:
    assert list(flaws(store._database)) == []
    spoil(path, statement)
    assert len(list(flaws(store._database))) == 1


def test_old_centres_of_one_below_are_read_too(store: Store, three: tuple[int, ...]) -> None:
    """Merged communes: what the new one continues."""
    store.sign_in(DIRECTOR)
    store.units.belong(2, None)
    store.centres.merge(1, [2])
    store.sign_in("cap-tren-101")
    store.snapshot(three[1])
    store.sign_in("cap-tren-201")
    with pytest.raises(NotAllowed):
        store.snapshot(three[1])
