"""Spans of time in words: one that ends before it begins, a school year of two years, an hour no clock has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.sentences import sentences
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.text.problem import quoted

# Compiled when first needed, and kept by re.
_DAY: Final = r"(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d{2})"
_FROM_TO: Final = rf"(?i)(?<!\w)từ\s+{_DAY}\s*(?:,\s*)?(?:đến|tới|-|–)\s*(?:hết\s+)?{_DAY}(?![\w/])"
_MONTH: Final = r"tháng\s+(\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)((?:19|20)\d{2})"
_MONTHS: Final = rf"(?i)(?<!\w)từ\s+{_MONTH}\s*(?:đến|tới|-|–)\s*(?:hết\s+)?{_MONTH}(?![\w/])"
_SCHOOL_YEAR: Final = (
    r"(?i)(?<!các )(?<!từ )(?<!hai )(?<!ba )(?<!\w)năm\s+học\s+((?:19|20)\d{2})\s?[-–—/]\s?((?:19|20)\d{2})(?![\w/])"
)
_HOUR: Final = r"(?i)(?<!\w)(?:lúc|hồi|vào|đến|từ)\s+(\d{1,2})(?:\s*giờ(?!\s*(?:học|công|làm))|\s?h)\s*(?:(\d{1,2})(?:\s*phút)?)?(?![\w/])"
_LAST_HOUR: Final = 24
_LAST_MINUTE: Final = 59


def span_odd(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A span of days or years that runs backwards, or an hour that is none; told once a text."""
    if text.role in (Role.CODE, Role.PERSON) or not any(map(str.isdecimal, text.own)):
        return
    for sentence in sentences(text.own):
        for words in _odd(sentence):
            yield warning("span_odd", text.place, f"{text.label}: {words}. Sửa lại, hoặc ghi lý do.")
            return


def _odd(sentence: str) -> Iterator[str]:
    low = sentence.casefold()
    may_span = "từ " in low and ("đến" in low or "tới" in low)
    for match in re.finditer(_FROM_TO, sentence) if may_span and sentence.count("/") > 1 else ():
        first, last = _day(*match.group(3, 2, 1)), _day(*match.group(6, 5, 4))
        if first and last and last < first:
            yield f"{quoted(match[0])} kết thúc trước khi bắt đầu"
    for match in re.finditer(_MONTHS, sentence) if may_span and low.count("tháng") > 1 else ():
        first, last = _day(match[2], match[1], "1"), _day(match[4], match[3], "1")
        if first and last and last < first:
            yield f"{quoted(match[0])} kết thúc trước khi bắt đầu"
    for match in re.finditer(_SCHOOL_YEAR, sentence) if _may_be_odd(low) else ():
        if int(match[2]) != int(match[1]) + 1:
            yield f"{quoted(match[0])} không phải hai năm liền nhau"
    for match in re.finditer(_HOUR, sentence) if "giờ" in low or "lúc" in low else ():
        if int(match[1]) > _LAST_HOUR or int(match[2] or 0) > _LAST_MINUTE:
            yield f"{quoted(match[0].strip())} không có trên đồng hồ"


def _may_be_odd(low: str) -> bool:
    """Whether some «năm học» is not plainly followed by two years in a row: what most are needs no pattern."""
    named = (part[:9] for part in low.split("năm học ")[1:] if part[:2] in ("19", "20"))
    return any(
        not (years[:4].isdecimal() and years[5:].isdecimal() and int(years[5:]) == int(years[:4]) + 1)
        for years in named
    )


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
