"""Dates in words: those that no calendar has, and those that had not come when the report was issued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.sentences import PLAN, sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import LEGAL_BASIS
from tthtcd_tui.text.dates import FIRST_YEAR, LAST_YEAR, padded_date
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_DATE: Final = r"""(?ix)
    (?<![\w./,]) (?P<d1>\d{1,2}) \s?(?P<stroke>[/-])\s? (?P<m1>\d{1,2}) \s?(?P=stroke)\s? (?P<y1>\d{4,6}) (?![\w/])
  | (?:(?<=ngày\s)|(?<=từ\s)|(?<=đến\s)) (?P<d0>\d{1,2}) \. (?P<m0>\d{1,2}) \. (?P<y0>\d{4}) (?!\w)
  | (?<!\w) (?:ngày\s+)? (?P<d2>\d{1,2}) \s+ tháng \s+ (?P<m2>\d{1,2}) \s*,?\s* năm \s+ (?P<y2>\d{4}) (?!\w)
  | (?<!\w) ngày \s+ (?P<d3>\d{1,2}) \s+ tháng \s+ (?P<m3>\d{1,2}) (?!\w)
  | (?<=ngày\s) (?P<d4>\d{1,2}) / (?P<m4>\d{1,2}) (?![\w/%-]|[.,]\d)
  | (?<!\d\s) (?<!\w) tháng \s+ (?P<m5>\d{1,2}) (?: /(?P<y5>\d{4}) | \s+ năm \s+ (?P<y6>\d{4}) ) (?!\w)
"""
_SPOKEN: Final = r"(?i)(?<!\w)(?:ngày\s+)?31\s+tháng\s+(?:hai|tư|sáu|chín|mười\s+một)(?!\w)(?!\s+âm)"
"""Of months in words: those of the moon have no 31st day either."""
_DONE: Final = r"(?i)(?<!\w)(?:đã|vừa|hoàn\s+thành|kết\s+thúc)(?!\w)"
_PLANNED: Final = rf"(?i){PLAN}|(?<!\w)(?:kế\s+hoạch|đến|từ|thời\s+hạn|trước|giai\s+đoạn|nhiệm\s+kỳ)(?!\w)"
_PROOFS: Final = ("evidence", "source")
_LATER: Final = timedelta(days=366)


class Named(NamedTuple):
    """A date as it is written, and the day it is; None where there is no such day."""

    words: str
    day: date | None
    has_year: bool


def impossible_date(_frame: Frame, text: Text) -> Iterator[Finding]:
    """The 31st of April, a month 13: told once a text."""
    if text.role not in (Role.PROSE, Role.LINE, Role.LIST):
        return
    for words in dict.fromkeys(named.words for named in dates_in(text.own) if named.day is None):
        yield warning(
            "impossible_date",
            text.place,
            f"{text.label}: {quoted(words)} không có trong lịch. Sửa lại ngày tháng (ngày/tháng/năm).",
        )


def date_to_come(frame: Frame, text: Text) -> Iterator[Finding]:
    """Something told as done on a day after the report was issued. A plan may name any day."""
    if text.role is not Role.PROSE:
        return
    issued = frame.issued or frame.period.end
    for sentence in sentences(text.words):
        for named in dates_in(sentence):
            if named.day is None or not named.has_year or named.day <= issued:
                continue
            done = re.search(_DONE, sentence)
            if done or (named.day > issued + _LATER and not re.search(_PLANNED, sentence)):
                yield warning(
                    "date_to_come",
                    text.place,
                    f"{text.label}: {quoted(named.words)} là sau ngày ban hành báo cáo ({padded_date(issued)})."
                    " Sửa lại ngày, hoặc ghi lý do.",
                )


def based_on_later(frame: Frame, text: Text) -> Iterator[Finding]:
    """A paper that the report rests on, or that proves what it says, dated after it."""
    is_proof = text.role is Role.LINE and text.place.parts[-1] in _PROOFS
    if (text.place != LEGAL_BASIS and not is_proof) or frame.issued is None:
        return
    for named in dates_in(text.own):
        if named.day is not None and named.has_year and named.day > frame.issued:
            yield warning(
                "based_on_later",
                text.place,
                f"{text.label}: {quoted(named.words)} là sau ngày ban hành báo cáo ({padded_date(frame.issued)}), chưa"
                f" thể làm {'minh chứng' if is_proof else 'căn cứ'}. Sửa lại ngày, hoặc ghi lý do.",
                named.words,
            )


def dates_in(text: str) -> Iterator[Named]:
    """Every date written in `text`, in order."""
    if any(map(str.isdecimal, text)):
        for match in re.finditer(_DATE, text):
            yield _named(match)
        for match in re.finditer(_SPOKEN, text) if "31" in text else ():
            yield Named(match[0], None, has_year=False)


def _named(match: re.Match[str]) -> Named:
    found = match.groupdict()
    day = next((found[key] for key in ("d0", "d1", "d2", "d3", "d4") if found[key]), "1")
    month = next(found[key] for key in ("m0", "m1", "m2", "m3", "m4", "m5") if found[key])
    year = next((found[key] for key in ("y0", "y1", "y2", "y5", "y6") if found[key]), None)
    return Named(match[0].strip(), _day(int(day), int(month), int(year) if year else 2000), year is not None)


def _day(day: int, month: int, year: int) -> date | None:
    """A leap year's where the year is not told."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
