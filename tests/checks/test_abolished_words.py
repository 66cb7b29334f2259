"""Bodies gone since 1 July 2025, in the words of a report issued from that day."""

from __future__ import annotations

from datetime import date

import pytest
from support.check_facts import after_the_reform, found, told, year

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.report.finding import Severity
from tthtcd_tui.text.periods import Period


def mentioned(text: str) -> list[str]:
    facts = after_the_reform({"narrative/dia_phuong": (text,)})
    return [finding.message.split("“")[1].split("”")[0] for finding in found(facts, "abolished_mentioned")]


def test_in_a_paragraph_it_is_a_warning() -> None:
    facts = after_the_reform({"narrative/dia_phuong": ("Dẫn đầu huyện Ba Vì.", "Huyện Ba Vì, huyện Ba Vì.")})
    assert told(found(facts, "abolished_mentioned")) == [
        (
            "narrative/dia_phuong",
            (
                "Đặc điểm tình hình địa phương: Nội dung: “huyện Ba Vì” không còn từ ngày 01/7/2025."
                " Sửa lại, thêm “(cũ)” phía sau, hoặc ghi lý do."
            ),
        ),
        (
            "narrative/dia_phuong",
            (
                "Đặc điểm tình hình địa phương: Nội dung: “Huyện Ba Vì” không còn từ ngày 01/7/2025."
                " Sửa lại, thêm “(cũ)” phía sau, hoặc ghi lý do."
            ),
        ),
    ]
    assert {finding.severity for finding in found(facts, "abolished_mentioned")} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Phường thuộc thị xã Đông Triều (cũ).", []),
        ("PHƯỜNG THUỘC THỊ XÃ ĐÔNG TRIỀU (CŨ).", []),
        ("Phòng Giáo dục và Đào tạo thị xã Đông Triều (cũ).", []),
        ("Trước đây phường thuộc thị xã Đông Triều.", []),
        ("Trước ngày 01/7/2025, phường thuộc thị xã Đông Triều.", []),
        ("Sau khi sáp nhập hai xã của huyện Ba Vì.", []),
        ("Quyết định số 5 ngày 05/6/2019 của UBND huyện.", []),
        ("Giám đốc là nguyên Phó Chủ tịch UBND huyện.", []),
        ("Phường thuộc thị xã Đông Triều.", ["thị xã Đông Triều"]),
        ("Trước đây khó khăn. Nay huyện quan tâm.", ["huyện"]),
        ("Huyện A (cũ) rộng. Huyện B hẹp.", ["Huyện B"]),
        ("Xã cũ, huyện mới.", ["huyện"]),
        ("Tài nguyên huyện cũng nhiều.", ["huyện"]),
        ("Năm 2025 huyện khen thưởng.", ["huyện"]),
        ("UBND TX. Đông Triều (cũ) khen.", []),
    ],
)
def test_a_sentence_about_the_past_is_left_alone(text: str, bodies: list[str]) -> None:
    assert mentioned(text) == bodies
    assert mentioned(f"{text} Hết.") == bodies


def test_a_post_on_the_board_is_read_too() -> None:
    posts: dict[str, Answer] = {
        "board/giam-doc/duty": "Phó Chủ tịch UBND huyện",
        "board/pho-1/duty": "Nguyên Phó Chủ tịch UBND huyện",
    }
    assert [finding.place for finding in found(after_the_reform(posts), "abolished_mentioned")] == [
        "board/giam-doc/duty"
    ]


def test_a_merged_department_is_told_from_the_day_it_was_gone() -> None:
    said: dict[str, Answer] = {"narrative/xa_hoi": ("Sở Thông tin và Truyền thông hỗ trợ máy tính cho trung tâm.",)}
    (finding,) = found(after_the_reform(said), "abolished_mentioned")
    assert "“Sở Thông tin và Truyền thông” không còn từ ngày 01/3/2025" in finding.message
    spring: dict[str, Answer] = {**said, "report/date": date(2025, 2, 20)}
    assert found(year(spring, Period.school_year(2024)), "abolished_mentioned") == []
    spring["report/date"] = date(2025, 5, 30)
    assert len(found(year(spring, Period.school_year(2024)), "abolished_mentioned")) == 1
