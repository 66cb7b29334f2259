"""The rows of a log read column by column: each column of a long one says the same over and over."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Absent
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, reading, typed
from tthtcd_tui.imports.blocks.categories import Categories
from tthtcd_tui.imports.blocks.days import WEEKDAY, WEEKDAY_NAMES, is_day, weekday_of, without_hour
from tthtcd_tui.imports.blocks.grid import Line, columns_of, numbers_of
from tthtcd_tui.imports.blocks.plan import LogRows, RowDoubt, shown
from tthtcd_tui.imports.blocks.upside_down import MORE_CLASSES, is_upside_down
from tthtcd_tui.imports.columns import Column
from tthtcd_tui.report.activity import ACTIVITY_FIELDS
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted

_DASHES: Final = "-–—"
_SHORT: Final = "thiếu một ô, chưa rõ là ô của cột nào"
_YEARLESS: Final = re.compile(r"\D*[0-9]{1,2} *(?:[-/.]|tháng) *[0-9]{1,2}\D*", re.IGNORECASE)
_THREE: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2,4})")
_MONTHS: Final = 12
_COUNTED: Final = re.compile(r"[0-9]{5}")
_DAY_ZERO: Final = date(1899, 12, 30)
"""From which Excel counts days; by its other count a day falls outside the year, and is not proposed."""

_Doubts = dict[int, list[str]]
"""By row, why it is not sure."""


class RowReader:
    """Reads the lines that are activities, once it is known which column holds which field.

    `problem` says why a column cannot be told: then no row is sure. `other_year` is what stands above the rows and says
    that they are of another year than `period`.
    """

    def __init__(
        self,
        form: Form,
        period: Period,
        categories: Categories,
        where: Mapping[str, int],
        problem: str = "",
        other_year: str = "",
    ) -> None:
        self._fields = form.records[PlaceKind.ACTIVITY]
        self._period = period
        self._categories = categories
        self._where = where
        self._problem = problem
        self._other_year = other_year

    def read(self, lines: Sequence[Line], headings: Column, short: Collection[int] = ()) -> LogRows:
        """Each line as a row; `headings` are the kinds that stand over them, and count where no column says more.

        The rows `short` lack a cell, and nothing says which.
        """
        height = len(lines)
        doubts: _Doubts = {n: [_SHORT] for n in short}
        for n in range(height) if self._problem else ():
            doubts.setdefault(n, []).append(self._problem)
        blank = Column([""], height)
        raw = {key: self._raw(key, lines) for key in ACTIVITY_FIELDS}
        columns = {
            key: self._column(key, column, headings, doubts) if key in self._fields else blank
            for key, column in raw.items()
        }
        odd = self._odd_days(raw["date"], columns["date"])
        told = {n: RowDoubt("; ".join(doubts.get(n, ())) or odd[n], n not in doubts) for n in sorted({*doubts, *odd})}
        whole = {n: doubt._replace(cells=lines[n].cells) for n, doubt in told.items()}
        return LogRows(numbers_of(lines), columns, whole)

    def kinds_beyond(self, lines: Sequence[Line]) -> Mapping[str, str]:
        """What each kind of a column was taken for that says but a part of it."""
        raw = self._raw("category", lines)
        return {text: kind for text in raw.values if (kind := self._categories.beyond(text))}

    def part_named(self, lines: Sequence[Line]) -> Mapping[int, str]:
        """By row, what its kind was taken for where it says but a part of it."""
        raw, taken = self._raw("category", lines), self.kinds_beyond(lines)
        return {n: taken_for(raw[n], taken[raw[n]]) for n in raw.rows_where(taken.__contains__)} if taken else {}

    @staticmethod
    def more_classes(rows: LogRows) -> tuple[str, ...]:
        """What is said of the rows that have more classes than people came to them, each once."""
        pairs = dict.fromkeys(zip(rows.columns["classes"].cells(), rows.columns["participations"].cells(), strict=True))
        return tuple(f"{a} lớp, {b} lượt người: {MORE_CLASSES}" for a, b in pairs if is_upside_down(a, b))

    def yearless(self, lines: Sequence[Line], rows: LogRows) -> str:
        """What a day without its year was taken for; nothing where every day has one."""
        raw, days = self._raw("date", lines), rows.columns["date"]
        without = [n for n in raw.rows_where(_YEARLESS.fullmatch) if days[n] and n not in rows.doubts]
        if not without:
            return ""
        count = f"{len(without)} ngày chưa có năm: " if len(without) > 1 else ""
        return f"{count}{shown(raw[without[0]])} hiểu là {days[without[0]]}"

    def _raw(self, key: str, lines: Sequence[Line]) -> Column:
        cells, at = columns_of(lines), self._where.get(key, -1)
        return cells[at] if -1 < at < len(cells) else Column([""], len(lines))

    def _column(self, key: str, raw: Column, headings: Column, doubts: _Doubts) -> Column:
        """What would be typed in a field, row by row; why it cannot be goes into `doubts`. Each text is read once."""
        field = self._fields[key]
        read = {text: self._cell(key, field, text) for text in _read_closely(field, raw.values)}
        wrong = {text: f"{field.label}: {why}" for text, (_, why) in read.items() if why}
        is_headed = key == "category" and key not in self._where
        for n in raw.rows_where(wrong.__contains__) if wrong else ():
            if not (is_headed and headings[n]):
                doubts.setdefault(n, []).append(wrong[raw[n]])
        if is_headed:
            return headings.mapped(lambda heading: heading and self._categories.typed(heading))
        instead = {text: typed for text, (typed, _) in read.items() if typed != text}
        return raw.mapped(lambda text: instead.get(text, text)) if instead else raw

    def _cell(self, key: str, field: Field, raw: str) -> tuple[str, str]:
        """What would be typed, and why it cannot be."""
        if key == "date" and is_day(raw):
            raw = WEEKDAY.sub("", raw, count=1)
        if not raw or (raw in _DASHES and not field.required):
            return "", f"còn thiếu {field.label.lower()}" if field.required else ""
        if key == "category":
            found = self._categories.key(raw)
            return (self._categories.typed(found), "") if found else ("", f"{shown(raw)} không rõ là loại nào")
        answer, _ = reading(field, raw, days=self._period.days)
        if isinstance(answer, Problem):
            return self._day_beside(raw) if key == "date" else "", answer.message.rstrip(".")
        if isinstance(answer, Absent):
            return "", f"còn thiếu {field.label.lower()}" if field.required or answer is not UNANSWERED else ""
        return typed(field, answer), ""

    def _day_beside(self, raw: str) -> str:
        """The day that stands beside an hour, or that Excel counts: proposed, and the row is not sure."""
        field = self._fields["date"]
        if _COUNTED.fullmatch(raw):
            day = _DAY_ZERO + timedelta(int(raw))
            return typed(field, day) if self._period.start <= day <= self._period.end else ""
        answer, _ = reading(field, without_hour(raw), days=self._period.days)
        return typed(field, answer) if isinstance(answer, date) else ""

    # -- days that can be read, and are odd all the same

    def _odd_days(self, raw: Column, days: Column) -> Mapping[int, str]:
        """By row why its day is not sure, of those that are not."""
        month_first = _month_first(raw.values)
        found = dict(zip(raw.values, days.values, strict=True))
        odd = {text: why for text, day in found.items() if day and (why := self._why_odd(text, day, month_first))}
        return {n: odd[raw[n]] for n in raw.rows_where(odd.__contains__)}

    def _why_odd(self, raw: str, day: str, month_first: str) -> str:
        return self._outside(day) or self._on_another_weekday(raw, day) or self._misread(raw, month_first)

    def _on_another_weekday(self, raw: str, typed_day: str) -> str:
        """Why a day is odd that is not the weekday said before it."""
        said, day = weekday_of(raw), read(self._fields["date"], typed_day)
        if said is None or not isinstance(day, date) or day.weekday() == said:
            return ""
        return f"{shown(raw)}: ngày {format_date(day)} là {WEEKDAY_NAMES[day.weekday()]}; hãy xem lại ngày"

    def _outside(self, typed_day: str) -> str:
        """Why a day is not one of the report; nothing for one that is."""
        day = read(self._fields["date"], typed_day)
        if isinstance(day, date) and not self._period.start <= day <= self._period.end:
            return f"ngày {format_date(day)} ngoài kỳ báo cáo ({self._period.title})"
        return ""

    def _misread(self, raw: str, month_first: str) -> str:
        """Why a day may be another than it seems; nothing for one that is sure."""
        if self._other_year and _YEARLESS.fullmatch(raw):
            year = f"bảng dán ghi {shown(self._other_year)}, không phải {self._period.title}"
            return f"{shown(raw)} chưa có năm, mà {year}; hãy ghi cả năm"
        turned = _turned(raw) if month_first else None
        if turned is None or not self._period.start <= turned <= self._period.end:
            return ""
        return (
            f"{shown(raw)} có thể là {format_date(turned)}: cùng cột có {shown(month_first)}, viết tháng trước ngày;"
            " hãy viết lại theo thứ tự ngày/tháng/năm"
        )


def taken_for(text: str, kind: str) -> str:
    """«“Xã hội” hiểu là loại “Văn hóa xã hội”»"""
    return f"{shown(text)} hiểu là loại {quoted(kind)}"


def _read_closely(field: Field, texts: Sequence[str]) -> Sequence[str]:
    """Those that are not typed as they stand: words are, for the cells of a grid are clean."""
    if field.kind is not FieldType.TEXT:
        return texts
    return [text for text in texts if not text or text[0] in _DASHES]


def _month_first(raw: Sequence[str]) -> str:
    """A day of the column that can only be month first, where none can only be day first; nothing if none is."""
    days = [found for text in dict.fromkeys(raw) if (found := _THREE.fullmatch(text))]
    if any(int(day[1]) > _MONTHS for day in days):
        return ""
    return next((day[0] for day in days if int(day[3]) > _MONTHS), "")


def _turned(raw: str) -> date | None:
    """The day that `raw` is if its month stands first; None where that is no day or the same."""
    found = _THREE.fullmatch(raw)
    if found is None or found[1] == found[3]:
        return None
    try:
        return date(int(found[4]) + (2000 if len(found[4]) == 2 else 0), int(found[1]), int(found[3]))
    except ValueError:
        return None
