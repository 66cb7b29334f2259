"""Spans of time that run backwards, and hours that no clock has."""

from __future__ import annotations

from support.check_facts import found_in


def test_a_span_that_ends_before_it_begins_is_told() -> None:
    wrong = [
        "Lớp cắt may học từ ngày 15/4/2021 đến ngày 10/10/2020.",
        "Lớp học từ tháng 5/2021 đến tháng 9/2020.",
        "Năm học 2020-2022, phong trào phát triển mạnh.",
        "Lớp học bắt đầu lúc 25 giờ 30 phút.",
    ]
    assert found_in(wrong, "span_odd") == wrong


def test_a_right_span_several_years_and_a_length_in_hours_are_not() -> None:
    right = [
        "Lớp học từ ngày 10/10/2020 đến ngày 15/4/2021, từ 19 giờ 30 đến 21 giờ.",
        "Các năm học 2017-2020, số lớp tăng đều.",
        "Mỗi học viên học 40 giờ.",
    ]
    assert found_in(right, "span_odd") == []
