"""Dates as they are typed, shown, and written in an official document."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.clean import clean_line, halfwidth
from tthtcd_tui.text.problem import quoted

FIRST_YEAR = 1900
LAST_YEAR = 2100
HOUR_OF_VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Times are kept in UTC and shown as the clock in Viet Nam says, which has no summer time."""

_LAST_SHORT_YEAR = 49
"""Years of two digits up to this are of this century; the rest could be of either and are not guessed."""
_EXCEL_DAY_0 = date(1899, 12, 30)

_YEAR = "([0-9]{4}|[0-9]{2})"
_DAY_FIRST = rf"([0-9]{{1,2}}) ?([-/.]) ?([0-9]{{1,2}}) ?\2 ?{_YEAR}"
_YEAR_FIRST = r"([0-9]{4}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,2})"
_IN_WORDS = rf"([0-9]{{1,2}}) ?(?:tháng|thang|[-/.]) ?([0-9]{{1,2}}),? ?(?:năm|nam) ?{_YEAR}"
_WITHOUT_YEAR = r"([0-9]{1,2}) ?(?:tháng|thang|[-/.]) ?([0-9]{1,2})"
_WITHOUT_DAY = r"(?:tháng ?|thang ?)?[0-9]{1,2} ?(?:[-/.]|năm|nam) ?[0-9]{4}|(?:tháng|thang) ?[0-9]{1,2}"
_MIDNIGHT = r"[ t]0?0:00(?::00(?:[.]0+)?)?$"
_SEVERAL = (
    r"[0-9]{1,2} ?(?:[-,;&\u2013\u2014]|và|va|đến|den) ?[0-9]{1,2} ?[-/.]|[-/.][0-9]+ ?[-\u2013\u2014,;] ?[0-9]+[-/.]"
)
_EXAMPLE = (6, 5)
"""The month and the day shown as an example: when reports are written."""
_EXAMPLE_YEAR = 2021
"""Its year, where no year is being written about."""


def today_in_vietnam() -> date:
    """The day that the clock in Viet Nam is at."""
    return datetime.now(HOUR_OF_VIETNAM).date()


class Days(NamedTuple):
    """The days, both included, among which one typed without its year is looked for."""

    first: date
    last: date


class DayRead(NamedTuple):
    """A day typed, and what must be said of how it was understood."""

    day: date
    note: str = ""


def example_day(days: Days | None = None) -> str:
    """«5/6/2024»: a day for an example, one of those that are meant."""
    if days is None:
        return format_date(date(_EXAMPLE_YEAR, *_EXAMPLE))
    likely = date(days.last.year, *_EXAMPLE)
    return format_date(likely if days.first <= likely <= days.last else days.last)


def _advice(days: Days | None) -> str:
    return f"Hãy gõ ngày/tháng/năm, ví dụ {example_day(days)}."


def parse_date(raw: str) -> date:
    """The date typed, with its year; see `read_day`."""
    return read_day(raw).day


def read_day(raw: str, days: Days | None = None) -> DayRead:
    """The date typed, day first: `5/6/2021`, `05-06-2021`, `5.6.21`, or ISO 8601: `2021-06-05`.

    Reads «ngày 05 tháng 6 năm 2021» too, and `10/6` as the one such day among `days`, which the note then says. From
    1900 to 2100. Raises TextProblem for anything else; an impossible date is named.
    """
    typed = clean_line(raw)
    if not typed:
        raise TextProblem(f"Chưa có ngày nào. {_advice(days)}")
    words = " ".join(halfwidth(typed).lower().split()).rstrip(" .,;")
    words = re.sub(_MIDNIGHT, "", re.sub("^(?:ngày|ngay) ?", "", words))
    if match := re.fullmatch(_DAY_FIRST, words):
        return DayRead(_date(match[1], match[3], match[4], typed))
    if match := re.fullmatch(_IN_WORDS, words):
        return DayRead(_date(match[1], match[2], match[3], typed))
    if match := re.fullmatch(_YEAR_FIRST, words):
        return DayRead(_date(match[4], match[3], match[1], typed))
    if match := re.fullmatch(_WITHOUT_YEAR, words):
        return _without_year(int(match[1]), int(match[2]), days, typed)
    raise _unreadable(words, typed, days)


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


