"""A block pasted into the results table: every number lands in its own row and column, or is told."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text
from support.forms import other, shipped

from tthtcd_tui.errors import UnusableCharacter
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.imports.blocks.figures import figures_plan
from tthtcd_tui.imports.blocks.plan import Plan
from tthtcd_tui.imports.blocks.results import results_plan
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import Period

FORM = shipped()
YEAR = Period.school_year(2022)
FIRST = Place("results/xoa_mu_chu/classes")
# TT, Nội dung, Số lớp, Lượt người; the third is the heading of a group.
TABLE = [
    ("1", "Học chương trình xóa mù chữ", "2", "38"),
    ("2", "Học nghề ngắn hạn", "3", "92"),
    ("3", "Các chuyên đề", "", ""),
    ("a", "Giáo dục pháp luật", "14", "1.126"),
    ("b", "Giáo dục sức khỏe", "9", "845"),
    ("c", "Giáo dục môi trường", "7", "612"),
    ("d", "Văn hóa xã hội", "5", "430"),
    ("e", "Phát triển kinh tế", "6", "388"),
    ("g", "Giáo dục kỹ năng sống", "4", "275"),
    ("4", "Hoạt động văn nghệ, thể thao", "18", "1.640"),
    ("5", "Hoạt động của các câu lạc bộ", "22", "1.310"),
    ("6", "Phổ biến kiến thức qua đài truyền thanh", "96", "3.197"),
]
KEYS = [key for key, row in result_rows_of(FORM).items() if not row.group]
ROWS = [row for row in TABLE if row[2]]
NUMBERS = [row[2:] for row in ROWS]
HEAD = "TT\tNội dung\tSố lớp\tSố lượt người tham gia"
TOTAL = "\tTỔNG\t186\t9.953"
WHOLE = {
    f"results/{key}/{column}": text
    for key, row in zip(KEYS, NUMBERS, strict=True)
    for column, text in zip(("classes", "participations"), row, strict=True)
}


def tabbed(*rows: tuple[str, ...]) -> str:
    return "\r\n".join("\t".join(row) for row in rows)


def plan(*lines: str, at: str = FIRST, period: Period = YEAR) -> Plan:
    return results_plan(FORM, period, "\r\n".join(lines) + "\r\n", Place(at))


def placed(plan: Plan) -> dict[str, str]:
    return {str(placement.place): placement.text for placement in plan.placements}


CASES = json.loads((Path(__file__).parents[2] / "data" / "pastes" / "tables.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_tables_that_clerks_pasted(case: dict[str, Any]) -> None:
    """Each number is where it was meant, or its cell is left and that is told; no other cell is touched."""
    if case["at"].startswith("figure"):
        found = figures_plan(FORM, YEAR, case["text"])
    else:
        found = results_plan(FORM, YEAR, case["text"], Place(case["at"]))
    expected = case["expect"]
    for place, text in placed(found).items():
        assert place in expected
        assert text in (expected[place] if isinstance(expected[place], list) else [expected[place]])
    missing = set(expected) - set(placed(found))
    assert missing <= {str(doubt.place) for doubt in found.doubts}
    assert not missing or case.get("may_refuse")
    if case.get("tell"):
        assert found.doubts or found.notes or any(not total.agrees for total in found.totals)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([HEAD, tabbed(*TABLE), TOTAL], id="as the report prints it"),
        pytest.param([HEAD.upper(), tabbed(*TABLE).upper(), TOTAL], id="in capitals"),
        pytest.param([unicodedata.normalize("NFD", line) for line in (HEAD, tabbed(*TABLE))], id="decomposed"),
        pytest.param([tabbed(*TABLE)], id="no heading"),
        pytest.param([tabbed(*(row[1:] for row in TABLE))], id="neither heading nor TT"),
        pytest.param(
            ["KẾT QUẢ NĂM HỌC 2022-2023", HEAD, "(1)\t(2)\t(3)\t(4)", tabbed(*TABLE)], id="title, numbered columns"
        ),
        pytest.param([HEAD, "A\tB\t1\t2", tabbed(*TABLE), "Cộng\t\t186\t9.953"], id="the total's word under TT"),
        pytest.param([HEAD, "", *(line for row in TABLE for line in (tabbed(row), ""))], id="blank lines between"),
        pytest.param(
            ["Nội dung\tSố lượt\tSố lớp", tabbed(*((row[1], row[3], row[2]) for row in TABLE[::-1]))],
            id="columns and rows in another order",
        ),
        pytest.param(
            ["Số lớp\tSố lượt\tNội dung", tabbed(*((row[2], row[3], row[1]) for row in TABLE))], id="labels last"
        ),
        pytest.param(
            [
                tabbed(
                    *zip(
                        *((row[1], row[2], row[3]) for row in [("", "Nội dung", "Số lớp", "Lượt người"), *ROWS]),
                        strict=True,
                    )
                )
            ],
            id="labels at the top",
        ),
        pytest.param(
            [f"{HEAD}\tTrong đó nữ\tKinh phí", tabbed(*((*row, "3", "5.000.000") for row in TABLE))], id="more columns"
        ),
        pytest.param(
            [
                "TT\tNội dung\tLớp KH\tLớp TH\tLượt KH\tLượt TH",
                tabbed(*((*row[:2], "9", row[2], "99", row[3]) for row in TABLE)),
            ],
            id="planned and done",
        ),
        pytest.param(
            [
                "TT\tNội dung\t2021-2022\t\t2022-2023\t",
                "\t\tSố lớp\tLượt\tSố lớp\tLượt",
                tabbed(*((*row[:2], "70", "7000", *row[2:]) for row in TABLE)),
            ],
            id="two years, a title over each",
        ),
        pytest.param(
            [
                "TT\tNội dung\tSố lớp năm trước\tLượt năm trước\tSố lớp năm nay\tLượt năm nay",
                tabbed(*((*row[:2], "70", "7000", *row[2:]) for row in TABLE)),
            ],
            id="last year first",
        ),
        pytest.param(
            [HEAD, tabbed(*((*row[:2], f"{row[2]} lớp", f"{row[3]} lượt") if row[2] else row for row in TABLE))],
            id="units",
        ),
        pytest.param(
            ["| TT | Nội dung | Số lớp | Lượt |", "|---|---|--:|--:|", *(f"| {' | '.join(row)} |" for row in TABLE)],
            id="bars",
        ),
        pytest.param(["TT;Nội dung;Số lớp;Lượt người", *(";".join(row) for row in TABLE)], id="semicolons"),
        pytest.param(
            [HEAD, tabbed(*TABLE[:-1]), "6\tPhổ biến kiến thức", "qua đài truyền thanh\t96\t3.197"],
            id="a cell of two lines",
        ),
        pytest.param(
            [HEAD, tabbed(*TABLE[:-1]), "6\tPhổ biến kiến thức", "\tqua đài truyền thanh\t96\t3.197"],
            id="two rows for one",
        ),
        pytest.param(
            [HEAD, tabbed(*TABLE[:-1]), '6\t"Phổ biến kiến thức\nqua đài truyền thanh"\t96\t3.197'],
            id="Excel's line break",
        ),
        pytest.param(
            [
                "TT",
                "Nội dung",
                "Số lớp",
                "Lượt người",
                "",
                *(c for row in TABLE for c in (*(f"\t{c}" for c in row), "")),
            ],
            id="one cell under the other",
        ),
        pytest.param(
            ["TT", "Nội dung", "Số lớp", "Lượt người", *(cell for row in TABLE for cell in row)],
            id="with no line between",
        ),
        pytest.param(
            [
                "TT Nội dung Số lượt người Số lớp",
                *(" ".join(filter(None, (*row[:2], row[3], row[2]))) for row in TABLE),
            ],
            id="a PDF, columns swapped",
        ),
        pytest.param([" ".join(filter(None, row[1:])) for row in TABLE], id="a PDF without heading"),
        pytest.param(
            [
                "TT  Nội dung   Số lớp   Lượt người",
                *("  ".join(filter(None, row)) for row in TABLE),
                "  TỔNG  186  9.953",
            ],
            id="a PDF with runs of blanks",
        ),
    ],
)
@pytest.mark.parametrize("at", [FIRST, "results/van_nghe/participations"])
def test_a_labelled_table_lands_row_by_row_wherever_the_cursor_is(lines: list[str], at: str) -> None:
    found = plan(*lines, at=at)
    assert placed(found) == WHOLE
    assert found.is_sure
    assert not found.doubts
    assert all(total.agrees for total in found.totals)


def test_labels_as_offices_shorten_them() -> None:
    short = [
        "XMC",
        "Học nghề",
        "GDPL",
        "GDSK",
        "BVMT",
        "VH-XH",
        "Phát triển KT",
        "KNS",
        "VN, TDTT",
        "CLB",
        "Truyền thanh",
    ]
    found = plan(
        "Tên HĐ\tSL lớp\tSL người", tabbed(*((label, *row[2:]) for label, row in zip(short, ROWS, strict=True)))
    )
    assert placed(found) == WHOLE


def test_the_total_is_compared_and_said() -> None:
    found = plan(HEAD, tabbed(*TABLE), TOTAL)
    assert found.stored == "Đã dán 11 dòng theo nhãn; TỔNG khớp 186 / 9.953."
    assert found.offer == "11 dòng khớp nhãn"
    wrong = plan(HEAD, tabbed(*TABLE[:4]), TOTAL)
    assert wrong.stored == ("Đã dán 3 dòng theo nhãn; TỔNG trong bảng dán 186 / 9.953, cộng được 19 / 1.256.")
    assert wrong.is_sure


def test_a_groups_own_sum_is_compared() -> None:
    group = ("3", "Các chuyên đề", "46", "3.676")
    found = plan(HEAD, tabbed(*TABLE[:2], group, *TABLE[3:]), TOTAL)
    assert placed(found) == WHOLE
    assert found.notes == ("“Các chuyên đề” trong bảng dán 46, cộng được 45.",)


def test_what_fits_is_placed_and_the_rest_is_told() -> None:
    rows = [*TABLE, ("7", "Tin học văn phòng", "3", "60"), ("8", "Hội thi", "1", "~90")]
    found = plan(HEAD, tabbed(*rows))
    assert placed(found) == WHOLE
    assert found.is_sure
    assert found.offer == "11 dòng khớp nhãn, 2 dòng chưa xếp được"
    assert "Chưa dán dòng 14: “Tin học văn phòng” không khớp nhãn nào; dòng 15: “Hội thi” không khớp" in found.stored


def test_a_cell_that_cannot_be_read_is_told_and_its_column_not_compared() -> None:
    rows = [("1", "Học chương trình xóa mù chữ", "–", "–"), ("2", "Học nghề ngắn hạn", "3", "40,000")]
    found = plan(HEAD, tabbed(*rows), "\tTỔNG\t3\t40")
    assert placed(found) == {
        "results/xoa_mu_chu/classes": "-",
        "results/xoa_mu_chu/participations": "-",
        "results/hoc_nghe/classes": "3",
    }
    [doubt] = found.doubts
    assert (doubt.place, doubt.line) == ("results/hoc_nghe/participations", 3)
    assert found.stored == (
        "Đã dán 2 dòng theo nhãn; TỔNG khớp 3."
        " Chưa dán dòng 3: “40,000” có thể là 40.000 hoặc 40. Gõ lại 40.000, hoặc 40."
    )


def test_one_of_a_group_that_the_form_does_not_know_is_not_the_group() -> None:
    found = plan(HEAD, tabbed(*TABLE[:2]), "\tCác chuyên đề, trong đó:\t14\t1.126", tabbed(*TABLE[3:]))
    assert placed(found) == WHOLE
    found = plan(HEAD, tabbed(*TABLE), "\tChuyên đề nông nghiệp\t3\t60", "\tCĐ khuyến nông\t1\t20")
    assert placed(found) == WHOLE
    assert [doubt.line for doubt in found.doubts] == [14, 15]
    assert "“Chuyên đề nông nghiệp” không khớp nhãn nào" in found.stored


def test_a_number_with_a_remark_keeps_its_column() -> None:
    found = plan("Học nghề ngắn hạn\t5 lớp (2 khu)\t127", "Giáo dục pháp luật\t14 (cả đợt 2)\t1.126")
    assert set(placed(found)) == {"results/hoc_nghe/participations", "results/phap_luat/participations"}
    assert {str(doubt.place) for doubt in found.doubts} == {"results/hoc_nghe/classes", "results/phap_luat/classes"}


def test_two_rows_of_one_label_are_both_left() -> None:
    found = plan(HEAD, tabbed(*TABLE), "b\tGD sức khỏe\t1\t5")
    assert placed(found) == {place: text for place, text in WHOLE.items() if "suc_khoe" not in place}
    assert [doubt.line for doubt in found.doubts] == [6, 14]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            ["TT\tNội dung\tSố lớp 2021-2022\tLượt 2021-2022", tabbed(*TABLE)],
            "của năm khác, không phải năm học 2022-2023",
        ),
        (["KẾT QUẢ NĂM HỌC 2021-2022", HEAD, tabbed(*TABLE)], "bảng dán ghi “KẾT QUẢ NĂM HỌC 2021-20…”"),
        (
            ["Năm 2021-2022 TT Nội dung Số lớp Lượt người", *(" ".join(filter(None, row)) for row in TABLE)],
            "bảng dán ghi",
        ),
        (
            ["TT\tNội dung\tSố lớp\tLượt\tSố lớp\tLượt", tabbed(*((*row, "1", "2") for row in TABLE))],
            "có 2 cột “Số lớp”, chưa rõ cột nào của năm học 2022-2023",
        ),
        (["14/9/2022\tHọc nghề ngắn hạn\tLớp may\t1\t28"], "nên là nhật ký chứ không phải bảng kết quả"),
        ([HEAD, tabbed(*(row[1:] for row in TABLE))], "dòng tiêu đề lệch cột với các dòng dưới"),
        ([tabbed(*((*row, "1") for row in TABLE))], "có 3 cột số mà không có tiêu đề"),
        ([tabbed(*((row[1], row[3], row[2]) for row in TABLE))], "cột đầu lớn hơn cột sau"),
    ],
)
def test_columns_that_cannot_be_told_are_not_guessed(lines: list[str], reason: str) -> None:
    found = plan(*lines)
    assert not found.placements
    assert reason in found.stored


def test_one_column_without_heading_is_the_cursors_and_asked() -> None:
    found = plan(tabbed(*((row[1], row[3]) for row in TABLE)), at="results/phap_luat/participations")
    assert placed(found) == {place: text for place, text in WHOLE.items() if place.endswith("participations")}
    assert not found.is_sure


# -- numbers alone


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        pytest.param(NUMBERS, FIRST, id="22 numbers"),
        pytest.param([*NUMBERS, ("186", "9.953")], FIRST, id="with their sum"),
        pytest.param([row[2:] for row in TABLE], FIRST, id="with a blank line for the group"),
        pytest.param([(row[0], *row[2:]) for row in TABLE], FIRST, id="with TT"),
        pytest.param([(str(n), *row) for n, row in enumerate(NUMBERS, 1)], FIRST, id="numbered"),
        pytest.param([("Số lớp", "Lượt người"), *NUMBERS], FIRST, id="with titles"),
        pytest.param([("Lượt người", "Số lớp"), *((b, a) for a, b in NUMBERS)], FIRST, id="titles the other way round"),
    ],
)
def test_a_block_that_fits_is_laid_from_the_cursor_on(rows: list[tuple[str, ...]], at: str) -> None:
    found = plan(tabbed(*rows), at=at)
    assert placed(found) == WHOLE
    assert found.is_sure


@pytest.mark.parametrize(
    ("count", "start", "column"), [(1, 0, 0), (5, 1, 0), (9, 2, 0), (2, 9, 0), (11, 0, 1), (3, 3, 1), (1, 10, 1)]
)
def test_a_part_of_the_table_steps_over_the_heading_of_a_group(count: int, start: int, column: int) -> None:
    rows = [row[column:] for row in NUMBERS[start : start + count]]
    key = KEYS[start]
    found = plan(tabbed(*rows), at=f"results/{key}/{('classes', 'participations')[column]}")
    own = set(KEYS[start : start + count])
    assert placed(found) == {
        place: text
        for place, text in WHOLE.items()
        if place.split("/")[1] in own and (not column or place.endswith("participations"))
    }
    assert found.is_sure


def test_a_whole_table_on_a_lower_row_is_offered_from_the_top_and_never_shifted() -> None:
    found = plan(tabbed(*NUMBERS), at="results/phap_luat/classes")
    assert placed(found) == WHOLE
    assert not found.is_sure
    assert found.notes == ("Khối dán không vừa từ ô này, nhưng vừa cả bảng: xếp từ dòng đầu của bảng.",)


@pytest.mark.parametrize(
    ("rows", "at", "reason"),
    [
        ([*NUMBERS, *NUMBERS[:2]], FIRST, "khối dán có 13 dòng, từ ô này chỉ còn 11 dòng; hãy dán cả cột nội dung"),
        (NUMBERS[:5], "results/cau_lac_bo/classes", "khối dán có 5 dòng, từ ô này chỉ còn 2 dòng"),
        (NUMBERS[:2], "results/cau_lac_bo/participations", "khối dán rộng 2 cột, từ ô này chỉ còn 1 cột"),
        ([(*row, "7") for row in NUMBERS], FIRST, "khối dán rộng 3 cột"),
        ([(b, a) for a, b in NUMBERS], FIRST, "cột đầu lớn hơn cột sau"),
        ([("Lớp may", "Lớp điện")], FIRST, "không có nhãn nào của bảng"),
        (NUMBERS, "narrative/ket_qua/text", "không có nhãn nào của bảng"),
    ],
)
def test_a_block_that_does_not_fit_is_refused_in_words(rows: list[tuple[str, ...]], at: str, reason: str) -> None:
    found = plan(tabbed(*rows), at=at)
    assert not found.placements
    assert reason in found.stored


# -- any table


ANY_LABEL = {
    key: st.sampled_from(
        [row.label, row.label.upper(), f"{row.marker}. {row.label}", f"- {row.label}:", f" {row.label} "]
    )
    for key, row in result_rows_of(FORM).items()
    if not row.group
}


def _spelt(number: int, dotted: bool) -> str:
    return format_number(number) if dotted else str(number)


TITLES = {"classes": ["Số lớp", "Lớp", "Tổng số lớp"], "participations": ["Lượt người", "Số người tham gia", "Số lượt"]}


@given(st.data())
def test_any_labelled_table_is_placed_as_it_says(data: st.DataObject) -> None:
    keys = data.draw(st.lists(st.sampled_from(KEYS), min_size=1, unique=True))
    columns = data.draw(st.permutations(["classes", "participations"]))
    numbers = st.integers(0, 10**6)
    cells = {f"results/{key}/{column}": data.draw(numbers) for key in keys for column in columns}
    head = ["Nội dung", *(data.draw(st.sampled_from(TITLES[column])) for column in columns)]
    dotted = data.draw(st.booleans())
    rows = [
        [data.draw(ANY_LABEL[key]), *(_spelt(cells[f"results/{key}/{column}"], dotted) for column in columns)]
        for key in keys
    ]
    mark = data.draw(st.sampled_from(["\t", " | ", "   "]))
    found = results_plan(FORM, YEAR, "\n".join(mark.join(row) for row in [head, *rows]), FIRST)
    assert placed(found) == {place: format_number(number) for place, number in cells.items()}
    assert found.is_sure


@given(st.integers(0, 10), st.lists(st.tuples(st.integers(1, 90), st.integers(90, 9000)), min_size=1, max_size=14))
def test_numbers_alone_stay_in_order_or_are_refused(start: int, rows: list[tuple[int, int]]) -> None:
    found = plan("\n".join(f"{a}\t{b}" for a, b in rows), at=f"results/{KEYS[start]}/classes")
    if found.is_sure:
        laid = KEYS[start:][: len(rows)]
        assert len(rows) <= len(KEYS) - start or found.totals
        for key, (a, b) in zip(laid, rows, strict=False):
            assert placed(found)[f"results/{key}/classes"] == format_number(a)
            assert placed(found)[f"results/{key}/participations"] == format_number(b)
    elif not found.placements:
        assert found.doubts


@given(
    any_text
    | st.lists(any_text | st.sampled_from([HEAD, *map("\t".join, TABLE), "\t", "\n", "TỔNG"]), max_size=9).map("".join)
)
def test_whatever_is_pasted_only_cells_of_the_table_get_what_they_take(raw: str) -> None:
    for form in (FORM, other()):
        try:
            found = results_plan(form, YEAR, raw, FIRST)
            figures = figures_plan(form, YEAR, raw)
        except UnusableCharacter:
            return
        for placement in (*found.placements, *figures.placements):
            field = field_at(form, placement.place)
            assert field is not None
            assert not isinstance(read(field, placement.text), Problem)
        assert len({placement.place for placement in found.placements}) == len(found.placements)
        assert found.stored.isprintable()


@pytest.mark.parametrize(
    "lines",
    [
        ["- Học nghề ngắn hạn: 3 lớp với 92 lượt người tham gia;", "- Phát triển kinh tế: 6 lớp với 388 lượt người."],
        ["+ Học nghề ngắn hạn (3 lớp; 92 lượt)", "+ Phát triển kinh tế (6 buổi / 388 học viên)"],
        ["2. Học nghề ngắn hạn – 3 lớp, 92 lượt người", "e) Phát triển kinh tế – 6 lớp, 388 lượt người"],
    ],
)
def test_a_list_in_words_is_a_table(lines: list[str]) -> None:
    found = results_plan(shipped(), Period.school_year(2022), "\n".join(lines))
    told = {str(placement.place): placement.text for placement in found.placements}
    assert told == {
        "results/hoc_nghe/classes": "3",
        "results/hoc_nghe/participations": "92",
        "results/kinh_te/classes": "6",
        "results/kinh_te/participations": "388",
    }


@pytest.mark.parametrize("label", ["Giáo dục pháp luật (2021-2022)", "Giáo dục pháp luật năm 2021"])
def test_a_label_that_says_another_year_is_told_and_stored_nowhere(label: str) -> None:
    found = plan("Nội dung\tSố lớp\tLượt người", f"{label}\t3\t100", "Học nghề ngắn hạn\t2\t40")
    assert placed(found) == {"results/hoc_nghe/classes": "2", "results/hoc_nghe/participations": "40"}
    assert ["ghi năm khác" in doubt.reason for doubt in found.doubts] == [True]


@pytest.mark.parametrize(
    "label",
    [
        "Tuyên truyền pháp luật trên loa truyền thanh",
        "Câu lạc bộ văn nghệ",
        "Phát triển kinh tế - xã hội",
        "Giáo dục sức khỏe, môi trường",
        "Phổ biến kiến thức",
    ],
)
def test_a_label_that_fits_two_rows_or_says_only_that_something_is_done_is_told(label: str) -> None:
    found = plan("Nội dung\tSố lớp\tLượt người", f"{label}\t3\t100", "Học nghề\t2\t40")
    assert placed(found) == {"results/hoc_nghe/classes": "2", "results/hoc_nghe/participations": "40"}
    assert ["không khớp nhãn nào (gần giống" in doubt.reason for doubt in found.doubts] == [True]


@pytest.mark.parametrize(("label", "row"), [("Văn hóa", "Văn hóa xã hội"), ("Xã hội", "Văn hóa xã hội")])
def test_half_of_a_label_is_offered(label: str, row: str) -> None:
    found = plan("Nội dung\tSố lớp\tLượt người", f"{label}\t3\t100", "Học nghề\t2\t40")
    assert f"“{label}” ghi vào “{row}”." in found.reasons
    assert not found.is_sure
    assert len(found.placements) == 4


def test_a_last_line_that_may_be_a_row_is_offered_as_one_though_it_adds_up_the_others() -> None:
    at = Place("results/phap_luat/classes")
    found = results_plan(FORM, YEAR, "3\t60\r\n2\t40\r\n5\t100\r\n", at)
    assert placed(found)["results/moi_truong/participations"] == "100"
    assert not found.is_sure
    assert "Dòng cuối (5 / 100) bằng tổng các dòng trên" in found.reasons
    single = results_plan(FORM, YEAR, "5\r\n7\r\n12\r\n", at)
    assert len(single.placements) == 3
    assert not single.is_sure


def test_a_last_line_below_the_table_that_adds_up_the_others_is_its_total() -> None:
    found = results_plan(FORM, YEAR, "22\t1.310\r\n96\t3.197\r\n118\t4.507\r\n", Place("results/cau_lac_bo/classes"))
    assert len(found.placements) == 4
    assert found.is_sure
    assert "TỔNG khớp 118 / 4.507" in found.stored


def test_a_column_that_counts_by_thousands_is_refused() -> None:
    found = plan("Nội dung\tSố lớp\tSố lượt người (nghìn)", "Giáo dục pháp luật\t3\t1,5", "Học nghề\t2\t2")
    assert not found.placements
    assert "“Số lượt người (nghìn)” không đếm từng người" in found.stored
    over = plan("ĐVT: nghìn lượt", "Nội dung\tSố lớp\tSố lượt người", "Giáo dục pháp luật\t3\t1", "Học nghề\t2\t2")
    assert not over.placements


def test_numbers_alone_under_another_year_are_told() -> None:
    lines = "Năm học 2021-2022\r\nSố lớp\tLượt người\r\n3\t60\r\n2\t40\r\n"
    found = results_plan(FORM, YEAR, lines, FIRST)
    assert not found.placements
    assert "ghi “Năm học 2021-2022”, không phải năm học 2022-2023" in found.stored
