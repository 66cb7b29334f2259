"""Finalised reports: read only, kept to the byte, reopened by a director with a reason, all of it in the audit."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

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
    sql,
    staffed,
)

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.problem import RefusedFinal, RefusedFinalising, RefusedRole, StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.versions import Files, final_words
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period


@pytest.fixture
def report(store: Store) -> int:
    """A report with something in it, and the three kinds of people."""
    made = new_report(store)
    save(store, made, {"figure/so_khu": number(24), "report/signer": "Vũ Thanh Hải"}, user=CLERK)
    save(store, made, {"figure/so_khu": number(25)}, user=CLERK)
    staffed(store)
    return made


def reopened(store: Store, report: int, reason: str = "Sửa dân số") -> int:
    store.reopen(report, DIRECTOR, reason)
    return store.revision(report)


def test_what_is_kept_comes_back_to_the_byte(store: Store, report: int, path: Path) -> None:
    before = datetime.now(UTC)
    version = finalise(store, report)
    assert (version.number, version.revision, version.user) == (1, 2, DIRECTOR)
    assert (version.docx_size, version.json_size) == (len(DOCX), len(JSON))
    assert before <= version.at <= datetime.now(UTC)
    assert store.versions(report) == [version]
    assert store.version_files(report, 1) == Files(DOCX, JSON, shipped().text)
    hashes = sql(path, "SELECT docx_sha256, json_sha256, form_hash FROM report_version")
    assert hashes == [(sha256(DOCX).hexdigest(), sha256(JSON).hexdigest(), shipped().digest)]
    with pytest.raises(KeyError):
        store.version_files(report, 2)
    with pytest.raises(KeyError):
        store.version_files(report + 1, 1)


def test_a_final_report_is_known_by_it(store: Store, report: int) -> None:
    assert (store.years()[0].status, store.snapshot(report).status) == (Status.DRAFT, Status.DRAFT)
    version = finalise(store, report)
    assert (store.years()[0].status, store.snapshot(report).status) == (Status.FINAL, Status.FINAL)
    assert store.snapshot(report).final_since == version.at
    reopened(store, report)
    assert (store.years()[0].status, store.snapshot(report).status) == (Status.DRAFT, Status.DRAFT)


def test_nothing_in_it_changes_any_more(store: Store, report: int, path: Path) -> None:
    store.undo(report, CLERK)
    finalise(store, report)
    before = dump(path)
    for user in (CLERK, DIRECTOR):
        for refused in (
            lambda: store.apply(report, change({"report/signer": "An"}), store.revision(report), user),  # noqa: B023
            lambda: store.undo(report, user),  # noqa: B023
            lambda: store.redo(report, user),  # noqa: B023
            lambda: store.delete_year(report),
            lambda: finalise(store, report),
        ):
            with pytest.raises(RefusedFinal) as raised:
                refused()
            today = store.versions(report)[0].at
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
        f"Báo cáo năm học 2019-2020 đã chốt ngày {day}, chỉ xem được. Muốn sửa, đề nghị giám đốc mở lại."
    )


def test_another_year_goes_on(store: Store, report: int) -> None:
    finalise(store, report)
    another = new_report(store, 2021)
    assert save(store, another, {"report/signer": "An"}, user=CLERK) == 1


def test_what_was_changed_since_it_was_rendered_is_not_finalised(store: Store, report: int, path: Path) -> None:
    seen = store.revision(report)
    save(store, report, {"report/signer": "An"}, user=CLERK)
    before = dump(path)
    with pytest.raises(RefusedFinalising) as raised:
        store.finalise(report, seen, DIRECTOR, DOCX, JSON)
    assert_plain(raised.value.message)
    assert "vừa được sửa" in raised.value.message
    assert dump(path) == before


def test_a_director_reopens_with_a_reason(store: Store, report: int, path: Path) -> None:
    finalise(store, report)
    before = dump(path)
    for user in (CLERK, VIEWER):
        with pytest.raises(RefusedRole, match="Chỉ giám đốc được mở lại báo cáo"):
            store.reopen(report, user, "vì tôi muốn")
    with pytest.raises(RefusedFinalising, match="phải có lý do"):
        store.reopen(report, DIRECTOR, "")
    assert dump(path) == before
    reopened(store, report)
    save(store, report, {"figure/so_khu": number(26)}, user=CLERK)
    with pytest.raises(RefusedFinalising, match="chưa chốt") as raised:
        reopened(store, report)
    assert_plain(raised.value.message)


def test_versions_are_numbered_and_the_old_ones_stay(store: Store, report: int) -> None:
    kept = {}
    for number_ in (1, 2, 3):
        files = DOCX + bytes([number_]), JSON * number_
        assert finalise(store, report, docx=files[0], json=files[1]).number == number_
        kept[number_] = files
        reopened(store, report, "như lần trước")
    assert [version.number for version in store.versions(report)] == [1, 2, 3]
    for number_, files in kept.items():
        assert store.version_files(report, number_) == Files(*files, shipped().text)


def test_a_year_that_was_ever_final_is_not_deleted(store: Store, report: int, path: Path) -> None:
    finalise(store, report)
    reopened(store, report)
    before = dump(path)
    with pytest.raises(RefusedFinal, match="1 bản chốt phải được giữ lại") as raised:
        store.delete_year(report)
    assert_plain(raised.value.message)
    assert dump(path) == before


def test_the_history_tells_it_and_can_be_played_again(store: Store, report: int) -> None:
    finalise(store, report)
    assert_audit_tells_all(store, report)
    reopened(store, report, "Sửa số khu")
    assert_audit_tells_all(store, report)
    save(store, report, {"figure/so_khu": number(26)}, user=CLERK)
    finalise(store, report)
    assert_audit_tells_all(store, report)
    told = [
        (entry.revision, entry.user, str(entry.place), entry.before, entry.after)
        for entry in store.history(report)[::-1]
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
    assert store.revision(report) == 6


def test_undo_does_not_take_a_finalising_back(store: Store, report: int) -> None:
    save(store, report, {"report/signer": "An"}, user=DIRECTOR)
    finalise(store, report)
    reopened(store, report)
    assert [str(edit.place) for edit in store.undo(report, DIRECTOR).edits] == ["report/signer"]
    assert [str(edit.place) for edit in store.redo(report, DIRECTOR).edits] == ["report/signer"]
    assert [str(edit.place) for edit in store.undo(report, CLERK).edits] == ["figure/so_khu"]


def test_a_change_made_on_what_stood_before_a_finalising_meets_nothing(store: Store, report: int) -> None:
    seen = store.revision(report)
    finalise(store, report)
    reopened(store, report)
    assert save(store, report, {"report/signer": "An"}, user=CLERK, base=seen) == seen + 3


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE report_version SET docx = CAST(docx || 'x' AS BLOB)",
        "UPDATE report_version SET json = CAST(json || 'x' AS BLOB)",
        "UPDATE form_text SET toml = toml || '#'",
    ],
)
def test_a_version_that_is_no_longer_what_was_kept_is_told(store: Store, report: int, path: Path, spoil: str) -> None:
    finalise(store, report)
    sql(path, spoil)
    with pytest.raises(StoreProblem, match="Tệp dữ liệu bị hỏng"):
        store.version_files(report, 1)


def test_a_final_report_without_a_version_is_told(store: Store, report: int, path: Path) -> None:
    sql(path, "UPDATE report SET status = 'final'")
    for read in (store.snapshot, store.snapshot_with_log):
        with pytest.raises(StoreProblem, match="Tệp dữ liệu bị hỏng"):
            read(report)


def test_a_version_keeps_the_form_it_was_made_with(store: Store) -> None:
    made = new_report(store, form=other())
    staffed(store)
    finalise(store, made)
    assert store.version_files(made, 1).form == other().text


def test_a_large_version_is_kept(store: Store, report: int) -> None:
    docx, json = bytes(range(256)) * 4_000, "ệ".encode() * 5_000_000
    finalise(store, report, docx=docx, json=json)
    assert store.version_files(report, 1) == Files(docx, json, shipped().text)


def test_finalising_is_all_or_nothing(store: Store, report: int, path: Path) -> None:
    connection = store._database.connection()
    before, limit = dump(path), connection.pragma("max_page_count")
    connection.pragma("max_page_count", connection.pragma("page_count") + 2)
    with pytest.raises(StoreProblem, match="Ổ đĩa máy chủ đã đầy"):
        finalise(store, report, docx=bytes(100_000))
    assert dump(path) == before
    connection.pragma("max_page_count", limit)
    assert finalise(store, report, docx=bytes(100_000)).number == 1
