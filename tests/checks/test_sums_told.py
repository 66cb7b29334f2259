"""Sentences whose own numbers contradict each other, and those that only look so."""

from __future__ import annotations

import pytest
from support.check_facts import found_in

WRONG = (
    "Lớp cắt may có 45 học viên, trong đó nữ 30, nam 20.",
    "Lớp nấu ăn có 35 học viên, trong đó có 42 nữ.",
    "Trung tâm mở 5 lớp nghề, gồm 3 lớp cắt may, 2 lớp tin học và 1 lớp nấu ăn.",
    "Có 45/60 học viên xếp loại khá, đạt 85%.",
    "Có 65/60 học viên được cấp chứng chỉ.",
    "Số câu lạc bộ tăng từ 12 xuống 9 câu lạc bộ.",
    "Kết quả xếp loại học viên: tốt 40%, khá 45%, trung bình 25%.",
    "Tổng thu 84.500.000 đồng, đã chi 79.200.000 đồng, còn dư 6.300.000 đồng.",
    "Quỹ có 36.500.000 đồng, trong đó hội viên góp 25.000.000 đồng, thầy cô góp 15.000.000 đồng.",
    "Mở 10 lớp với 350 học viên, bình quân 45 học viên mỗi lớp.",
    "Hội có 3.420 người, tăng 420 người so với 3.100 người của năm trước.",
)
RIGHT = (
    "Câu lạc bộ có 60 hội viên (nam 25, nữ 35), bình quân 30 người mỗi buổi.",
    "Ban chủ nhiệm có 5 người (nam 2 người, nữ 3 người).",
    "Có 30/31 học viên được cấp chứng chỉ, đạt 97%; 1 học viên chuyển đi.",
    "Mở 12/10 lớp so với kế hoạch, đạt 120%.",
    "Ngày 20/11 học viên về dự đông đủ.",
    "Mở 5 lớp nghề, trong đó có 2 lớp may, 1 lớp tin học; các lớp còn lại dạy nấu ăn.",
    "Học phí giảm từ 2 triệu đồng xuống 500 nghìn đồng.",
    "Số người hút thuốc giảm từ 2 đến 3 người mỗi khu phố.",
    "Chi 30 triệu đồng (trong đó bồi dưỡng giáo viên 18 triệu đồng, nước uống 5 triệu đồng), còn lại mua sách.",
    "Mở 10 lớp với 352 học viên, bình quân 35 học viên mỗi lớp.",
    "Xếp loại: giỏi 22,4%, khá 51,3%, trung bình 26,4%.",
)


@pytest.mark.parametrize("sentence", WRONG)
def test_a_contradiction_is_told(sentence: str) -> None:
    assert found_in([sentence], "sum_told_wrong")


def test_what_agrees_or_may_leave_some_out_is_not() -> None:
    assert found_in(RIGHT, "sum_told_wrong") == []
