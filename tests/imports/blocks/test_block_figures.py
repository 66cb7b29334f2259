"""Labels and values pasted where figures are asked for."""

from __future__ import annotations

import pytest
from support.forms import shipped

from tthtcd_tui.imports.blocks.figures import figures_plan
from tthtcd_tui.imports.blocks.plan import Plan
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2022)
PEOPLE = {"figure/dan_so": "5.128", "figure/so_ho": "1.128"}


def plan(*lines: str) -> Plan:
    return figures_plan(shipped(), YEAR, "\r\n".join(lines) + "\r\n")


def placed(plan: Plan) -> dict[str, str]:
    return {str(placement.place): placement.text for placement in plan.placements}


@pytest.mark.parametrize(
    "lines",
    [
        ["Dân số\t5.128", "Số hộ gia đình\t1.128"],
        ["TT\tChỉ tiêu\tĐVT\tSố lượng", "1\tDân số\tngười\t5.128", "2\tSố hộ\thộ\t1.128"],
        ["Số hộ: 1.128 hộ", "Dân số: 5.128 người"],
        ["Dân số 5.128", "Số hộ gia đình 1.128"],
        ["Chỉ tiêu\t2021-2022\t2022-2023", "Dân số\t5.000\t5.128", "Số hộ\t1.100\t1.128"],
        ["Chỉ tiêu\tNăm nay\tNăm trước", "Dân số\t5.128\t5.000", "Số hộ\t1.128\t1.100"],
        ["- Dân số;5.128;người", "- Số hộ gia đình;1.128;hộ"],
    ],
)
def test_values_go_where_their_labels_say(lines: list[str]) -> None:
    found = plan(*lines)
    assert placed(found) == PEOPLE
    assert found.is_sure
    assert not found.doubts


def test_words_and_qualifiers_are_values_too() -> None:
    assert placed(plan("Loại đô thị\tloại IV", "Dân số\ttrên 4 vạn người", "Số thôn\tthôn\t9")) == {
        "figure/loai_do_thi": "loại IV", "figure/dan_so": "trên 40.000", "figure/so_khu": "9",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["Dân số\t5.000\t5.128"], "“Dân số” có 2 giá trị, chưa rõ giá trị nào"),
        (["Chỉ tiêu\t2021-2022", "Dân số\t5.000"], "“Dân số” không có số của năm học 2022-2023"),
        (["Dân số\t5.000", "Dân số\t5.128"], "có hai dòng cùng nhãn"),
        (["Diện tích\t19056 ha"], "tính bằng ha, ô này tính bằng km²: đổi ra là 190,56"),
        (["Trường đạt chuẩn quốc gia\t5"], "chưa rõ là số hay tỷ lệ %"),
        (["Số trường đạt chuẩn quốc gia\t5", "Chủ đề\t"], "không khớp nhãn nào (gần giống “Tỷ lệ trường đạt chuẩn"),
        (["Dân số\t40,000"], "“40,000” có thể là 40.000 hoặc 40"),
    ],
)
def test_what_is_doubtful_is_told(lines: list[str], reason: str) -> None:
    found = plan(*lines)
    assert not found.placements
    assert reason in found.stored


@pytest.mark.parametrize(
    "lines",
    [
        ["Kinh phí đã chi (triệu đồng)\t57,5", "Diện tích tự nhiên (ha)\t1864"],
        ["Chỉ tiêu\tĐVT\tSố liệu", "Kinh phí đã chi\ttriệu đồng\t57,5", "Diện tích tự nhiên\tha\t1.864"],
        ["Kinh phí đã chi\ttriệu đồng\t57,5", "Diện tích tự nhiên\tha\t1.864"],
        ["Chỉ tiêu\t(Đơn vị tính: triệu đồng)", "Kinh phí đã chi\t57,5", "Diện tích tự nhiên\t1.864 ha"],
    ],
)
def test_the_unit_that_stands_beside_a_number_is_its_unit(lines: list[str]) -> None:
    found = plan(*lines)
    assert placed(found) == {"figure/kinh_phi_chi": "57.500.000"}
    assert "tính bằng ha, ô này tính bằng km²: đổi ra là 18,64" in found.stored


def test_a_label_of_something_else_is_told_with_what_is_near() -> None:
    found = plan("Dân số\t5.128", "Số hộ nghèo\t42")
    assert placed(found) == {"figure/dan_so": "5.128"}
    assert "“Số hộ nghèo” không khớp nhãn nào (gần giống “Số hộ gia đình”)" in found.stored


@pytest.mark.parametrize("text", ["1\t2\r\n3\t4", "Một đoạn văn.\nHai đoạn.", "5.128", ""])
def test_a_block_without_labels_is_none(text: str) -> None:
    assert plan(text) == Plan()
