"""Pasted text as rows of cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.any_text import any_text

from tthtcd_tui.errors import TextProblem, UnusableCharacter
from tthtcd_tui.imports.blocks.grid import Line, Parted, read_grid, read_table
from tthtcd_tui.imports.blocks.shapes import (
    looks_like_number,
    looks_like_quantity,
    turned_round,
    upright,
    with_cells_joined,
    with_numbers_apart,
)
from tthtcd_tui.text.clean import clean


@pytest.mark.parametrize(
    ("raw", "parted", "rows"),
    [
        ("2\t38\r\n3\t92\r\n", Parted.TABS, [("2", "38"), ("3", "92")]),
        (" 1. \tHọc  nghề \t1\t17\r\n", Parted.TABS, [("1.", "Học nghề", "1", "17")]),
        ("\ta\n\tb\n", Parted.TABS, [("a",), ("b",)]),  # indented as a whole
        ("a\t\t\nb\t1\t", Parted.TABS, [("a", "", ""), ("b", "1", "")]),
        ('6\t"Phổ biến\nkiến thức"\t96', Parted.TABS, [("6", "Phổ biến kiến thức", "96")]),
        ('"a ""b"""\t1', Parted.TABS, [('a "b"', "1")]),
        ('"Tháng học tập" đợt 1\t2', Parted.TABS, [('"Tháng học tập" đợt 1', "2")]),
        ('"một câu"\t2', Parted.TABS, [('"một câu"', "2")]),  # Word puts no quotes of its own
        ('"không đóng\t2\nb\t3', Parted.TABS, [('"không đóng', "2"), ("b", "3")]),
        ("| a | b |\n|---|--:|\n| c | 1 |", Parted.BARS, [("a", "b"), ("c", "1")]),
        ("│ a │ b │\n├───┼───┤\n│ c │ 1 │", Parted.BARS, [("a", "b"), ("c", "1")]),
        ("a;b;c\nd;1;2", Parted.SEMICOLONS, [("a", "b", "c"), ("d", "1", "2")]),
        ('a,b,c\n"d, e",1,2', Parted.COMMAS, [("a", "b", "c"), ("d, e", "1", "2")]),
        ("Văn nghệ, thể thao 3\nCâu lạc bộ 4", Parted.NOTHING, [("Văn nghệ, thể thao 3",), ("Câu lạc bộ 4",)]),
        ("a   1  2\nb   3  4", Parted.BLANKS, [("a", "1", "2"), ("b", "3", "4")]),
        ("a\t1\xa0482\nb\t12\u202f816\xa0", Parted.TABS, [("a", "1482"), ("b", "12816")]),  # thousands
        ("1\xa0482\t3\nmở\xa015\xa0000 tờ\t5\xa012", Parted.TABS, [("1482", "3"), ("mở 15 000 tờ", "5 12")]),
        ("38\r\n\r\n92\r\n\r\n", Parted.NOTHING, [("38",), ("",), ("92",)]),
        ("", Parted.NOTHING, []),
    ],
)
def test_cells_are_told_apart(raw: str, parted: Parted, rows: list[tuple[str, ...]]) -> None:
    grid = read_grid(raw)
    assert grid.parted is parted
    assert [line.cells for line in grid.lines] == rows


def test_a_file_pasted_by_mistake_is_refused_whole() -> None:
    with pytest.raises(TextProblem, match="Hãy lưu thành tệp rồi nhập tệp đó"):
        read_grid("a\t1\n" * 200_000)


def test_lines_are_counted_as_they_were_pasted() -> None:
    assert [line.number for line in read_grid("a\t1\n\t\nb\t2").lines] == [1, 2, 3]
    assert read_grid("a\t\t\nb\t1\t\t").width == 2


def test_numbers_at_the_end_of_a_line_are_cells() -> None:
    grid = with_numbers_apart(read_grid("a Giáo dục pháp luật 14 1.126\nXóa mù chữ – –\n2 38\nTỔNG"))
    assert [line.cells for line in grid.lines] == [
        ("a Giáo dục pháp luật", "14", "1.126"), ("Xóa mù chữ", "–", "–"), ("2", "38"), ("TỔNG",),
    ]  # fmt: skip


def test_a_cell_of_two_lines_is_one() -> None:
    grid = with_cells_joined(read_grid("1\tHọc nghề\t3\t92\n6\tPhổ biến kiến thức\nqua đài\t96\t3.197"))
    assert grid.lines[1] == Line(2, ("6", "Phổ biến kiến thức qua đài", "96", "3.197"))
    ragged = read_grid("1\tHọc nghề\t3\t92\nCộng\t3\t92")
    assert with_cells_joined(ragged) == ragged


