"""Another period's year where this one's belongs: what stays behind when an older text is carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from tthtcd_tui.checks.dates import dates_in
from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.sentences import PLAN
from tthtcd_tui.checks.texts import Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.periods import Period, PeriodKind
from tthtcd_tui.text.problem import quoted

_DASH: Final = r"\s?[-/\u2010-\u2015\u2212]\s?"
# Compiled when first needed, and kept by re.
_SPAN: Final = rf"(?<![\w./-])((?:19|20)[0-9]{{2}}){_DASH}((?:19|20)[0-9]{{2}})(?![\w/])"
_SHORT: Final = rf"(?i)(?<!\w)(?:năm\s+học|nh)\s+((?:20)?[0-9]{{2}}){_DASH}([0-9]{{2}})(?![\w/])"
_NEAR: Final = 120
"""How many letters before a year say what it is doing there."""
_MONTH: Final = r"(?i)tháng\s+[0-9]{1,2}\s+$"
_PLAIN: Final = r"(?!\w|\s?[-/\u2010-\u2015\u2212]\s?[0-9])"

_COMPARED: Final = (
    r"(?i)(?<!\w)(?:so\s+với|cùng\s+kỳ|hơn|kém|bằng|vượt|tăng|giảm|từ|kể\s+từ|suốt|giai\s+đoạn|nhiệm\s+kỳ|khóa|khoá|sau|trước"
    r"|cuối|đầu|hết)(?:\s+(?:với|của|cả|nhiều|ít|cao|thấp|cùng|kỳ|là|ở|mức|số|năm\s+học|năm|\w+\s+%|[0-9.,]+%?)){0,4}\s*\(?$"
)
"""Before a year: it is the one compared with, or the one something began in."""
_COMPARES: Final = (
    r"(?i)(?<!\w)(?:so\s+với|so\s+sánh|cùng\s+kỳ|đến\s+nay|trở\s+lại|trở\s+đi|liên\s+tục|nhiều\s+năm)(?!\w)"
)
"""Anywhere in a sentence: it holds years against each other, or tells a history."""
_FOUNDED: Final = (
    r"(?i)(?<!\w)(?:thành\s+lập|ra\s+đời|công\s+nhận|khen|danh\s+hiệu|khởi\s+công|lần\s+đầu|trước\s+đây|cũ)(?!\w)"
)
"""Of a year longer ago than the last: it is history."""
_ONCE: Final = (
    r"(?i)(?<!\w)(?:được\s+(?:công\s+nhận|thành\s+lập|khen|tặng|phong\s+tặng)|thành\s+lập"
    r"|đạt\s+(?:chuẩn|danh\s+hiệu))(?!\w)"
)
"""What happens once, and is told with its year."""
_DONE: Final = r"(?i)^[^,;]*?(?<!\w)đã(?!\w)"
"""After a later year: what is told of it has happened, which cannot be."""
_LAW: Final = (
    r"(?i)(?<!\w)(?:luật|bộ\s+luật|hiến\s+pháp|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|thông\s+tư|quyết\s+định|chỉ\s+thị|công\s+văn)"
    r"(?:\s+[^\s.,;:]+){0,8}\s+$"
)


def other_period(frame: Frame, text: Text) -> Iterator[Finding]:
    """Words that name another period than the report's own; told once a text.

    In the report of a school year, any other school year (2019-2020, 2019 – 2020, năm học 19-20). In a report of other
    days, a school year of which they hold none, if the period before held some: «năm học 2020-2021» is at home in the
    report of 2021, «năm học 2015-2016» is history. And there the title of the period before, «năm 2020», except in a
    date or a law's name. A lone year in the report of a school year is a law's or a decision's. What compares, plans
    or tells a history names another year rightly.
    """
    if text.role in (Role.PROSE, Role.LINE, Role.NAME) or text.place == "report/legal_basis":
        for title in dict.fromkeys(_stale(frame.period, text.own)):
            yield warning(
                "other_period",
                text.place,
                f"{text.label}: có nhắc “{title}”, nhưng báo cáo này là của {frame.period.title}."
                " Sửa lại năm, hoặc ghi lý do.",
                title,
            )


def other_period_in_log(frame: Frame, activities: Sequence[Activity]) -> Iterator[Finding]:
    """An activity whose title bears another period's year."""
    for activity in activities:
        for title in dict.fromkeys(_stale(frame.period, activity.title)):
            yield warning(
                "other_period_in_log",
                Place.of(PlaceKind.ACTIVITY, activity.uid, "title"),
                f"Hoạt động {quoted(activity.title)} ngày {padded_date(activity.date)}: tên có “{title}”, nhưng báo cáo"
                f" này là của {frame.period.title}. Sửa lại tên, hoặc ghi lý do.",
            )