def _date(day: str, month: str, year: str, typed: str) -> date:
    found = int(year)
    if len(year) == 2:
        if found > _LAST_SHORT_YEAR:
            raise TextProblem(f"{quoted(typed)} có thể là năm 19{year} hoặc 20{year}. Hãy gõ năm bằng bốn chữ số.")
        found += 2000
    return _checked(int(day), int(month), found, typed)


def _checked(day: int, month: int, year: int, typed: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise TextProblem(
            f"Năm {year} ngoài khoảng {FIRST_YEAR} đến {LAST_YEAR} (đã gõ {quoted(typed)}). Hãy kiểm tra lại năm."
        )
    if not 1 <= month <= 12:
        raise _no_such_month(day, month, f"/{year}", typed)
    found = _day(year, month, day)
    if found is None:
        raise TextProblem(
            f"Tháng {month} năm {year} không có ngày {day} (đã gõ {quoted(typed)}). Hãy kiểm tra lại ngày."
        )
    return found


def _no_such_month(day: int, month: int, year: str, typed: str) -> TextProblem:
    if 1 <= day <= 12 and 1 <= month <= 31:
        advice = f"Nếu là ngày {month} tháng {day}, hãy gõ {month}/{day}{year}."
    else:
        advice = "Hãy gõ theo thứ tự ngày/tháng/năm."
    return TextProblem(f"Không có tháng {month} (đã gõ {quoted(typed)}). {advice}")


def _without_year(day: int, month: int, days: Days | None, typed: str) -> DayRead:
    """The one such day among `days`; two of them, or none, are told."""
    if not 1 <= month <= 12:
        raise _no_such_month(day, month, "", typed)
    if _day(2000, month, day) is None:  # a leap year
        raise TextProblem(f"Tháng {month} không có ngày {day} (đã gõ {quoted(typed)}). Hãy kiểm tra lại ngày.")
    if days is None:
        raise TextProblem(f"{quoted(typed)} chưa có năm. {_advice(days)}")
    years = range(days.first.year, days.last.year + 1)
    found = [such for year in years if (such := _day(year, month, day)) and days.first <= such <= days.last]
    if not found:
        raise TextProblem(
            f"Từ {format_date(days.first)} đến {format_date(days.last)} không có ngày {day}/{month}"
            f" (đã gõ {quoted(typed)}). Hãy kiểm tra lại ngày, hoặc gõ cả năm."
        )
    if len(found) > 1:
        either = " hoặc ".join(map(format_date, found[:2]))
        raise TextProblem(f"{quoted(typed)} chưa có năm, có thể là {either}. Hãy gõ cả năm.")
    return DayRead(found[0], f"{quoted(typed)} chưa có năm: hiểu là {format_date(found[0])}.")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unreadable(words: str, typed: str, days: Days | None) -> TextProblem:
    shown = quoted(typed)
    if re.fullmatch(_WITHOUT_DAY, words):
        return TextProblem(f"{shown} chưa có ngày. {_advice(days)}")
    if re.fullmatch("[2-6][0-9]{4}", words):
        day = format_date(_EXCEL_DAY_0 + timedelta(days=int(words)))
        return TextProblem(f"{shown} là cách Excel đếm ngày. Hãy gõ lại {day} nếu đúng ngày đó.")
    if re.fullmatch("[0-9]{6}|[0-9]{8}", words):
        return TextProblem(f"{shown} viết liền, không rõ ngày, tháng, năm. {_advice(days)}")
    if re.search(_SEVERAL, words):
        return TextProblem(f"{shown} có nhiều ngày, ô này nhận một ngày. Hãy gõ ngày đầu, ví dụ {example_day(days)}.")
    if re.search("[0-9]:[0-9]{2}|[0-9] ?(?:h|giờ|gio)", words):
        return TextProblem(f"{shown} có cả giờ. Hãy gõ chỉ ngày/tháng/năm, ví dụ {example_day(days)}.")
    return TextProblem(f"{shown} không phải ngày tháng. {_advice(days)}")
