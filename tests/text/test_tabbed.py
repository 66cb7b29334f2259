"""Cells as a spreadsheet puts them on the clipboard: a line break within a cell parts no row."""

from __future__ import annotations

import pytest

from tthtcd_tui.text.tabbed import tabbed_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\nc\td", [["a", "b"], ["c", "d"]]),
        ('a\t"b\nc"\nd\te', [["a", "b\nc"], ["d", "e"]]),
        ('"đọc ""sách""\nvà báo"\t2', [['đọc "sách"\nvà báo', "2"]]),
        ('"Học"\t2', [['"Học"', "2"]]),
        ('"chưa đóng\t2\nb\t3', [['"chưa đóng', "2"], ["b", "3"]]),
        ("", [[""]]),
        ("\t", [["", ""]]),
    ],
)
def test_quotes_go_where_a_cell_needed_them(text: str, rows: list[list[str]]) -> None:
    assert list(tabbed_rows(text)) == rows
