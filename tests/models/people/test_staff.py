"""The list of staff: who keeps it, and that there is always somebody left to keep it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.damage import assert_plain
from support.stores import CLERK, DIRECTOR, VIEWER, dump, sql, staffed

from tthtcd_tui.errors import LastDirector, NotAllowed, StaffProblem, StoreProblem
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.storage.sqlite import sessions_lock
from tthtcd_tui.models.store import Store


@pytest.fixture
def centres(store: Store) -> list[CentreRow]:
    for code in ("mao-khe", "yen-tho"):
        store.centres.add(code, f"TTHTCĐ {code}")
    return store.centres.all()


def test_who_makes_a_database_directs_it(path: Location) -> None:
    store = Store(path, "hà")
    assert store.staff.members() == [Member("hà", "hà", Role.DIRECTOR, None)]
    assert store.user == "hà"
    store.close()


def test_a_database_made_for_nobody_has_no_list(store: Store) -> None:
    assert store.staff.members() == []
    assert not store.rights.has_staff()
    store.sign_in("ai cũng được")


def test_who_opens_a_database_later_does_not_direct_it(path: Location) -> None:
    Store(path, "hà").close()
    with pytest.raises(NotAllowed) as raised:
        Store(path, "kẻ lạ")
    assert raised.value.message == (
        "Tên đăng nhập “kẻ lạ” không có trong danh sách cán bộ của tệp dữ liệu này. Hãy đề nghị giám đốc thêm bạn vào"
        " danh sách."
    )
    assert sql(path, "SELECT login FROM staff") == [("hà",)]


def test_nor_one_that_is_nobodys(path: Location) -> None:
    """As one of an earlier version."""
    Store(path).close()
    store = Store(path, "kẻ lạ")
    assert store.staff.members() == []
    store.close()


def test_the_list_is_by_login_with_role_and_centre(store: Store, centres: list[CentreRow]) -> None:
    staffed(store, Member("an", "An", Role.CLERK, centres[1]))
    assert store.staff.members() == [
        Member("an", "An", Role.CLERK, centres[1]),
        Member("gd", "Vũ Thanh Hải", Role.DIRECTOR),
        Member("lan", "Nguyễn Thị Lan", Role.CLERK),
        Member("xem", "Trần Xem", Role.VIEWER),
    ]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CLERK, Role.DIRECTOR])
@pytest.mark.parametrize("at", [None, 0])
def test_the_first_one_directs_everything(store: Store, centres: list[CentreRow], role: Role, at: int | None) -> None:
    member = Member("an", "An", role, None if at is None else centres[at])
    if member.directs_all:
        store.staff.add(member)
        assert store.staff.members() == [member]
        return
    with pytest.raises(StaffProblem, match="người đầu tiên phải là giám đốc của mọi trung tâm"):
        store.staff.add(member)
    assert store.staff.members() == []


@pytest.mark.parametrize("user", [CLERK, VIEWER, "kẻ lạ", ""])
def test_only_a_director_keeps_the_list(store: Store, path: Location, user: str) -> None:
    staffed(store)
    store.user = user
    before = dump(path)
    calls: list[Callable[[], None]] = [
        lambda: store.staff.add(Member("bình", "Bình", Role.CLERK)),
        lambda: store.staff.edit(Member(user or "x", "Tự phong", Role.DIRECTOR)),
        lambda: store.staff.edit(Member(DIRECTOR, "Hạ bệ", Role.VIEWER)),
        lambda: store.staff.remove(DIRECTOR),
        lambda: store.staff.remove("không có"),
    ]
    for refused in calls:
        with pytest.raises(StoreProblem) as raised:
            refused()
        assert isinstance(raised.value, NotAllowed) or "không có" in raised.value.message
        assert_plain(raised.value.message)
    assert dump(path) == before


def test_a_login_is_there_once_and_must_be_there_to_be_changed(store: Store) -> None:
    staffed(store)
    with pytest.raises(StaffProblem, match="Đã có “lan” trong danh sách cán bộ"):
        store.staff.add(Member(CLERK, "Lan khác", Role.CLERK))
    with pytest.raises(StaffProblem, match="Không có “ma” trong danh sách cán bộ"):
        store.staff.edit(Member("ma", "Ma", Role.CLERK))
    with pytest.raises(StaffProblem, match="Không có “ma” trong danh sách cán bộ"):
        store.staff.remove("ma")


def test_a_director_of_one_centre_keeps_its_own_staff(store: Store, centres: list[CentreRow]) -> None:
    here, there = centres
    staffed(store, Member("gd2", "Giám đốc Hai", Role.DIRECTOR, here), Member("an", "An", Role.CLERK, there))
    store.sign_in("gd2")
    store.staff.add(Member("bình", "Bình", Role.CLERK, here))
    store.staff.edit(Member("bình", "Bình", Role.DIRECTOR, here))
    store.staff.remove("bình")
    calls: list[Callable[[], None]] = [
        lambda: store.staff.add(Member("bình", "Bình", Role.CLERK, there)),
        lambda: store.staff.add(Member("bình", "Bình", Role.CLERK)),
        lambda: store.staff.edit(Member("an", "An", Role.CLERK, here)),  # takes one away from the other centre
        lambda: store.staff.edit(Member("gd2", "Giám đốc Hai", Role.DIRECTOR)),  # makes more of oneself
        lambda: store.staff.remove("an"),
        lambda: store.staff.remove(CLERK),
    ]
    for refused in calls:
        with pytest.raises(NotAllowed, match="Chỉ giám đốc được sửa danh sách cán bộ"):
            refused()


@pytest.mark.parametrize("centre", [None, 0])
@pytest.mark.parametrize("role", [Role.VIEWER, Role.CLERK, Role.DIRECTOR])
def test_the_last_director_of_all_stays(
    store: Store, centres: list[CentreRow], role: Role, centre: int | None, path: Location
) -> None:
    staffed(store, Member("gd2", "Giám đốc Hai", Role.DIRECTOR, centres[0]))
    changed = Member(DIRECTOR, "Tên mới", role, None if centre is None else centres[centre])
    if changed.directs_all:
        store.staff.edit(changed)  # only another name
        assert changed in store.staff.members()
        return
    before = dump(path)
    with pytest.raises(LastDirector, match="“gd” là giám đốc duy nhất của mọi trung tâm"):
        store.staff.edit(changed)
    with pytest.raises(LastDirector, match="“gd” là giám đốc duy nhất của mọi trung tâm"):
        store.staff.remove(DIRECTOR)
    assert dump(path) == before
    store.staff.edit(Member("gd2", "Giám đốc Hai", Role.DIRECTOR))
    store.staff.edit(changed)
    assert changed in store.staff.members()


@pytest.mark.file_only("a lock beside the file")
def test_who_is_turned_away_holds_nobody_up(path: Path) -> None:
    Store(path, "gd").close()
    with pytest.raises(NotAllowed) as raised:
        Store(path, "la")
    held = try_hold(sessions_lock(path))
    assert held is not None, raised
    let_go(held)


def test_who_is_taken_off_the_list_opens_nothing_more(store: Store, path: Location) -> None:
    staffed(store)
    Store(path, CLERK).close()
    store.staff.remove(CLERK)
    with pytest.raises(NotAllowed):
        Store(path, CLERK)
    with pytest.raises(NotAllowed):
        store.sign_in(CLERK)
    assert store.user == DIRECTOR


MEMBERS = st.builds(
    Member,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["Tên", "Tên khác"]),
    st.sampled_from(Role),
    st.sampled_from([None, CentreRow(1, "mao-khe", "TTHTCĐ mao-khe")]),
)
STEPS = st.lists(st.tuples(st.sampled_from(["add", "edit", "remove"]), st.sampled_from(["a", "b", "c"]), MEMBERS))


@settings(suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_whatever_is_done_somebody_directs_all(
    store: Store, centres: list[CentreRow], path: Location, steps: list[tuple[str, str, Member]]
) -> None:
    sql(path, "DELETE FROM staff")
    for what, by, member in steps:
        store.user = by
        before = store.staff.members()
        try:
            if what == "add":
                store.staff.add(member)
            elif what == "edit":
                store.staff.edit(member)
            else:
                store.staff.remove(member.login)
        except StoreProblem:
            assert store.staff.members() == before
        else:
            assert store.staff.members() != before or what == "edit"
        assert not store.staff.members() or any(found.directs_all for found in store.staff.members())
