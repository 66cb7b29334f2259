"""Dates as they are typed, shown, and written in an official document."""

from __future__ import annotations

import re
from datetime import date, timedelta, timezone

from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.problem import TextProblem, quoted

FIRST_YEAR = 1900
LAST_YEAR = 2100
HOUR_OF_VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Times are kept in UTC and shown as the clock in Viet Nam says, which has no summer time."""

_DAY_FIRST = r"([0-9]{1,2}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})"
_YEAR_FIRST = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_IN_WORDS = r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})"
_SHORT_YEAR = r"[0-9]{1,2} ?([-/.]) ?[0-9]{1,2} ?\1 ?[0-9]{2}"


def parse_date(raw: str) -> date:
    """The date typed, day first: `5/6/2021`, `05-06-2021`, `5.6.2021`, or ISO 8601: `2021-06-05`.

    Reads «ngày 05 tháng 6 năm 2021» too. From 1900 to 2100. Raises TextProblem for anything else; an
    impossible date is named.
    """
    typed = clean_line(raw)
    words = " ".join(typed.lower().split())
    if not typed:
        raise TextProblem("Chưa có ngày nào. Hãy gõ ngày/tháng/năm, ví dụ 5/6/2021.")
    if match := re.fullmatch(_DAY_FIRST, words):
        day, _, month, year = match.groups()
    elif match := re.fullmatch(_YEAR_FIRST, words):
        year, month, day = match.groups()
    elif match := re.fullmatch(_IN_WORDS, words):
        day, month, year = match.groups()
    elif re.fullmatch(_SHORT_YEAR, words):
        raise TextProblem(f"{quoted(typed)} chưa đủ năm. Hãy gõ năm bằng bốn chữ số, ví dụ 5/6/2021.")
    else:
        raise TextProblem(f"{quoted(typed)} không phải ngày tháng. Hãy gõ ngày/tháng/năm, ví dụ 5/6/2021.")
    return _date(int(day), int(month), int(year), typed)


def format_date(day: date) -> str:
    """Short, for screens and tables: «5/6/2021»."""
    return f"{day.day}/{day.month}/{day.year}"


def padded_date(day: date) -> str:
    """Short, within an official sentence: «05/6/2021», padded as `official_date` is."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def official_date(day: date) -> str:
    """As beside the place of issue: «ngày 05 tháng 6 năm 2021».

    A day below 10 is padded, of the months only 1 and 2 (Decree 30/2020, App. I, II.4).
    """
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)


def _date(day: int, month: int, year: int, typed: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise TextProblem(
            f"Năm {year} ngoài khoảng {FIRST_YEAR} đến {LAST_YEAR} (đã gõ {quoted(typed)}). Hãy kiểm tra lại năm."
        )
    if not 1 <= month <= 12:
        raise TextProblem(f"Không có tháng {month} (đã gõ {quoted(typed)}). Hãy gõ theo thứ tự ngày/tháng/năm.")
    try:
        return date(year, month, day)
    except ValueError:
        raise TextProblem(
            f"Tháng {month} năm {year} không có ngày {day} (đã gõ {quoted(typed)}). Hãy kiểm tra lại ngày."
        ) from None
