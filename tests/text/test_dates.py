"""Dates typed, shown and written in a document."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.dates import (
    DayRead,
    Days,
    example_day,
    format_date,
    official_date,
    padded_date,
    parse_date,
    read_day,
)

dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("5/6/2021", date(2021, 6, 5)),
        ("05/06/2021", date(2021, 6, 5)),
        ("05-06-2021", date(2021, 6, 5)),
        ("5.6.2021", date(2021, 6, 5)),
        ("5 / 6 / 2021", date(2021, 6, 5)),
        (" 5/6/2021 ", date(2021, 6, 5)),
        ("2021-06-05", date(2021, 6, 5)),
        ("ngày 05 tháng 6 năm 2021", date(2021, 6, 5)),
        ("Ngày  5 tháng 06 năm 2021", date(2021, 6, 5)),
        ("5 tháng 6 năm 2021", date(2021, 6, 5)),
        ("29/2/2020", date(2020, 2, 29)),
        ("5.6.21", date(2021, 6, 5)),
        ("05/06/21", date(2021, 6, 5)),
        ("5-6-49", date(2049, 6, 5)),
        ("5/6/00", date(2000, 6, 5)),
        ("2021/06/05", date(2021, 6, 5)),
        ("2021-6-5", date(2021, 6, 5)),
        ("2021-06-05 00:00:00", date(2021, 6, 5)),
        ("2021-06-05T00:00:00.000", date(2021, 6, 5)),
        ("５/６/２０２１", date(2021, 6, 5)),
        ("ngày 5/6/2021.", date(2021, 6, 5)),
        ("ngay 5 thang 6 nam 2021", date(2021, 6, 5)),
        ("5/6 năm 2021", date(2021, 6, 5)),
        ("05 tháng 6, năm 21", date(2021, 6, 5)),
        ("1/1/1900", date(1900, 1, 1)),
        ("31/12/2100", date(2100, 12, 31)),
    ],
)
def test_parse_date(raw: str, day: date) -> None:
    assert parse_date(raw) == day


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", "Chưa có ngày nào. Hãy gõ ngày/tháng/năm, ví dụ 5/6/2021."),
        ("30/2/2021", "Tháng 2 năm 2021 không có ngày 30 (đã gõ “30/2/2021”). Hãy kiểm tra lại ngày."),
        ("29/2/2021", "Tháng 2 năm 2021 không có ngày 29"),
        ("29/2/2100", "Tháng 2 năm 2100 không có ngày 29"),
        ("31/4/2021", "Tháng 4 năm 2021 không có ngày 31"),
        ("2021-06-31", "Tháng 6 năm 2021 không có ngày 31"),
        ("0/6/2021", "Tháng 6 năm 2021 không có ngày 0"),
        ("6/13/2021", "Không có tháng 13 (đã gõ “6/13/2021”). Nếu là ngày 13 tháng 6, hãy gõ 13/6/2021."),
        ("3/25/2023", "Nếu là ngày 25 tháng 3, hãy gõ 25/3/2023."),
        ("13/13/2021", "Không có tháng 13 (đã gõ “13/13/2021”). Hãy gõ theo thứ tự ngày/tháng/năm."),
        ("3/25", "Không có tháng 25 (đã gõ “3/25”). Nếu là ngày 25 tháng 3, hãy gõ 25/3."),
        ("6/0/2021", "Không có tháng 0"),
        ("5/6/1899", "Năm 1899 ngoài khoảng 1900 đến 2100 (đã gõ “5/6/1899”). Hãy kiểm tra lại năm."),
        ("5/6/2101", "Năm 2101 ngoài khoảng 1900 đến 2100"),
        ("0000-01-01", "Năm 0 ngoài khoảng"),
        ("5/6/50", "“5/6/50” có thể là năm 1950 hoặc 2050. Hãy gõ năm bằng bốn chữ số."),
        ("5/6", "“5/6” chưa có năm. Hãy gõ ngày/tháng/năm, ví dụ 5/6/2021."),
        ("31/4", "Tháng 4 không có ngày 31 (đã gõ “31/4”). Hãy kiểm tra lại ngày."),
        ("30/2", "Tháng 2 không có ngày 30"),
        ("6/2021", "“6/2021” chưa có ngày. Hãy gõ ngày/tháng/năm, ví dụ 5/6/2021."),
        ("tháng 6 năm 2021", "chưa có ngày"),
        ("tháng 6", "chưa có ngày"),
        ("44352", "“44352” là cách Excel đếm ngày. Hãy gõ lại 5/6/2021 nếu đúng ngày đó."),
        ("05062021", "“05062021” viết liền, không rõ ngày, tháng, năm. Hãy gõ ngày/tháng/năm"),
        ("5-7/3/2023", "“5-7/3/2023” có nhiều ngày, ô này nhận một ngày. Hãy gõ ngày đầu, ví dụ 5/6/2021."),
        ("5, 6/3/2023", "có nhiều ngày"),
        ("5/3 - 7/3/2023", "có nhiều ngày"),
        ("5/3/2023 đến 7/3/2023", "có nhiều ngày"),
        ("5/6/2021 10:00", "“5/6/2021 10:00” có cả giờ. Hãy gõ chỉ ngày/tháng/năm"),
        ("8h ngày 5/6/2021", "có cả giờ"),
        ("5/6-2021", "không phải ngày tháng"),
        ("2021/06-05", "không phải ngày tháng"),
        ("5 6 2021", "không phải ngày tháng"),
        ("Hôm Nay", "“Hôm Nay” không phải ngày tháng"),
    ],
)
def test_parse_date_refuses(raw: str, said: str) -> None:
    with pytest.raises(TextProblem) as caught:
        parse_date(raw)
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("day", "short", "padded", "official"),
    [
        (date(2021, 6, 5), "5/6/2021", "05/6/2021", "ngày 05 tháng 6 năm 2021"),
        (date(2021, 1, 10), "10/1/2021", "10/01/2021", "ngày 10 tháng 01 năm 2021"),
        (date(2021, 2, 9), "9/2/2021", "09/02/2021", "ngày 09 tháng 02 năm 2021"),
        (date(2021, 3, 1), "1/3/2021", "01/3/2021", "ngày 01 tháng 3 năm 2021"),
        (date(2021, 10, 31), "31/10/2021", "31/10/2021", "ngày 31 tháng 10 năm 2021"),
        (date(2021, 12, 12), "12/12/2021", "12/12/2021", "ngày 12 tháng 12 năm 2021"),
    ],
)
def test_written_dates(day: date, short: str, padded: str, official: str) -> None:
    assert (format_date(day), padded_date(day), official_date(day)) == (short, padded, official)


@given(dates)
def test_a_date_survives_print(day: date) -> None:
    for written in (format_date(day), padded_date(day), official_date(day), day.isoformat()):
        assert parse_date(written) == day


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 9999), st.sampled_from("/-."))
def test_a_date_typed_is_that_date_or_none(day: int, month: int, year: int, mark: str) -> None:
    try:
        expected = date(year, month, day) if 1900 <= year <= 2100 else None
    except ValueError:
        expected = None
    typed = f"{day}{mark}{month}{mark}{year:04}"
    if expected is None:
        with pytest.raises(TextProblem):
            parse_date(typed)
    else:
        assert parse_date(typed) == expected


SCHOOL_YEAR = Days(date(2023, 9, 1), date(2024, 8, 31))


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("10/6", date(2024, 6, 10)),
        ("10-6", date(2024, 6, 10)),
        ("10.6", date(2024, 6, 10)),
        ("ngày 10 tháng 6", date(2024, 6, 10)),
        ("1/9", date(2023, 9, 1)),
        ("31/8", date(2024, 8, 31)),
        ("29/2", date(2024, 2, 29)),
    ],
)
def test_a_day_without_its_year_is_the_one_in_the_period_and_said(raw: str, day: date) -> None:
    assert read_day(raw, SCHOOL_YEAR) == DayRead(day, f"“{raw}” chưa có năm: hiểu là {format_date(day)}.")


def test_a_day_with_its_year_needs_no_word_and_may_lie_outside() -> None:
    assert read_day("10/6/2020", SCHOOL_YEAR) == DayRead(date(2020, 6, 10))


@pytest.mark.parametrize(
    ("raw", "days", "said"),
    [
        (
            "10/6",
            Days(date(2022, 6, 1), date(2023, 8, 31)),
            "“10/6” chưa có năm, có thể là 10/6/2022 hoặc 10/6/2023. Hãy gõ cả năm.",
        ),
        (
            "10/6",
            Days(date(2023, 9, 1), date(2023, 12, 31)),
            "Từ 1/9/2023 đến 31/12/2023 không có ngày 10/6 (đã gõ “10/6”). Hãy kiểm tra lại ngày, hoặc gõ cả năm.",
        ),
        ("29/2", Days(date(2023, 1, 1), date(2023, 12, 31)), "không có ngày 29/2"),
        ("31/4", SCHOOL_YEAR, "Tháng 4 không có ngày 31"),
        ("6/13", SCHOOL_YEAR, "Nếu là ngày 13 tháng 6, hãy gõ 13/6."),
        ("0/6", SCHOOL_YEAR, "Tháng 6 không có ngày 0"),
    ],
)
def test_a_day_without_its_year_is_not_guessed(raw: str, days: Days, said: str) -> None:
    with pytest.raises(TextProblem) as caught:
        read_day(raw, days)
    assert said in caught.value.message


@given(dates, st.dates(date(1902, 1, 1), date(2098, 12, 31)))
def test_every_day_of_a_year_can_be_typed_without_it(day: date, first: date) -> None:
    last = first.replace(year=first.year + 1, day=min(first.day, 28)) - timedelta(days=1)
    try:
        found = read_day(f"{day.day}/{day.month}", Days(first, last)).day
    except TextProblem:
        return
    assert (found.day, found.month) == (day.day, day.month)
    assert first <= found <= last


@pytest.mark.parametrize(
    ("days", "example"),
    [
        (None, "5/6/2021"),
        (Days(date(2023, 9, 1), date(2024, 8, 31)), "5/6/2024"),
        (Days(date(2026, 1, 1), date(2026, 3, 31)), "31/3/2026"),
    ],
)
def test_an_example_is_a_day_that_might_be_meant(days: Days | None, example: str) -> None:
    assert example_day(days) == example
    with pytest.raises(TextProblem, match=f"ví dụ {example}."):
        read_day("mai", days)
