"""Other papers named with a number, a symbol or a day that cannot be theirs."""

from __future__ import annotations

from support.check_facts import found, year

WRONG = (
    "Nghị định số 142/2024/NĐ-CP ngày 12 tháng 6 năm 2020 của Chính phủ",
    "Nghị định số 30/2020/ND-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
    "Thông tư số 26/2010/TT-BGDDT ngày 27 tháng 10 năm 2010",
    "Quyết định số 45/KH-UBND ngày 12/9/2020",
    "Nghị định số /2020/NĐ-CP ngày 05 tháng 3 năm 2020",
)
RIGHT = (
    "Quyết định số 09/2008/QĐ-BGDĐT ngày 24/3/2008",
    "Thông tư số 40/2010/TT-BGDĐT ngày 30/12/2010",
    "Nghị quyết số 29-NQ/TW ngày 04 tháng 11 năm 2013; Chỉ thị số 14/CT-TTg ngày 25/5/2018",
    "Kế hoạch số 45/KH-UBND ngày 12 tháng 9 năm 2020",
)


def _found_in(line: str) -> bool:
    return bool(found(year({"report/legal_basis": (line,)}), "paper_misnamed"))


def test_a_paper_named_wrongly_is_told() -> None:
    assert [line for line in WRONG if not _found_in(line)] == []


def test_one_named_as_it_is_is_not() -> None:
    assert [line for line in RIGHT if _found_in(line)] == []
