"""The titles of a pasted table say which cell of a row each of its columns fills in."""

from __future__ import annotations

import pytest
from support.forms import shipped

from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.paste_titles import Titles, by_words, is_over_labels, read_titles
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
        ("Nội dung\tĐVT\tMinh chứng (số, ngày)\tPhụ trách", {2: 2}, ["Phụ trách"]),
        ("Nội dung\tMinh chứng\tMinh chứng", {1: 2}, ["Minh chứng"]),
    ],
)
def test_a_column_is_the_cell_its_title_names(line: str, cells: dict[int, int], unknown: list[str]) -> None:
    found = titles(line)
    assert (found.cells, list(found.unknown)) == (cells, unknown)


@pytest.mark.parametrize(
    ("title", "texts", "cell"),
    [
        ("Kết quả thực hiện", ["Đã ban hành Quy chế, niêm yết tại 11 bản.", ""], 1),
        ("Kết quả thực hiện", ["Đã thực hiện", "Đang làm dở"], 0),
        ("Lời đánh giá\tThực hiện", ["Tốt\tLưu tại văn phòng"], 1),
        ("Thực hiện", ["Có", "Không"], 0),
        ("Kết quả", ["Đã xong", "Chưa làm"], 0),
        ("Trạng thái", ["Đã ban hành Quy chế, niêm yết tại 11 bản."], 0),
    ],
)
def test_sentences_are_what_was_written_of_an_item_whatever_stands_over_them(
    title: str, texts: list[str], cell: int
) -> None:
    lines = [f"Nội quy, quy chế\t{text}".split("\t") for text in texts]
    line = f"Nội dung\t{title}"
    found = by_words(titles(line), line.split("\t"), lines, ITEM, taken)
    assert found.cells[1] == cell


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


GROUP = SheetRow(
    RowKind.CELLS,
    "Nhà hảo tâm",
    (
        Cell(Place.of("rating", "nha_hao_tam", "contribution"), "", "", 15, right=True),
        Cell(Place.of("rating", "nha_hao_tam", "note"), "", "", 20),
    ),
)
LEVEL = SheetRow(RowKind.CELLS, "Nhà hảo tâm", (Cell(Place.of("rating", "nha_hao_tam", "level"), "", "", 22),))


@pytest.mark.parametrize(
    ("line", "row", "laid"),
    [
        ("Nhóm\tSố tiền (triệu đồng)", "Nhà hảo tâm\t25", ["25 triệu đồng", ""]),
        ("Nhóm\tĐVT\tĐóng góp", "Nhà hảo tâm\ttriệu đồng\t12,5", ["12,5 triệu đồng", ""]),
        ("Nhóm\tGhi chú\tĐóng góp (đồng)", "Nhà hảo tâm\tsách\t25.000.000", ["25.000.000 đồng", "sách"]),
        ("Nhóm\tĐóng góp (triệu đồng)", "Nhà hảo tâm\t25 nghìn đồng", ["25 nghìn đồng", ""]),
        ("Nhóm\tĐVT\tĐóng góp", "Nhà hảo tâm\tcuốn\t200", ["200", ""]),
    ],
)
def test_the_unit_of_a_column_is_that_of_its_numbers(line: str, row: str, laid: list[str]) -> None:
    assert read_titles(line.split("\t"), 0, GROUP, [], taken).laid(row.split("\t"), 2) == laid


@pytest.mark.parametrize(
    ("line", "cells", "others"),
    [
        ("Nhóm\tMức đánh giá năm học 2020-2021\tMức đánh giá năm học 2019-2020", {1: 0}, 1),
        ("Nhóm\tNăm học 2019-2020\tNăm học 2020-2021", {2: 0}, 1),
        ("Nhóm\tNăm trước\tNăm nay", {2: 0}, 1),
        ("Nhóm\tNăm học 2019-2020", {}, 1),
    ],
)
def test_a_column_of_another_year_is_none_of_this_report(line: str, cells: dict[int, int], others: int) -> None:
    found = read_titles(line.split("\t"), 0, LEVEL, [], taken, lambda title: "2019" in title or "trước" in title)
    assert (found.cells, len(found.of_other_years)) == (cells, others)
