"""A block pasted into the log: its rows as activities, columns by headings, else by what they hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Absent, Quantity
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, reading, typed
from tthtcd_tui.imports.blocks.grid import Grid, Line, read_grid
from tthtcd_tui.imports.blocks.headings import ORDER, is_numbering, read_headings, says_period
from tthtcd_tui.imports.blocks.plan import LogPlan, LogRow, TotalCheck, shown
from tthtcd_tui.imports.blocks.shapes import looks_like_number, looks_like_quantity, with_cells_joined
from tthtcd_tui.imports.blocks.table import is_total, number_of, read_cell
from tthtcd_tui.imports.blocks.words import Labels, marker_alone, split_marker
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.periods import Period

_SCREEN_ORDER: Final = ("date", "category", "title", "classes", "participations", "place", "partner", "note")
_NUMBERS: Final = ("classes", "participations")
_WORDS: Final = ("title", "place", "partner", "note")
_CORE: Final = (
    r"(?:[0-9]{1,2} ?[-/.] ?[0-9]{1,2}(?: ?[-/.] ?[0-9]{2,4})?|[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}"
    r"|[0-9]{1,2} ?tháng ?[0-9]{1,2}(?:,? ?năm ?[0-9]{2,4})?)"
)
_HOUR: Final = r"(?:[0-9]{1,2} ?(?:h|:|giờ) ?[0-9]{0,2}(?::[0-9]{2})?)"
_WEEKDAY: Final = re.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)(?:,? ?ngày| ?,| ?[-–]| ) ?", re.IGNORECASE
)
"""Said before a day, and told by it."""
_DAY: Final = re.compile(
    rf"(?:{_WEEKDAY.pattern})?(?:{_HOUR},? ?)?"
    rf"(?:từ |ngày )*(?:[0-9]{{1,2}} ?[-–,&] ?)?{_CORE}(?: ?(?:-|–|đến|,|và) ?(?:ngày )?{_CORE})?"
    rf"(?:[ T]{_HOUR})?[.,;]?",
    re.IGNORECASE,
)
"""What was meant to be a day, or several, whether or not it can be read as one."""
_SAMPLE: Final = 200
_MAY_BE_SUM: Final = re.compile(r"(?:^|\t)[^\w\t]*(?:t|c)[ôốồổỗộo]ng", re.IGNORECASE)
"""A cell that begins with «Tổng» or «Cộng»: of a long log hardly any line is looked at twice."""
_MOST_KEPT: Final = 5_000
_DASHES: Final = "-–—"
_YEARLESS: Final = re.compile(r"\D*[0-9]{1,2} *(?:[-/.]|tháng) *[0-9]{1,2}\D*", re.IGNORECASE)
_THREE: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2,4})")
_MONTHS: Final = 12
_MOST: Final = Decimal("0.6")
"""The share of a column's cells that tells what it holds."""


def log_plan(form: Form, period: Period, raw: str, category: str = "") -> LogPlan:
    """The activities in `raw`, each field as it would be typed. Raises UnusableCharacter as `clean` does.

    `category` is the kind that is offered for all of a block that names none: a list in Word hardly ever does.
    """
    return log_plan_of(form, period, read_grid(raw), category)


def log_plan_of(form: Form, period: Period, grid: Grid, category: str = "") -> LogPlan:
    """The activities in the cells of `grid`, which a spreadsheet or a paste gave."""
    joined = with_cells_joined(grid)
    plans = [_Reader(form, period, each, category).plan() for each in ([grid, joined] if joined != grid else [grid])]
    return max(plans, key=lambda plan: (len(plan.rows), -len(plan.doubtful)))


class Categories:
    """The kinds of activity that a form knows, by their labels and by the markers of its table."""

    def __init__(self, form: Form) -> None:
        self._field: Field = form.records[PlaceKind.ACTIVITY]["category"]
        rows = [found.row for found in layout(form).rows.values() if found.row.place.kind == PlaceKind.RESULTS]
        self._rows: dict[str, ReportRow] = {
            row.place.parts[-1]: row for row in rows if row.role in (RowRole.BODY, RowRole.SUB)
        }
        self._labels = Labels({key: (row.label,) for key, row in self._rows.items()})
        self._by_marker: dict[str, list[str]] = {}
        for key, row in self._rows.items():
            if row.marker:
                self._by_marker.setdefault(row.marker.casefold(), []).append(key)

    def key(self, text: str) -> str | None:
        """The one kind that `text` names; None where that is not sure."""
        return self.by_marker(text) or self._labels.match(text).key

    def by_marker(self, text: str) -> str | None:
        """By its marker alone: «a», «a)», «3.a»."""
        marker = re.sub("^[0-9]+[.]?(?=[a-zđ])", "", marker_alone(text).casefold())
        found = self._by_marker.get(marker, [])
        return found[0] if len(found) == 1 else None

    def typed(self, key: str) -> str:
        return typed(self._field, key)


