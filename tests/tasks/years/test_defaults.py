"""A text nobody edited is not stored: it follows the answers, counts as answered, and is kept once it is edited."""

from __future__ import annotations

import json

import pytest
from support.forms import newest, shipped
from support.stores import new_report

from tthtcd_tui.cli import main
from tthtcd_tui.forms.answer import NIL, UNANSWERED
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import ReportData, decode, encode
from tthtcd_tui.report.defaults import followed, in_its_words
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import layout, requirements, rows
from tthtcd_tui.tasks.session.edit_cells import Typed, save_cells, typed_lines
from tthtcd_tui.tasks.years.carry_over import carried, unedited
from tthtcd_tui.tasks.years.year_choices import make_first_year, make_year
from tthtcd_tui.text.periods import Period

LOCALITY, OPENING, POSITION = Place("narrative/dia_phuong"), Place("report/opening"), Place("report/position")
BIG, YEAR_AFTER = Period.school_year(2025), Period.school_year(2026)


@pytest.fixture
def report_id(store: Store) -> int:
    return make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", BIG, "lan").report_id


def type_in(store: Store, report_id: int, **cells: str) -> None:
    [year] = [year for year in store.years.all() if year.report_id == report_id]
    save_cells(store, year, [Typed(place.replace("__", "/"), raw) for place, raw in cells.items()], "lan")


def facts(store: Store, report_id: int) -> Facts:
    return store.snapshot(report_id).facts


def test_a_new_year_stores_none_of_the_forms_texts(store: Store, report_id: int) -> None:
    found = facts(store, report_id)
    assert {LOCALITY, OPENING, POSITION} <= found.defaults
    assert not found.defaults & found.stored().answers.keys()
    assert found.at(POSITION) == "GIÁM ĐỐC"


def test_they_count_as_answered(store: Store, report_id: int) -> None:
    snapshot = store.snapshot(report_id)
    missing = {place for need in requirements(snapshot.form, snapshot.facts) for place in need.missing}
    assert not missing & snapshot.facts.defaults
    assert Place("figure/dan_so") in missing


def test_they_follow_the_answers_until_one_is_edited(store: Store, report_id: int) -> None:
    assert "{dn_nha_nuoc}" in facts(store, report_id).lines_at(LOCALITY)[0]
    type_in(store, report_id, figure__dn_nha_nuoc="-")
    assert "chưa có doanh nghiệp nhà nước" in facts(store, report_id).lines_at(LOCALITY)[0]
    type_in(store, report_id, narrative__dia_phuong="Xã nằm ở vùng cao.")
    type_in(store, report_id, figure__dn_nha_nuoc="3")
    found = facts(store, report_id)
    assert found.lines_at(LOCALITY) == ("Xã nằm ở vùng cao.",)
    assert LOCALITY not in found.defaults


def test_typing_the_text_of_the_form_keeps_it_as_it_is(store: Store, report_id: int) -> None:
    type_in(store, report_id, report__position="GIÁM ĐỐC")
    assert POSITION not in facts(store, report_id).defaults


def test_undo_and_clearing_bring_the_forms_text_back(store: Store, report_id: int) -> None:
    type_in(store, report_id, report__position="PHÓ GIÁM ĐỐC")
    store.steps.undo(report_id, "lan")
    assert POSITION in facts(store, report_id).defaults
    store.steps.redo(report_id, "lan")
    assert facts(store, report_id).at(POSITION) == "PHÓ GIÁM ĐỐC"
    type_in(store, report_id, report__position="")
    assert facts(store, report_id).at(POSITION) == "GIÁM ĐỐC"


def test_none_at_all_is_an_answer_and_no_default(store: Store, report_id: int) -> None:
    type_in(store, report_id, narrative__nguon_luc="-")
    assert facts(store, report_id).at("narrative/nguon_luc") is NIL


def test_json_holds_what_was_written_and_nothing_else(store: Store, report_id: int) -> None:
    snapshot = store.snapshot(report_id)
    data = encode(ReportData(snapshot.facts, ActivityLog()))
    assert set(json.loads(data)["answers"]) == set(snapshot.facts.stored().answers)
    _, again = in_its_words(newest(), decode(data, newest()).facts)
    assert again == snapshot.facts


