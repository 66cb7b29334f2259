"""A telephone or a name in the cell of a post is told; whoever means it says so."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year

from tthtcd_tui.report.finding import Severity


@pytest.mark.parametrize(
    ("place", "given", "why"),
    [
        ("board/pho-1/duty", "0912 345 678", "giống số điện thoại"),
        ("board/pho-1/duty", "+84 (33) 387-1234", "giống số điện thoại"),
        ("board/pho-1/duty", "12/5", "là một dãy số"),
        ("board/pho-1/duty", "Nguyễn Thị Mai Hoa", "giống họ tên"),
        ("board/pho-1/duty", "LÒ VĂN DỀN", "giống họ tên"),
        ("board/pho-1/name", "Nông Văn Dền 0912345678", "có chữ số"),
        ("board/pho-1/phone", "Nguyễn Thị Mai", "không có chữ số nào"),
        ("board/pho-1/phone", "9,12E+08", "là số Excel viết rút gọn, không gọi được"),
        ("report/position", "Vũ Thanh Hải", "giống họ tên"),
    ],
)
def test_what_belongs_into_another_cell(place: str, given: str, why: str) -> None:
    [finding] = found(year({place: given}), "person_misplaced")
    assert (finding.place, finding.severity) == (place, Severity.WARNING)
    assert finding.message.endswith(f": “{given}” {why}, có thể gõ nhầm ô. Sửa lại, hoặc ghi lý do.")


@pytest.mark.parametrize(
    "post",
    [
        "Phó Chủ tịch UBND phường phụ trách văn hóa - xã hội",
        "Hiệu trưởng Trường THCS Mạo Khê 2",
        "Hiệu Trưởng",
        "Bí thư Đoàn phường, 0912 345 678 (Zalo)",
        "Mai táng phí phường",
        "Trưởng Ban Văn hóa",
        "Hồ sơ viên",
        "-",
    ],
)
def test_a_post_is_a_post(post: str) -> None:
    assert found(year({"board/pho-1/duty": post}), "person_misplaced") == []


def test_the_sample_and_a_signer_with_digits_are_told_once() -> None:
    assert found(year(), "person_misplaced") == []
    assert told(found(year({"report/position": "0912345678"}), "person_misplaced")) == []


def test_a_reason_settles_it() -> None:
    given = year({"board/pho-1/duty": "Hà Nội", "reason/board/pho-1/duty": "Công tác ở Hà Nội."})
    [finding] = found(given, "person_misplaced")
    assert not finding.is_open


def test_a_post_in_the_place_of_a_name_and_a_name_twice_are_told() -> None:
    assert found(year({"board/pho-1/name": "Hiệu trưởng Trường THCS"}), "person_misplaced")
    twice = year({"board/giam-doc/name": "Vũ Thanh Hải", "board/pho-1/name": "vũ thanh hải"})
    assert [finding.place for finding in found(twice, "member_twice")] == ["board/pho-1/name"]
