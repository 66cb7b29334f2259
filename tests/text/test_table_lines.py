"""A table among prose is read line by line: every cell, in its order, parted from the next."""

from __future__ import annotations

import pytest

from tthtcd_tui.text.pasted import Pasted, pasted
from tthtcd_tui.text.table_lines import row_as_line


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("Nội quy, quy chế\tĐã niêm yết", "Nội quy, quy chế: Đã niêm yết"),
        ("2\tHọc nghề\t3\t90", "2. Học nghề: 3; 90"),
        ("a)\tPháp luật\t3", "a) Pháp luật: 3"),
        ("TT\tNội dung\tSố lớp", "TT. Nội dung: Số lớp"),
        ("1.2\tSức khỏe\t\t45\t", "1.2. Sức khỏe: –; 45"),
        ("3\t90\t5", "3; 90; 5"),
        ("Kết quả:\tTốt.\tĐạt", "Kết quả: Tốt. Đạt"),
        ("\tTổng\t5", "Tổng: 5"),
        ("\t\t", ""),
    ],
)
def test_a_row_is_a_line_one_can_read(row: str, line: str) -> None:
    assert row_as_line(row) == line


def test_a_table_between_sentences_is_lines_and_the_sentences_stay() -> None:
    raw = "Năm qua đã mở:\r\nLớp\tHọc viên\r\nMay\t45\r\n\r\nCác lớp đều đạt.\tTốt\r\n"
    assert pasted(raw) == Pasted("Năm qua đã mở:\nLớp: Học viên\nMay: 45\n\nCác lớp đều đạt. Tốt", rows=2)


def test_what_was_made_of_it_is_told() -> None:
    assert pasted("May\t45\nHàn\t12").told == "Đã đổi 2 dòng của bảng thành 2 dòng chữ"
    assert Pasted("", joined=3).told == "Đã nối 3 dòng bị ngắt vì hết trang"
    assert Pasted("", joined=3, rows=2).told.endswith("2 dòng chữ, nối 3 dòng bị ngắt vì hết trang")
    assert not Pasted("").told