def test_a_table_set_one_cell_under_the_other() -> None:
    grid = upright("TT\nNội dung\nSố lớp\n\n1\nHọc nghề\n3\n\na\nPháp luật\n14\n", set().__contains__)
    assert grid is not None
    assert [line.cells for line in grid.lines] == [
        ("TT", "Nội dung", "Số lớp"), ("1", "Học nghề", "3"), ("a", "Pháp luật", "14"),
    ]  # fmt: skip
    titles = {"TT", "Nội dung", "Số lớp"}
    assert upright("TT\nNội dung\nSố lớp\n1\nHọc nghề\n3\na\nPháp luật\n14\n", titles.__contains__) is not None
    assert upright("một\nhai\nba", titles.__contains__) is None
    assert upright("1\n2\n3\n4\n5\n6\n7\n8\n9", titles.__contains__) is None


def test_rows_as_columns() -> None:
    grid = turned_round(read_grid("a\tb\n1\t2"))
    assert [line.cells for line in grid.lines] == [("a", "1"), ("b", "2")]


def test_what_looks_like_a_number() -> None:
    assert all(map(looks_like_number, ["2", "1.126", "1,126", "~612", "97,8%", "–", "-", "≈20"]))
    assert not any(map(looks_like_number, ["", "a", "5/3", "2 lớp", "tháng 3"]))
    assert all(map(looks_like_quantity, ["540", "540 lượt người", "57.500đ", "2 lớp"]))
    assert not any(map(looks_like_quantity, ["3a", "Lớp 3", "3.a", "1. Học nghề", "5/3/2023"]))


@given(any_text | st.lists(any_text | st.sampled_from(["\t", "\n", '"', "|", ";", ","]), max_size=12).map("".join))
def test_no_cell_is_lost(raw: str) -> None:
    try:
        grid = read_grid(raw)
    except UnusableCharacter:
        return
    letters = sorted(c for c in clean(raw) if c.isalnum())
    assert sorted(c for line in grid.lines for cell in line.cells for c in cell if c.isalnum()) == letters
    assert all(cell == cell.strip() for line in grid.lines for cell in line.cells)


def test_a_block_that_no_table_is_shaped_like_is_refused() -> None:
    """One line of a thousand cells above thousands of one: by columns it would be millions."""
    with pytest.raises(TextProblem, match=r"2\.001 dòng, dòng dài nhất 501 ô"):
        read_grid("a\n" * 2_000 + "\t" * 500 + "x")
    assert len(read_grid("a\n" * 1_900 + "\t" * 500 + "x").lines) == 1_901


def test_what_is_held_against_the_rows_of_a_form_has_no_more_lines_than_any_form() -> None:
    assert len(read_table("1\t2\n" * 5_000).lines) == 5_000
    with pytest.raises(TextProblem, match=r"5\.001 dòng, nhiều nhất 5\.000"):
        read_table("1\t2\n" * 5_001)


def test_what_is_blank_on_the_left_of_all_lines_is_no_column() -> None:
    grid = read_grid("\t\ta\tb\n\n\t\t\tc\nx".removesuffix("x") + "\t\td")
    assert [line.cells for line in grid.lines] == [("a", "b"), ("",), ("", "c"), ("d",)]


@pytest.mark.parametrize(
    ("raw", "rows"),
    [
        ("Nội dung   Lớp   Lượt\nHọc nghề         92\nPháp luật  14    1.126", [
            ("Nội dung", "Lớp", "Lượt"), ("Học nghề", "", "92"), ("Pháp luật", "14", "1.126"),
        ]),
        ("Nội dung  Lớp  Lượt\nHọc nghề ngắn hạn  92\nPháp luật  14  1.126", [
            ("Nội dung", "Lớp", "Lượt"), ("Học nghề ngắn hạn", "92"), ("Pháp luật", "14", "1.126"),
        ]),
    ],
    ids=["one under the other", "not"],
)  # fmt: skip
def test_cells_that_blanks_part_keep_their_columns_where_they_stand_one_under_the_other(
    raw: str, rows: list[tuple[str, ...]]
) -> None:
    grid = read_grid(raw)
    assert (grid.parted, [line.cells for line in grid.lines]) == (Parted.BLANKS, rows)


def test_bars_at_the_ends_are_a_frame_where_every_line_has_one() -> None:
    framed = read_grid("| TT | Nội dung | Số |\n| 1 | May | 3 |\n|  | Thêu | 4 |")
    open_ = read_grid("TT | Nội dung | Số\n1 | May | 3\n | Thêu | 4")
    assert [line.cells for line in framed.lines] == [line.cells for line in open_.lines]
    assert open_.lines[2].cells == ("", "Thêu", "4")


def test_rows_of_a_numbered_table_get_back_a_blank_first_cell() -> None:
    text = "TT\tNội dung\tLớp\tNgười\n1\tMay\t3\t90\n2\tCác chuyên đề\na, Luật\t1\t20\n3\tThêu\t2\t40"
    assert [line.cells[:2] for line in read_grid(text).lines] == [
        ("TT", "Nội dung"),
        ("1", "May"),
        ("2", "Các chuyên đề"),
        ("", "a, Luật"),
        ("3", "Thêu"),
    ]


def test_rows_that_only_lack_a_last_cell_stay() -> None:
    text = "Nội dung\tLớp\tNgười\tGhi chú\nMay\t3\t90\nThêu\t2\t40"
    assert [line.cells[0] for line in read_grid(text).lines] == ["Nội dung", "May", "Thêu"]
