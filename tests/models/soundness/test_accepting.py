"""Data changed by hand that are right all the same: a director says so, with a reason, of just what stands there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.everything import everything
from support.manual_changes import CHANGES, FURTHER, UNUSABLE
from support.sample_database import final_database
from support.stores import CLERK, DIRECTOR, VIEWER, answers, dump, number, save, spoil, sql

from tthtcd_tui.errors import NoDirector, NotAllowed, NothingToAccept
from tthtcd_tui.models.health import health
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.soundness.flaw import Flaw, Pin
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place

DRAFT, FINAL = 2, 1
"""The two years of the database: 2020-2021, and 2019-2020."""
WHY = "Sửa theo biên bản đối chiếu ngày 30/11"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return final_database(tmp_path)


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(Store(path, DIRECTOR)) as store:
        yield store


def found(path: Path) -> list[Flaw]:
    return list(health(path).flaws)


def accept_all(store: Store) -> list[Flaw]:
    return store.acceptances.accept([flaw for flaw in found(store.path) if flaw.code], WHY)


# -- what becomes of it -----------------------------------------------------------------------------------------------


def test_what_was_accepted_is_no_fault_any_more_and_is_told(store: Store, path: Path) -> None:
    spoil(path, "UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = 2")
    (flaw,) = found(path)
    assert flaw.words == "“Số hộ gia đình” không khớp nhật ký sửa đổi: nhật ký ghi “2.600”, trong dữ liệu là “7”"
    store.acceptances.accept([flaw], WHY)
    assert found(path) == []
    (told,) = health(path).accepted
    assert (told.user, told.why, told.said) == (DIRECTOR, WHY, str(flaw))
    assert answers(store, DRAFT)["figure/so_ho"] == number(7)


def test_the_history_of_the_place_tells_who_took_the_answer_over(store: Store, path: Path) -> None:
    spoil(path, "UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = 2")
    accept_all(store)
    newest = store.history.of(DRAFT, Place("figure/so_ho"))[0]
    assert (newest.user, newest.before, newest.after) == (DIRECTOR, number(2_600), number(7))
    store.steps.undo(DRAFT, DIRECTOR)
    assert answers(store, DRAFT)["figure/so_ho"] == number(2_600)
    assert found(path) == []


def test_one_of_two_can_be_accepted_alone(store: Store, path: Path) -> None:
    spoil(path, "UPDATE figure SET number = '7' WHERE key IN ('so_ho', 'so_khu') AND report_id = 2")
    first, second = found(path)
    store.acceptances.accept([second], WHY)
    assert [flaw.code for flaw in found(path)] == [first.code]


def test_a_final_year_unlike_its_kept_json_is_accepted_and_stays_final(store: Store, path: Path) -> None:
    spoil(path, "UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = 1")
    assert any("không khớp tệp JSON của bản chốt mới nhất (“Số hộ gia đình”)" in flaw.words for flaw in found(path))
    kept = store.versions.files(FINAL, 1)
    accept_all(store)
    assert found(path) == []
    assert store.versions.files(FINAL, 1) == kept
    assert store.why_read_only(FINAL, DIRECTOR) is not None


def test_after_the_end_of_a_history_was_accepted_as_lost_one_goes_on(store: Store, path: Path) -> None:
    spoil(path, CHANGES["the last change of all"])
    accept_all(store)
    for value in (11, 12):
        save(store, DRAFT, {"figure/so_ho": number(value)}, user=CLERK)
    assert found(path) == []


@pytest.mark.long
@pytest.mark.parametrize("what", [what for what in CHANGES if what not in UNUSABLE])
def test_every_kind_that_the_program_can_go_on_with_is_accepted_and_any_further_one_found(
    store: Store, path: Path, what: str
) -> None:
    spoil(path, CHANGES[what])
    assert accept_all(store)
    assert found(path) == []
    assert everything(store.path)
    spoil(path, FURTHER[what])
    assert found(path), what


@pytest.mark.long
@pytest.mark.parametrize("what", sorted(UNUSABLE))
def test_what_the_program_cannot_go_on_with_is_not_accepted(path: Path, what: str) -> None:
    spoil(path, CHANGES[what])
    assert [flaw for flaw in found(path) if not flaw.code]


def test_a_row_put_back_as_it_was_is_a_further_change(store: Store, path: Path) -> None:
    spoil(path, "UPDATE staff SET role = 'viewer' WHERE login = 'lan'")
    accept_all(store)
    assert found(path) == []
    spoil(path, "UPDATE staff SET role = 'clerk' WHERE login = 'lan'")
    assert found(path)


def test_what_the_program_does_to_it_later_is_none(store: Store, path: Path) -> None:
    spoil(path, "UPDATE staff SET role = 'viewer' WHERE login = 'lan'")
    accept_all(store)
    store.staff.edit(Member(CLERK, "Nguyễn Thị Lan", Role.CLERK))
    assert found(path) == []


def test_nobody_accepts_by_hand(store: Store, path: Path) -> None:
    """A line slipped into the ledger is a fault itself, and accepts nothing."""
    spoil(path, "UPDATE centre SET name = 'Khác', search = 'khac mao-khe'")
    (flaw,) = found(path)
    words = json.dumps({"why": "", "said": "", "kind": "centre", "of": "1"})
    assert isinstance(flaw.mend, Pin)
    spoil(
        path,
        "INSERT INTO ledger (at, user, kind, subject, digest, words, hash)"
        " VALUES ('2026-01-01T00:00:00.000000Z', 'gd', 'accepted', 'centre/1', ?, ?, x'00')",
        (flaw.mend.found, words),
    )
    assert {flaw.subject for flaw in found(path)} == {"Sổ ghi của tệp", "Trung tâm"}


# -- who, and just what -----------------------------------------------------------------------------------------------


def as_stranger(store: Store) -> None:
    store.user = "la"


def as_director_of_one(store: Store) -> None:
    store.staff.add(Member("mot", "Một Trung Tâm", Role.DIRECTOR, store.centres.all()[0]))
    store.user = "mot"


def signed_in(login: str) -> Callable[[Store], None]:
    return lambda store: store.sign_in(login)


@pytest.mark.parametrize(
    "become", [signed_in(CLERK), signed_in(VIEWER), as_stranger, as_director_of_one], ids=[CLERK, VIEWER, "la", "mot"]
)
def test_all_but_a_director_of_all_centres_are_refused(
    store: Store, path: Path, become: Callable[[Store], None]
) -> None:
    become(store)
    spoil(path, "UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = 2")
    before = dump(path)
    with pytest.raises(NotAllowed):
        accept_all(store)
    assert dump(path) == before


def test_without_a_list_of_staff_nobody_accepts(tmp_path: Path) -> None:
    from support.sample_database import sample_database

    path = sample_database(tmp_path)
    spoil(path, "UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = 2")
    with closing(Store(path)) as store, pytest.raises(NoDirector):
        accept_all(store)


def test_what_was_changed_again_meanwhile_is_not_accepted(store: Store, path: Path) -> None:
    spoil(path, "UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = 2")
    seen = found(path)
    spoil(path, "UPDATE figure SET number = '8' WHERE key = 'so_ho' AND report_id = 2")
    before = dump(path)
    with pytest.raises(NothingToAccept) as refused:
        store.acceptances.accept(seen, WHY)
    assert refused.value.details == (str(seen[0]),)
    assert dump(path) == before


def test_an_erased_person_is_in_nothing_that_was_accepted(store: Store, path: Path) -> None:
    spoil(path, "UPDATE staff SET name = 'Phạm Thị Hoa' WHERE login = 'lan'")
    spoil(path, "UPDATE audit_change SET at = '2020-01-01T00:00:00.000000Z' WHERE user = 'lan'")
    accept_all(store)
    store.staff.erase(CLERK, "theo đề nghị")
    assert found(path) == []
    assert not [row for row in sql(path, "SELECT * FROM ledger") if "lan" in row or "Hoa" in str(row)]
