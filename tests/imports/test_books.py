"""Attendance books: any order and wording of columns, month sheets, roll calls, merged kinds, totals compared."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import at_most
from support.old_reports import FORM, PERIOD, found_in, values, xlsx, zipped

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.found import FileKind, FoundFile

HEAD = ("TT", "Ngày", "Nội dung", "Loại", "Số lớp", "Lượt người", "Địa điểm", "Đơn vị phối hợp")
ROW = (1, date(2018, 10, 5), "Luật Đất đai", "Giáo dục pháp luật", 2, 45, "Hội trường xã", "Tư pháp xã")


def book(*sheets: tuple[str, Sequence[Sequence[object]]]) -> FoundFile:
    return found_in(xlsx(*sheets), "so.xlsx")


def told(found: FoundFile) -> list[tuple[str, ...]]:
    keys = ("date", "title", "category", "classes", "participations")
    return [tuple(each.texts.get(key, "") for key in keys) for each in found.activities]


FIRST = ("5/10/2018", "Luật Đất đai", "Giáo dục pháp luật", "2", "45")


def test_a_book_is_read_under_its_titles_and_its_total_compared() -> None:
    rows = [("TRUNG TÂM XÃ BẢN MẪU",), ("SỔ THEO DÕI",), (), HEAD, ROW, ("", "TỔNG CỘNG", "", "", 3, 45)]
    found = book(("Sổ", rows))
    assert (found.kind, told(found)) == (FileKind.ACTIVITIES, [FIRST])
    assert found.activities[0].is_sure
    assert found.activities[0].where == "trang “Sổ”, dòng 5"
    assert "TỔNG trong tệp 3, cộng được 2" in found.notes


def test_columns_in_any_order_and_numbers_and_days_as_text() -> None:
    head = ("STT", "Tên chuyên đề", "Lĩnh vực", "Thời gian", "Số người tham gia", "Số lớp")
    assert told(book(("Sheet1", [head, (1, "Luật Đất đai", "Pháp luật", "05/10/2018", "45", "2")]))) == [FIRST]


def test_a_sheet_a_month_gives_its_days_their_month() -> None:
    head = ("TT", "Ngày", "Nội dung", "Loại", "Số lớp", "Lượt người")
    assert told(book(("Tháng 10", [head, (1, 5, "Luật Đất đai", "3a", 2, 45)]))) == [FIRST]


def test_days_may_bear_their_weekday_under_headings_merged_over_two_rows() -> None:
    head = ("TT", "Ngày", "Nội dung", "Loại", "Kết quả", "Kết quả")
    under = ("TT", "Ngày", "Nội dung", "Loại", "Số lớp", "Lượt người")
    row = (1, "Thứ Sáu, 5/10/2018", "Luật Đất đai", "Giáo dục pháp luật", 2, 45)
    assert told(book(("Sổ", [head, under, row]))) == [FIRST]


def test_a_book_whose_days_cannot_be_read_is_no_table_of_results() -> None:
    rows = [
        (n, "sau Tết", label, label, 2, 45)
        for n, label in enumerate(("Giáo dục pháp luật", "Giáo dục sức khỏe", "Giáo dục môi trường"), 1)
    ]
    found = book(("Sổ", [("TT", "Ngày", "Nội dung", "Loại", "Số lớp", "Lượt người"), *rows]))
    assert (found.kind, values(found)) == (FileKind.ACTIVITIES, {})
    assert not any(each.is_sure for each in found.activities)


def test_what_a_part_of_the_year_adds_up_to_is_no_activity() -> None:
    rows = [HEAD, ROW, ("", "", "Cộng quý I", "", 2, 45), ("", "", "Cộng đợt 2", "", 2, 45)]
    assert told(book(("Sổ", rows))) == [FIRST]


def test_a_day_beside_an_hour_is_proposed_with_its_reason() -> None:
    [activity] = book(("Sổ", [HEAD, (1, "7h30, ngày 5/10/2018", *ROW[2:])])).activities
    assert (activity.texts["date"], activity.is_sure) == ("5/10/2018", False)
    assert "có cả giờ" in activity.doubt


def test_who_signed_below_a_book_is_no_activity() -> None:
    found = book(
        (
            "Sổ",
            [HEAD, ROW, (), ("", "", "Người lập sổ", "", "", "Giám đốc"), ("", "", "Lò Thị Thử", "", "", "Hồ Văn Mẫu")],
        )
    )
    assert told(found) == [FIRST]
    assert [each.text for each in found.unplaced] == ["Người lập sổ · Giám đốc", "Lò Thị Thử · Hồ Văn Mẫu"]


def test_a_roll_call_counts_its_marks() -> None:
    rows: list[tuple[object, ...]] = [
        ("DANH SÁCH ĐIỂM DANH",),
        ("Lớp:", "Luật Đất đai"),
        ("Lĩnh vực:", "Giáo dục pháp luật"),
        ("Ngày:", "05/10/2018"),
        ("TT", "Họ và tên", "Có mặt"),
        *((n, f"Học viên {n}", mark) for n, mark in enumerate(["x", "X", "", "v", "x"], 1)),
    ]
    assert told(book(("Lớp 1", rows))) == [("5/10/2018", "Luật Đất đai", "Giáo dục pháp luật", "1", "3")]


@pytest.mark.parametrize(
    ("cell", "value", "why"),
    [(1, "chưa rõ", "ngày"), (1, "5/10/2019", "ngoài kỳ"), (3, "Khác", "không rõ là loại nào"), (3, "", "còn thiếu")],
)
def test_a_row_that_cannot_be_told_is_offered_with_the_reason(cell: int, value: str, why: str) -> None:
    odd = (*ROW[:cell], value, *ROW[cell + 1 :])
    found = book(("Sổ", [HEAD, ROW, odd]))
    assert [each.is_sure for each in found.activities] == [True, False]
    assert why in found.activities[1].doubt.lower()


def test_a_table_of_results_is_no_log() -> None:
    rows = [
        ("TT", "Nội dung", "Số lớp", "Số lượt người"),
        (1, "Xóa mù chữ", "", ""),
        (2, "Học nghề", 2, 54),
        ("", "a, Pháp luật", 9, 330),
        ("", "b, Sức khỏe", 4, 90),
    ]
    found = book(("KQ", rows))
    assert found.kind is FileKind.RESULTS
    assert values(found)["results/phap_luat/participations"] == "330"


def test_a_sheet_of_words_alone_is_kept_and_a_book_of_nothing_refused() -> None:
    found = book(("Hướng dẫn", [("Mỗi buổi một dòng.",)]), ("Sổ", [HEAD, ROW]))
    assert [each.text for each in found.unplaced] == ["Mỗi buổi một dòng."]
    with pytest.raises(UnusableFile, match="Không nhận ra hoạt động"):
        book(("Sổ", [("Mỗi buổi một dòng.",)]))


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_text_is_parted_by_whatever_parts_it(mark: str) -> None:
    lines = [HEAD, (*ROW[:1], "5/10/2018", *ROW[2:])]
    text = "\r\n".join(mark.join(map(str, line)) for line in lines)
    assert told(found_in(text, "so.csv")) == [FIRST]


def test_a_quote_that_is_never_closed_is_refused_and_one_within_words_is_itself() -> None:
    with pytest.raises(UnusableFile, match="dấu nháy"):
        found_in('Ngày;Nội dung;Loại\n5/10/2018;"Luật;Pháp luật', "so.csv")
    text = 'Ngày;Nội dung;Loại;Số lớp;Lượt người\n5/10/2018;Lớp "A" mới;Pháp luật;2;45'
    assert found_in(text, "so.csv").activities[0].texts["title"] == 'Lớp "A" mới'


_KINDS = [option.label for option in FORM.records["activity"]["category"].options]
_WORDS = st.text(st.characters(whitelist_categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=12).map(
    lambda word: normalize("NFC", f"Lớp {word}")
)


@at_most(15)
@given(
    st.lists(
        st.tuples(
            st.dates(PERIOD.start, PERIOD.end), _WORDS, st.sampled_from(_KINDS), st.integers(1, 9), st.integers(10, 900)
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_log_written_as_a_book_comes_back_row_for_row(rows: list[tuple[date, str, str, int, int]]) -> None:
    head = HEAD[1:6]
    typed = [(f"{day.day}/{day.month}/{day.year}", title, kind, str(a), str(b)) for day, title, kind, a, b in rows]
    assert told(book(("Sổ", [head, *rows]))) == typed
    assert told(found_in("\n".join(";".join(row) for row in [head, *typed]), "so.csv")) == typed


HEADED = ("TT", "Ngày", "Nội dung", "Loại", "Số lớp", "Lượt người")
LAND = ("Luật Đất đai", "Giáo dục pháp luật", 2, 45)


@pytest.mark.parametrize("name", ["T10", "Tháng 10", "T10-2018", "Tháng 10/2018", "tháng 10 năm 2018"])
def test_a_sheet_is_of_a_month_however_its_name_says_so(name: str) -> None:
    # A sheet cannot be called «10/2018»: no office program allows it.
    found = book((name.replace("/", "."), [HEADED, (1, 5, *LAND)]))
    assert told(found) == [FIRST]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (("TT", "Ngày", "Tháng", "Năm"), (1, 5, 10, 2018)),
        (("TT", "Năm", "Tháng", "Ngày"), (1, 2018, "10", "5")),
        (("Tháng", "TT", "Ngày"), ("Tháng 10", 1, 5)),
        (("Tháng", "TT", "Ngày"), ("10/2018", 1, 5)),
    ],
)
def test_a_day_may_stand_in_several_columns(head: tuple[str, ...], day: tuple[object, ...]) -> None:
    found = book(("Sổ", [(*head, *HEADED[2:]), (*day, *LAND)]))
    assert told(found) == [FIRST]
    assert found.activities[0].is_sure
    assert found.notes == ()


def test_a_day_of_which_a_part_is_missing_is_not_made_up() -> None:
    found = book(("Sổ", [("TT", "Ngày", "Tháng", *HEADED[2:]), (1, 5, "", *LAND), (2, 5, 13, *LAND)]))
    assert not any(each.is_sure for each in found.activities)


def test_a_letterhead_of_two_columns_is_no_title_of_columns() -> None:
    rows = [
        ("UBND XÃ BẢN MẪU", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", "", "", "Độc lập - Tự do - Hạnh phúc"),
        HEAD,
        ROW,
    ]
    assert told(book(("Sổ", rows))) == [FIRST]


def test_a_part_begins_right_below_the_titles() -> None:
    assert told(book(("Sổ", [HEAD, ("I", "", "Quý IV năm 2018", "", "", ""), ROW]))) == [FIRST]


@pytest.mark.parametrize(
    "head",
    [
        [("TT", "Ngày", "Nội dung", "Loại", "Số lớp", "Nam", "Nữ", "Tổng")],
        [
            ("TT", "Ngày", "Nội dung", "Loại", "Số lớp", "Số người", "", ""),
            ("", "", "", "", "", "Nam", "Nữ", "Tổng số"),
        ],
    ],
)
def test_men_and_women_are_passed_over_for_all_who_came(head: list[tuple[str, ...]]) -> None:
    assert told(book(("Sổ", [*head, (*ROW[:5], 20, 25, 45)]))) == [FIRST]


def test_a_sum_of_a_part_is_held_against_that_part() -> None:
    later = (2, date(2018, 11, 6), "Lớp may", "Học nghề ngắn hạn", 1, 30)
    rows = [HEAD, ROW, ("", "Cộng tháng 10", "", "", 2, 45), later, ("", "Cộng", "", "", 1, 30)]
    whole = ("", "Tổng cộng", "", "", 3, 75)
    assert book(("Sổ", [*rows, whole])).notes == ()
    wrong = ("", "Cộng tháng 10", "", "", 2, 54)
    assert book(("Sổ", [HEAD, ROW, wrong, later, whole])).notes == ("TỔNG trong tệp 54, cộng được 45",)


SHORT = ("TT", "Ngày", "Nội dung", "Loại", "Số lớp", "Lượt người")


def with_unworked(count: int) -> FoundFile:
    """A book whose last rows have formulas that no program worked out: openpyxl and others write them so."""
    rows = [(n, date(2018, 10, n), f"Luật Đất đai {n}", "Giáo dục pháp luật", 2, 77_000 + n) for n in range(1, 6)]
    package = zipfile.ZipFile(BytesIO(xlsx(("Sổ", [SHORT, *rows]))))
    files = {name: package.read(name) for name in package.namelist()}
    sheet = files["xl/worksheets/sheet1.xml"].decode()
    for n in range(6 - count, 6):
        sheet = sheet.replace(f"<v>{77_000 + n}</v>", f"<f>E{n + 1}*30</f><v></v>")
    return found_in(zipped({**files, "xl/worksheets/sheet1.xml": sheet}), "so.xlsx")


@pytest.mark.parametrize("count", [1, 3])
def test_a_row_with_a_formula_that_was_not_worked_out_is_not_sure(count: int) -> None:
    found = with_unworked(count)
    assert [each.is_sure for each in found.activities] == [True] * (5 - count) + [False] * count
    assert "công thức chưa có giá trị" in found.activities[4].doubt
    assert any("công thức chưa có giá trị ở dòng" in note for note in found.notes)


def test_a_number_by_which_excel_counts_a_day_of_the_year_is_proposed() -> None:
    [row] = book(("Sổ", [SHORT, (1, 43_378, "Luật Đất đai", "Giáo dục pháp luật", 2, 45)])).activities
    assert (row.texts["date"], row.is_sure) == ("5/10/2018", False)
    assert "43378" in row.doubt


def test_days_under_a_title_that_is_not_known_are_proposed_and_the_book_is_no_table_of_results() -> None:
    head = ("TT", "Hôm mở", "Nội dung", "Loại", "Số lớp", "Lượt người")
    kinds = ("Giáo dục pháp luật", "Giáo dục sức khỏe", "Giáo dục môi trường")
    found = book(("Sổ", [head, *((n, date(2018, 10, n), kind, kind, 2, 45) for n, kind in enumerate(kinds, 1))]))
    assert (found.kind, found.found) == (FileKind.ACTIVITIES, ())
    assert [(row.texts["date"], row.is_sure) for row in found.activities] == [
        (f"{n}/10/2018", False) for n in range(1, 4)
    ]


def test_of_a_first_and_a_last_day_the_first_is_proposed() -> None:
    head = ("TT", "Từ ngày", "Đến ngày", "Nội dung", "Loại", "Số lớp", "Lượt người")
    row = (1, date(2018, 10, 5), date(2018, 10, 7), "Luật Đất đai", "Giáo dục pháp luật", 2, 45)
    [read] = book(("Sổ", [head, row])).activities
    assert (read.texts["date"], read.is_sure) == ("5/10/2018", False)


def test_a_title_may_name_the_weekday_and_the_place_in_one_word() -> None:
    head = ("TT", "Thứ, ngày", "Nội dung", "Loại", "Số lớp", "Lượt người", "Tại")
    [read] = book(
        ("Sổ", [head, (1, "Thứ Sáu, 5/10/2018", "Luật Đất đai", "Giáo dục pháp luật", 2, 45, "Sân đình")])
    ).activities
    assert (read.texts["date"], read.texts["place"], read.is_sure) == ("5/10/2018", "Sân đình", True)


def test_results_with_more_classes_than_people_are_not_sure() -> None:
    kinds = ("Giáo dục pháp luật", "Giáo dục sức khỏe", "Giáo dục môi trường")
    rows = [("TT", "Nội dung", "Số lớp", "Số lượt người"), *((n, kind, 640, 12) for n, kind in enumerate(kinds, 1))]
    found = book(("KQ", rows))
    assert found.kind is FileKind.RESULTS
    assert {each.is_sure for each in found.found} == {False}
    assert all("số lớp lớn hơn" in each.doubt for each in found.found)
