"""A draft moves to the newest version of its form: told first, one Change, a way back; never a final report."""

from __future__ import annotations

import pytest
from support.forms import newest, shipped
from support.fresh_years import YEARS, written
from support.small_years import SMALL_YEARS

from tthtcd_tui.errors import ReportFinal, StoreProblem, TaskProblem
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.text import text
from tthtcd_tui.forms.known import NEWEST, load_shipped
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import requirements
from tthtcd_tui.report.status import FORM
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells
from tthtcd_tui.tasks.years.finalise import finalise
from tthtcd_tui.tasks.years.kept_versions import version_bytes
from tthtcd_tui.tasks.years.upgrade import plan_upgrade, take_back, told, upgrade
from tthtcd_tui.tasks.years.year_choices import make_first_year
from tthtcd_tui.text.periods import Period

LOCALITY, OPENING = Place("narrative/dia_phuong"), Place("report/opening")


@pytest.fixture
def draft(store: Store) -> Year:
    """A year of the first version, in which only one of the form's texts was edited."""
    year = make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", Period.school_year(2025), "lan", shipped())
    cells = [Typed("figure/dan_so", "4.210"), Typed("figure/pho_cap", "THCS"), Typed("report/closing", "Hết")]
    save_cells(store, year, cells, "lan")
    return year


def moved(store: Store, year: Year) -> Year:
    return next(each for each in store.years.all() if each.report_id == year.report_id)


def test_what_would_change_is_told_and_nothing_written(store: Store, draft: Year) -> None:
    before = store.snapshot(draft.report_id)
    plan = plan_upgrade(store, draft)
    assert plan.form.digest == newest().digest
    assert {LOCALITY, OPENING} <= {place for place, _ in plan.following}
    assert Place("report/closing") not in {place for place, _ in plan.following}
    assert {place for place, _ in plan.asked} == {
        Place(f"figure/{key}") for key in ("loai_don_vi", "danh_tu_khu", "don_vi_thu_nhap")
    }
    assert "Đổi tên ô: Số trường THCS → Số trường trung học cơ sở" in list(told(plan))
    assert plan.kept == len(before.facts.answers) - len(plan.following)
    assert store.snapshot(draft.report_id) == before


def test_it_is_moved_in_one_change(store: Store, draft: Year) -> None:
    before = store.snapshot(draft.report_id)
    upgrade(store, plan_upgrade(store, draft), "lan")
    after = store.snapshot(draft.report_id)
    assert after.revision == before.revision + 1
    assert after.form.version == newest().version
    assert (after.facts.at("figure/dan_so"), after.facts.at("figure/pho_cap")) == (
        before.facts.at("figure/dan_so"),
        ("thcs",),
    )
    assert after.facts.lines_at("report/closing") == ("Hết",)
    assert {LOCALITY, OPENING} <= after.facts.defaults
    missing = {place for need in requirements(after.form, after.facts) for place in need.missing}
    assert Place("figure/danh_tu_khu") in missing
    [entry] = store.history.of(draft.report_id, FORM)
    assert (entry.before, entry.after) == ("tu-danh-gia/1", f"tu-danh-gia/{NEWEST}")


def test_it_is_taken_back_while_nothing_was_changed_since(store: Store, draft: Year) -> None:
    before = store.snapshot(draft.report_id)
    upgrade(store, plan_upgrade(store, draft), "lan")
    assert take_back(store, moved(store, draft), "lan").version == 1
    after = store.snapshot(draft.report_id)
    assert (after.form.digest, after.facts) == (before.form.digest, before.facts)
    assert plan_upgrade(store, moved(store, draft)).form.version == newest().version


def test_and_not_once_something_was(store: Store, draft: Year) -> None:
    upgrade(store, plan_upgrade(store, draft), "lan")
    save_cells(store, draft, [Typed("figure/danh_tu_khu", "bản")], "lan")
    with pytest.raises(TaskProblem, match="đã được sửa sau đó"):
        take_back(store, moved(store, draft), "lan")


