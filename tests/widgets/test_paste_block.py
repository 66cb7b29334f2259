"""What is pasted from a spreadsheet or a table of last year's report, onto the rows of the results table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.forms import shipped
from support.years import RESULTS

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.paste_block import grid, spread
from tthtcd_tui.widgets.paste_outcome import Spread
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

FORM = shipped()
TABLE = list(result_rows_of(FORM).values())
NUMBERED = [row.key for row in TABLE if not row.group]


def _cell(*parts: str, right: bool = True, opens: bool = False) -> Cell:
    return Cell(Place.of(*parts), "", "", 8, right=right, opens=opens)


ROWS = [
    SheetRow(RowKind.HEADING, row.label)
    if row.group
    else SheetRow(
        RowKind.CELLS, row.label, (_cell("results", row.key, "classes"), _cell("results", row.key, "participations"))
    )
    for row in TABLE
] + [
    SheetRow(RowKind.TOTAL, "TỔNG"),
    SheetRow(RowKind.CELLS, "Các đoạn văn", (_cell("narrative", "ket_qua", right=False, opens=True),)),
]


def taken(place: Place, raw: str) -> bool:
    field = field_at(FORM, place)
    assert field is not None
    return not isinstance(read(field, raw), Problem)


def pasted(text: str, row: int = 0, column: int = 0) -> Spread:
    return spread(grid(text), ROWS[row:], column, taken)


def told(laid: Spread) -> dict[str, str]:
    return {str(place): raw for place, raw in laid.cells}


BLOCK = [list(RESULTS[key]) for key in NUMBERED]
WHOLE = {
    f"results/{key}/{column}": raw
    for key, line in zip(NUMBERED, BLOCK, strict=True)
    for column, raw in zip(("classes", "participations"), line, strict=True)
}
LABELLED = [
    [row.marker, row.label, *(("", "") if row.group else RESULTS[row.key])] for row in TABLE
]  # TT, Nội dung, Số lớp, Lượt người, with the line of the group
TOTAL = ["445", "43.117"]


def text(lines: list[list[str]]) -> str:
    return "\n".join("\t".join(line) for line in lines) + "\n"


def test_the_numbers_alone() -> None:
    laid = pasted(text(BLOCK))
    assert told(laid) == WHOLE
    assert laid.words() == "Đã dán 11 dòng × 2 cột."


@pytest.mark.parametrize(
    ("lines", "skipped"),
    [
        ([["Số lớp", "Lượt người"], *BLOCK], "dòng tiêu đề"),
        ([["Kết quả năm 2020", ""], ["Số lớp", "Lượt người"], *BLOCK], "2 dòng tiêu đề"),
        ([*BLOCK, TOTAL], "dòng tổng (tự tính)"),
        ([*BLOCK[:2], ["", ""], *BLOCK[2:]], ""),
        ([*BLOCK[:2], ["", ""], *BLOCK[2:], TOTAL], "dòng tổng (tự tính)"),
        (LABELLED, "2 cột đầu"),
        ([line[1:] for line in LABELLED], "1 cột đầu"),
        ([line if line[2] else line[:2] for line in LABELLED], "2 cột đầu"),  # empty cells at the end left out
        ([[*line, "tốt"] for line in LABELLED], "2 cột đầu, 1 cột cuối"),
        (
            [["TT", "Nội dung", "Số lớp", "Lượt người"], *LABELLED, ["", "TỔNG", *TOTAL]],
            "2 cột đầu, dòng tiêu đề, dòng tổng (tự tính)",
        ),
        ([*BLOCK, TOTAL, ["x", ""], ["", ""]], "dòng tổng (tự tính), 1 dòng thừa ở cuối"),
    ],
)
def test_what_stands_around_the_numbers_is_passed_over_and_told(lines: list[list[str]], skipped: str) -> None:
    laid = pasted(text(lines))
    assert told(laid) == WHOLE
    left_out = f"; bỏ qua {skipped}" if skipped else ""
    assert laid.words() == f"Đã dán 11 dòng × 2 cột{left_out}."


@pytest.mark.parametrize(("between", "end"), [("\n", ""), ("\n", "\n\n\n"), ("\r\n", "\r\n"), ("\r", "\r")])
def test_lines_end_as_they_may(between: str, end: str) -> None:
    assert told(pasted(between.join("\t".join(line) for line in BLOCK) + end)) == WHOLE


def test_two_columns_of_numbers_on_one_of_cells_are_refused_and_not_one_of_them_taken() -> None:
    laid = pasted("540\t38\n92\t14\n", column=1)
    assert not laid.cells
    assert laid.words().startswith("Chưa dán gì: các cột của khối dán không hợp")
    numbered = pasted("1\t540\n2\t92\n", column=1)
    assert told(numbered) == {"results/xoa_mu_chu/participations": "540", "results/hoc_nghe/participations": "92"}


def test_a_line_that_names_another_row_is_not_laid_on_this_one() -> None:
    laid = pasted(text([["Dân số", "7.315"], ["Học nghề", "540"], ["Số đảng viên", "406"]]), column=1)
    assert told(laid) == {"results/hoc_nghe/participations": "540"}
    assert laid.words() == (
        "Đã dán 1 dòng × 1 cột; bỏ qua 1 cột đầu,"
        " 2 dòng không khớp nhãn của hàng ở đây (dòng 1: “Dân số”; dòng 3: “Số đảng viên”)."
    )


def test_what_is_no_number_is_skipped_and_told_by_its_line() -> None:
    lines = [list(line) for line in BLOCK]
    lines[3][0] = "~20"
    laid = pasted(text(lines))
    assert laid.words() == "Đã dán 11 dòng × 2 cột; bỏ qua 1 ô không phải số (dòng 4: “~20”)."
    assert told(laid) == {place: raw for place, raw in WHOLE.items() if place != "results/suc_khoe/classes"}


def test_a_first_line_typed_wrongly_is_no_heading() -> None:
    laid = pasted(text([["~20", "khoảng 540"], *BLOCK[1:]]))
    assert told(laid)["results/hoc_nghe/participations"] == "540", "no row has moved up"
    assert laid.words().startswith("Đã dán 11 dòng × 2 cột; bỏ qua 2 ô không phải số (dòng 1: “~20”; dòng 1: “khoảng")


def test_a_dash_of_any_length_is_none() -> None:
    assert told(pasted("–\t—\n2\t540\n")) == {
        "results/xoa_mu_chu/classes": "-",
        "results/xoa_mu_chu/participations": "-",
        "results/hoc_nghe/classes": "2",
        "results/hoc_nghe/participations": "540",
    }


def test_empty_cells_leave_what_stands_and_empty_rows_move_nothing_up() -> None:
    assert told(pasted("\n2\n\n26\n")) == {"results/hoc_nghe/classes": "2", "results/suc_khoe/classes": "26"}
    assert told(pasted("\t\n\t540")) == {"results/hoc_nghe/participations": "540"}


def test_from_the_cursor_on_and_never_beyond_the_table() -> None:
    assert told(pasted("1\n2\n3\n4", row=len(TABLE) - 2, column=1)) == {
        "results/cau_lac_bo/participations": "1",
        "results/truyen_thanh/participations": "2",
    }
    laid = pasted("110\t8.978\n150\t4.890\n260\t13.868", row=len(TABLE) - 2)
    assert [place for place, _ in laid.cells if place.kind == "narrative"] == []
    assert laid.passed_over == ["dòng tổng (tự tính)"]


def test_a_line_of_a_group_without_label_and_a_row_left_empty_are_told_apart() -> None:
    lines = [list(line) for line in BLOCK]
    lines[2] = ["", ""]
    without = {place: raw for place, raw in WHOLE.items() if "phap_luat" not in place}
    assert told(pasted(text(lines))) == without
    total = [
        str(sum(int(raw.replace(".", "").replace("-", "0") or 0) for raw in column))
        for column in zip(*lines, strict=True)
    ]
    assert told(pasted(text([*lines, total]))) == without
    labelled = [line if line[1] != "Giáo dục pháp luật" else [*line[:2], "", ""] for line in LABELLED]
    assert told(pasted(text(labelled))) == without


def test_nothing_that_can_be_taken_says_so() -> None:
    assert pasted("một\thai\nba\tbốn").words() == (
        "Chưa dán được ô nào; bỏ qua dòng tiêu đề, 2 ô không phải số (dòng 1: “ba”; dòng 1: “bốn”)."
    )


def test_many_that_are_no_numbers_are_counted_and_a_few_shown() -> None:
    words = pasted("1a\t2b\n3c\t4d\n" + "5" * 30 + "e\t7").words()
    assert words == ("Đã dán 3 dòng × 2 cột; bỏ qua 5 ô không phải số (dòng 1: “1a”; dòng 1: “2b”; dòng 2: “3c”; …).")


def test_what_can_not_be_read_at_all_is_refused() -> None:
    with pytest.raises(TextProblem, match="Dòng 2, cột 3"):
        grid("1\t2\n3\t\ufffd")


@given(
    st.text(st.sampled_from("0123456789.,-~ \t\n\rabê–\u200b\x1b"), max_size=60), st.integers(0, 11), st.integers(0, 1)
)
def test_whatever_is_pasted_only_takes_what_can_be_taken_once_and_accounts_for_the_rest(
    raw: str, row: int, column: int
) -> None:
    rows = ROWS[row:] if ROWS[row].cells else ROWS[row + 1 :]
    block = grid(raw)
    laid = spread(block, rows, column, taken)
    places = [place for place, _ in laid.cells]
    assert len(places) == len(set(places))
    assert all(place.kind == "results" and taken(place, text) for place, text in laid.cells)
    assert laid.rows <= len(block)
    words = laid.words()
    assert words.endswith(".")
    assert words.isprintable()


def test_under_titles_that_no_cell_has_nothing_is_laid() -> None:
    """«Có» and «Không» are no status and no words: the marks below them are not stored as some."""
    keys = ("status", "statement")
    rows = [
        SheetRow(RowKind.CELLS, label, tuple(Cell(Place.of("checklist", item, key), "", "", 12) for key in keys))
        for item, label in (("noi_quy", "Nội quy, quy chế"), ("thong_tin", "Thông tin kịp thời nội dung, địa điểm"))
    ]
    laid = spread(grid("Nội dung\tCó\tKhông\nNội quy, quy chế\tx\t\nThông tin kịp thời\t\tx"), rows, 0, taken)
    assert laid.cells == []
    assert "“Có”, “Không”" in laid.words()
    assert len(laid.left) == 2


def _items(*labels: str, options: tuple[str, ...] = ("Đã thực hiện", "Chưa thực hiện")) -> list[SheetRow]:
    return [
        SheetRow(
            RowKind.CELLS,
            label,
            (Cell(Place.of("checklist", key, "status"), "", "", 12, options=options),),
        )
        for key, label in zip(("luu_tru_ho_so", "co_so_vat_chat", "kinh_phi", "quan_ly_ho_so"), labels, strict=True)
    ]


ITEMS = _items("Lưu trữ hồ sơ, văn bản", "Cơ sở vật chất, trang thiết bị", "Sử dụng kinh phí", "Quản lý, lưu trữ hồ sơ")


def _named(label: str, value: str = "Chưa thực hiện") -> Spread:
    exact = "Quản lý, lưu trữ hồ sơ\tĐã thực hiện\nSử dụng kinh phí\tĐã thực hiện"
    return spread(grid(f"{exact}\n{label}\t{value}"), ITEMS, 0, taken, of_another_year=lambda title: "2019" in title)


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("Lưu trữ hồ sơ", "nhãn của 2 hàng"),
        ("Lưu trữ", "nhãn của 2 hàng"),
        ("Kinh phí", "không khớp nhãn nào"),
        ("Cơ sở vật chất phòng học", "không khớp nhãn nào"),
        ("Cơ sở vật chất, trang thiết bị (2019)", "không phải năm của báo cáo này"),
    ],
)
def test_a_label_that_is_no_row_s_own_is_laid_nowhere(label: str, why: str) -> None:
    laid = _named(label)
    assert [str(place) for place, _ in laid.cells] == ["checklist/quan_ly_ho_so/status", "checklist/kinh_phi/status"]
    assert [why in each.reason for each in laid.left] == [True]
    assert label[:10] in laid.words()


@pytest.mark.parametrize(
    ("label", "place"),
    [
        ("1. Lưu trữ hồ sơ, văn bản", "checklist/luu_tru_ho_so/status"),
        ("CƠ SỞ VẬT CHẤT VÀ TRANG THIẾT BỊ", "checklist/co_so_vat_chat/status"),
    ],
)
def test_numbering_and_words_that_tell_nothing_make_no_other_label(label: str, place: str) -> None:
    assert told(_named(label))[place] == "Chưa thực hiện"


def test_a_row_s_own_beginning_is_that_row_and_told() -> None:
    laid = _named("Cơ sở vật chất")
    assert told(laid)["checklist/co_so_vat_chat/status"] == "Chưa thực hiện"
    assert "“Cơ sở vật chất” ghi vào “Cơ sở vật chất, trang thiết bị”" in laid.words()


def test_numbers_stop_where_words_are_written_or_chosen() -> None:
    """«71, 100, 3» from the number of teachers on: the next rows are their training and a choice."""
    rows = [
        SheetRow(RowKind.CELLS, label, (Cell(Place.of("figure", key), "", "", 30, right=is_number, options=options),))
        for key, label, is_number, options in (
            ("so_giao_vien", "Số giáo viên", True, ()),
            ("giao_vien_dat_chuan", "Trình độ giáo viên", False, ()),
            ("so_ho", "Số hộ", True, ()),
        )
    ]
    laid = spread(grid("71\n100\n3"), rows, 0, taken)
    assert told(laid) == {"figure/so_giao_vien": "71"}
    assert [each.texts for each in laid.left] == [{"giao_vien_dat_chuan": "100"}, {"so_ho": "3"}]
    assert "2 dòng chưa rõ là số của ô nào" in laid.words()
    assert told(spread(grid("71\nđạt chuẩn\n3"), rows, 0, taken)) == {
        "figure/so_giao_vien": "71",
        "figure/giao_vien_dat_chuan": "đạt chuẩn",
        "figure/so_ho": "3",
    }


RATINGS = [
    SheetRow(
        RowKind.CELLS,
        label,
        (
            Cell(Place.of("rating", key, "level"), "", "", 18, options=("Tốt", "Khá", "Đạt", "Chưa đạt", "Không có")),
            Cell(Place.of("rating", key, "contribution"), "", "", 14, right=True),
            Cell(Place.of("rating", key, "note"), "", "", 20),
        ),
    )
    for key, label in (("co_quan", "Cơ quan"), ("doanh_nghiep", "Doanh nghiệp"), ("nha_hao_tam", "Nhà hảo tâm"))
]


@pytest.mark.parametrize(("block", "column"), [("1\n2\n3", 0), ("1.500.000\t7\n2.000.000\t8", 1)])
def test_a_column_that_numbers_the_lines_and_numbers_on_notes_are_refused(block: str, column: int) -> None:
    laid = spread(grid(block), RATINGS, column, taken)
    assert laid.cells == []
    assert laid.is_foreign


def test_levels_chosen_by_their_digits_are_laid() -> None:
    assert len(spread(grid("1\n2\n1"), RATINGS, 0, taken).cells) == 3


def test_among_figures_a_last_number_that_adds_up_the_others_is_told() -> None:
    rows = [
        SheetRow(RowKind.CELLS, key, (Cell(Place.of("figure", key), "", "", 30, right=True),))
        for key in ("dn_tu_nhan", "dn_nha_nuoc", "truong_mam_non")
    ]
    laid = spread(grid("100\n22\n122"), rows, 0, taken)
    assert told(laid) == {"figure/dn_tu_nhan": "100", "figure/dn_nha_nuoc": "22"}
    assert "bằng tổng các dòng trên" in laid.left[0].reason


def test_numbers_under_another_year_are_not_laid() -> None:
    laid = spread(grid("Năm 2019\t\n3\t60\n2\t40"), ROWS, 0, taken, of_another_year=lambda title: "2019" in title)
    assert laid.cells == []
    assert "“Năm 2019”, không phải năm của báo cáo này" in laid.words()
