"""The time a report covers."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.periods import Period, PeriodKind, parse_label, parse_period

YEAR = Period(PeriodKind.SCHOOL_YEAR, date(2020, 9, 1), date(2021, 8, 31), "2020-2021")
CALENDAR = Period(PeriodKind.CALENDAR_YEAR, date(2021, 1, 1), date(2021, 12, 31), "2021")
CUSTOM = Period(PeriodKind.CUSTOM, date(2020, 6, 1), date(2021, 5, 31), "01-06-2020_31-05-2021")

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
customs = st.tuples(days, days).map(lambda pair: Period.custom(min(pair), max(pair)))
periods = st.integers(1900, 2099).map(Period.school_year) | st.integers(1900, 2100).map(Period.calendar_year) | customs


@pytest.mark.parametrize(
    ("raw", "period"),
    [
        ("2020-2021", YEAR),
        ("2020–2021", YEAR),
        ("2020 — 2021", YEAR),
        ("2020 −2021", YEAR),
        ("năm học 2020-2021", YEAR),
        ("Năm Học  2020 - 2021", YEAR),
        ("nam hoc 2020-2021", YEAR),
        ("2020/2021", YEAR),
        ("2020 / 2021", YEAR),
        ("2020-21", YEAR),
        ("2020/21", YEAR),
        ("2020–21", YEAR),
        ("20-21", YEAR),
        ("20/21", YEAR),
        ("NH 2020-2021", YEAR),
        ("Năm học: 2020-2021", YEAR),
        ("２０２０-２０２１", YEAR),
        ("1999-00", Period.school_year(1999)),
        ("2021", CALENDAR),
        ("２０２１", CALENDAR),
        ("năm 2021", CALENDAR),
        ("NĂM 2021", CALENDAR),
        ("1/6/2020 - 31/5/2021", CUSTOM),
        ("1/6/2020-31/5/2021", CUSTOM),
        ("01-06-2020 – 31-05-2021", CUSTOM),
        ("1-6-2020-31-5-2021", CUSTOM),
        ("1.6.2020 – 31/5/2021", CUSTOM),
        ("2020-06-01 - 2021-05-31", CUSTOM),
        ("01-06-2020_31-05-2021", CUSTOM),
        ("1/6/2020 đến 31/5/2021", CUSTOM),
        ("từ 1/6/2020 đến 31/5/2021", CUSTOM),
        ("Từ ngày 01/6/2020 đến ngày 31/5/2021", CUSTOM),
        ("1/1/2021 - 31/12/2021", Period.custom(date(2021, 1, 1), date(2021, 12, 31))),
        ("5/6/2021 - 5/6/2021", Period.custom(date(2021, 6, 5), date(2021, 6, 5))),
    ],
)
def test_parse_period(raw: str, period: Period) -> None:
    assert parse_period(raw) == period


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", "Chưa có kỳ báo cáo. Hãy gõ năm học, ví dụ 2020-2021."),
        ("2020-2022", "“2020-2022”: năm học phải gồm hai năm liền nhau. Hãy gõ như 2020-2021."),
        ("2021-2020", "năm học phải gồm hai năm liền nhau. Hãy gõ như 2021-2022."),
        ("2020-2020", "năm học phải gồm hai năm liền nhau"),
        ("9998-9990", "Hãy gõ như 2020-2021."),
        ("2100-2000", "Hãy gõ như 2020-2021."),
        ("2099-2000", "Hãy gõ như 2099-2100."),
        ("1900-1950", "Hãy gõ như 1900-1901."),
        ("1899-1950", "Hãy gõ như 2020-2021."),
        ("0000", "Năm 0 ngoài khoảng"),
        ("0000-0001", "Năm 0 ngoài khoảng"),
        ("2020-22", "“2020-22”: năm học phải gồm hai năm liền nhau. Hãy gõ như 2020-2021."),
        ("20-22", "“20-22”: năm học phải gồm hai năm liền nhau. Hãy gõ như 2020-2021."),
        ("10/6", "“10/6” không phải kỳ báo cáo"),
        ("năm học 2021", "“năm học 2021”: năm học gồm hai năm. Hãy gõ 2020-2021 hoặc 2021-2022."),
        ("9/2020-5/2021", "“9/2020-5/2021” không phải kỳ báo cáo. Hãy gõ năm học (2020-2021), năm (2021) hoặc hai"),
        ("20-2021", "hoặc hai ngày (1/6/2020 - 31/5/2021)."),
        ("20", "không phải kỳ báo cáo"),
        ("Hè 2021", "“Hè 2021” không phải kỳ báo cáo"),
        ("1899", "Năm 1899 ngoài khoảng 1900 đến 2100. Hãy kiểm tra lại năm."),
        ("1899-1900", "Năm 1899 ngoài khoảng"),
        ("2100-2101", "Năm 2101 ngoài khoảng"),
        ("9998-9999", "Năm 9998 ngoài khoảng"),
        (
            "31/5/2021 - 1/6/2020",
            "kết thúc ngày 01/6/2020, trước khi bắt đầu ngày 31/5/2021. Hãy kiểm tra lại hai ngày.",
        ),
        ("1/6/2020 - 31/6/2020", "Tháng 6 năm 2020 không có ngày 31"),
        ("1/6-2020 - 31/5/2021", "không phải kỳ báo cáo"),
    ],
)
def test_parse_period_refuses(raw: str, said: str) -> None:
    with pytest.raises(TextProblem) as caught:
        parse_period(raw)
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("period", "title"),
    [
        (YEAR, "năm học 2020-2021"),
        (CALENDAR, "năm 2021"),
        (CUSTOM, "từ ngày 01/6/2020 đến ngày 31/5/2021"),
        (Period.custom(date(2021, 1, 15), date(2021, 12, 5), "quý I"), "từ ngày 15/01/2021 đến ngày 05/12/2021"),
    ],
)
def test_title(period: Period, title: str) -> None:
    assert period.title == title


@pytest.mark.parametrize(
    ("period", "label", "start", "end"),
    [
        (YEAR, "2019-2020", date(2019, 9, 1), date(2020, 8, 31)),
        (CALENDAR, "2020", date(2020, 1, 1), date(2020, 12, 31)),
        (CUSTOM, "01-06-2019_31-05-2020", date(2019, 6, 1), date(2020, 5, 31)),
        (
            Period.custom(date(2021, 1, 1), date(2021, 3, 31), "quý I"),
            "01-10-2020_31-12-2020",
            date(2020, 10, 1),
            date(2020, 12, 31),
        ),
        (
            Period.custom(date(2024, 2, 1), date(2024, 2, 29)),
            "01-01-2024_31-01-2024",
            date(2024, 1, 1),
            date(2024, 1, 31),
        ),
        (
            Period.custom(date(2021, 1, 31), date(2021, 3, 30)),  # no month before has a 31st to begin on
            "03-12-2020_30-01-2021",
            date(2020, 12, 3),
            date(2021, 1, 30),
        ),
        (
            Period.custom(date(2021, 2, 28), date(2021, 3, 27)),
            "28-01-2021_27-02-2021",
            date(2021, 1, 28),
            date(2021, 2, 27),
        ),
        (
            Period.custom(date(2021, 3, 29), date(2021, 4, 28)),  # there was no 29 February
            "26-02-2021_28-03-2021",
            date(2021, 2, 26),
            date(2021, 3, 28),
        ),
        (
            Period.custom(date(2021, 6, 5), date(2021, 6, 14)),
            "26-05-2021_04-06-2021",
            date(2021, 5, 26),
            date(2021, 6, 4),
        ),
        (
            Period(PeriodKind.SCHOOL_YEAR, date(2020, 9, 5), date(2021, 5, 31), "2020-2021"),
            "2019-2020",
            date(2019, 9, 1),
            date(2020, 8, 31),
        ),
    ],
)
def test_previous(period: Period, label: str, start: date, end: date) -> None:
    assert period.previous() == Period(period.kind, start, end, label)


@pytest.mark.parametrize(
    "period",
    [Period.school_year(1900), Period.calendar_year(1900), Period.custom(date(1900, 1, 1), date(2100, 12, 31))],
)
def test_nothing_comes_before_the_first(period: Period) -> None:
    with pytest.raises(TextProblem, match="ngoài khoảng 1900 đến 2100"):
        period.previous()


@given(periods)
def test_a_period_survives_print(period: Period) -> None:
    assert parse_period(period.label) == period
    assert parse_period(period.title) == period


@given(periods)
def test_a_made_label_is_one_safe_word(period: Period) -> None:
    assert set(period.label) <= set("0123456789-_")
    assert period.label[0].isdigit()
    assert len(period.label) <= 40


@given(periods)
def test_the_period_before_ends_the_day_before(period: Period) -> None:
    try:
        before = period.previous()
    except TextProblem:
        assert period.start.year - (period.end - period.start).days / 365 < 1902
        return
    assert before.kind is period.kind
    assert before.end + timedelta(days=1) == period.start
    if period.kind is not PeriodKind.CUSTOM:
        return
    # as many days, but for months of other lengths and leap years
    assert abs((before.end - before.start).days - (period.end - period.start).days) <= 4


@pytest.mark.parametrize(
    ("kind", "start", "end", "label", "said"),
    [
        (PeriodKind.CUSTOM, date(2021, 6, 2), date(2021, 6, 1), "hè", "kết thúc ngày 01/6/2021, trước khi bắt đầu"),
        (PeriodKind.CUSTOM, date(1899, 1, 1), date(2021, 6, 1), "hè", "Năm 1899 ngoài khoảng"),
        (PeriodKind.CUSTOM, date(2021, 1, 1), date(2101, 1, 1), "hè", "Năm 2101 ngoài khoảng"),
        (PeriodKind.SCHOOL_YEAR, date(2020, 9, 1), date(2021, 8, 31), "2021-2022", "không khớp với ngày"),
        (PeriodKind.SCHOOL_YEAR, date(2020, 9, 1), date(2020, 12, 31), "2020-2020", "không khớp với ngày"),
        (PeriodKind.SCHOOL_YEAR, date(2020, 9, 1), date(2022, 8, 31), "2020-2022", "hai năm liền nhau"),
        (PeriodKind.SCHOOL_YEAR, date(2020, 9, 1), date(2021, 8, 31), "2020–2021", "không khớp với ngày"),
        (PeriodKind.CALENDAR_YEAR, date(2021, 1, 1), date(2021, 12, 30), "2021", "từ ngày 01/01 đến ngày 31/12"),
        (PeriodKind.CALENDAR_YEAR, date(2021, 1, 1), date(2021, 12, 31), "2020", "Năm “2020” phải đi từ ngày 01/01"),
        (PeriodKind.CALENDAR_YEAR, date(2021, 1, 1), date(2022, 12, 31), "2021", "từ ngày 01/01 đến ngày 31/12"),
    ],
)
def test_a_period_is_consistent(kind: PeriodKind, start: date, end: date, label: str, said: str) -> None:
    with pytest.raises(TextProblem) as caught:
        Period(kind, start, end, label)
    assert said in caught.value.message


@pytest.mark.parametrize("label", ["hè 2021", "Học kỳ I", "quý I", "2020-2021 (bổ sung)", "a", "ữ" * 40])
def test_a_label_by_hand(label: str) -> None:
    assert Period.custom(date(2021, 6, 1), date(2021, 8, 31), label).label == label


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("", "Tên kỳ báo cáo “” trống hoặc có ký tự thừa. Hãy gõ một dòng chữ, ví dụ hè 2021."),
        (" hè", "trống hoặc có ký tự thừa"),
        ("hè\n2021", "trống hoặc có ký tự thừa"),
        ("he\u0300", "trống hoặc có ký tự thừa"),  # not NFC
        ("hè\x1b", "trống hoặc có ký tự thừa"),
        ("hè\ue000", "không dùng được (U+E000"),
        ("h" * 41, "Tên kỳ báo cáo “" + "h" * 39 + "…” dài 41 ký tự. Hãy rút còn nhiều nhất 40."),
        ("6/2021", "Tên kỳ báo cáo “6/2021” không dùng làm tên tệp được. Hãy bỏ dấu / và \\, và không"),
        ("hè\\2021", "không dùng làm tên tệp được"),
        ("--force", "không dùng làm tên tệp được"),
        ("..", "không dùng làm tên tệp được"),
        ("2021", "Tên kỳ báo cáo “2021” trùng với một kỳ khác. Hãy đặt tên khác, ví dụ hè 2021."),
        ("năm  2021", "trùng với một kỳ khác"),
        ("2020-2021", "trùng với một kỳ khác"),
        ("Năm học 2020 – 2021", "trùng với một kỳ khác"),
        ("01-06-2021_30-08-2021", "trùng với một kỳ khác"),
    ],
)
def test_a_label_by_hand_is_refused(label: str, said: str) -> None:
    with pytest.raises(TextProblem) as caught:
        Period.custom(date(2021, 6, 1), date(2021, 8, 31), label)
    assert said in caught.value.message


def test_a_school_year_may_begin_and_end_when_it_did() -> None:
    period = Period(PeriodKind.SCHOOL_YEAR, date(2020, 9, 5), date(2021, 5, 31), "2020-2021")
    assert period.title == "năm học 2020-2021"


def test_a_period_is_a_value() -> None:
    assert hash(YEAR) == hash(Period.school_year(2020))
    assert not hasattr(YEAR, "__dict__")
    with pytest.raises(FrozenInstanceError):
        YEAR.label = "x"  # type: ignore[misc]
    assert [kind.value for kind in PeriodKind] == ["school_year", "calendar_year", "custom"]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (YEAR, date(2021, 1, 1), date(2021, 12, 31)),
        (CALENDAR, date(2021, 1, 1), date(2021, 12, 31)),
        (CUSTOM, date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_report_is_issued_in_the_last_year_of_its_period(period: Period, first: date, last: date) -> None:
    assert period.issue_days == (first, last)
    assert period.days == (period.start, period.end)


def test_examples_are_of_the_years_one_is_about() -> None:
    with pytest.raises(TextProblem) as told:
        parse_period("năm nay", Period.school_year(2025))
    assert told.value.message.endswith("Hãy gõ năm học (2025-2026), năm (2026) hoặc hai ngày (1/6/2025 - 31/5/2026).")


@pytest.mark.parametrize(("raw", "label"), [("2019/20", "2019-2020"), ("năm 2019", "2019"), (" hè 2021 ", "hè 2021")])
def test_a_label_is_that_of_a_period_or_one_given_by_hand(raw: str, label: str) -> None:
    assert parse_label(raw, YEAR) == label


@pytest.mark.parametrize("raw", ["31/2", "2019-2021", ""])
def test_what_is_neither_is_told_how_a_period_is_typed(raw: str) -> None:
    with pytest.raises(TextProblem, match=r"Hãy gõ|Chưa có") as neither:
        parse_label(raw, YEAR)
    with pytest.raises(TextProblem) as told:
        parse_period(raw, YEAR)
    assert neither.value.message == told.value.message