def test_undo_takes_back_what_was_typed_and_never_half_a_move(store: Store, draft: Year) -> None:
    upgrade(store, plan_upgrade(store, draft), "lan")
    store.steps.undo(draft.report_id, "lan")
    after = store.snapshot(draft.report_id)
    assert after.form.version == newest().version
    assert Place("figure/dan_so") not in after.facts.answers
    assert OPENING in after.facts.defaults


def test_what_somebody_changed_meanwhile_is_met(store: Store, draft: Year) -> None:
    plan = plan_upgrade(store, draft)
    save_cells(store, draft, [Typed("figure/dan_so", "5.000")], "minh")
    with pytest.raises(StoreProblem, match="vừa được sửa"):
        upgrade(store, plan, "lan")
    assert store.snapshot(draft.report_id).form.version == 1


def test_the_newest_is_not_moved(store: Store) -> None:
    year = make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", Period.school_year(2025), "lan")
    with pytest.raises(TaskProblem, match="phiên bản mới nhất"):
        plan_upgrade(store, year)


def test_a_final_report_never_moves_and_keeps_its_bytes(store: Store) -> None:
    year = load_samples(store)
    store.staff.add(Member("mẫu", "Mẫu", Role.DIRECTOR))
    finalise(store, year, "mẫu")
    kept = {each: version_bytes(store, year, 1, each) for each in (ExportFormat.DOCX, ExportFormat.JSON)}
    with pytest.raises(ReportFinal):
        plan_upgrade(store, year)
    with pytest.raises(ReportFinal):
        store.change_form(year.report_id, newest(), [], store.revision(year.report_id), "mẫu")
    assert {each: version_bytes(store, year, 1, each) for each in kept} == kept


def test_the_sample_year_can_be_moved_and_loses_nothing(store: Store) -> None:
    year = load_samples(store)
    before = store.snapshot(year.report_id).facts.answers
    plan = plan_upgrade(store, year)
    upgrade(store, plan, "mẫu")
    stored = store.snapshot(year.report_id).facts.stored().answers
    left = {place for place, _ in plan.following}
    assert stored == {place: answer for place, answer in before.items() if place not in left}


def year_in(store: Store) -> Year:
    [year] = store.years.all()
    return year


def test_from_the_second_version_the_sentences_that_read_otherwise_are_told(store: Store) -> None:
    ward = SMALL_YEARS[0]
    before = written(store, ward, form=load_shipped(2))
    plan = plan_upgrade(store, year_in(store))
    assert (plan.renamed, plan.following, plan.asked) == ((), (), ())
    head, *lines = list(told(plan))[2:]
    assert head == "Lời văn chưa ai sửa, nay viết khác: Đặc điểm tình hình địa phương: Lời văn"
    assert [line.partition(": ")[0] for line in lines] == ["  trước", "  nay"] * 2
    assert lines[0].endswith("Mạng lưới trường học gồm 1 trường mầm non. Các trường có 1 lớp và 1 học sinh.")
    assert lines[1] == "  nay: Trên địa bàn có 1 trường mầm non. Nhà trường có 1 lớp và 1 học sinh."
    assert lines[2].endswith("Địa phương đạt chuẩn phổ cập giáo dục các cấp: mầm non.")
    assert lines[3].endswith("Địa phương đạt chuẩn phổ cập giáo dục mầm non.")
    kept = store.snapshot(plan.year.report_id).facts.stored()
    upgrade(store, plan, "lan")
    after = store.snapshot(plan.year.report_id)
    assert after.facts.stored().answers == kept.answers
    assert "Nhà trường có 1 lớp và 1 học sinh." in text(compose(after.form, after.facts))
    assert take_back(store, year_in(store), "lan").version == 2
    again = store.snapshot(plan.year.report_id)
    assert text(compose(again.form, again.facts)) == before


def test_what_somebody_edited_stays_theirs_from_the_second_version_too(store: Store) -> None:
    written(store, YEARS[2], form=load_shipped(2))
    save_cells(store, year_in(store), [Typed(LOCALITY, "Xã nằm ở vùng cao.")], "lan")
    plan = plan_upgrade(store, year_in(store))
    assert plan.reworded == ()
    upgrade(store, plan, "lan")
    assert store.snapshot(plan.year.report_id).facts.lines_at(LOCALITY) == ("Xã nằm ở vùng cao.",)