def _stale(period: Period, text: str) -> Iterator[str]:
    """The titles of other periods in `text`, in the order they stand."""
    if not any(map(str.isdecimal, text)):
        return
    before = _before(period)
    for sentence in _whole_sentences(text):
        if not re.search(_COMPARES, sentence):
            yield from _school_years(period, before, sentence)
            if before is not None:
                yield from _months_before(period, before, sentence)
                yield from _days_before(period, before, sentence)
                yield from _month_gone(period, sentence)
                if period.kind is not PeriodKind.SCHOOL_YEAR:
                    yield from _period_before(period, before, sentence)
                yield from _years_gone(period, before, sentence)


def _whole_sentences(text: str) -> Iterator[str]:
    """What semicolons part is one here: «năm học 2021-2022: Khá; năm học 2022-2023: Tốt» names both."""
    return iter(re.split(r"(?<=[\w)”»\"%]{2})[.!?…](?=\s|$)|\n", text))


def _before(period: Period) -> Period | None:
    try:
        return period.previous()
    except TextProblem:  # before the first year the program knows
        return None


def _school_years(period: Period, before: Period | None, sentence: str) -> Iterator[str]:
    named = [(match, first, last) for match, first, last in _spans(sentence) if last == first + 1]
    if not named:
        return
    own = period.start.year if period.kind is PeriodKind.SCHOOL_YEAR else None
    if any(first == own for _, first, _ in named):
        return  # it stands beside its own year: the two are compared
    told: set[int] = set()
    is_beside = re.search(_THIS, sentence) is not None
    for match, first, _ in named:
        if is_beside and re.match(_HAS, sentence[match.end() :]):
            continue
        if first not in told and _is_another(year := Period.school_year(first), period, before):
            told.add(first)
            if not _is_right(sentence, match.start(), year, period):
                yield year.title


