"""Another period's year in a paragraph."""

from __future__ import annotations

from datetime import date

import pytest
from support.check_facts import found, told, year

from tthtcd_tui.report.finding import Severity
from tthtcd_tui.text.periods import Period

SCHOOL = Period.school_year(2020)
CALENDAR = Period.calendar_year(2021)
CUSTOM = Period.custom(date(2020, 6, 1), date(2021, 5, 31))


def titles(period: Period, text: str) -> list[str]:
    """The periods that are objected to."""
    facts = year({"narrative/dia_phuong": (text,)}, period)
    return [finding.message.split("“")[1].split("”")[0] for finding in found(facts, "other_period")]


def test_it_is_a_warning_that_names_both() -> None:
    text = "So với năm học 2019-2020, số lớp tăng; năm học 2019 – 2020 có ít lớp hơn."
    facts = year({"report/closing": (text,)})
    assert told(found(facts, "other_period")) == [
        (
            "report/closing",
            (
                "Lời kết: có nhắc “năm học 2019-2020”, nhưng báo cáo này là của năm học 2020-2021."
                " Sửa lại năm, hoặc ghi lý do."
            ),
        )
    ]
    assert found(facts, "other_period")[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "found_titles"),
    [
        ("năm học 2019-2020", ["năm học 2019-2020"]),
        ("Năm học 2019 - 2020,", ["năm học 2019-2020"]),
        ("(2019–2020)", ["năm học 2019-2020"]),
        ("2019/2020", ["năm học 2019-2020"]),
        ("Phương hướng năm học 2021-2022.", ["năm học 2021-2022"]),
        ("2018-2019 và 2019-2020", ["năm học 2018-2019", "năm học 2019-2020"]),
        ("năm học 2020-2021, 2020 – 2021", []),
        ("giai đoạn 2015-2020, nhiệm kỳ 2020-2025", []),
        ("Hiến pháp năm 2013; năm 2019", []),
        ("Quyết định số 12/2019/2020, 0912019-20201, 2019-20", []),
        ("{nam_hoc}", []),
    ],
)
def test_in_the_report_of_a_school_year(text: str, found_titles: list[str]) -> None:
    assert titles(SCHOOL, text) == found_titles


@pytest.mark.parametrize(
    ("text", "found_titles"),
    [
        ("năm học 2020-2021 và năm học 2021-2022", []),
        ("năm học 2019-2020", ["năm học 2019-2020"]),
        ("năm học 2015-2016", []),
        ("năm học 2022-2023", []),
        ("Trong năm 2020, trung tâm", ["năm 2020"]),
        ("Năm  2020.", ["năm 2020"]),
        ("ngày 05 tháng 6 năm 2020", []),
        ("Tháng 12 năm 2020", []),
        ("năm 2020-2021", []),
        ("năm 2021, năm 2019, năm 20201", []),
    ],
)
def test_in_the_report_of_a_calendar_year(text: str, found_titles: list[str]) -> None:
    assert titles(CALENDAR, text) == found_titles


@pytest.mark.parametrize(
    ("text", "found_titles"),
    [
        ("năm học 2019-2020, năm học 2020-2021", []),
        ("năm học 2018-2019", ["năm học 2018-2019"]),
        ("năm học 2017-2018; năm 2019", []),
        ("từ ngày 01/6/2019 đến ngày 31/5/2020", ["từ ngày 01/6/2019 đến ngày 31/5/2020"]),
        ("từ ngày 01/6/2020 đến ngày 31/5/2021", []),
    ],
)
def test_in_the_report_of_other_days(text: str, found_titles: list[str]) -> None:
    assert titles(CUSTOM, text) == found_titles


def test_one_day_in_common_is_enough() -> None:
    late = Period.custom(date(2021, 8, 31), date(2022, 8, 30))
    assert titles(late, "năm học 2020-2021") == []
    assert titles(late, "năm học 2019-2020") == ["năm học 2019-2020"]


def test_the_first_year_there_is_has_none_before_it() -> None:
    assert titles(Period.calendar_year(1900), "năm 1899, năm học 1900-1901") == []
    assert titles(Period.school_year(1900), "năm học 1901-1902") == ["năm học 1901-1902"]


def test_only_paragraphs_are_read() -> None:
    assert (
        found(year({"figure/chu_de": "Năm học 2019-2020", "report/legal_basis": ("2019-2020",)}), "other_period") == []
    )
