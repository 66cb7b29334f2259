"""Who may do what: each door of the store, tried by each role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.damage import assert_plain
from support.forms import other, shipped
from support.stores import CLERK, DIRECTOR, VIEWER, change, dump, finalise, new_report, number, save, staffed

from tthtcd_tui.errors import NotAllowed, ReportFinal, ReportGone
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Reads, Role
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.writing import Applied
from tthtcd_tui.text.periods import Period

STRANGER = "kẻ lạ"
Door = Callable[[Store, int, str], object]

WRITING: dict[str, Door] = {
    "apply": lambda store, report, user: store.apply(report, change({"figure/so_khu": number(9)}), 2, user),
    "undo": lambda store, report, user: store.steps.undo(report, user),
    "redo": lambda store, report, user: store.steps.redo(report, user),
    "add_centre": lambda store, _report, _user: store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ"),
    "rename_centre": lambda store, _report, _user: store.centres.rename(1, "TTHTCĐ"),
    "add_form": lambda store, _report, _user: store.forms.add(other()),
    "add_year": lambda store, _report, _user: store.years.add(1, shipped(), Period.school_year(2030)),
    "delete_year": lambda store, report, _user: store.years.delete(report),
}
DIRECTING: dict[str, Door] = {
    "finalise": finalise,
    "add_staff": lambda store, _report, _user: store.staff.add(Member("an", "An", Role.VIEWER)),
    "edit_staff": lambda store, _report, _user: store.staff.edit(Member(VIEWER, "Xem", Role.CLERK)),
    "remove_staff": lambda store, _report, _user: store.staff.remove(VIEWER),
}


@pytest.fixture
def worked_on(store: Store) -> int:
    """A report that everybody has changed, and changed back, before there was a list."""
    report = new_report(store)
    for place, user in enumerate((DIRECTOR, CLERK, VIEWER, STRANGER)):
        for value in (1, 2):
            save(store, report, {f"own/{place}/order": number(value)}, user=user)
        store.steps.undo(report, user)
    return report


def refused(store: Store, path: Location, door: Door, report_id: int, user: str) -> str:
    """What `user` is told. Nothing has been written."""
    store.user = user
    before = dump(path)
    with pytest.raises(NotAllowed) as raised:
        door(store, report_id, user)
    assert dump(path) == before
    assert_plain(raised.value.message)
    return raised.value.message


def done(store: Store, path: Location, door: Door, report_id: int, user: str) -> None:
    store.user = user
    before = dump(path)
    door(store, report_id, user)
    assert dump(path) != before


@pytest.mark.parametrize("name", WRITING)
def test_a_viewer_writes_nothing_and_a_stranger_neither(
    store: Store, path: Location, worked_on: int, name: str
) -> None:
    staffed(store)
    told = refused(store, path, WRITING[name], worked_on, VIEWER)
    assert told == "Bạn chỉ có quyền xem. Muốn nhập liệu, hãy đề nghị giám đốc đổi vai trò của bạn."
    for user in (STRANGER, ""):
        assert "không có trong danh sách cán bộ" in refused(store, path, WRITING[name], worked_on, user)


@pytest.mark.parametrize("user", [CLERK, DIRECTOR])
@pytest.mark.parametrize("name", WRITING)
def test_a_clerk_writes_and_a_director_too(store: Store, path: Location, worked_on: int, name: str, user: str) -> None:
    staffed(store)
    done(store, path, WRITING[name], worked_on, user)


@pytest.mark.parametrize("name", WRITING)
def test_without_a_list_everybody_writes(store: Store, path: Location, worked_on: int, name: str) -> None:
    done(store, path, WRITING[name], worked_on, STRANGER)


@pytest.mark.parametrize("name", DIRECTING)
def test_what_takes_a_director(store: Store, path: Location, worked_on: int, name: str) -> None:
    staffed(store)
    for user in (CLERK, VIEWER):
        assert "Chỉ giám đốc được" in refused(store, path, DIRECTING[name], worked_on, user)
    for user in (STRANGER, ""):
        assert "không có trong danh sách cán bộ" in refused(store, path, DIRECTING[name], worked_on, user)
    done(store, path, DIRECTING[name], worked_on, DIRECTOR)


def test_without_a_list_nobody_directs(store: Store, path: Location, worked_on: int) -> None:
    told = refused(store, path, DIRECTING["finalise"], worked_on, DIRECTOR)
    assert told == (
        "Chưa chốt báo cáo được: tệp dữ liệu này chưa có giám đốc. Hãy ghi tên giám đốc vào danh sách cán bộ trước."
    )


def test_one_works_at_ones_own_centre(store: Store, path: Location, worked_on: int) -> None:
    store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ")
    mao_khe, yen_tho = store.centres.all()
    theirs = store.years.add(yen_tho.id, shipped(), Period.school_year(2020))
    staffed(
        store,
        Member("an", "An", Role.CLERK, yen_tho, Reads.ALL),
        Member("gd2", "Hai", Role.DIRECTOR, yen_tho, Reads.ALL),
    )
    for user in ("an", "gd2"):
        store.user = user
        for name in ("apply", "rename_centre", "add_year", "delete_year", "add_centre", "add_form"):
            told = refused(store, path, WRITING[name], worked_on, user)
            assert told.startswith("Bạn được giao một trung tâm khác, ở đây chỉ xem được."), name
        assert isinstance(store.apply(theirs, change({"report/signer": user}), store.revision(theirs), user), Applied)
        store.centres.rename(yen_tho.id, f"TTHTCĐ của {user}")
        assert store.snapshot(worked_on).facts.centre.name == mao_khe.name  # and reads at all of them
    assert "Chỉ giám đốc" in refused(store, path, DIRECTING["finalise"], worked_on, "gd2")
    assert finalise(store, theirs, "gd2").number == 1


@pytest.mark.quick_on_server
def test_a_role_taken_away_counts_at_once(store: Store, path: Location, worked_on: int) -> None:
    """Though the colleague has had the report open all along, in another process."""
    staffed(store)
    colleague = Store(path, CLERK)
    assert isinstance(colleague.apply(worked_on, change({"report/signer": "An"}), 12, CLERK), Applied)
    store.staff.edit(Member(CLERK, "Nguyễn Thị Lan", Role.VIEWER))
    with pytest.raises(NotAllowed):
        colleague.apply(worked_on, change({"report/signer": "Bình"}), 13, CLERK)
    store.staff.remove(CLERK)
    with pytest.raises(NotAllowed, match="không có trong danh sách cán bộ"):
        colleague.apply(worked_on, change({"report/signer": "Bình"}), 13, CLERK)
    colleague.close()


def test_what_was_saved_before_is_saved_whatever_one_may_do_now(store: Store, worked_on: int) -> None:
    """The line dropped after the commit; the Change is sent again."""
    staffed(store)
    sent = change({"report/signer": "An"})
    revision = store.revision(worked_on)
    assert store.apply(worked_on, sent, revision, CLERK) == Applied(revision + 1)
    store.staff.edit(Member(CLERK, "Nguyễn Thị Lan", Role.VIEWER))
    finalise(store, worked_on)
    assert store.apply(worked_on, sent, revision, CLERK) == Applied(revision + 2)


def test_why_nothing_can_be_saved_is_told_before_it_is_tried(store: Store, worked_on: int) -> None:
    assert store.why_read_only(worked_on, STRANGER) is None
    staffed(store)
    assert [bool(store.why_read_only(worked_on, user)) for user in (DIRECTOR, CLERK, VIEWER, STRANGER)] == [
        *(False, False, True, True)
    ]
    finalise(store, worked_on)
    assert isinstance(store.why_read_only(worked_on, DIRECTOR), ReportFinal)
    with pytest.raises(ReportGone):
        store.why_read_only(99, CLERK)
