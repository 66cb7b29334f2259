"""The time a report covers (kỳ báo cáo): a school year, a calendar year, or any days between two dates."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.clean import clean_line, halfwidth
from tthtcd_tui.text.dates import FIRST_YEAR, LAST_YEAR, Days, padded_date, parse_date
from tthtcd_tui.text.problem import quoted

LONGEST_LABEL = 40
_FIRST_MONTH = 9
"""Of a school year."""

_DASH = r" ?[-\u2010-\u2015\u2212] ?"
_DATE = r"[0-9]{1,2} ?([-/.]) ?[0-9]{1,2} ?\%d ?[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SCHOOL_YEAR = rf"(?:năm học |nam hoc )?([0-9]{{4}}){_DASH}([0-9]{{4}})"
_TYPED_SCHOOL_YEAR = (
    r"(?:(?:năm học|nam hoc|nh) ?:? ?)?([0-9]{4}|[0-9]{2}) ?[-/_\u2010-\u2015\u2212] ?([0-9]{4}|[0-9]{2})"
)
"""As people shorten it: 2020/2021, 2020-21, 20-21."""
_ONE_YEAR_OF_SCHOOL = "(?:năm học|nam hoc|nh) ?:? ?([0-9]{4})"
_CALENDAR_YEAR = r"(?:năm |nam )?([0-9]{4})"
_CUSTOM = rf"(?:từ |tu )?(?:ngày |ngay )?({_DATE % 2})(?:{_DASH}|_| (?:đến|den) (?:ngày |ngay )?)({_DATE % 4})"


_EXAMPLE_YEAR = 2020
"""The first year of the example, where none is being written about."""


class PeriodKind(StrEnum):
    """What kind of time a report covers; the value is as stored."""

    SCHOOL_YEAR = "school_year"
    CALENDAR_YEAR = "calendar_year"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Period:
    r"""A reporting period, both days included; `label` is its short name in commands, file names and lists.

    A school year lies in two years that follow each other and is labelled by them (`2020-2021`); a calendar
    year is labelled `2021`. Any other period may be named by hand: one clean line of at most 40 characters,
    without `/` or `\`, that begins with no `-` or `.` and does not read as another period. Raises TextProblem
    otherwise.
    """

    kind: PeriodKind
    start: date
    end: date
    label: str

    def __post_init__(self) -> None:
        for day in (self.start, self.end):
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise _out_of_range(str(day.year))
        if self.start > self.end:
            raise TextProblem(
                f"Kỳ báo cáo kết thúc ngày {padded_date(self.end)}, trước khi bắt đầu"
                f" ngày {padded_date(self.start)}. Hãy kiểm tra lại hai ngày."
            )
        first, last = self.start.year, self.end.year
        if self.kind is PeriodKind.CUSTOM:
            _check_label(self)
        elif self.kind is PeriodKind.SCHOOL_YEAR:
            if last != first + 1 or self.label != f"{first}-{last}":
                raise TextProblem(
                    f"Năm học {quoted(self.label)} không khớp với ngày bắt đầu và kết thúc."
                    f" Hãy chọn hai ngày trong hai năm liền nhau và đặt tên theo hai năm đó, ví dụ {first}-{first + 1}."
                )
        elif (self.start, self.end, self.label) != (date(first, 1, 1), date(first, 12, 31), str(first)):
            raise TextProblem(
                f"Năm {quoted(self.label)} phải đi từ ngày 01/01 đến ngày 31/12 của chính năm đó."
                f" Hãy sửa hai ngày, hoặc gõ kỳ báo cáo bằng hai ngày, ví dụ 1/6/{first - 1} - 31/5/{first}."
            )

    @classmethod
    def school_year(cls, first_year: int) -> Period:
        """The school year that begins on 1 September of `first_year` and ends on 31 August."""
        _check_years(first_year, first_year + 1)
        start, end = date(first_year, _FIRST_MONTH, 1), date(first_year + 1, 8, 31)
        return cls(PeriodKind.SCHOOL_YEAR, start, end, f"{first_year}-{first_year + 1}")

    @classmethod
    def school_year_of(cls, day: date) -> Period:
        """The school year that `day` is in."""
        return cls.school_year(day.year if day.month >= _FIRST_MONTH else day.year - 1)

    @classmethod
    def calendar_year(cls, year: int) -> Period:
        """The year from 1 January to 31 December."""
        _check_years(year)
        return cls(PeriodKind.CALENDAR_YEAR, date(year, 1, 1), date(year, 12, 31), str(year))

    @classmethod
    def custom(cls, start: date, end: date, label: str | None = None) -> Period:
        """The days from `start` to `end`; without a `label`, one made of them (`01-06-2020_31-05-2021`)."""
        return cls(PeriodKind.CUSTOM, start, end, _label(start, end) if label is None else label)

    @property
    def days(self) -> Days:
        """The days of the period, among which one of the log typed without its year is looked for."""
        return Days(self.start, self.end)

    @property
    def issue_days(self) -> Days:
        """The year a report of the period is issued in: one that covers a school year, in its second calendar year."""
        return Days(date(self.end.year, 1, 1), date(self.end.year, 12, 31))

    @property
    def title(self) -> str:
        """As a title names it: «năm học 2020-2021», «năm 2021», «từ ngày 01/6/2020 đến ngày 31/5/2021»."""
        if self.kind is PeriodKind.SCHOOL_YEAR:
            return f"năm học {self.label}"
        if self.kind is PeriodKind.CALENDAR_YEAR:
            return f"năm {self.label}"
        return f"từ ngày {padded_date(self.start)} đến ngày {padded_date(self.end)}"

    def previous(self) -> Period:
        """The period just before, of the same kind; before a custom one, as many months or days."""
        if self.kind is PeriodKind.SCHOOL_YEAR:
            return Period.school_year(self.start.year - 1)
        if self.kind is PeriodKind.CALENDAR_YEAR:
            return Period.calendar_year(self.start.year - 1)
        after = self.end + timedelta(days=1)
        if after.day == self.start.day <= 28:
            months = 2 * _months(self.start) - _months(after)
            start = date(months // 12, months % 12 + 1, self.start.day)
        else:
            start = self.start - (after - self.start)
        return Period.custom(start, self.start - timedelta(days=1))


def ways_to_type(like: Period) -> str:
    """How a period may be typed, with examples of the years of `like`."""
    last = like.end.year
    school, days = f"{last - 1}-{last}", f"1/6/{last - 1} - 31/5/{last}"
    return f"năm học ({school}), năm ({last}) hoặc hai ngày ({days})"


def parse_period(raw: str, like: Period | None = None) -> Period:
    """The period typed: `2020-2021`, `2020/21`, `20-21`, `2021`, `1/6/2020 - 31/5/2021`, a title or a label made here.

    A label given by hand says no dates and is not read. Raises TextProblem for anything else, such as a
    school year of two years that do not follow each other; its examples are of the years of `like`.
    """
    example = like or Period.school_year(_EXAMPLE_YEAR)
    typed = clean_line(raw)
    words = " ".join(halfwidth(typed).lower().split())
    if not typed:
        last = example.end.year
        raise TextProblem(f"Chưa có kỳ báo cáo. Hãy gõ năm học, ví dụ {last - 1}-{last}.")
    if (match := re.fullmatch(_TYPED_SCHOOL_YEAR, words)) and len(match[1]) >= len(match[2]):
        return _school_year(match[1], match[2], typed)
    if match := re.fullmatch(_CALENDAR_YEAR, words):
        return Period.calendar_year(int(match[1]))
    if match := re.fullmatch(_ONE_YEAR_OF_SCHOOL, words):
        year = int(match[1])
        raise TextProblem(f"{quoted(typed)}: năm học gồm hai năm. Hãy gõ {year - 1}-{year} hoặc {year}-{year + 1}.")
    if match := re.fullmatch(_CUSTOM, words):
        return Period.custom(parse_date(match[1]), parse_date(match[3]))
    raise TextProblem(f"{quoted(typed)} không phải kỳ báo cáo. Hãy gõ {ways_to_type(example)}.")


def parse_label(raw: str, like: Period) -> str:
    """The label of the period typed; what none of the ways to type one reads is a label given by hand.

    Raises TextProblem for what can be neither; its examples are of the years of `like`.
    """
    try:
        return parse_period(raw, like).label
    except TextProblem as problem:
        with suppress(TextProblem):
            return Period.custom(like.start, like.end, clean_line(raw)).label
        raise problem from None


def _school_year(first: str, last: str, typed: str) -> Period:
    """Years of two digits are of this century, but for the second of 1999-00."""
    begins = int(first) + (2000 if len(first) == 2 else 0)
    ends = int(last)
    if ends != (begins + 1) % 10 ** len(last):
        raise TextProblem(f"{quoted(typed)}: năm học phải gồm hai năm liền nhau. Hãy gõ như {_example(begins)}.")
    return Period.school_year(begins)


def _label(start: date, end: date) -> str:
    return f"{start:%d-%m-}{start.year:04}_{end:%d-%m-}{end.year:04}"


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _example(first: int) -> str:
    return f"{first}-{first + 1}" if FIRST_YEAR <= first < LAST_YEAR else "2020-2021"


def _check_years(*years: int) -> None:
    for year in years:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise _out_of_range(str(year))


def _out_of_range(year: str) -> TextProblem:
    return TextProblem(f"Năm {year} ngoài khoảng {FIRST_YEAR} đến {LAST_YEAR}. Hãy kiểm tra lại năm.")


def _check_label(period: Period) -> None:
    label = period.label
    if label == _label(period.start, period.end):
        return
    shown = quoted(label)
    if not label or label != clean_line(label):
        raise TextProblem(f"Tên kỳ báo cáo {shown} trống hoặc có ký tự thừa. Hãy gõ một dòng chữ, ví dụ hè 2021.")
    if len(label) > LONGEST_LABEL:
        raise TextProblem(f"Tên kỳ báo cáo {shown} dài {len(label)} ký tự. Hãy rút còn nhiều nhất {LONGEST_LABEL}.")
    if "/" in label or "\\" in label or label[0] in "-.":
        raise TextProblem(
            f"Tên kỳ báo cáo {shown} không dùng làm tên tệp được."
            " Hãy bỏ dấu / và \\, và không bắt đầu bằng dấu gạch hay dấu chấm."
        )
    words = " ".join(label.lower().split())
    if any(re.fullmatch(pattern, words) for pattern in (_SCHOOL_YEAR, _CALENDAR_YEAR, _CUSTOM)):
        raise TextProblem(f"Tên kỳ báo cáo {shown} trùng với một kỳ khác. Hãy đặt tên khác, ví dụ hè 2021.")
