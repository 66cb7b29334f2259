"""Another period's year in a paragraph."""

from __future__ import annotations

from datetime import date

import pytest
from support.check_facts import found, found_in, held, logged, told, year

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
    text = "Báo cáo năm học 2019-2020 của trung tâm; năm học 2019 – 2020 có nhiều lớp."
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
        ("Năm học 19-20 có nhiều lớp.", ["năm học 2019-2020"]),
        ("Năm học 2019-20.", ["năm học 2019-2020"]),
        ("Đã học xong năm học 2021-2022.", ["năm học 2021-2022"]),
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
        ("Năm 2020 phường đạt chuẩn đô thị văn minh.", []),
        ("Kế hoạch năm 2019", ["năm 2019"]),
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


@pytest.mark.parametrize(
    "text",
    [
        "So với năm học 2019-2020, số lớp tăng.",
        "Số lượt người tăng hơn năm học 2019-2020.",
        "Từ năm học 2015-2016 đến nay, trung tâm giữ vững danh hiệu.",
        "Phương hướng năm học 2021-2022: mở thêm hai lớp.",
        "Kế hoạch năm học 2021-2022 sẽ được xây dựng trong tháng 8.",
        "Năm học 2012-2013, trung tâm được thành lập.",
        "Hai năm học 2019-2020 và 2020-2021 đều đạt loại tốt.",
        "Xếp loại năm học 2019-2020: Khá; năm học 2020-2021 đề nghị xếp loại Tốt.",
        "Dự án chạy từ tháng 9/2019 đến tháng 5/2020; từ tháng 10/2019 đến tháng 12/2019 sửa nhà.",
        "So với giai đoạn từ tháng 9/2019 đến tháng 5/2020, số lớp tăng.",
        "Từ tháng 9/2020 đến tháng 5/2021, từ 15/9/2020 đến 31/5/2021.",
        "Từ tháng 9/2015 đến tháng 5/2016, trung tâm còn ở nhà mượn.",
        "Đạt 43.117 lượt, tăng 5,2% so với năm học 2019-2020 (40.970 lượt).",
        "Năm học này có 445 lớp; năm học 2019-2020 có 410 lớp.",
        "Năm 2019, trung tâm được công nhận đạt chuẩn; máy chiếu mua năm 2018.",
        "Năm 2019, trung tâm tổ chức lớp đầu tiên; đến nay có 12 lớp.",
        "Kế hoạch năm 2020 và kế hoạch năm 2021 đều hoàn thành.",
        "Quyết định số 1373/QĐ-TTg năm 2019; Chỉ thị số 14 năm 2018.",
    ],
)
def test_what_compares_plans_or_tells_a_history_names_another_year_rightly(text: str) -> None:
    assert titles(SCHOOL, text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kế hoạch hoạt động năm 2019 được thực hiện đầy đủ.", "năm 2019"),
        ("Bảng phân công năm 2019", "năm 2019"),
        ("Trong năm 2019, trung tâm đã tổ chức tổng kết.", "năm 2019"),
        ("Năm 2018, trung tâm đã hoàn thành tốt nhiệm vụ.", "Năm 2018"),
    ],
)
def test_a_paper_or_a_deed_of_a_year_that_is_gone(text: str, title: str) -> None:
    assert titles(SCHOOL, text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "từ tháng 9/2019 đến tháng 5/2020",
        "Từ tháng 9/2019 đến hết tháng 6/2020",
        "trong tháng 9-2019 đến tháng 5-2020",
        "từ ngày 05/9/2019 đến ngày 31/5/2020",
    ],
)
def test_the_months_of_the_period_before(text: str) -> None:
    assert titles(SCHOOL, f"{text}, trung tâm mở nhiều lớp.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "So với năm 2020, số lớp tăng.",
        "Cuối năm 2020, trung tâm được trang bị máy chiếu.",
        "Người dân hiểu hơn về Luật Cư trú năm 2020.",
        "Quyết định số 12 của Uỷ ban năm 2020.",
        "Kết quả năm 2020 và năm 2021.",
    ],
)
def test_in_a_calendar_year_too(text: str) -> None:
    assert titles(CALENDAR, text) == []


@pytest.mark.parametrize(
    "place",
    [
        "figure/chu_de",
        "report/legal_basis",
        "board/pho-1/duty",
        "checklist/noi_quy/evidence",
        "indicator/thu_nhap/source",
        "rating/co_quan/note",
        "report/closing",
    ],
)
def test_every_place_that_prints_or_is_kept_is_read(place: str) -> None:
    words = "Bảng phân công năm học 2019-2020"
    lines = place in ("report/legal_basis", "report/closing")
    assert [finding.place for finding in found(year({place: (words,) if lines else words}), "other_period")] == [place]


@pytest.mark.parametrize("place", ["report/number", "report/signer", "board/pho-1/phone", "reason/figure/dan_so"])
def test_codes_names_and_marks_are_not(place: str) -> None:
    assert found(year({place: "2019-2020"}), "other_period") == []


def test_a_title_in_the_log_is_read() -> None:
    activities = [held("a", title="Hội thi năm học 2018-2019"), held("b", title="Tổng kết năm học 2020-2021")]
    assert told(found(logged(*activities), "other_period_in_log")) == [
        (
            "activity/a/title",
            (
                "Hoạt động “Hội thi năm học 2018-2019” ngày 05/3/2021: tên có “năm học 2018-2019”, nhưng báo cáo này là"
                " của năm học 2020-2021. Sửa lại tên, hoặc ghi lý do."
            ),
        )
    ]


def test_days_of_the_period_before_told_as_this_ones() -> None:
    stale = [
        "Tính đến ngày 31/5/2020, trung tâm đã mở đủ số lớp.",
        "Tháng 10 năm 2019, trung tâm đi học hỏi tại đơn vị bạn.",
        "Trong quý IV/2019, trung tâm mở 12 lớp.",
    ]
    assert found_in(stale, "other_period") == stale
    right = [
        "Tháng 10 năm 2008, trung tâm được thành lập.",
        "Ngày 05/8/2020, trung tâm tổ chức họp chuẩn bị cho năm học mới.",
        "So với quý IV/2019, số lớp tăng nhẹ.",
    ]
    assert found_in(right, "other_period") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Năm 2019, tỷ lệ hộ nghèo giảm rõ rệt.", "Năm 2019"),
        ("Trong năm 2019, các lớp đều có đông người học.", "năm 2019"),
        ("Tháng 10/2018, trung tâm đã mở lớp nuôi gà.", "Tháng 10/2018"),
        ("Trong tháng 3 năm 2020, trung tâm tổ chức hội thi.", "Trong tháng 3 năm 2020"),
    ],
)
def test_what_is_told_of_a_year_gone_as_of_this_one(text: str, title: str) -> None:
    assert titles(SCHOOL, text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Tháng 10/2020, trung tâm đã mở lớp nuôi gà.",
        "Tháng 9/2008, trung tâm được thành lập.",
        "Năm 2019, phường được công nhận đạt chuẩn đô thị.",
        "Tháng 3/2020, đề án được phê duyệt, trung tâm đã triển khai.",
        "So với năm 2019, tỷ lệ hộ nghèo giảm.",
        "Năm 2021, tỷ lệ hộ nghèo giảm.",
    ],
)
def test_history_and_this_year_are_left_alone(text: str) -> None:
    assert titles(SCHOOL, text) == []
