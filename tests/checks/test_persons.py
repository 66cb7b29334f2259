"""A telephone or a name in the cell of a post is told; whoever means it says so."""

from __future__ import annotations

import pytest
from support.check_facts import found, told, year

from tthtcd_tui.forms.answer import Answer
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
    assert [finding.place for finding in found(twice, "named_twice")] == ["board/pho-1/name"]


def test_one_person_in_two_seats_is_told_at_the_second() -> None:
    both: dict[str, Answer] = {"board/giam-doc/name": "Lò Văn Pành", "board/pho-1/name": "Lò  văn Pành"}
    (finding,) = found(year(both), "named_twice")
    assert finding.place == "board/pho-1/name"
    assert found(year({**both, "board/pho-1/name": "Lò Văn Pản"}), "named_twice") == []


@pytest.mark.parametrize("given", ["Hiệu trưởng Trường THCS", "Phó Chủ tịch UBND phường", "Trưởng khu phố Ba"])
def test_a_post_for_a_name_is_told(given: str) -> None:
    (finding,) = found(year({"board/pho-1/name": given}), "person_misplaced")
    assert "giống chức vụ" in finding.message


@pytest.mark.parametrize("given", ["Trương Văn Giám", "Chu Tích", "Cần Bộ"])
def test_a_name_that_sounds_like_a_post_is_a_name(given: str) -> None:
    assert found(year({"board/pho-1/name": given}), "person_misplaced") == []
