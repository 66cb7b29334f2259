"""Finalising as a director does it: what stands in the way, what is kept, and that it stays what it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.bases import without_base
from support.damage import assert_plain
from support.docx_file import opened, shown
from support.stores import CLERK, DIRECTOR, VIEWER, number, save, sql, staffed

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.errors import CannotFinalise, HasErrors, NotAllowed, ReportFinal, TaskProblem
from tthtcd_tui.exports import docx
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.status import Status
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, load_samples, sample_bytes
from tthtcd_tui.tasks.session.show_history import history
from tthtcd_tui.tasks.transfer.export_report import render
from tthtcd_tui.tasks.transfer.import_report import plan_import, run_import
from tthtcd_tui.tasks.years.finalise import finalise, obstacles, reopen
from tthtcd_tui.tasks.years.kept_versions import issued_bytes, kept_versions, version_bytes
from tthtcd_tui.tasks.years.stored_report import report_of
from tthtcd_tui.tasks.years.years import delete_year
from tthtcd_tui.text.periods import Period

HAI = "Báo cáo năm học 2020-2021 đã chốt ngày"


@pytest.fixture
def year(store: Store) -> Year:
    """The sample year, which has neither errors nor anything left to review, and the three kinds of people."""
    made = load_samples(store)
    staffed(store)
    return made


def rendered(store: Store, year: Year, export_format: ExportFormat) -> bytes:
    return render(report_of(store, year, with_base=export_format.is_data), export_format)


def test_what_an_export_gives_is_kept(store: Store, year: Year) -> None:
    expected = {kept: rendered(store, year, kept) for kept in (ExportFormat.DOCX, ExportFormat.JSON)}
    assert finalise(store, year, DIRECTOR).version.number == 1
    for kept, data in expected.items():
        assert version_bytes(store, year, 1, kept) == data
    assert store.versions.files(year.report_id, 1).form == store.forms.read(year.form.digest).text


def test_a_final_report_keeps_the_appendices_its_year_chose(store: Store, year: Year) -> None:
    save(store, year.report_id, {"report/appendices": ("activities",)})
    expected = render(report_of(store, year), ExportFormat.DOCX)
    finalise(store, year, DIRECTOR)
    assert version_bytes(store, year, 1, ExportFormat.DOCX) == expected
    assert "DANH SÁCH HOẠT ĐỘNG NĂM HỌC 2020-2021" in shown(opened(expected))


def test_it_stays_what_it_was_though_exports_change(
    store: Store, year: Year, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finalise(store, year, DIRECTOR)
    before = {kept: version_bytes(store, year, 1, kept) for kept in (ExportFormat.DOCX, ExportFormat.JSON)}
    monkeypatch.setattr(docx, "docx_bytes", lambda *_: b"PK a later program")
    store.centres.rename(1, "TTHTCĐ mang tên khác")
    again = Store(path, VIEWER)
    for kept, data in before.items():
        assert version_bytes(again, year, 1, kept) == data
    assert rendered(again, year, ExportFormat.DOCX) == b"PK a later program"
    final = next(found for found in again.years.all() if found.report_id == year.report_id)
    assert issued_bytes(again, final, ExportFormat.DOCX) == before[ExportFormat.DOCX]
    again.close()


def test_while_it_is_final_what_was_issued_is_its_newest_version(store: Store, year: Year) -> None:
    def issued() -> bytes | None:
        now = next(found for found in store.years.all() if found.report_id == year.report_id)
        assert issued_bytes(store, now, ExportFormat.TEXT) is None
        return issued_bytes(store, now, ExportFormat.JSON)

    assert issued() is None
    finalise(store, year, DIRECTOR)
    first = issued()
    assert first is not None
    assert without_base(first) == sample_bytes(SAMPLE_YEAR)
    reopen(store, year, DIRECTOR, "Sửa số khu")
    assert issued() is None
    save(store, year.report_id, {"figure/so_khu": number(25)}, user=CLERK)
    finalise(store, year, DIRECTOR)
    assert issued() not in (None, first)
    assert version_bytes(store, year, 1, ExportFormat.JSON) == first


def test_what_stands_in_the_way_is_told_and_nothing_is_kept(store: Store, year: Year) -> None:
    wrong: dict[str, Content] = {"figure/dan_so": UNANSWERED, "results/cau_lac_bo/participations": number(0)}
    save(store, year.report_id, {**wrong, "carried/report/recipients": "2019-2020"}, user=CLERK)
    with pytest.raises(HasErrors) as raised:
        finalise(store, year, DIRECTOR)
    assert raised.value.message == (
        "Chưa chốt được: báo cáo còn thiếu 1 chỗ, 1 lỗi và 1 chỗ chép từ năm trước chưa rà soát. Hãy nhập, sửa hoặc rà"
        " soát (hay ghi lý do) các chỗ dưới đây rồi chốt lại."
    )
    assert {detail.partition(":")[0] for detail in raised.value.details} == {
        *("figure/dan_so", "results/cau_lac_bo/participations", "report/recipients")
    }
    assert store.versions.of(year.report_id) == []
    assert store.years.all()[0].status is Status.DRAFT


def test_what_was_carried_over_is_reviewed_or_excused(store: Store, year: Year) -> None:
    save(store, year.report_id, {"carried/report/recipients": "2019-2020"}, user=CLERK)
    with pytest.raises(HasErrors, match=r"báo cáo còn 1 chỗ chép từ năm trước chưa rà soát\. "):
        finalise(store, year, DIRECTOR)
    save(store, year.report_id, {"reason/report/recipients": "Nơi nhận không đổi."}, user=CLERK)
    finalise(store, year, DIRECTOR)


def test_other_warnings_are_the_directors_to_weigh(store: Store, year: Year) -> None:
    save(store, year.report_id, {"figure/so_truong": number(16)}, user=CLERK)
    snapshot = store.snapshot(year.report_id)
    assert any(finding.is_open for finding in check(Context(snapshot.form, snapshot.facts)))
    assert obstacles(Context(snapshot.form, snapshot.facts)) == []
    finalise(store, year, DIRECTOR)


@pytest.mark.parametrize("user", [CLERK, VIEWER])
def test_it_is_the_directors_even_where_something_stands_in_the_way(store: Store, year: Year, user: str) -> None:
    save(store, year.report_id, {"figure/dan_so": UNANSWERED}, user=CLERK)
    with pytest.raises(NotAllowed, match="Chỉ giám đốc được chốt báo cáo"):
        finalise(store, year, user)
    with pytest.raises(NotAllowed, match="Chỉ giám đốc được mở lại báo cáo"):
        reopen(store, year, user, "vì sao không")


def test_what_the_director_sees_is_what_is_finalised(store: Store, year: Year) -> None:
    seen = store.revision(year.report_id)
    save(store, year.report_id, {"figure/so_khu": number(25)}, user=CLERK)
    with pytest.raises(CannotFinalise, match="vừa được sửa"):
        finalise(store, year, DIRECTOR, seen)
    assert finalise(store, year, DIRECTOR, seen + 1).version.revision == seen + 1


def test_a_second_time_is_refused_with_the_day(store: Store, year: Year) -> None:
    finalise(store, year, DIRECTOR)
    with pytest.raises(ReportFinal, match=HAI):
        finalise(store, year, DIRECTOR)


def test_nothing_gets_into_a_final_year(store: Store, year: Year, path: Path) -> None:
    finalise(store, year, DIRECTOR)
    changed = sample_bytes(SAMPLE_YEAR).replace("Vũ".encode(), "Võ".encode())
    for replace in (False, True):
        with pytest.raises(ReportFinal, match=HAI):
            run_import(store, plan_import(store, changed, "a.json"), CLERK, replace=replace)
    with pytest.raises(ReportFinal, match=HAI):
        delete_year(store, year)
    assert not path.with_name("da-xoa").exists() or list(path.with_name("da-xoa").iterdir()) == []
    assert without_base(rendered(store, year, ExportFormat.JSON)) == sample_bytes(SAMPLE_YEAR)


@pytest.mark.parametrize("reason", ["", "  ", "\x1b", "\u200b"])
def test_reopening_takes_a_reason(store: Store, year: Year, reason: str) -> None:
    finalise(store, year, DIRECTOR)
    with pytest.raises(CannotFinalise, match="Hãy ghi lý do") as raised:
        reopen(store, year, DIRECTOR, reason)
    assert_plain(raised.value.message)


def test_the_list_of_versions_says_when_and_why_each_was_opened_again(store: Store, year: Year) -> None:
    assert kept_versions(store, year) == []
    for reason in ("Sửa số khu", "Sửa số\nkhu "):
        finalise(store, year, DIRECTOR)
        reopen(store, year, DIRECTOR, reason)
    finalise(store, year, DIRECTOR)
    found = kept_versions(store, year)
    assert [kept.version.number for kept in found] == [1, 2, 3]
    assert [kept.reopened.reason if kept.reopened else None for kept in found] == ["Sửa số khu", "Sửa số khu", None]
    assert all(kept.reopened is None or kept.at <= kept.reopened.at for kept in found)
    assert {str(kept.at.tzinfo) for kept in found} == {"Asia/Ho_Chi_Minh"}


def test_a_version_that_is_not_there_or_not_kept_is_told(store: Store, year: Year) -> None:
    with pytest.raises(TaskProblem, match=r"không có bản chốt số 1\. Báo cáo này chưa chốt lần nào"):
        version_bytes(store, year, 1, ExportFormat.DOCX)
    finalise(store, year, DIRECTOR)
    with pytest.raises(TaskProblem, match=r"không có bản chốt số 2\. Các bản đã có: 1"):
        version_bytes(store, year, 2, ExportFormat.DOCX)
    with pytest.raises(TaskProblem, match="chỉ giữ tệp docx và json"):
        version_bytes(store, year, 1, ExportFormat.TEXT)


def test_the_history_tells_it_in_words(store: Store, year: Year) -> None:
    finalise(store, year, DIRECTOR)
    reopen(store, year, DIRECTOR, "Sửa số khu")
    told = [(line.label, line.before, line.after) for line in history(store, year, "status", 10)]
    assert told == [
        ("Lý do mở lại", "(không có)", "Sửa số khu"),
        ("Trạng thái báo cáo", "đã chốt", "dự thảo"),
        ("Số bản chốt", "0", "1"),
        ("Trạng thái báo cáo", "dự thảo", "đã chốt"),
    ]


def test_a_final_year_of_any_days_is_named_by_them(store: Store, year: Year, path: Path) -> None:
    period = Period.custom(date(2021, 6, 1), date(2021, 8, 31), "hè 2021")
    sql(
        path,
        "UPDATE report SET period_kind = 'custom', period_start = ?, period_end = ?, period_label = ? WHERE id = ?",
        [period.start.isoformat(), period.end.isoformat(), period.label, year.report_id],
    )
    finalise(store, year, DIRECTOR)
    closed = store.why_read_only(year.report_id, CLERK)
    assert isinstance(closed, ReportFinal)
    assert closed.message.startswith("Báo cáo từ ngày 01/6/2021 đến ngày 31/8/2021 đã chốt ngày")
