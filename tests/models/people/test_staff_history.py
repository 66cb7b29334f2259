"""What becomes of the list of staff: each change told in its own transaction, and never untold."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

import pytest
from support.stores import CLERK, DIRECTOR, VIEWER, dump, sql, staffed

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.people import staff
from tthtcd_tui.models.people.staff import Member, StaffEntry
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.storage.engine import writing
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.tables import StaffChange

AN = Member("an", "An", Role.VIEWER)


@pytest.fixture
def centre(store: Store) -> CentreRow:
    """The only one; a director is at the keyboard."""
    store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê")
    staffed(store)
    return store.centres.all()[0]


def sides(entries: list[StaffEntry]) -> list[tuple[str, str, Member | None, Member | None]]:
    return [(entry.user, entry.login, entry.before, entry.after) for entry in entries]


def test_who_when_whom_what_before_and_after(store: Store, centre: CentreRow) -> None:
    earliest = datetime.now(UTC)
    promoted, moved = AN._replace(role=Role.CLERK), Member("an", "Văn An", Role.CLERK, centre)
    store.staff.add(AN)
    store.staff.edit(promoted)
    store.staff.edit(moved)
    store.staff.remove("an")
    found = store.staff.history(4)
    assert sides(found) == [
        (DIRECTOR, "an", moved, None),
        (DIRECTOR, "an", promoted, moved),
        (DIRECTOR, "an", AN, promoted),
        (DIRECTOR, "an", None, AN),
    ]
    moments = [entry.at for entry in found[::-1]]
    assert moments == sorted(moments)
    assert earliest <= moments[0]
    assert moments[-1] <= datetime.now(UTC)


def test_from_the_first_one_on(path: Location) -> None:
    store = Store(path, "hà")
    assert sides(store.staff.history()) == [("hà", "hà", None, Member("hà", "hà", Role.DIRECTOR))]
    store.close()


def test_the_newest_come_first_and_as_many_as_are_asked_for(store: Store, centre: CentreRow) -> None:
    assert [entry.login for entry in store.staff.history()] == [VIEWER, CLERK, DIRECTOR]
    assert [entry.login for entry in store.staff.history(2)] == [VIEWER, CLERK]
    assert store.staff.history(0) == []


def test_what_changes_nothing_is_not_told(store: Store, centre: CentreRow, path: Location) -> None:
    before = dump(path)
    for member in store.staff.members():
        store.staff.edit(member)
    assert dump(path) == before


def test_what_is_refused_is_not_told(store: Store, centre: CentreRow, path: Location) -> None:
    before = dump(path)
    calls: list[Callable[[], None]] = [
        lambda: store.staff.add(Member(CLERK, "Lan", Role.CLERK)),
        lambda: store.staff.edit(Member(DIRECTOR, "Hải", Role.VIEWER)),
        lambda: store.staff.remove(DIRECTOR),
        lambda: store.staff.remove("ma"),
    ]
    for refused in calls:
        with pytest.raises(StoreProblem):
            refused()
    assert dump(path) == before


def test_a_change_that_cannot_be_told_is_not_made(
    store: Store, centre: CentreRow, path: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise StoreProblem("Ổ đĩa máy chủ đã đầy.")

    monkeypatch.setattr(staff, "_tell", fails)
    before = dump(path)
    calls: list[Callable[[], None]] = [
        lambda: store.staff.add(AN),
        lambda: store.staff.edit(Member(CLERK, "Lan", Role.DIRECTOR)),
        lambda: store.staff.remove(CLERK),
    ]
    for change in calls:
        with pytest.raises(StoreProblem):
            change()
    assert dump(path) == before


def test_played_from_the_start_it_gives_the_list(store: Store, centre: CentreRow) -> None:
    store.staff.add(AN)
    store.staff.edit(Member(CLERK, "Lan", Role.DIRECTOR, centre))
    store.staff.remove(VIEWER)
    store.staff.add(Member(VIEWER, "Xem lại", Role.VIEWER))
    played: dict[str, Member | None] = {}
    for entry in store.staff.history()[::-1]:
        assert played.get(entry.login) == entry.before
        played[entry.login] = entry.after
    assert sorted(filter(None, played.values())) == store.staff.members()


@pytest.mark.quick_on_server
def test_a_centre_is_called_what_it_is_called_now(store: Store, centre: CentreRow) -> None:
    store.staff.add(AN._replace(centre=centre))
    store.centres.rename(centre.id, "TTHTCĐ Mạo Khê")
    (newest,) = store.staff.history(1)
    assert newest.after is not None
    assert newest.after.centre == centre._replace(name="TTHTCĐ Mạo Khê")


def test_not_even_this_program_can_change_what_was_told(store: Store, centre: CentreRow, path: Location) -> None:
    before = sql(path, "SELECT * FROM staff_change")
    for query in (StaffChange.update({StaffChange.user: "khác"}), StaffChange.delete()):
        with pytest.raises(StoreProblem), writing(store._database):
            query.execute(store._database)
    assert sql(path, "SELECT * FROM staff_change") == before


def test_what_is_no_entry_is_told_as_damage(store: Store, centre: CentreRow, path: Location) -> None:
    sql(path, "INSERT INTO staff_change (\"user\", at, login, name_after, role_after) VALUES ('a','x','b','B','clerk')")
    with closing(store), pytest.raises(StoreProblem, match="bị hỏng"):
        store.staff.history()
