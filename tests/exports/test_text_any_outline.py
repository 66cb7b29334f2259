"""Any Outline as text: a line a paragraph, columns that stand, and no cell so long that it moves all others away."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from support.any_outline import outlines
from support.made_outlines import paragraph, report, results, words

from tthtcd_tui.exports.text import text
from tthtcd_tui.report.outline import Align, Column, Outline, Row, Run, Table, lines_of, plain
from tthtcd_tui.report.row import RowRole


def lines(*blocks: Table) -> list[str]:
    """The table alone."""
    made = text(report(content=blocks)).splitlines()
    start = made.index("") if made[0].startswith("TT") else next(n for n, line in enumerate(made) if "TT  " in line)
    return made[start : made.index("", start)]


@given(outlines)
def test_every_word_is_said_and_blocks_are_one_empty_line_apart(outline: Outline) -> None:
    made = text(outline)
    assert made.endswith("\n")
    shown = made.splitlines()
    assert made == "\n".join([*shown, ""])
    assert all(line == line.rstrip() for line in shown)
    if outline.draft:
        assert shown[0] == "DỰ THẢO"
    letters = re.sub(r"\s", "", made)
    for block in outline.blocks:
        for runs in lines_of(block):
            if not isinstance(block, Table):
                assert re.sub(r"\s", "", plain(runs)) in letters


def test_an_empty_block_leaves_no_gap() -> None:
    shown = text(report(bodies=(), content=[paragraph(""), paragraph("Một."), paragraph(" ")])).splitlines()
    assert ("", "") not in pairwise(shown)


def test_a_run_that_holds_a_line_break_stays_on_its_line() -> None:
    assert "\n\nMột hai ba bốn.\n\n" in text(report(content=[paragraph("Một\nhai\tba\u2028bốn.")]))


def test_a_long_cell_takes_several_lines_of_its_column() -> None:
    label = (
        "Chuyên đề về chuyển đổi số, kỹ năng sử dụng dịch vụ công trực tuyến và an toàn thông tin cho người cao tuổi"
    )
    rows = (
        (RowRole.BODY, "1", "Giáo dục pháp luật", "26", "2.554"),
        (RowRole.SUB, "a", label, "1", "45"),
        (RowRole.TOTAL, "", "TỔNG", "27", "2.599"),
    )
    assert lines(results(rows)) == [
        "TT  Nội dung                                                    Số lớp  Số lượt người tham gia",
        "--  ----------------------------------------------------------  ------  ----------------------",
        "1   Giáo dục pháp luật                                              26                   2.554",
        "a     Chuyên đề về chuyển đổi số, kỹ năng sử dụng dịch vụ công       1                      45",
        "      trực tuyến và an toàn thông tin cho người cao tuổi",
        "    TỔNG                                                            27                   2.599",
    ]


def test_a_word_longer_than_its_column_is_cut_and_loses_nothing() -> None:
    word = "漢" * 500 + "x" * 500
    columns = (Column(words("TT  "), Align.LEFT, 50), Column(words("Số"), Align.RIGHT, 50))
    table = Table(columns, (Row(RowRole.BODY, ((Run(word),), (Run("1"),))),))
    found = lines(table)
    assert "".join(line.removesuffix("1").strip() for line in found[2:]) == word
    assert max(map(len, found)) <= 64
