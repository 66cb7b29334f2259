"""Questions at a Place: asked, answered, settled; in the history, in nobody's undo, and in the way of approving."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.shared_server import ADMIN, CLERK, OFFICE, OTHER, STRANGER, WARD, final_shared_database, year_of
from support.stores import edits, number

from tthtcd_tui.errors import CannotAnswer, NotAllowed
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report.change import Change
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import comment_at
from tthtcd_tui.tasks.years.finalise import reopen

PEOPLE, AREA = Place("figure/dan_so"), Place("figure/dien_tich")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(final_shared_database(tmp_path), ADMIN)) as store:
        yield store


@pytest.fixture
def report(store: Store) -> int:
    return year_of(store, "mao-khe").report_id


def test_asked_answered_settled_and_each_word_is_in_the_history(store: Store, report: int) -> None:
    store.comments.say(report, PEOPLE, "Số này lấy ở đâu?", WARD)
    [asked] = store.comments.of(report)
    assert (asked.place, asked.is_open, asked.is_answered) == (PEOPLE, True, False)
    assert [asked.waits_for(user) for user in (CLERK, WARD)] == [True, False]
    store.comments.say(report, PEOPLE, "Theo công an phường", CLERK)
    [answered] = store.comments.of(report)
    assert [(each.user, each.text) for each in answered.remarks] == [
        (WARD, "Số này lấy ở đâu?"),
        (CLERK, "Theo công an phường"),
    ]
    assert [answered.waits_for(user) for user in (CLERK, WARD)] == [False, True]
    store.comments.settle(report, PEOPLE, WARD)
    [settled] = store.comments.of(report)
    assert settled.settled is not None
    assert (settled.is_open, settled.settled[1]) == (False, WARD)
    told = [(entry.user, entry.before, entry.after) for entry in store.history.of(report, comment_at(PEOPLE))][::-1]
    assert [(user, str(after)) for user, _, after in told][:2] == [
        (WARD, "Số này lấy ở đâu?"),
        (CLERK, "Theo công an phường"),
    ]
    assert [entry.place for entry in store.history.of(report, PEOPLE, 3)] == [comment_at(PEOPLE)] * 3
    assert list(flaws(store._database)) == []


def test_one_that_is_settled_can_be_begun_anew(store: Store, report: int) -> None:
    store.comments.say(report, PEOPLE, "Một", WARD)
    store.comments.settle(report, PEOPLE, WARD)
    store.comments.say(report, PEOPLE, "Hai", OFFICE)
    store.comments.say(report, AREA, "Ba", WARD)
    found = store.comments.of(report)
    assert [(thread.place, [each.text for each in thread.remarks]) for thread in found] == [
        (PEOPLE, ["Hai"]),
        (AREA, ["Ba"]),
    ]


def test_an_open_one_is_in_the_way_of_approving(store: Store, report: int) -> None:
    store.submissions.hand_in(report, 1, ADMIN)
    store.comments.say(report, PEOPLE, "Số này lấy ở đâu?", OFFICE)
    with pytest.raises(CannotAnswer, match="Còn 1 góp ý chưa xong") as raised:
        store.verdicts.approve(report, "", WARD)
    assert_plain(raised.value.message)
    store.comments.settle(report, PEOPLE, WARD)
    assert store.verdicts.approve(report, "", WARD).is_new


def test_who_neither_writes_there_nor_is_above_says_nothing(store: Store, report: int) -> None:
    store.staff.add(Member("xem", "Trần Xem", Role.VIEWER))
    store.comments.say(report, PEOPLE, "Gì?", WARD)
    for login in (OTHER, STRANGER, "xem", "ai-do"):
        for act in (
            lambda login=login: store.comments.say(report, PEOPLE, "x", login),
            lambda login=login: store.comments.settle(report, PEOPLE, login),
        ):
            with pytest.raises(NotAllowed):
                act()  # type: ignore[no-untyped-call]
    for login in (OTHER, STRANGER):
        store.sign_in(login)
        with pytest.raises(NotAllowed):
            store.comments.of(report)


def test_who_was_asked_does_not_settle_it(store: Store, report: int) -> None:
    store.comments.say(report, PEOPLE, "Gì?", WARD)
    with pytest.raises(NotAllowed, match="Chỉ người nêu góp ý"):
        store.comments.settle(report, PEOPLE, CLERK)
    store.comments.settle(report, PEOPLE, OFFICE)
    for place in (PEOPLE, AREA):
        with pytest.raises(CannotAnswer):
            store.comments.settle(report, place, WARD)
    with pytest.raises(CannotAnswer):
        store.comments.say(report, PEOPLE, "", WARD)


def test_it_changes_nothing_of_the_report_and_nobody_undoes_it(store: Store, report: int) -> None:
    reopen(store, year_of(store, "mao-khe"), ADMIN, "sửa")
    before = store.snapshot(report).facts
    store.apply(report, Change(new_op_id(), edits({str(PEOPLE): number(41_000)})), store.revision(report), CLERK)
    changed = store.snapshot(report).facts
    store.comments.say(report, PEOPLE, "Đã sửa, xem giúp", CLERK)
    assert store.snapshot(report).facts == changed
    assert store.history.last_place(report, CLERK) == PEOPLE
    store.steps.undo(report, CLERK)
    assert store.snapshot(report).facts == before
    assert [thread.place for thread in store.comments.of(report)] == [PEOPLE]
