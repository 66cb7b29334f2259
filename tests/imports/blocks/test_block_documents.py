"""A table of documents from Word or Excel: which column is which, what is no document, what cannot be read."""

from __future__ import annotations

import pytest
from support.forms import shipped

from tthtcd_tui.imports.blocks.document_titles import fields_named
from tthtcd_tui.imports.blocks.documents import Known, document_key, documents_plan
from tthtcd_tui.imports.blocks.records_plan import RecordsPlan
from tthtcd_tui.text.periods import parse_period

PERIOD = parse_period("2020-2021")
HEAD = "STT\tTên văn bản\tSố, ký hiệu\tNgày ban hành\tNơi lưu\n"
DECISION = {"title": "Quyết định kiện toàn", "number": "12/QĐ-UBND", "date": "3/9/2020", "kept": "Tủ 1"}


def plan_of(text: str, known: Known | None = None) -> RecordsPlan:
    plan = documents_plan(shipped(), PERIOD, text, known)
    assert plan is not None
    return plan


def texts(plan: RecordsPlan) -> list[dict[str, str]]:
    return [dict(row.texts) for row in plan.rows]


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("STT", ("tt",)),
        ("Số TT", ("tt",)),
        ("Mã minh chứng", ("code",)),
        ("Tên văn bản, minh chứng", ("title",)),
        ("Trích yếu nội dung", ("title",)),
        ("Hồ sơ, tài liệu", ("title",)),
        ("Số/ký hiệu", ("number",)),
        ("Số hiệu văn bản", ("number",)),
        ("Ngày, tháng, năm ban hành", ("date",)),
        ("Số, ngày tháng văn bản", ("number", "date")),
        ("Nơi lưu trữ", ("kept",)),
        ("Đường dẫn", ("address",)),
        ("Cơ quan ban hành", ()),
        ("Ghi chú", ()),
        ("Số lượng", ()),
    ],
)
def test_headings_as_offices_write_them(title: str, fields: tuple[str, ...]) -> None:
    assert fields_named([title], {}) == [fields]


def test_columns_by_their_headings_in_any_order() -> None:
    plan = plan_of("Nơi lưu\tNgày\tSố hiệu\tVăn bản\nTủ 1\t03.9.20\t12/QĐ-UBND\tQuyết định kiện toàn\n")
    assert texts(plan) == [DECISION]
    assert plan.is_sure


def test_a_cell_with_a_line_break_from_word_and_one_in_quotes_from_excel() -> None:
    broken = f"{HEAD}1\tQuyết định\nkiện toàn\t12/QĐ-UBND\t3/9/2020\tTủ 1\n"
    quoted = f'{HEAD}1\t"Quyết định\nkiện toàn"\t12/QĐ-UBND\t3/9/2020\tTủ 1\n'
    assert texts(plan_of(broken)) == texts(plan_of(quoted)) == [DECISION]


def test_symbol_and_day_in_one_column() -> None:
    plan = plan_of(
        "TT\tMinh chứng\tSố, ngày ban hành\n"
        "1\tQuyết định A\t12/QĐ-UBND ngày 3/9/2020\n"
        "2\tQuyết định B\t13/QĐ-UBND, 4/9/2020\n"
        "3\tSổ theo dõi\t\n"
    )
    assert texts(plan) == [
        {"title": "Quyết định A", "number": "12/QĐ-UBND", "date": "3/9/2020"},
        {"title": "Quyết định B", "number": "13/QĐ-UBND", "date": "4/9/2020"},
        {"title": "Sổ theo dõi"},
    ]


def test_what_is_no_document_is_left_out_and_told() -> None:
    plan = plan_of(
        "TT\tTên văn bản\tSố, ký hiệu\tGhi chú\n(1)\t(2)\t(3)\t(4)\nI\tVăn bản chỉ đạo\t\t\n"
        "1\tQuyết định A\t12/QĐ\tbản chính\nII. Hồ sơ\t\t\t\n2\tSổ theo dõi\t-\t\nTổng cộng: 2 văn bản\t\t\t\n"
    )
    assert [row.texts["title"] for row in plan.rows] == ["Quyết định A", "Sổ theo dõi"]
    assert not plan.doubtful
    assert plan.notes == (
        "Bỏ qua cột “Ghi chú”.",
        "Bỏ qua dòng “I · Văn bản chỉ đạo”: là tên nhóm.",
        "Bỏ qua dòng “II. Hồ sơ”: là tên nhóm.",
        "Bỏ qua dòng “Tổng cộng: 2 văn bản”: là dòng tổng.",
    )


