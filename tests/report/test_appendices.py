"""Appendices: which go along, where they are cited, what they refer to; and the list of activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from support.examples import at_most
from support.forms import changed, changed_text, other, shipped
from support.outlines import all_of, read_aloud
from support.strategies import reports
from support.wide_reports import sample
from support.years import HEAD, NO_LOG, year

from tthtcd_tui.checks.appendices import of_appendices
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.forbidding import errors
from tthtcd_tui.errors import FormProblem
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.load import load
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.appendices.attached import attached, toggled
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.outline import AppendixHead, Outline, Row, RunKind, Runs, Table, lines_of, plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import RowRole

FORM = shipped()
LESSON = Activity("a", date(2020, 10, 12), "Lớp máy vi tính", "hoc_nghe", 1, 280)


def held(*activities: Activity, **typed: str) -> tuple[Facts, ActivityLog]:
    log = ActivityLog.of(activities)
    return replace(year(FORM, HEAD | typed), log=log.sums()), log


def composed(facts: Facts, log: ActivityLog, *also: str) -> Outline:
    return compose(FORM, facts, material=Material.of(log), also=also)


def appendix_of(outline: Outline) -> list[Row]:
    """The rows of the list of activities."""
    table = outline.blocks[-1]
    assert isinstance(table, Table)
    return list(table.rows)


def texts(rows: list[Row]) -> list[list[str]]:
    return [[plain(cell) for cell in row.cells] for row in rows]


# -- which go along ---------------------------------------------------------------------------------------------------


def test_by_default_none_goes_along_and_nothing_is_asked_of_the_log() -> None:
    assert attached(FORM, sample()) == ()
    assert not all_of(compose(FORM, sample()), AppendixHead)


def test_the_year_says_which_else_its_form_and_an_export_may_ask_for_more() -> None:
    wanting = changed(("[document]", '[[appendix]]\nkey = "activities"\nattached = true\n\n[document]'))
    none = year(wanting, {"report/appendices": "-"})
    assert [each.label for each in attached(wanting, year(wanting))] == ["Phụ lục"]
    assert attached(wanting, none) == ()
    assert [each.form.key for each in attached(FORM, year(FORM, {"report/appendices": "1"}))] == ["activities"]
    assert [each.form.key for each in attached(wanting, none, ["activities"])] == ["activities"]
    assert toggled(wanting, none, "activities", True).after is toggled(FORM, sample(), "activities", False).after


def test_a_form_words_an_appendix_and_says_where_it_is_cited() -> None:
    words = """
        [[appendix]]
        key = "activities"
        title = "Các lớp của {ten_dia_phuong}"
        section = "xa_hoi"
        citation = "Các lớp ghi ở {phu_luc}, kèm theo báo cáo này."
    """
    form = changed(("[document]", f"{words}\n[document]"))
    outline = compose(form, sample(), material=NO_LOG, also=["activities"])
    [head] = all_of(outline, AppendixHead)
    assert plain(head.title) == "CÁC LỚP CỦA PHƯỜNG MẠO KHÊ"
    said = read_aloud(outline.blocks)
    at = said.index("Các lớp ghi ở Phụ lục, kèm theo báo cáo này.")
    assert said[at + 1] == "HIỆU QUẢ HOẠT ĐỘNG", "at the end of its section"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ('key = "khac"', "khac"),
        ('key = "activities"\nsection = "khong_co"', "khong_co"),
        ('key = "activities"\ncitation = "Xem phụ lục."', "phu_luc"),
        ('key = "activities"\ntitle = "Lớp {khong_co}"', "khong_co"),
        ('key = "activities"\n[[appendix]]\nkey = "activities"', "hai lần"),
    ],
)
def test_a_form_that_words_an_appendix_wrongly_is_told(words: str, problem: str) -> None:
    with pytest.raises(FormProblem, match=problem):
        load(changed_text(("[document]", f"[[appendix]]\n{words}\n\n[document]")), "sai.toml")


# -- its head ---------------------------------------------------------------------------------------------------------


def test_it_refers_to_this_very_document_and_is_cited_at_the_end_of_the_results() -> None:
    outline = composed(*held(LESSON), "activities")
    [head] = all_of(outline, AppendixHead)
    assert [plain(runs) for runs in lines_of(head)] == [
        "Phụ lục",
        "DANH SÁCH HOẠT ĐỘNG NĂM HỌC 2020-2021",
        "(Kèm theo Báo cáo số 05/BC-TTHTCĐ ngày 05 tháng 6 năm 2021 của Trung tâm học tập cộng đồng phường Mạo Khê)",
    ]
    said = read_aloud(outline.blocks)
    at = said.index("Danh sách các hoạt động năm học 2020-2021: kèm theo Phụ lục.")
    assert "TỔNG" in said[at - 5 : at]


def test_what_is_not_issued_yet_leaves_number_and_day_open() -> None:
    facts, log = held(LESSON, **{"report/number": "", "report/date": ""})
    [head] = all_of(composed(facts, log, "activities"), AppendixHead)
    assert plain(head.reference).startswith(
        "(Kèm theo Báo cáo số     /BC-TTHTCĐ ngày    tháng    năm     của Trung tâm"
    )


# -- the activities ---------------------------------------------------------------------------------------------------


def test_activities_stand_by_category_with_their_sub_totals() -> None:
    other_lesson = LESSON._replace(uid="b", date=date(2021, 3, 5), title="Lớp may", classes=None, participations=1260)
    law = Activity("c", date(2020, 9, 9), "Nói chuyện về luật", "phap_luat", 2, 100)
    rows = appendix_of(composed(*held(other_lesson, law, LESSON), "activities"))
    assert texts(rows) == [
        ["I", "", "Học nghề ngắn hạn", "", ""],
        ["1", "12/10/2020", "Lớp máy vi tính", "1", "280"],
        ["2", "05/3/2021", "Lớp may", "", "1.260"],
        ["", "", "Cộng I", "1", "1.540"],
        ["II", "", "Các chuyên đề: Giáo dục pháp luật", "", ""],
        ["1", "09/9/2020", "Nói chuyện về luật", "2", "100"],
        ["", "", "Cộng II", "2", "100"],
        ["", "", "TỔNG", "3", "1.640"],
    ]
    assert rows[1].cells[2][0].place == "activity/a", "a line of the list leads to its activity"


def test_columns_of_place_partner_and_note_are_there_where_something_is_said_in_them() -> None:
    bare, noted = LESSON, LESSON._replace(note="Buổi tối", place="Nhà văn hóa")
    for activity, titles, is_wide in (
        (bare, ["TT", "Ngày", "Tên hoạt động", "Số lớp", "Lượt người"], False),
        (noted, ["TT", "Ngày", "Tên hoạt động", "Địa điểm", "Số lớp", "Lượt người", "Ghi chú"], True),
    ):
        outline = composed(*held(activity), "activities")
        [*_, head, table] = outline.blocks
        assert isinstance(head, AppendixHead)
        assert isinstance(table, Table)
        assert [plain(column.title) for column in table.columns] == titles
        assert sum(column.share for column in table.columns) == 100
        assert head.is_wide is is_wide


def test_what_the_table_has_beyond_the_log_has_a_row_of_its_own() -> None:
    typed = {"results/hoc_nghe/classes": "3", "results/hoc_nghe/participations": "300"}
    typed |= {"results/cau_lac_bo/classes": "9", "results/cau_lac_bo/participations": "90"}
    rows = texts(appendix_of(composed(*held(LESSON, **typed), "activities")))
    assert rows[2:4] == [
        ["", "", "Các hoạt động khác, không liệt kê", "2", "20"],
        ["", "", "Cộng I", "3", "300"],
    ]
    assert rows[4] == ["II", "", "Hoạt động của các câu lạc bộ", "9", "90"]


def test_a_list_of_more_than_the_table_says_is_marked_and_never_issued() -> None:
    facts, log = held(LESSON, **{"results/hoc_nghe/participations": "200"})
    rows = appendix_of(composed(facts, log, "activities"))
    [gap] = [run for row in rows for cell in row.cells for run in cell if "thừa" in run.text]
    assert (gap.text, gap.kind, gap.place) == ("[thừa 80]", RunKind.GAP, "results/hoc_nghe/participations")
    assert "list_exceeds_table" not in {finding.code for finding in errors(Context.of(FORM, facts, log))}
    [finding] = of_appendices(Context(FORM, facts), ["activities"])
    assert finding.place == "results/hoc_nghe/participations"
    assert "phụ lục liệt kê 280, bảng kết quả chỉ ghi 200" in finding.message
    chosen = replace(facts, answers={**facts.answers, Place("report/appendices"): ("activities",)})
    assert "list_exceeds_table" in {found.code for found in errors(Context.of(FORM, chosen, log))}


@pytest.mark.long
@given(reports(FORM))
@at_most(40)
def test_sub_totals_are_the_numbers_of_the_results_table_and_what_is_listed_adds_up_to_them(report: ReportData) -> None:
    facts, log, _ = report
    facts = facts.edited([Edit(Place("report/appendices"), UNANSWERED)])  # this one goes along, and it alone
    assume(not list(of_appendices(Context(FORM, facts), ["activities"])))
    outline = compose(FORM, facts, material=Material.of(log), also=["activities"])
    [*_, results, appendix] = all_of(outline, Table)
    at = [plain(column.title) for column in appendix.columns].index("Số lớp")
    for rows in _categories(appendix.rows):
        *listed, sub_total = [row.cells[at : at + 2] for row in rows]
        [printed] = [row.cells[2:] for row in results.rows if row.cells[1][0].place == rows[0].cells[2][0].place]
        assert sub_total == printed
        for column, numbers in enumerate(zip(*listed, strict=True)):
            assert sum(map(_number, numbers)) == _number(printed[column])


def _categories(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows of each category, from its name to its sub-total."""
    start = 0
    for number, row in enumerate(rows[:-1]):
        if row.role is RowRole.TOTAL:
            yield rows[start : number + 1]
            start = number + 1


def _number(cell: Runs) -> int:
    """Nothing where it is empty or still to be filled in."""
    digits = plain(cell).replace(".", "")
    return int(digits) if digits.isdecimal() else 0


def test_an_old_form_and_one_of_another_kind_have_it_too() -> None:
    for form in (shipped(), other()):
        row = next(key for key, row in result_rows_of(form).items() if not row.group)
        log = ActivityLog.of([LESSON._replace(category=row)])
        facts = replace(year(form), log=log.sums())
        outline = compose(form, facts, draft=True, material=Material.of(log), also=["activities"])
        assert len(all_of(outline, AppendixHead)) == 1


def test_five_hundred_activities_lose_none() -> None:
    log = ActivityLog.of(LESSON._replace(uid=f"a-{n:03}", title=f"Lớp {n:03}", participations=1) for n in range(500))
    facts, _ = held(*log.activities)
    said = read_aloud(composed(facts, log, "activities").blocks)
    assert {f"Lớp {n:03}" for n in range(500)} <= set(said)
    assert said[-1] == "500"
