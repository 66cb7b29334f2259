"""Headings mean a section by their words, whatever their number; one the form does not have ends the one before."""

from __future__ import annotations

import pytest
from support.old_reports import FORM, HEAD, found_in, values

from tthtcd_tui.imports.old_report.sections import bare_heading, stretches
from tthtcd_tui.imports.sources.pieces import Piece


def sections_of(*lines: str) -> list[str | None]:
    pieces = [Piece(line, f"dòng {number}") for number, line in enumerate(lines, 1)]
    return [stretch.key for stretch in stretches(FORM, pieces)[1:]]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("I. Đặc điểm tình hình địa phương", "dia_phuong"),
        ("A. KHÁI QUÁT TÌNH HÌNH CHUNG", "dia_phuong"),
        ("PHẦN I: VÀI NÉT VỀ ĐẶC ĐIỂM CỦA XÃ", "dia_phuong"),
        ("II- Công tác tổ chức, quản lý", "bo_may"),
        ("1. Cơ cấu Ban Giám đốc trung tâm:", "ban_giam_doc"),
        ("2) Thực hiện các văn bản chỉ đạo", "van_ban"),
        ("b/ Công tác xây dựng kế hoạch", "ke_hoach"),
        ("4. Kinh phí, cơ sở vật chất", "nguon_luc"),
        ("III. HOẠT ĐỘNG CỦA TRUNG TÂM", "to_chuc"),
        ("1.1. Công tác mở lớp và vận động học viên", "cong_tac"),
        ("Tổng hợp kết quả năm học 2018-2019", "ket_qua"),
        ("IV. Xã hội hóa, huy động sự tham gia của cộng đồng", "xa_hoi"),
        ("Phần thứ năm. ĐÁNH GIÁ HIỆU QUẢ HOẠT ĐỘNG", "hieu_qua"),
        ("V. HIỆU QUẢ ĐẠT ĐƯỢC", "hieu_qua"),
        ("I. Vài nét về địa phương", "dia_phuong"),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, section: str) -> None:
    assert sections_of(heading, "Một câu văn ở dưới.") == [section]


@pytest.mark.parametrize(
    "line",
    [
        "Kinh phí được sử dụng đúng mục đích, có sổ sách ghi chép rõ ràng.",
        "Ban giám đốc đã xây dựng kế hoạch hoạt động ngay từ đầu năm",
        "- Cơ sở vật chất: 2 phòng học",
        "1. Ông Hồ Văn Mẫu - Phó Chủ tịch UBND xã - Giám đốc;",
    ],
)
def test_a_sentence_or_a_row_of_a_list_is_no_heading(line: str) -> None:
    assert sections_of(line) == []


def test_a_part_on_a_line_of_its_own_numbers_the_title_below() -> None:
    assert sections_of("Phần thứ nhất", "KHÁI QUÁT ĐẶC ĐIỂM TÌNH HÌNH", "Xã ở ven sông.") == ["dia_phuong"]
    assert bare_heading("Phần thứ hai: Bộ máy quản lý") == "Bộ máy quản lý"


def test_a_heading_over_another_of_its_meaning_is_the_part_above_it() -> None:
    lines = (
        "III. KẾT QUẢ HOẠT ĐỘNG CỦA TRUNG TÂM",
        "1. Công tác hoạt động",
        "Lớp mở tối.",
        "2. Kết quả năm học",
        "Đông.",
    )
    assert sections_of(*lines) == ["to_chuc", "cong_tac", "ket_qua"]


def test_a_section_the_form_does_not_have_is_kept_in_words_and_ends_the_one_before() -> None:
    found = found_in(
        HEAD
        + """V. Hiệu quả hoạt động
- Số hộ nghèo ở địa phương: 12 hộ.
VI. Phương hướng, nhiệm vụ năm học tới
Phấn đấu mở 40 lớp, dân số biết chữ đạt 100%.
"""
    )
    assert values(found)["indicator/ho_ngheo/value"] == "12"
    left = [each.text for each in found.unplaced]
    assert left == ["VI. Phương hướng, nhiệm vụ năm học tới", "Phấn đấu mở 40 lớp, dân số biết chữ đạt 100%."]
