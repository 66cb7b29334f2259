"""Bodies gone since 1 July 2025, in a report issued from that day."""

from __future__ import annotations

from datetime import date

import pytest
from support.check_facts import after_the_reform, found, year

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.report.finding import Severity
from tthtcd_tui.text.periods import Period


@pytest.mark.parametrize(
    ("place", "answer", "message"),
    [
        ("addressees", ("Phòng GD&ĐT thị xã Đông Triều",), "Kính gửi: “Phòng GD&ĐT” không còn"),
        ("recipients", ("Như trên", "Hội Khuyến học thị xã Đông Triều"), "Nơi nhận: “thị xã Đông Triều” không còn"),
        ("superior", "UBND HUYỆN BA VÌ", "Cơ quan chủ quản: “HUYỆN BA VÌ” không còn"),
        ("issuer", "Trung tâm học tập cộng đồng thị trấn A", "Tên chính thức của trung tâm: “thị trấn A” không còn"),
        ("locality", "thị trấn A", "Tên xã, phường: “thị trấn A” không còn"),
        ("place", "Thị xã Đông Triều", "Địa danh: “Thị xã Đông Triều” không còn"),
        ("authority", "TUQ. CHỦ TỊCH UBND QUẬN", "Quyền hạn ký: “QUẬN” không còn"),
        ("position", "TRƯỞNG PHÒNG GD&ĐT", "Chức vụ người ký: “PHÒNG GD&ĐT” không còn"),
    ],
)
def test_a_body_that_is_gone_is_an_error(place: str, answer: Answer, message: str) -> None:
    [finding] = found(after_the_reform({f"report/{place}": answer}), "abolished_named")
    assert (finding.place, finding.severity) == (f"report/{place}", Severity.ERROR)
    assert finding.message == f"{message} từ ngày 01/7/2025. Ghi cơ quan cấp xã hoặc cấp tỉnh."


def test_each_line_is_told_and_no_remark_helps() -> None:
    lines = ("UBND huyện Ba Vì (cũ)", "Hội Khuyến học huyện Ba Vì", "Sở GD&ĐT", "Phòng GD&ĐT huyện Ba Vì")
    assert [
        finding.message.split(" không")[0]
        for finding in found(after_the_reform({"report/recipients": lines}), "abolished_named")
    ] == ["Nơi nhận: “huyện Ba Vì”", "Nơi nhận: “Phòng GD&ĐT”"]


def issued(day: date | None, period: Period) -> int:
    answers: dict[str, Answer] = {
        "report/date": day or UNANSWERED,
        "report/addressees": ("Phòng GD&ĐT",),
        "narrative/dia_phuong": ("Dẫn đầu huyện.",),
    }
    facts = year(answers, period)
    return len(found(facts, "abolished_named")) + len(found(facts, "abolished_mentioned"))


@pytest.mark.parametrize(
    ("day", "first_year", "count"),
    [
        (date(2025, 6, 30), 2024, 0),
        (date(2025, 7, 1), 2024, 2),
        (date(2021, 6, 5), 2020, 0),
        (date(2026, 6, 5), 2025, 2),
        (None, 2024, 2),
        (None, 2023, 0),
        (date(2025, 6, 5), 2025, 0),
    ],
)
def test_the_date_of_issue_decides_or_else_the_end_of_the_period(day: date | None, first_year: int, count: int) -> None:
    assert issued(day, Period.school_year(first_year)) == count
