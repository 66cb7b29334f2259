"""The titles of a pasted table say which cell of a row each of its columns fills in."""

from __future__ import annotations

import pytest
from support.forms import shipped

from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.paste_titles import Titles, is_over_labels, read_titles
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow, Word

FORM = shipped()
KEYS = ("status", "statement", "evidence")
OPTIONS = ("Đã thực hiện", "Đang thực hiện", "Chưa thực hiện", "Không áp dụng")
ITEM = SheetRow(
    RowKind.CELLS,
    "Nội quy, quy chế",
    tuple(
        Cell(Place.of("checklist", "noi_quy", key), "", "", width, options=OPTIONS if key == "status" else ())
        for key, width in zip(KEYS, (15, 13, 12), strict=True)
    ),
)
HEADS = SheetRow(RowKind.HEADS, "", texts=(Word("Mức thực hiện", 15), Word("Lời đánh giá", 13), Word("Minh chứng", 12)))


def taken(place: Place, raw: str) -> bool:
    field = field_at(FORM, place)
    assert field is not None
    return not isinstance(read(field, raw), Problem)


def titles(line: str) -> Titles:
    return read_titles(line.split("\t"), 0, ITEM, [HEADS, ITEM], taken)


@pytest.mark.parametrize(
    ("line", "cells", "unknown"),
    [
        ("Nội dung\tMức thực hiện\tLời đánh giá\tMinh chứng", {1: 0, 2: 1, 3: 2}, []),
        ("Nội dung\tMinh chứng", {1: 2}, []),
        ("Nội dung\tNHẬN XÉT\tTrạng thái", {1: 1, 2: 0}, []),
        ("Nội dung\tĐVT\tMinh chứng (số, ngày)\tPhụ trách", {2: 2}, ["ĐVT", "Phụ trách"]),
        ("Nội dung\tMinh chứng\tMinh chứng", {1: 2}, ["Minh chứng"]),
    ],
)
def test_a_column_is_the_cell_its_title_names(line: str, cells: dict[int, int], unknown: list[str]) -> None:
    found = titles(line)
    assert (found.cells, [title for _, title in found.unknown]) == (cells, unknown)


def test_a_mark_under_an_option_chooses_it() -> None:
    found = titles("Nội dung\tĐã thực hiện\tĐang thực hiện\tChưa thực hiện")
    assert found.laid(["Nội quy, quy chế", "", "x", ""], 3) == ["Đang thực hiện", "", ""]
    assert found.laid(["Nội quy, quy chế"], 3) == ["", "", ""]


def test_two_marks_choose_nothing_nor_do_words() -> None:
    found = titles("Nội dung\tĐã thực hiện\tĐang thực hiện")
    assert found.laid(["Nội quy, quy chế", "x", "x"], 3) is None
    assert found.laid(["Nội quy, quy chế", "45 buổi", ""], 3) is None


def test_one_option_may_be_a_rows_own_and_is_no_title() -> None:
    assert not titles("Thư viện cộng đồng\tĐã thực hiện").are_sure
    assert titles("Nội dung\tĐã thực hiện\tChưa thực hiện").are_sure


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Nội dung", True), ("Nội dung tự đánh giá", True), ("CHỈ TIÊU", True), ("STT", True), ("Nội quy", False)],
)
def test_what_stands_over_labels(title: str, expected: bool) -> None:
    assert is_over_labels(title) is expected