def _spans(sentence: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Two years with a stroke between them, in the order they stand."""
    for match in re.finditer(_SPAN, sentence):
        yield match, int(match[1]), int(match[2])
    for match in re.finditer(_SHORT, sentence):
        first = int(match[1])
        yield match, first if first > 99 else 2000 + first, 2000 + int(match[2])


def _is_another(year: Period, period: Period, before: Period | None) -> bool:
    if period.kind is PeriodKind.SCHOOL_YEAR:
        return year.label != period.label
    return before is not None and _meet(year, before) and not _meet(year, period)


def _is_right(sentence: str, at: int, year: Period, period: Period) -> bool:
    """Whether the sentence compares with `year`, plans for it, or tells its history."""
    head = re.sub(r"(?i)(?:năm\s+học|nh)\s*$", "", sentence[max(0, at - _NEAR) : at])
    is_later = year.start > period.start
    if re.search(_COMPARED, head) and not (is_later and re.search(_DONE, sentence[at:])):
        return True
    if is_later:
        return re.search(f"(?i){PLAN}", sentence) is not None or re.search(r"(?i)kế\s+hoạch", head) is not None
    is_long_ago = period.start.year - year.start.year > 1
    return is_long_ago and re.search(_FOUNDED, sentence) is not None


def _period_before(period: Period, before: Period, sentence: str) -> Iterator[str]:
    """The title of the period before, but in a date, a law's name, or beside the period's own."""
    own, title = (re.escape(one.title).replace(r"\ ", r"\s+") for one in (period, before))
    if re.search(rf"(?<!\w){own}{_PLAIN}", sentence, re.IGNORECASE):
        return
    for match in re.finditer(rf"(?<!\w){title}{_PLAIN}", sentence, re.IGNORECASE):
        head = sentence[max(0, match.start() - _NEAR) : match.start()]
        if not (
            re.search(_MONTH, head[-16:])
            or re.search(_ONCE, sentence)
            or re.search(_LAW, head)
            or re.search(_COMPARED, head)
        ):
            yield before.title
            return


_THIS: Final = r"(?i)(?<!\w)năm(?:\s+học)?\s+(?:này|nay)(?!\w)"
_HAS: Final = r"\s*(?:[:(]|,?\s*(?:(?:trung\s+tâm|phường|xã)\s+)?(?:có|đạt|là|chỉ|mới|mở|thu\s+hút)(?!\w))"
"""After a year beside «năm học này»: its number is told for comparison."""
_OLDEST: Final = 3
_LONE: Final = rf"(?i)(?<!\w)năm\s+(20[0-9]{{2}}){_PLAIN}"
_ITS_PAPER: Final = (
    r"(?i)(?<!\w)(?:kế\s+hoạch|chương\s+trình\s+công\s+tác|bảng\s+phân\s+công|báo\s+cáo\s+(?:này|tự\s+đánh\s+giá|kết\s+quả|hoạt\s+động|tổng\s+kết)"
    r"|kết\s+quả\s+(?:tự\s+đánh\s+giá|hoạt\s+động|thực\s+hiện)|nhiệm\s+vụ|lịch\s+công\s+tác|sổ\s+thu\s+chi|nội\s+quy|chủ\s+đề)"
    r"(?:\s+(?:hoạt\s+động|công\s+tác|nhiệm\s+vụ|của\s+trung\s+tâm|trung\s+tâm|mở\s+lớp|giảng\s+dạy|học\s+tập|trong|cho))*\s+$"
)
"""Before a year: a paper of the centre's that every year has anew."""
_DID: Final = (
    r"(?i)^\W*(?:trong\s+)?năm\s+20[0-9]{2}\s*,\s*(?:trung\s+tâm|ban\s+giám\s+đốc|các\s+đoàn\s+thể)(?:\s+(?:đã|cũng|tiếp\s+tục))*\s+"
    r"(?:tổ\s+chức|mở|duy\s+trì|phối\s+hợp|thu\s+hút|vận\s+động|hoàn\s+thành|thực\s+hiện|khai\s+giảng|tổng\s+kết)(?!\w)"
)
_STOOD: Final = (
    r"(?i)^\W*(?:trong\s+)?năm\s+20[0-9]{2}\s*,\s*(?:tỷ\s+lệ|tỉ\s+lệ|số|tổng\s+số|thu\s+nhập|các\s+lớp|kinh\s+phí|kết\s+quả|phong\s+trào|chất\s+lượng"
    r"|công\s+tác|người\s+dân|nhân\s+dân)(?!\w)[^,;]*?(?<!\w)(?:giảm|tăng|đạt|còn|có|là|được|đã)(?!\w)"
)
"""«Năm 2023, tỷ lệ hộ nghèo giảm …»: what a report says of its own year."""
_MONTH_DONE: Final = (
    r"(?i)^\W*(?:(?:vào|trong|từ)\s+)?tháng\s+([0-9]{1,2})(?:\s?[/.-]\s?|\s+năm\s+)(20[0-9]{2})\s*,\s*"
    r"(?:trung\s+tâm|ban\s+giám\s+đốc|các\s+đoàn\s+thể)(?!\w)[^,;]*?(?<!\w)(?:đã|mở|tổ\s+chức|phối\s+hợp|khai\s+giảng|đi|cử)(?!\w)"
)
_OPENING: Final = 20
_ALL_DONE: Final = r"(?i)hoàn\s+thành\s+(?:\S+\s+){0,2}(?:nhiệm\s+vụ|kế\s+hoạch|chỉ\s+tiêu)"


def _years_gone(period: Period, before: Period, sentence: str) -> Iterator[str]:
    """«Kế hoạch hoạt động năm 2021», «Năm 2021, trung tâm đã tổ chức …» in a report that holds no day of it."""
    for match in re.finditer(_LONE, sentence):
        year = int(match[1])
        if not period.start.year - _OLDEST <= year < period.start.year or re.search(_FOUNDED, sentence):
            continue
        if period.kind is not PeriodKind.SCHOOL_YEAR and before.title.endswith(match[1]):
            continue  # told already
        head = sentence[max(0, match.start() - _NEAR) : match.start()]
        is_first = not head.strip(" -–") or head.strip().casefold() == "trong"
        did = is_first and (re.search(_DID, sentence) or re.search(_STOOD, sentence))
        recent = year >= before.start.year or re.search(_ALL_DONE, sentence)
        if re.search(_ITS_PAPER, head) or (did and recent):
            yield match[0]


_MONTHS: Final = (
    r"(?i)(?<!\w)(?:từ|trong)\s+(?:ngày\s+[0-9]{1,2}\s?[/.-]\s?)?(?:tháng\s+)?([0-9]{1,2})\s?[/.-]\s?([0-9]{4})\s+(?:đến|tới|-|–)\s+(?:hết\s+)?"
    r"(?:ngày\s+[0-9]{1,2}\s?[/.-]\s?)?(?:tháng\s+)?([0-9]{1,2})\s?[/.-]\s?([0-9]{4})(?![\w/])"
)
_OF_ITS_OWN: Final = r"(?i)(?<!\w)(?:dự\s+án|đề\s+án|công\s+trình|khóa|khoá|nhiệm\s+kỳ|chương\s+trình)(?!\w)"
"""What has a time of its own, and is rightly told of with it."""
_FEWEST_MONTHS: Final = 6


def _months_before(period: Period, before: Period, sentence: str) -> Iterator[str]:
    """«Từ tháng 9/2021 đến tháng 5/2022»: most of the period before, and none of this one."""
    for match in re.finditer(_MONTHS, sentence):
        first, last = (int(match[2]) * 12 + int(match[1]), int(match[4]) * 12 + int(match[3]))
        within = _month(before.start) <= first and last < _month(period.start)
        if within and last - first >= _FEWEST_MONTHS - 1 and not re.search(_OF_ITS_OWN, sentence):
            yield match[0]


_QUARTER: Final = r"(?i)(?<!\w)quý\s+(IV|I{1,3}|[1-4])(?:\s?[/-]\s?|\s+(?:năm\s+)?)(20[0-9]{2})(?![\w/])"
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_AS_OF: Final = r"(?i)(?<!\w)(?:tính|thống\s+kê)\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?$"
_OPENS: Final = r"(?i)^\W*(?:(?:trong|vào|đầu|cuối)\s+)*$"
"""Before a day that a sentence begins with."""
_TOLD: Final = (
    r"(?i)^\s*,\s*(?:trung\s+tâm|ban\s+giám\s+đốc|các\s+đoàn\s+thể)\s+(?:(?:đã|cũng|tiếp\s+tục)\s+)*"
    r"(?:tổ\s+chức|mở|duy\s+trì|phối\s+hợp|thu\s+hút|vận\s+động|hoàn\s+thành|thực\s+hiện|khai\s+giảng|tổng\s+kết|đi|cử|tham\s+quan)(?!\w)"
)
_PREPARED: Final = timedelta(days=60)
"""A year is prepared in the weeks before it."""


def _days_before(period: Period, before: Period, sentence: str) -> Iterator[str]:
    """«Quý III/2024», «Tính đến ngày 31/5/2023», «Tháng 10 năm 2021, trung tâm mở …»: days of the period before."""
    for match in re.finditer(_QUARTER, sentence) if "quý" in sentence.casefold() else ():
        quarter = _QUARTERS.get(match[1].casefold()) or int(match[1])
        day = date(int(match[2]), quarter * 3, 28)
        if before.start <= day < period.start and not re.search(_COMPARED, sentence[: match.start()]):
            yield match[0]
    for named in dates_in(sentence) if "/" in sentence or "tháng" in sentence else ():
        if named.day is None or not named.has_year or not before.start <= named.day < period.start:
            continue
        at = sentence.find(named.words)
        if (
            re.search(_AS_OF, sentence[:at])
            or (
                named.day < period.start - _PREPARED
                and not named.words.casefold().startswith("tháng")  # told already
                and re.search(_OPENS, sentence[:at])
                and not re.search(_FOUNDED, sentence)
                and re.search(_TOLD, sentence[at + len(named.words) :])
            )
        ):
            yield named.words


def _month_gone(period: Period, sentence: str) -> Iterator[str]:
    """«Tháng 10/2022, trung tâm đã mở …»: a month of one of the years before, told as this year's."""
    match = re.search(_MONTH_DONE, sentence) if "tháng" in sentence.casefold()[:_OPENING] else None
    if match is None or re.search(_FOUNDED, sentence) or re.search(_OF_ITS_OWN, sentence):
        return
    month = int(match[2]) * 12 + int(match[1])
    if _month(period.start) - 12 * _OLDEST <= month < _month(period.start):
        yield match[0].split(",")[0].strip()


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _meet(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end
