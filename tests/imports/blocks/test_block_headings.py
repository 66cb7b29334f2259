"""What headings say of columns."""

from __future__ import annotations

import pytest

from tthtcd_tui.imports.blocks.grid import read_grid
from tthtcd_tui.imports.blocks.headings import field_named, is_numbering, read_headings, says_period
from tthtcd_tui.text.periods import Period

OWN = {"classes": "Số lớp", "participations": "Số lượt người tham gia"}
YEAR = Period.school_year(2022)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("TT", "tt"), ("STT", "tt"), ("Nội dung", "title"), ("Lĩnh vực", "category"), ("Thời gian", "date"),
        ("Số lớp", "classes"), ("Tổng số lớp", "classes"), ("Số lớp (buổi)", "classes"), ("Số lớp đã mở", "classes"),
        ("Số lượt người tham gia", "participations"), ("Lượt người", "participations"), ("Lượt", "participations"),
        ("Số người tham gia", "participations"), ("HV", "participations"), ("Số lớp 2022-2023", "classes"),
        ("Lượt người năm nay", "participations"), ("Số lớp TH", "classes"), ("Nơi tổ chức", "place"),
        ("Đơn vị phối hợp", "partner"), ("Ghi chú", "note"), ("Tên lớp, chuyên đề", "title"), ("Thuộc nhóm", "category"),
        ("Ngày, tháng tổ chức", "date"), ("Phối hợp cùng", "partner"), ("Loại hình lớp", "category"),
        ("Số ngày học", None), ("Số nhóm", None), ("Tên đơn vị", None), ("Nơi họp nhóm", None),
        ("Trong đó nữ", None), ("Số người tham gia là nữ", None), ("Số lớp KH", None), ("Chỉ tiêu lượt người", None),
        ("Lượt người nam", None), ("Số lớp nam", None), ("so luot nguoi nam 2023", "participations"),
        ("Số lượt người năm", "participations"), ("LƯỢT NGƯỜI NĂM NAY", "participations"), ("Học viên (nữ)", None),
        ("Kinh phí", None), ("Số buổi", None), ("Tỷ lệ %", None), ("", None),
    ],
)  # fmt: skip
def test_a_heading_names_a_field(title: str, key: str | None) -> None:
    assert field_named(title, OWN) == key


def test_the_forms_own_words_come_first() -> None:
    assert field_named("Số buổi", {"sessions": "Số buổi"}) == "sessions"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Số lớp 2022-2023", True), ("Năm học 2022 – 2023", True), ("2022/23", True), ("Lượt người năm nay", True),
        ("Số lớp 2021-2022", False), ("Năm học trước", False), ("Cùng kỳ", False), ("2019", False),
        ("Số lớp", None), ("Năm 2023", None), ("Năm 2022", None),
    ],
)  # fmt: skip
def test_a_heading_is_of_a_year(title: str, said: bool | None) -> None:
    assert says_period(title, YEAR) is said


def test_a_calendar_year_is_meant_by_itself() -> None:
    assert says_period("Năm 2023", Period.calendar_year(2023)) is True
    assert says_period("Năm 2022", Period.calendar_year(2023)) is False


def test_titles_over_several_columns_count_for_each() -> None:
    lines = read_grid(
        "KẾT QUẢ\nTT\tNội dung\t2021-2022\t\t2022-2023\t\n\t\tSố lớp\tLượt\tSố lớp\tLượt\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)"
    ).lines
    headings = read_headings(lines)
    assert headings.titles == (
        "TT",
        "Nội dung",
        "2021-2022 Số lớp",
        "2021-2022 Lượt",
        "2022-2023 Số lớp",
        "2022-2023 Lượt",
    )
    assert headings.above == ("KẾT QUẢ",)


def test_the_line_that_numbers_the_columns() -> None:
    assert [is_numbering(line) for line in read_grid("1\t2\t3\nA\tB\t1\t2\n2\t38\n1\ta").lines] == [
        True,
        True,
        False,
        False,
    ]
