"""What was copied from an older report and not looked at since."""

from __future__ import annotations

from support.check_facts import found, told, year

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.report.finding import Severity


def test_each_place_is_told_in_the_order_of_the_report() -> None:
    marks: dict[str, Answer] = {
        "carried/indicator/an_ninh/text": "2019-2020",
        "carried/board/giam-doc": "2019-2020",
        "carried/figure/dan_so": "2018-2019",
    }
    findings = found(year(marks), "not_reviewed")
    assert told(findings) == [
        ("figure/dan_so", "Dân số: chép từ kỳ “2018-2019”, chưa rà soát. Xem lại rồi xác nhận, hoặc sửa."),
        (
            "board/giam-doc",
            "Thành viên Ban Giám đốc: chép từ kỳ “2019-2020”, chưa rà soát. Xem lại rồi xác nhận, hoặc sửa.",
        ),
        (
            "indicator/an_ninh/text",
            (
                "Công tác an ninh chính trị, quân sự, quốc phòng: Diễn giải: chép từ kỳ “2019-2020”, chưa rà soát."
                " Xem lại rồi xác nhận, hoặc sửa."
            ),
        ),
    ]
    assert {finding.severity for finding in findings} == {Severity.WARNING}


def test_a_mark_at_no_place_of_the_form_is_no_finding() -> None:
    assert found(year({"carried/figure/khac": "2019-2020", "carried": "x"}), "not_reviewed") == []
