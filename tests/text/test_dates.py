"""Dates typed, shown and written in a document."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.text.dates import format_date, official_date, padded_date, parse_date
from tthtcd_tui.text.problem import TextProblem

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
        ("6/13/2021", "Không có tháng 13 (đã gõ “6/13/2021”). Hãy gõ theo thứ tự ngày/tháng/năm."),
        ("6/0/2021", "Không có tháng 0"),
        ("5/6/1899", "Năm 1899 ngoài khoảng 1900 đến 2100 (đã gõ “5/6/1899”). Hãy kiểm tra lại năm."),
        ("5/6/2101", "Năm 2101 ngoài khoảng 1900 đến 2100"),
        ("0000-01-01", "Năm 0 ngoài khoảng"),
        ("5/6/21", "“5/6/21” chưa đủ năm. Hãy gõ năm bằng bốn chữ số, ví dụ 5/6/2021."),
        ("5/6", "“5/6” không phải ngày tháng. Hãy gõ ngày/tháng/năm, ví dụ 5/6/2021."),
        ("5/6-2021", "không phải ngày tháng"),
        ("2021/06/05", "không phải ngày tháng"),
        ("2021-6-5", "không phải ngày tháng"),
        ("5/6/2021 10:00", "không phải ngày tháng"),
        ("５/6/2021", "không phải ngày tháng"),
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
