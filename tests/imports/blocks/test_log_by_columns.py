"""A long log held by columns is read as the same log line by line."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from support.examples import at_most
from support.forms import shipped

from tthtcd_tui.imports.blocks.grid import Grid, Line, Lines, Parted
from tthtcd_tui.imports.blocks.log import log_plan_of
from tthtcd_tui.imports.columns import Column
from tthtcd_tui.text.periods import Period

FORM, PERIOD = shipped(), Period.school_year(2020)
HEAD = ("TT", "Ngày", "Nội dung", "Loại hình", "Số lớp", "Lượt người", "Địa điểm")
ROW = ("1", "5/10/2020", "Nói chuyện pháp luật", "Giáo dục pháp luật", "1", "45", "Nhà văn hóa")
BLANK = ("",) * 7
ROWS = st.sampled_from(
    [
        ROW,
        ROW,
        ("2", "6/10/2020", "Tập huấn nuôi gà", "Phát triển kinh tế", "2", "30", ""),
        ("3", "6/10/2019", "Tập huấn nuôi gà", "Phát triển kinh tế", "2", "30", ""),
        ("4", "7/10/2020", "Tổng vệ sinh", "Giáo dục môi trường", "1", "60", "Thôn 1"),
        ("5", "8/10/2020", "Lớp", "không rõ loại", "1", "x", ""),
        ("A", "Giáo dục sức khỏe", "", "", "", "", ""),
        ("", "9/10/2020", "Khám mắt", "", "1", "20", ""),
        ("", "", "Cộng", "", "5", "165", ""),
        ("", "", "TỔNG CỘNG", "", "5", "165", ""),
        ("1", "2", "3", "4", "5", "6", "7"),
        ("", "", "Người lập biểu", "", "", "", ""),
        BLANK,
    ]
)


@at_most(200)
@given(st.lists(ROWS, max_size=14), st.booleans())
@example([ROW, ("", "", "Cộng", "", "1", "45", "")], True)
@example([("1", "2", "3", "4", "5", "6", "7"), ROW], True)
@example([ROW, BLANK, ROW], True)
def test_it_is_the_same(rows: list[tuple[str, ...]], is_headed: bool) -> None:
    told = [HEAD, *rows] if is_headed else rows
    lines = tuple(Line(number, cells) for number, cells in enumerate(told, 1))
    columns = [Column.of(cells) for cells in zip(*told, strict=True)]
    one_by_one = log_plan_of(FORM, PERIOD, Grid(lines, Parted.TABS))
    by_columns = log_plan_of(FORM, PERIOD, Grid(Lines(columns, range(1, len(told) + 1)), Parted.TABS))
    for name in ("rows", "doubtful", "skipped", "totals", "notes", "columns", "is_guessed"):
        assert getattr(by_columns, name) == getattr(one_by_one, name), name
