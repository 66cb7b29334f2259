"""Finalised reports: read only, kept to the byte, reopened by a director with a reason, all of it in the audit."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from support.damage import assert_plain
from support.forms import other, shipped
from support.replay import assert_audit_tells_all
from support.stores import (
    CLERK,
    DIRECTOR,
    DOCX,
    JSON,
    VIEWER,
    change,
    dump,
    finalise,
    new_report,
    number,
    save,
    spoil,
    sql,
    staffed,
)

from tthtcd_tui.errors import CannotFinalise, NotAllowed, ReportFinal, StoreProblem
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.versions import Files, final_words
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period


@pytest.fixture
def report_id(store: Store) -> int:
    """A report with something in it, and the three kinds of people."""
    made = new_report(store)
    save(store, made, {"figure/so_khu": number(24), "report/signer": "Vũ Thanh Hải"}, user=CLERK)
    save(store, made, {"figure/so_khu": number(25)}, user=CLERK)
    staffed(store)
    return made


def reopened(store: Store, report_id: int, reason: str = "Sửa dân số") -> int:
    store.versions.reopen(report_id, DIRECTOR, reason)
    return store.revision(report_id)


def test_what_is_kept_comes_back_to_the_byte(store: Store, report_id: int, path: Location) -> None:
    before = datetime.now(UTC)
    version = finalise(store, report_id)
    assert (version.number, version.revision, version.user) == (1, 2, DIRECTOR)
    assert (version.docx_size, version.json_size) == (len(DOCX), len(JSON))
    assert before <= version.at <= datetime.now(UTC)
    assert store.versions.of(report_id) == [version]
    assert store.versions.files(report_id, 1) == Files(DOCX, JSON, shipped().text)
    hashes = sql(path, "SELECT docx_sha256, json_sha256, form_hash FROM report_version")
    assert hashes == [(sha256(DOCX).hexdigest(), sha256(JSON).hexdigest(), shipped().digest)]
    with pytest.raises(KeyError):
        store.versions.files(report_id, 2)
    with pytest.raises(KeyError):
        store.versions.files(report_id + 1, 1)


def test_a_final_report_is_known_by_it(store: Store, report_id: int) -> None:
    assert (store.years.all()[0].status, store.snapshot(report_id).status) == (Status.DRAFT, Status.DRAFT)
    version = finalise(store, report_id)
    assert (store.years.all()[0].status, store.snapshot(report_id).status) == (Status.FINAL, Status.FINAL)
    assert store.snapshot(report_id).final_since == version.at
    reopened(store, report_id)
    assert (store.years.all()[0].status, store.snapshot(report_id).status) == (Status.DRAFT, Status.DRAFT)


def test_nothing_in_it_changes_any_more(store: Store, report_id: int, path: Location) -> None:
    store.steps.undo(report_id, CLERK)
    finalise(store, report_id)
    before = dump(path)
    for user in (CLERK, DIRECTOR):
        for refused in (
            lambda: store.apply(report_id, change({"report/signer": "An"}), store.revision(report_id), user),  # noqa: B023
            lambda: store.steps.undo(report_id, user),  # noqa: B023
            lambda: store.steps.redo(report_id, user),  # noqa: B023
            lambda: store.years.delete(report_id),
            lambda: finalise(store, report_id),
        ):
            with pytest.raises(ReportFinal) as raised:
                refused()
            today = store.versions.of(report_id)[0].at
            assert raised.value.message == final_words(Period.school_year(2020), today)
    assert dump(path) == before


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2020, 6, 12, 3, tzinfo=UTC), "12/6/2020"),
        (datetime(2020, 6, 11, 17, tzinfo=UTC), "12/6/2020"),  # midnight in Viet Nam
        (datetime(2020, 6, 11, 16, 59, tzinfo=UTC), "11/6/2020"),
    ],
)
def test_it_is_said_when_it_was_finalised_by_the_clock_of_viet_nam(at: datetime, day: str) -> None:
    assert final_words(Period.school_year(2019), at) == (
        f"Báo cáo năm học 2019-2020 đã chốt ngày {day}, chỉ xem được. Muốn sửa thì giám đốc mở lại."
    )


def test_another_year_goes_on(store: Store, report_id: int) -> None:
    finalise(store, report_id)
    another = new_report(store, 2021)
    assert save(store, another, {"report/signer": "An"}, user=CLERK) == 1


def test_what_was_changed_since_it_was_rendered_is_not_finalised(store: Store, report_id: int, path: Location) -> None:
    seen = store.revision(report_id)
    save(store, report_id, {"report/signer": "An"}, user=CLERK)
    before = dump(path)
    with pytest.raises(CannotFinalise) as raised:
        store.versions.finalise(report_id, seen, DIRECTOR, DOCX, JSON)
    assert_plain(raised.value.message)
    assert "vừa được sửa" in raised.value.message
    assert dump(path) == before


@pytest.mark.quick_on_server
def test_a_director_reopens_with_a_reason(store: Store, report_id: int, path: Location) -> None:
    finalise(store, report_id)
    before = dump(path)
    for user in (CLERK, VIEWER):
        with pytest.raises(NotAllowed, match="Chỉ giám đốc được mở lại báo cáo"):
            store.versions.reopen(report_id, user, "vì tôi muốn")
    with pytest.raises(CannotFinalise, match="phải có lý do"):
        store.versions.reopen(report_id, DIRECTOR, "")
    assert dump(path) == before
    reopened(store, report_id)
    save(store, report_id, {"figure/so_khu": number(26)}, user=CLERK)
    with pytest.raises(CannotFinalise, match="chưa chốt") as raised:
        reopened(store, report_id)
    assert_plain(raised.value.message)


def test_versions_are_numbered_and_the_old_ones_stay(store: Store, report_id: int) -> None:
    kept = {}
    for number_ in (1, 2, 3):
        files = DOCX + bytes([number_]), JSON * number_
        assert finalise(store, report_id, docx=files[0], json=files[1]).number == number_
        kept[number_] = files
        reopened(store, report_id, "như lần trước")
    assert [version.number for version in store.versions.of(report_id)] == [1, 2, 3]
    for number_, files in kept.items():
        assert store.versions.files(report_id, number_) == Files(*files, shipped().text)


def test_a_year_that_was_ever_final_is_not_deleted(store: Store, report_id: int, path: Location) -> None:
    finalise(store, report_id)
    reopened(store, report_id)
    before = dump(path)
    with pytest.raises(ReportFinal, match="1 bản chốt phải được giữ lại") as raised:
        store.years.delete(report_id)
    assert_plain(raised.value.message)
    assert dump(path) == before


def test_the_history_tells_it_and_can_be_played_again(store: Store, report_id: int) -> None:
    finalise(store, report_id)
    assert_audit_tells_all(store, report_id)
    reopened(store, report_id, "Sửa số khu")
    assert_audit_tells_all(store, report_id)
    save(store, report_id, {"figure/so_khu": number(26)}, user=CLERK)
    finalise(store, report_id)
    assert_audit_tells_all(store, report_id)
    told = [
        (entry.revision, entry.user, str(entry.place), entry.before, entry.after)
        for entry in store.history.of(report_id)[::-1]
        if entry.place.kind == "status"
    ]
    assert told == [
        (3, DIRECTOR, "status", UNANSWERED, "final"),
        (3, DIRECTOR, "status/version", UNANSWERED, number(1)),
        (4, DIRECTOR, "status", "final", UNANSWERED),
        (4, DIRECTOR, "status/reason", UNANSWERED, "Sửa số khu"),
        (6, DIRECTOR, "status", UNANSWERED, "final"),
        (6, DIRECTOR, "status/version", number(1), number(2)),
        (6, DIRECTOR, "status/reason", "Sửa số khu", UNANSWERED),
    ]
    assert store.revision(report_id) == 6


def test_undo_does_not_take_a_finalising_back(store: Store, report_id: int) -> None:
    save(store, report_id, {"report/signer": "An"}, user=DIRECTOR)
    finalise(store, report_id)
    reopened(store, report_id)
    assert [str(edit.place) for edit in store.steps.undo(report_id, DIRECTOR).edits] == ["report/signer"]
    assert [str(edit.place) for edit in store.steps.redo(report_id, DIRECTOR).edits] == ["report/signer"]
    assert [str(edit.place) for edit in store.steps.undo(report_id, CLERK).edits] == ["figure/so_khu"]


def test_a_change_made_on_what_stood_before_a_finalising_meets_nothing(store: Store, report_id: int) -> None:
    seen = store.revision(report_id)
    finalise(store, report_id)
    reopened(store, report_id)
    assert save(store, report_id, {"report/signer": "An"}, user=CLERK, base=seen) == seen + 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE report_version SET docx = json",
        "UPDATE report_version SET json = docx",
        "UPDATE form_text SET toml = toml || '#'",
    ],
)
def test_a_version_that_is_no_longer_what_was_kept_is_told(
    store: Store, report_id: int, path: Location, statement: str
) -> None:
    finalise(store, report_id)
    spoil(path, statement)
    with pytest.raises(StoreProblem, match="Tệp dữ liệu bị hỏng"):
        store.versions.files(report_id, 1)


def test_a_final_report_without_a_version_is_told(store: Store, report_id: int, path: Location) -> None:
    sql(path, "UPDATE report SET status = 'final'")
    for read in (store.snapshot, store.snapshot_with_log):
        with pytest.raises(StoreProblem, match="Tệp dữ liệu bị hỏng"):
            read(report_id)


def test_a_version_keeps_the_form_it_was_made_with(store: Store) -> None:
    made = new_report(store, form=other())
    staffed(store)
    finalise(store, made)
    assert store.versions.files(made, 1).form == other().text


def test_a_large_version_is_kept(store: Store, report_id: int) -> None:
    docx, json = bytes(range(256)) * 4_000, "ệ".encode() * 5_000_000
    finalise(store, report_id, docx=docx, json=json)
    assert store.versions.files(report_id, 1) == Files(docx, json, shipped().text)


@pytest.mark.file_only("a disk is made full through the file's own limit")
def test_finalising_is_all_or_nothing(store: Store, report_id: int, path: Location) -> None:
    connection = store._database.connection()
    before, limit = dump(path), connection.pragma("max_page_count")
    connection.pragma("max_page_count", connection.pragma("page_count") + 2)
    with pytest.raises(StoreProblem, match="Ổ đĩa máy chủ đã đầy"):
        finalise(store, report_id, docx=bytes(100_000))
    assert dump(path) == before
    connection.pragma("max_page_count", limit)
    assert finalise(store, report_id, docx=bytes(100_000)).number == 1