def test_a_numbering_column_is_dropped_only_where_it_numbers() -> None:
    plan = plan_of("TT\tTên minh chứng\nH1.1.01\tQuyết định A\nH1.1.02\tQuyết định B\n")
    assert [row.texts["code"] for row in plan.rows] == ["H1.1.01", "H1.1.02"]
    assert texts(plan_of("TT\tTên minh chứng\n1\tQuyết định A\n2\tQuyết định B\n"))[0] == {"title": "Quyết định A"}


def test_what_cannot_be_read_is_kept_as_it_stands_with_the_reason() -> None:
    plan = plan_of(
        f"{HEAD}1\tQuyết định A\t12/QĐ\t31/9/2020\tTủ 1\n2\t\t13/QĐ\t9/2020\t\n3\tQuyết định C\t\t2/9/2020\t\n"
    )
    assert [row.texts["title"] for row in plan.rows] == ["Quyết định C"]
    first, second = plan.doubtful
    assert (first.line, first.wrong, first.texts["date"]) == (2, ("date",), "31/9/2020")
    assert first.doubt.startswith("Ngày ban hành: Tháng 9 năm 2020 không có ngày 31")
    assert (second.wrong, second.texts["number"]) == (("date", "title"), "13/QĐ")


def test_a_day_without_its_year_is_that_of_the_period() -> None:
    assert texts(plan_of("Tên văn bản\tNgày\nQuyết định A\t3/9\n"))[0]["date"] == "3/9/2020"


def test_a_code_that_is_taken_and_a_document_that_is_there_are_doubtful() -> None:
    known = Known({"MC01"}, {document_key("Quyết định kiện toàn", "12/QĐ-UBND")})
    plan = plan_of(
        "Mã\tTên minh chứng\tSố hiệu\nmc01\tKế hoạch\t05/KH\nMC02\tQuyết định  kiện toàn\t12/ QĐ-UBND\n"
        "MC03\tQuy chế\t\nMC03\tNội quy\t\n",
        known,
    )
    assert [row.texts["title"] for row in plan.rows] == ["Quy chế"]
    assert [(row.wrong, row.doubt) for row in plan.doubtful] == [
        (("code",), "mã “mc01” đã có ở minh chứng khác"),
        ((), "văn bản này đã có trong danh mục"),
        (("code",), "mã “MC03” đã có ở minh chứng khác"),
    ]


def test_a_line_that_has_only_a_name_may_be_a_heading() -> None:
    plan = plan_of("TT\tTên minh chứng\tNgày\n\tVăn bản của phường\t\n1\tQuyết định A\t3/9/2020\n")
    assert [row.doubt for row in plan.doubtful] == ["chỉ có tên, có thể là tên nhóm"]


def test_without_headings_columns_are_told_by_what_they_hold_and_shown_first() -> None:
    plan = plan_of("1\tQuyết định kiện toàn\t12/QĐ-UBND\t3/9/2020\n2\tKế hoạch năm học\t05/KH-TTHTCĐ\t4/9/2020\n")
    assert plan.columns == ("tt", "title", "number", "date")
    assert (plan.is_guessed, plan.is_sure, len(plan.rows)) == (True, False, 2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Giáo dục pháp luật\t20\t1.500\nVăn hóa xã hội\t2\t60\n", id="results"),
        pytest.param("Ngày\tTên hoạt động\tLoại\tSố lớp\n5/3/2021\tLuật\tPháp luật\t1\n", id="a log"),
        pytest.param("Dân số\t41.000\nSố hộ\t10.100\n", id="figures"),
        pytest.param("Quyết định kiện toàn\nKế hoạch năm học\n", id="lines"),
        pytest.param("3/9/2020\n4/9/2020\n", id="a column of days"),
        pytest.param("Họ và tên\tNgày sinh\nNông Văn Dền\t3/9/1970\n", id="people"),
    ],
)
def test_what_is_no_table_of_documents(text: str) -> None:
    assert documents_plan(shipped(), PERIOD, text) is None
