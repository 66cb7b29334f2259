"""The list of staff as it is typed."""

from __future__ import annotations

import pytest
from support.damage import assert_plain
from support.stores import CLERK, staffed

from tthtcd_tui.errors import TaskProblem, UserProblem
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.people.staff import (
    Post,
    add_member,
    described,
    edit_member,
    make_director,
    remove_member,
    staff_history,
)
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM


@pytest.fixture
def centre(store: Store) -> CentreRow:
    store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê")
    staffed(store)
    return store.centres.all()[0]


def test_somebody_is_added_and_changed_bit_by_bit(store: Store, centre: CentreRow) -> None:
    assert add_member(store, " an ", " Nguyễn Văn\nAn", Role.CLERK, Post("mao-khe")) == Member(
        "an", "Nguyễn Văn An", Role.CLERK, centre
    )
    assert edit_member(store, "an", name="An") == Member("an", "An", Role.CLERK, centre)
    assert edit_member(store, "an", role=Role.VIEWER) == Member("an", "An", Role.VIEWER, centre)
    assert edit_member(store, "an", post=Post(all_centres=True)) == Member("an", "An", Role.VIEWER, None)
    assert edit_member(store, "an", post=Post("mao-khe")) == Member("an", "An", Role.VIEWER, centre)
    assert remove_member(store, "an") == Member("an", "An", Role.VIEWER, centre)
    assert {member.login for member in store.staff.members()} == {"gd", "lan", "xem"}


@pytest.mark.parametrize("name", ["", "  ", "\x1b", "x" * 201, "\ue000"])
def test_a_name_is_needed(store: Store, centre: CentreRow, name: str) -> None:
    with pytest.raises(UserProblem):
        add_member(store, "an", name, Role.CLERK)
    with pytest.raises(UserProblem):
        edit_member(store, CLERK, name=name)
    assert len(store.staff.members()) == 3


def test_what_is_not_there_is_told(store: Store, centre: CentreRow) -> None:
    for change in (edit_member, remove_member):
        with pytest.raises(UserProblem, match="Không có “ma” trong danh sách cán bộ") as raised:
            change(store, "ma")
        assert_plain(raised.value.message)
    with pytest.raises(TaskProblem, match="Không có trung tâm mã “khac”"):
        add_member(store, "an", "An", Role.CLERK, Post("khac"))


def test_one_line_a_person(store: Store, centre: CentreRow) -> None:
    store.staff.add(Member("an", "An", Role.VIEWER, centre))
    assert [described(member) for member in store.staff.members()] == [
        "an · An · chỉ xem · TTHTCĐ phường Mạo Khê",
        "gd · Vũ Thanh Hải · giám đốc · mọi trung tâm",
        "lan · Nguyễn Thị Lan · nhập liệu · mọi trung tâm",
        "xem · Trần Xem · chỉ xem · mọi trung tâm",
    ]


def test_the_sample_has_a_director_once(store: Store) -> None:
    make_director(store, "an")
    make_director(store, "bình")
    assert store.staff.members() == [Member("an", "an", Role.DIRECTOR)]


def test_a_line_a_change(store: Store, centre: CentreRow) -> None:
    add_member(store, "an", "An", Role.VIEWER)
    edit_member(store, "an", role=Role.CLERK)
    edit_member(store, "an", name="Văn An", post=Post("mao-khe"))
    remove_member(store, "an")
    lines = staff_history(store, 4)
    assert [(line.user, line.words) for line in lines] == [
        ("gd", "bỏ an · Văn An · nhập liệu · TTHTCĐ phường Mạo Khê"),
        ("gd", "sửa an: họ tên: An → Văn An; được giao: mọi trung tâm → TTHTCĐ phường Mạo Khê"),
        ("gd", "sửa an: vai trò: chỉ xem → nhập liệu"),
        ("gd", "thêm an · An · chỉ xem · mọi trung tâm"),
    ]
    assert lines[1].tree() == {
        "at": lines[1].at.isoformat(),
        "user": "gd",
        "login": "an",
        "before": {"login": "an", "name": "An", "role": "clerk", "centre": None, "reads": "all", "unit": None},
        "after": {"login": "an", "name": "Văn An", "role": "clerk", "centre": "mao-khe", "reads": "own", "unit": None},
    }
    assert lines[0].at.utcoffset() == HOUR_OF_VIETNAM.utcoffset(None)
