"""Sentences that say there is none of what the year counts."""

from __future__ import annotations

from support.check_facts import found_in


def test_a_denial_of_what_is_counted_is_told() -> None:
    wrong = [
        "Trên địa bàn không có doanh nghiệp nào.",
        "Phường chưa có trường THPT.",
        "Trung tâm không mở lớp giáo dục pháp luật nào.",
    ]
    assert found_in(wrong, "denied") == wrong


def test_one_of_a_part_or_of_another_time_is_not() -> None:
    right = [
        "Khu phố 3 chưa có nhà văn hóa.",
        "Trước đây phường chưa có trường THPT.",
        "Không có doanh nghiệp nào vi phạm pháp luật.",
        "Trung tâm không mở lớp xóa mù chữ.",
    ]
    assert found_in(right, "denied") == []
