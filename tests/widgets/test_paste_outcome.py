"""What a paste did and what it left, in words."""

from __future__ import annotations

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.paste_outcome import (
    LeftOver,
    Spread,
    cells_shown,
    foreign,
    of_unknown_columns,
    shown,
    under_another_year,
)

BLOCK = [["Nội dung", "Năm 2019"], ["Giáo dục pháp luật", "3"], ["", ""], ["Giáo dục\nsức khỏe", "~20"]]
LAID = [(Place("results/phap_luat/classes"), "3")]


def test_of_what_is_left_the_first_few_are_named_and_that_there_are_more() -> None:
    refused = [f"dòng {number}: “~{number}”" for number in (1, 2, 3)]
    told = "Đã dán 9 dòng × 2 cột; bỏ qua {} ô không phải số (dòng 1: “~1”; dòng 2: “~2”; dòng 3: “~3”{})."
    laid = Spread(rows=9, columns=2, refused=refused)
    assert laid.words().startswith("Chưa dán được ô nào; bỏ qua 3 ô không phải số"), "no cell was laid"
    assert Spread(cells=LAID, rows=9, columns=2, refused=refused).words() == told.format(3, "")
    refused.append("dòng 4: “~4”")
    assert Spread(cells=LAID, rows=9, columns=2, refused=refused).words() == told.format(4, "; …")


def test_in_brief_a_line_counts_once_however_many_of_its_cells_were_left() -> None:
    left = [LeftOver(2, ("a",), "không phải số"), LeftOver(2, ("b",), "không phải số"), LeftOver(5, ("c",), "thừa")]
    assert Spread(cells=LAID, rows=8).brief() == "Đã dán 8 dòng."
    assert Spread(cells=LAID, rows=8, left=left).brief() == "Đã dán 8 dòng. 2 dòng chưa dán được."
    assert Spread(left=left).brief() == "Chưa dán được ô nào. 2 dòng chưa dán được."


def test_of_a_block_refused_whole_every_line_is_left_but_the_empty_and_those_of_its_titles() -> None:
    laid = foreign(BLOCK)
    assert [each.line for each in laid.left] == [1, 2, 4], "a block that is not understood has no titles"
    assert laid.words().startswith("Chưa dán gì: các cột của khối dán không hợp")
    for laid in (under_another_year(BLOCK, "Năm 2019"), of_unknown_columns(BLOCK, ["Năm 2019"])):
        assert [each.line for each in laid.left] == [1, 3]
        assert laid.left[1].cells == ("Giáo dục sức khỏe", "~20")
        assert laid.words() == f"Chưa dán gì: {laid.why}"
        assert laid.words().startswith(f"Chưa dán gì: {laid.left[0].reason}")
        assert "“Năm 2019”" in laid.words()


def test_what_is_told_of_a_block_stands_on_one_line_and_has_an_end() -> None:
    assert cells_shown(["một\nhai", "  ba "]) == ("một hai", "ba")
    assert shown("ngắn") == "“ngắn”"
    assert len(shown("dài " * 20)) < 30