def test_labels_and_units_speak_in_the_nouns_of_the_year(store: Store, report_id: int) -> None:
    place, income = Place("figure/so_khu"), Place("indicator/thu_nhap/value")
    assert layout(store.snapshot(report_id).form).cells[place].label == "Số khu (thôn, ấp)"
    type_in(store, report_id, figure__danh_tu_khu="bản", figure__don_vi_thu_nhap="triệu đồng/người/năm")
    cells = layout(store.snapshot(report_id).form).cells
    assert (cells[place].label, cells[place].field.unit) == ("Số bản", "bản")
    assert cells[income].field.unit == "triệu đồng/người/năm"
    assert "{so_khu} {khu}" in facts(store, report_id).lines_at(LOCALITY)[0]
    assert not [cell for cell in cells.values() if "{" in f"{cell.label}{cell.field.unit}{cell.hint}"]


def test_a_new_year_copies_what_was_edited_and_nothing_else(store: Store, report_id: int) -> None:
    type_in(store, report_id, report__opening="Trung tâm báo cáo như sau:")
    [year] = store.years.all()
    after = make_year(store, year.centre, YEAR_AFTER, "lan", year)
    found = facts(store, after.report_id)
    assert found.lines_at(OPENING) == ("Trung tâm báo cáo như sau:",)
    assert {LOCALITY, POSITION} <= found.defaults
    assert not found.carried_from(LOCALITY)


def test_from_a_year_of_the_first_version_too(store: Store) -> None:
    first = make_first_year(store, "ban-sen", "TTHTCĐ xã Bản Sen", BIG, "lan", shipped())
    save_cells(
        store, first, [Typed("report/closing", "Trên đây là báo cáo"), Typed("report/issuer", "Trung tâm A")], "lan"
    )
    kept = store.snapshot(first.report_id)
    edits = carried(newest(), kept.facts, unedited(kept.form, kept.facts))
    places = {edit.place for edit in edits}
    assert {Place("report/closing"), Place("report/issuer")} <= places
    assert not {OPENING, POSITION, LOCALITY} & places


def test_a_year_of_the_first_version_keeps_what_is_stored(store: Store) -> None:
    report = new_report(store)
    found = facts(store, report)
    assert followed(shipped(), found) is found
    assert found.at(OPENING) is UNANSWERED


def test_composing_again_changes_nothing(store: Store, report_id: int) -> None:
    snapshot = store.snapshot(report_id)
    assert followed(snapshot.form, snapshot.facts) == snapshot.facts


def test_show_tells_them_as_remarks_that_set_passes_over(
    store: Store, report_id: int, capsys: pytest.CaptureFixture[str]
) -> None:
    def shown(*more: str) -> str:
        assert main(["show", "2025-2026", *more, "--db", str(store.path)]) == 0
        return capsys.readouterr().out

    assert shown("report/position") == "# mặc định: report/position GIÁM ĐỐC\n"
    cells = typed_lines(shown().encode())
    assert {Place(cell.place) for cell in cells} == set(facts(store, report_id).stored().answers)
    assert json.loads(shown("--json", "--all"))["report/position"] == "GIÁM ĐỐC"
    assert "report/position" not in json.loads(shown("--json"))


def test_what_is_asked_and_not_printed_is_known(store: Store, report_id: int) -> None:
    type_in(store, report_id, figure__danh_tu_khu="bản", figure__so_khu="9", rating__co_quan__note="x")
    type_in(store, report_id, board__a__role="Giám đốc", checklist__noi_quy__evidence="tủ hồ sơ")

    def is_printed(place: str) -> bool:
        snapshot = store.snapshot(report_id)
        return rows(snapshot.form, snapshot.facts).is_printed(Place(place))

    assert [is_printed(at) for at in ("figure/so_khu", "figure/danh_tu_khu", "rating/co_quan/note")] == [True] * 3
    assert [is_printed(at) for at in ("board/a/role", "checklist/noi_quy/statement")] == [True] * 2
    assert [is_printed(at) for at in ("board/a/phone", "checklist/noi_quy/evidence")] == [False] * 2
    type_in(store, report_id, narrative__dia_phuong="Xã nằm ở vùng cao.")
    assert not is_printed("figure/so_khu")