@dataclass(frozen=True)
class _Columns:
    """Which column holds which field, and how that was told."""

    where: Mapping[str, int] = field(default_factory=dict)
    is_guessed: bool = False
    notes: tuple[str, ...] = ()
    problem: str = ""
    """Why a column cannot be told; then no row is sure."""


@dataclass
class _Reader:
    form: Form
    period: Period
    grid: Grid
    category: str = ""

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        return self.form.records[PlaceKind.ACTIVITY]

    @cached_property
    def categories(self) -> Categories:
        return Categories(self.form)

    # -- rows

    @cached_property
    def _width(self) -> int:
        return self.grid.width

    @cached_property
    def _first(self) -> int:
        """The number of lines above the data: before the first with a day in it, or with numbers and more."""
        return next((n for n, line in enumerate(self.grid.lines) if self._is_data(line)), len(self.grid.lines))

    def _is_data(self, line: Line) -> bool:
        full = [cell for cell in line.cells if cell]
        if any(map(_DAY.fullmatch, full)):
            return len(full) > 1
        return len(full) > 2 and any(map(looks_like_quantity, full)) and not is_numbering(line)

    @cached_property
    def _data(self) -> list[Line]:
        return [line for line in self.grid.lines[self._first :] if not line.is_blank and not is_numbering(line)]

    @cached_property
    def _rows(self) -> list[Line]:
        """The lines that may be activities: neither totals nor headings between them."""
        return [line for line in self._data if self._is_row(line)]

    @cached_property
    def _row_numbers(self) -> frozenset[int]:
        return frozenset(line.number for line in self._rows)

    @cached_property
    def _sums(self) -> list[Line]:
        return [line for line in self._data if line.number not in self._row_numbers and self._is_sum(line)]

    def _is_row(self, line: Line) -> bool:
        return len(line.cells) - line.cells.count("") > 1 and not self._is_sum(line) and not self._names_kind(line)

    def _names_kind(self, line: Line) -> bool:
        """Whether it is a heading between the rows: «A · Học nghề ngắn hạn»."""
        return len(line.cells) - line.cells.count("") < 3 and bool(self._kind_of(line))

    @cached_property
    def _sample(self) -> list[Line]:
        """The rows by which columns are told: a long log begins as it goes on."""
        return self._rows[:_SAMPLE]

    def _is_sum(self, line: Line) -> bool:
        if _MAY_BE_SUM.search("\t".join(line.cells)) is None:
            return False
        words = [cell for cell in line.cells if cell and not looks_like_number(cell)]
        return bool(words) and is_total(words[0]) and not any(_DAY.fullmatch(cell) for cell in words)

    # -- columns

    @cached_property
    def columns(self) -> _Columns:
        titles = read_headings([line for line in self.grid.lines[: self._first] if not self._names_kind(line)])
        named = titles.named({key: each.label for key, each in self.fields.items()})
        where = {
            key: column
            for column, key in enumerate(named)
            if key is not None and key in self.fields and named.count(key) == 1
        }
        free = [c for c in range(self._width) if c not in where.values()]
        if named and len(where) > 1:
            skip = [c for c in free if c < len(named) and titles.titles[c]]
            return self._by_contents(where, [c for c in free if c not in skip], self._passed_over(titles.titles, named))
        return self._by_contents({}, [c for c in free if not (c < len(named) and named[c] == ORDER)])

    def _passed_over(self, titles: Sequence[str], named: Sequence[str | None]) -> tuple[str, ...]:
        """Columns with titles that are no fields of an activity."""
        left = [
            title for title, key in zip(titles, named, strict=True) if title and (key is None or named.count(key) > 1)
        ]
        return (f"Bỏ qua cột {', '.join(map(shown, left))}.",) if left else ()

    def _by_contents(self, where: Mapping[str, int], free: Sequence[int], notes: tuple[str, ...] = ()) -> _Columns:
        """Tell the `free` columns by what they hold, for the fields no heading named."""
        found = dict(where)
        left = [c for c in free if any(line.cell(c) for line in self._sample)]
        days = self._holding(left, _is_day)
        if "date" not in found and days:
            found["date"] = days[0]
        left = [c for c in left if c not in days]
        left = [c for c in left if not self._is_order(c, found.get("date"))]
        numbers = [c for c in self._holding(left, looks_like_quantity) if not self._all_markers(c)]
        words = [c for c in left if c not in numbers]
        is_guessed = False
        if "category" not in found and (kinds := self._kinds(words)):
            found["category"] = kinds[0]
            is_guessed |= len(kinds) > 1
            words.remove(kinds[0])
        problem = self._problem(found, numbers, words)
        if len(days) > 1:
            problem = f"có {len(days)} cột ngày, chưa rõ cột nào là ngày của hoạt động; hãy dán cả dòng tiêu đề"
        found |= dict(zip((key for key in _NUMBERS if key not in found), numbers, strict=False))
        missing = [key for key in _WORDS if key not in found]
        found |= dict(zip(missing, words, strict=False))
        is_guessed |= len(words) > 1 and bool(missing)
        if not where and not {"date", "category", "title"} <= set(found):
            return self._in_screen_order() or _Columns(found, True, notes, problem)
        return _Columns(found, is_guessed, notes, problem)

    def _problem(self, found: Mapping[str, int], numbers: Sequence[int], words: Sequence[int]) -> str:
        """Why the columns left over cannot be told."""
        missing = [key for key in _NUMBERS if key not in found]
        if numbers and len(numbers) != len(missing):
            return f"cột {numbers[0] + 1} chưa rõ là số gì; hãy dán cả dòng tiêu đề"
        where = {**found, **dict(zip(missing, numbers, strict=False))}
        if len(numbers) > 1 and self._falls(where):
            return "cột số đầu lớn hơn cột sau, chưa rõ cột nào là số lớp; hãy dán cả dòng tiêu đề"
        room = sum(key not in found for key in _WORDS)
        return f"cột {words[room] + 1} chưa rõ là gì; hãy dán cả dòng tiêu đề" if len(words) > room else ""

    def _in_screen_order(self) -> _Columns | None:
        """As the screen has the columns, if what they hold may be so."""
        if not 2 < self._width <= len(_SCREEN_ORDER):
            return None
        found = dict(zip(_SCREEN_ORDER, range(self._width), strict=False))
        numbers = self._holding(range(self._width), looks_like_quantity)
        if any(column in numbers for key, column in found.items() if key in _WORDS):
            return None
        return _Columns(found, True)

    def _holding(self, columns: Iterable[int], test: Callable[[str], object]) -> list[int]:
        """Those of which most cells pass the test, in order; of equals the first."""
        return [c for c in columns if self._share(c, test) >= _MOST]

    def _share(self, column: int, test: Callable[[str], object]) -> Decimal:
        cells = [line.cell(column) for line in self._sample if line.cell(column)]
        return Decimal(sum(bool(test(cell)) for cell in cells)) / len(cells) if cells else Decimal(0)

    def _is_order(self, column: int, day: int | None) -> bool:
        """Whether a column only numbers the rows: 1, 2, 3 … before the day."""
        cells = [marker_alone(line.cell(column)) for line in self._sample]
        if not all(cell.isdecimal() for cell in cells) or (day is not None and column > day):
            return False
        numbers = list(map(int, cells))
        return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and column == 0

    def _all_markers(self, column: int) -> bool:
        return self._share(column, lambda cell: not looks_like_quantity(cell)) == 1

    def _kinds(self, columns: Sequence[int]) -> list[int]:
        """The columns that name kinds of activity, that with most of them first; those as good as it after it."""
        shares = {c: self._share(c, self.categories.key) for c in columns}
        best = max(shares.values(), default=Decimal(0))
        return [c for c in columns if shares[c] == best] if best >= _MOST else []

    def _falls(self, where: Mapping[str, int]) -> bool:
        """Whether most rows that say both have more classes than people."""
        cells = [
            [read_cell(self.fields[key], line.cell(where[key])).answer for key in _NUMBERS] for line in self._sample
        ]
        pairs = [(a.number, b.number) for a, b in cells if isinstance(a, Quantity) and isinstance(b, Quantity)]
        return sum(classes > people for classes, people in pairs) * 2 > len(pairs)

    # -- the plan

    def plan(self) -> LogPlan:
        rows: list[LogRow] = []
        doubtful: list[LogRow] = []
        offered = "" if self._names_kinds else self.category
        heading = self._heading_above() or offered
        for line in self._data:
            if line.number in self._row_numbers:
                row = self._row(line, heading)
                (doubtful if row.doubt else rows).append(row)
            elif line not in self._sums:
                heading = self._kind_of(line) or offered
        notes = list(self.columns.notes)
        notes += [f"Bỏ qua dòng {shown(line.text)}: chương trình tự cộng." for line in self._sums]
        skipped = len(self.grid.lines) - len(self._rows)
        totals = tuple(self._totals(rows)) if not doubtful else ()
        by_column = tuple(
            next((key for key, c in self.columns.where.items() if c == column), "") for column in range(self._width)
        )
        if not rows and not doubtful:
            notes.append("Không nhận ra hoạt động nào trong phần vừa dán.")
        is_guessed = self.columns.is_guessed or any("category" not in self.columns.where for _ in rows)
        kind = self.categories.typed(offered) if offered else ""
        return LogPlan(tuple(rows), tuple(doubtful), skipped, totals, tuple(notes), by_column, is_guessed, kind)

    @cached_property
    def _names_kinds(self) -> bool:
        """Whether the block says itself of what kind its activities are, in a column or between the rows."""
        return "category" in self.columns.where or any(map(self._kind_of, self.grid.lines))

    def _heading_above(self) -> str:
        """The kind of activity that stands as a heading right over the first row."""
        above = [line for line in self.grid.lines[: self._first] if not line.is_blank][-1:]
        return next((self._kind_of(line) for line in above), "")

    def _kind_of(self, line: Line) -> str:
        """The kind that a line names which says nothing else, but for its numbering."""
        full = [cell for cell in line.cells if cell]
        words = full[1:] if len(full) > 1 and marker_alone(full[0]) else full
        return (self.categories.key(split_marker(words[0])[1]) or "") if len(words) == 1 else ""

    def _familiar(self, line: Line) -> LogRow | None:
        """The row, if all but its title has been read before: so are nearly all of a long book."""
        known, title_at = self._read_before
        cells = line.cells
        if known is None or len(cells) < self._width:
            return None
        title = cells[title_at]
        if not title or title[0] in _DASHES:
            return None
        try:
            texts = {key: texts_of[cells[column]] for key, column, texts_of in known}
        except KeyError:
            return None
        outside = self._days.get(texts["date"])
        if outside is None:
            return None
        texts["title"] = title
        if "" in texts.values():
            texts = {key: text for key, text in texts.items() if text}
        return LogRow(line.number, texts, outside)

    @cached_property
    def _read_before(self) -> tuple[list[tuple[str, int, dict[str, str]]] | None, int]:
        """Each field but the title with its column and what its sound cells were read as; and the title's column.

        None where a row says not all that an activity must.
        """
        where = self.columns.where
        if self.columns.problem or not {"date", "title", "category"} <= set(where):
            return None, 0
        return [(key, where[key], {}) for key in self.fields if key in where and key != "title"], where["title"]

    def _remember(self, line: Line, row: LogRow) -> None:
        known, _ = self._read_before
        for key, column, cells in known or ():
            if len(cells) < _MOST_KEPT:
                cells[line.cell(column)] = row.fields.get(key, "")

    def _row(self, line: Line, heading: str) -> LogRow:
        familiar = self._familiar(line)
        if familiar is None:
            familiar = self._new_row(line, heading)
            if familiar.is_complete:
                self._remember(line, familiar)
        return familiar

    def _new_row(self, line: Line, heading: str) -> LogRow:
        texts: dict[str, str] = {}
        doubts: list[str] = [self.columns.problem] if self.columns.problem else []
        cells = line.cells
        for key, each, column, known in self._asked:
            raw = cells[column] if column < len(cells) else ""
            read = known.get(raw)
            if read is None:
                read = self._cell(key, each, raw)
                if len(known) < _MOST_KEPT:
                    known[raw] = read
            if read[1]:
                doubts.append(f"{each.label}: {read[1]}")
            elif read[0]:
                texts[key] = read[0]
        if heading and "category" not in self.columns.where:
            texts["category"] = self.categories.typed(heading)
            doubts = [doubt for doubt in doubts if not doubt.startswith(f"{self.fields['category'].label}: ")]
        if doubts:
            return LogRow(line.number, texts, "; ".join(doubts), is_complete=False)
        day = line.cell(self.columns.where["date"])
        return LogRow(line.number, texts, self._outside(texts["date"]) or self._misread(day))

    @cached_property
    def _asked(self) -> list[tuple[str, Field, int, dict[str, tuple[str, str]]]]:
        """Each field with its column, and how its cells were read so far: a long log says the same over and over."""
        where, beyond = self.columns.where, self._width
        asked = [(key, each) for key, each in self.fields.items() if key in where or each.required]
        return [(key, each, where.get(key, beyond), {}) for key, each in asked]

    def _cell(self, key: str, each: Field, raw: str) -> tuple[str, str]:
        """What would be typed, and why it cannot be."""
        if key == "date" and _is_day(raw):
            raw = _WEEKDAY.sub("", raw, count=1)
        if not raw or (raw in "-–—" and not each.required):
            return "", f"còn thiếu {each.label.lower()}" if each.required else ""
        if each.kind is FieldType.TEXT and raw[0] not in _DASHES:
            return raw, ""  # the cells of a grid are clean
        if key == "category":
            found = self.categories.key(raw)
            return (self.categories.typed(found), "") if found else ("", f"{shown(raw)} không rõ là loại nào")
        answer, _ = reading(each, raw, days=self.period.days)
        if isinstance(answer, Problem):
            return "", answer.message.rstrip(".")
        if isinstance(answer, Absent):
            return "", f"còn thiếu {each.label.lower()}" if each.required or answer is not UNANSWERED else ""
        return typed(each, answer), ""

    def _outside(self, typed_day: str) -> str:
        """Why a day is not one of the report; nothing for one that is."""
        known = self._days.get(typed_day)
        if known is None:
            day = read(self.fields["date"], typed_day)
            known = ""
            if isinstance(day, date) and not self.period.start <= day <= self.period.end:
                known = f"ngày {format_date(day)} ngoài kỳ báo cáo ({self.period.title})"
            self._days[typed_day] = known
        return known

    def _misread(self, raw: str) -> str:
        """Why a day may be another than it seems; nothing for one that is sure."""
        if self._other_year and _YEARLESS.fullmatch(raw):
            year = f"bảng dán ghi {shown(self._other_year)}, không phải {self.period.title}"
            return f"{shown(raw)} chưa có năm, mà {year}; hãy ghi cả năm"
        month_first = self._month_first
        turned = _turned(raw) if month_first else None
        if turned is None or not self.period.start <= turned <= self.period.end:
            return ""
        return (
            f"{shown(raw)} có thể là {format_date(turned)}: cùng cột có {shown(month_first)}, viết tháng trước ngày;"
            " hãy viết lại theo thứ tự ngày/tháng/năm"
        )

    @cached_property
    def _other_year(self) -> str:
        """What stands above and says that the block is of another year; nothing if nothing does."""
        above = [line.text for line in self.grid.lines[: self._first] if sum(map(bool, line.cells)) == 1]
        return next((text for text in above if says_period(text, self.period) is False), "")

    @cached_property
    def _month_first(self) -> str:
        """A day of the column that can only be month first, where none can only be day first; nothing if none is."""
        days = [found for line in self._rows if (found := _THREE.fullmatch(line.cell(self.columns.where["date"])))]
        if any(int(day[1]) > _MONTHS for day in days):
            return ""
        return next((day[0] for day in days if int(day[3]) > _MONTHS), "")

    @cached_property
    def _days(self) -> dict[str, str]:
        return {}

    def _totals(self, rows: Sequence[LogRow]) -> Iterator[TotalCheck]:
        """The pasted sums beside what the activities add up to."""
        for line in self._sums:
            for key in _NUMBERS:
                column = self.columns.where.get(key, -1)
                pasted = number_of(read_cell(self.fields[key], line.cell(column)))
                if pasted:
                    yield TotalCheck(pasted, self._added(rows, key), "TỔNG")
            return

    def _added(self, rows: Sequence[LogRow], key: str) -> Decimal:
        counts = Counter(row.fields.get(key, "") for row in rows)
        return sum((number_of(read_cell(self.fields[key], text)) * times for text, times in counts.items()), Decimal(0))


def _turned(raw: str) -> date | None:
    """The day that `raw` is if its month stands first; None where that is no day or the same."""
    found = _THREE.fullmatch(raw)
    if found is None or found[1] == found[3]:
        return None
    try:
        return date(int(found[4]) + (2000 if len(found[4]) == 2 else 0), int(found[1]), int(found[3]))
    except ValueError:
        return None


def _is_day(cell: str) -> bool:
    return _DAY.fullmatch(cell) is not None
