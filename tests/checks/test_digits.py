"""Numbers written another way than Vietnamese does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.check_facts import found, found_in, said, year

from tthtcd_tui.checks.digits import ODD, SHAPES

WRONG = [
    "Quỹ trao 1,250,000 đồng cho mỗi lớp.",
    "Có 34,859 lượt người tham gia.",
    "Nhân dân góp 12.34.000 đồng.",
    "Đã chi 1.50.000 đồng.",
    "Có 4.5O0 lượt người.",
    "Có 1O lớp được mở.",
    "Có l2 lớp may.",
    "Trên 95%% người học hài lòng.",
    "Đạt 100 %% chỉ tiêu.",
    "Đạt 97.5% kế hoạch.",
    "Thu 1.5 triệu đồng mỗi buổi.",
    "Trồng 12.5 ha rau.",
    "Nhân dân góp 1 250 000 đồng.",
    "Kinh phí 12.3456 đồng.",
    "Trao 1.250,000 đồng.",
    "Quỹ có 12.500.000.đồng.",
    "Có 1. 250 lượt bạn đọc.",
    "Đạt 99, 8 % kế hoạch.",
]
RIGHT = [
    "Quỹ trao 1.250.000 đồng, đạt 97,5%; 12,5 ha; 6,8 tấn/ha; 8.500 đồng/kg.",
    "Điện thoại 0203.3811.204, 0203 2021 2022; tài khoản số 2021 2022 1234.",
    "Ngày 20.11; Điều 12.3; mục 2.1; phiên bản 10.13; tiêu chí số 14.1, 14.2.",
    "Thông tư số 26/2010/TT-BGDĐT; ngày 12.10.2020 khai giảng.",
    "Giá 1.250,5 đồng; xem phần 1. Có 250 người; nhóm 3, 12%.",
    "Tháng 5 2021; năm 2020 150 người học; CO2, O2, A4, 5S.",
    "Huyết áp 120/80 mmHg, 5,6 mmol/l; chai 2l; 30oC.",
]


@pytest.mark.parametrize("text", WRONG)
def test_numbers_that_are_not_written_so(text: str) -> None:
    assert found_in([text], "digits_written") == [text]


@pytest.mark.parametrize("text", RIGHT)
def test_numbers_that_are_or_are_none(text: str) -> None:
    assert found_in([text], "digits_written") == []


def test_the_right_way_is_shown() -> None:
    [finding] = found(year(said("Quỹ trao 1,250,000 đồng.")), "digits_written")
    assert finding.message.endswith(
        "số “1,250,000” dùng dấu phẩy ngăn hàng nghìn. Viết như 1.250.000 hoặc 2,5; nếu đúng thì ghi lý do."
    )


@pytest.mark.parametrize("text", WRONG)
def test_what_is_looked_for_first_is_in_all_that_is_wrong(text: str) -> None:
    assert re.search(ODD, text)


PIECES = ["0", "12", "250", "1234", ".", ",", " ", "%", "O", "l", "đồng", " lượt", "km", "ha", "-", "/", "a"]


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=9).map("".join))
def test_what_is_looked_for_first_is_in_whatever_has_one_of_the_shapes(text: str) -> None:
    if any(re.search(shape, text) for shape, _ in SHAPES):
        assert re.search(ODD, text)
