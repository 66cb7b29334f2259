"""Dates in words that no calendar has, or that had not come."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.any_text import any_text
from support.check_facts import found, found_in, said, year

from tthtcd_tui.checks.dates import dates_in
from tthtcd_tui.forms.answer import Answer

NO_DAY = [
    "Ngày 31/02/2021 khai giảng.",
    "Lớp kéo dài từ 15/9/2020 đến 31/9/2020.",
    "Ngày 31 tháng 4 năm 2021, trung tâm đi học hỏi.",
    "Tuần lễ học tập mở ngày 02/13/2020.",
    "Ngày 31-11-2020, đoàn về thăm.",
    "Ngày 29/2/2021 họp.",
    "Ngày 31 tháng 9, các khu tổng kết.",
    "Ngày 0/5/2021 bế giảng.",
    "Trong tháng 13/2020 mở 2 lớp.",
    "Ngày 30/2, hội nghị được tổ chức.",
    "Ngày 31.4.2021 khai mạc.",
]
A_DAY = [
    "Ngày 29/02/2020, trung tâm mở hội thi.",
    "Ngày 31/12/2020 tổng kết; ngày 05 tháng 6 năm 2021 báo cáo.",
    "5/8 khu có đội văn nghệ; tỷ lệ 30/2; trực 24/7; huyết áp 120/80 mmHg.",
    "Đường 30/4, quảng trường 2/9; dịp 20/10, 20/11.",
    "Nghị định số 142/2025/NĐ-CP; Quyết định số 31/02/2021/QĐ.",
    "Từ 3 tháng 15 ngày trở lên; lớp học 12 tháng 5 buổi.",
    "Phiên bản 10.13.2025 của phần mềm; điện thoại 0203.3811.204.",
]


@pytest.mark.parametrize("text", NO_DAY)
def test_a_day_that_is_none(text: str) -> None:
    [finding] = found(year(said(text)), "impossible_date")
    assert finding.message.endswith("không có trong lịch. Sửa lại ngày tháng (ngày/tháng/năm).")


@pytest.mark.parametrize("text", A_DAY)
def test_a_day_that_is_one_or_no_date(text: str) -> None:
    assert found(year(said(text)), "impossible_date") == []


def test_where_lists_and_evidence_name_days() -> None:
    words = "Quyết định số 5/QĐ-TT ngày 31/9/2020"
    assert len(found(year({"checklist/noi_quy/evidence": words}), "impossible_date")) == 1
    assert len(found(year({"report/legal_basis": (words,)}), "impossible_date")) == 1


def test_what_is_told_as_done_after_the_report() -> None:
    done = ["Ngày 12/10/2031 lớp tin học đã khai giảng.", "Ngày 12/10/2031, trung tâm tổ chức hội thi."]
    assert found_in(done, "date_to_come") == done


def test_a_plan_may_name_any_day() -> None:
    plans = [
        "Dự kiến ngày 15/10/2021 khai giảng lớp tiếng Anh.",
        "Nghị quyết có hiệu lực từ ngày 01/01/2022.",
        "Hạn nộp hồ sơ đến ngày 15/9/2021.",
        "Ngày 12/10/2020 lớp tin học đã khai giảng.",
        "Ngày 15/8/2021 tổng kết năm học.",
    ]
    assert found_in(plans, "date_to_come") == []


@given(any_text)
def test_any_text_is_read(text: str) -> None:
    assert all(named.words for named in dates_in(text))


def test_a_paper_dated_after_the_report_is_no_basis_of_it() -> None:
    paper = "Công văn số 12/SGDĐT ngày {} về việc báo cáo"
    facts = year({"report/legal_basis": (paper.format("06 tháng 9 năm 2021"),)})
    (finding,) = found(facts, "based_on_later")
    assert "“ngày 06 tháng 9 năm 2021” là sau ngày ban hành báo cáo" in finding.message
    assert found(year({"report/legal_basis": (paper.format("04 tháng 5 năm 2021"),)}), "based_on_later") == []


def test_a_proof_is_not_dated_after_the_report() -> None:
    proof: dict[str, Answer] = {"checklist/tap_huan/evidence": "Giấy mời số 12 ngày 15/9/2022"}
    (finding,) = found(year(proof), "based_on_later")
    assert "chưa thể làm minh chứng" in finding.message


def test_a_year_of_five_digits_is_no_date() -> None:
    assert found_in(["Lớp khai giảng ngày 12/10/20244."], "impossible_date")
