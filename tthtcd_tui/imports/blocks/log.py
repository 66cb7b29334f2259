"""A block pasted into the log: its rows as activities, columns by headings, else by what they hold."""

from __future__ import annotations

import operator
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import chain, islice
from typing import Final

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.imports.blocks.categories import Categories
from tthtcd_tui.imports.blocks.days import is_day
from tthtcd_tui.imports.blocks.grid import (
    Grid,
    Line,
    Lines,
    Parted,
    columns_of,
    last_of,
    numbers_of,
    read_grid,
    without,
)
from tthtcd_tui.imports.blocks.headings import (
    ORDER,
    is_numbering,
    is_of_one_sex,
    is_of_something_else,
    may_be_mark,
    read_headings,
    says_magnitude,
    says_period,
    with_all_people,
)
from tthtcd_tui.imports.blocks.log_rows import RowReader
from tthtcd_tui.imports.blocks.plan import LogPlan, LogRows, TotalCheck, shown
from tthtcd_tui.imports.blocks.shapes import looks_like_number, looks_like_quantity, with_cells_joined
from tthtcd_tui.imports.blocks.table import is_total, number_of, read_cell
from tthtcd_tui.imports.blocks.words import marker_alone, split_marker
from tthtcd_tui.imports.columns import Column
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted

_SCREEN_ORDER: Final = ("date", "category", "title", "classes", "participations", "place", "partner", "note")
_NUMBERS: Final = ("classes", "participations")
_WORDS: Final = ("title", "place", "partner", "note")
_SAMPLE: Final = 200
_FEWEST_CELLS: Final = 3
"""That have something in them, of a line that is surely no heading between the rows."""
_MAY_BE_SUM: Final = re.compile(r"\W*[tc][ôốồổỗộo]ng", re.IGNORECASE)
"""Begins with «Tổng» or «Cộng»."""
_MOST_SUMS: Final = 60
"""Of parts that are compared: those of five years' months."""
_SUM_LETTERS: Final = "tTcC"
_is_blank: Final = operator.not_
_PART_OF_YEAR: Final = re.compile(
    r"\W*(?:(?:trong |ket qua )*(?:thang|qu[iy]|hoc k[iy]|k[iy]|dot|nam|nam hoc|tuan)\b[\s\divx/.,()-]*)+\W*"
)
"""A heading between the rows that says when: «Tháng 3/2023», «Quý IV năm 2018», «Học kỳ I»."""
_MOST_NAMED: Final = 3
_COUNTS: Final = re.compile(r"\b(?:so|luot|nguoi|hoc vien|tham|du|dang k[iy]|lop|buoi|si so|sl|hv|thuc hien|ket qua)\b")
"""What stands over a column that may count classes or people."""
_MOST: Final = Decimal("0.6")
"""The share of a column's cells that tells what it holds."""


def _marks(column: Column) -> Sequence[int]:
    """The rows that may number the columns, by what stands in one of them."""
    are_longer = not may_be_mark(min(column.values, key=len, default=""))
    return () if are_longer else column.rows_where(may_be_mark)


def _beginning_as_sums(cells: Sequence[str]) -> Iterable[str]:
    """Those that begin as sums do."""
    firsts = {cell[:1] for cell in cells}
    others = {first for first in firsts if first.isalnum() and first not in _SUM_LETTERS}
    if len(others) == len(firsts):
        return ()
    return filter(_MAY_BE_SUM.match, (cell for cell in cells if cell[:1] not in others))


def log_plan(form: Form, period: Period, raw: str, category: str = "") -> LogPlan:
    """The activities in `raw`, each field as it would be typed. Raises UnusableCharacter as `clean` does.

    `category` is the kind that is offered for all of a block that names none: a list in Word hardly ever does.
    """
    return log_plan_of(form, period, read_grid(raw), category)


def log_plan_of(form: Form, period: Period, grid: Grid, category: str = "") -> LogPlan:
    """The activities in the cells of `grid`, which a spreadsheet or a paste gave."""
    joined = with_cells_joined(grid)
    plans = [_Reader(form, period, grid, category).plan()]
    if joined != grid:
        plans.append(_Reader(form, period, joined, category, is_joined=True).plan())
    return max(plans, key=lambda plan: (len(plan.rows), -len(plan.doubtful)))


def _is_part(line: Line) -> bool:
    """Whether a line begins a part of the log: «I · Quý IV năm 2018»."""
    full = [cell for cell in line.cells if cell]
    return len(full) == 2 and len(line.cells) > _FEWEST_CELLS and bool(marker_alone(full[0]))


def _passed_over(lines: Sequence[Line]) -> Iterator[str]:
    """What is said of lines that are no activities."""
    if lines:
        more = f" và {len(lines) - _MOST_NAMED} dòng khác" if len(lines) > _MOST_NAMED else ""
        yield f"Bỏ qua dòng {', '.join(shown(line.text) for line in lines[:_MOST_NAMED])}{more}."


@dataclass(frozen=True)
class _Columns:
    """Which column holds which field, and how that was told."""

    where: Mapping[str, int] = field(default_factory=dict)
    is_guessed: bool = False
    notes: tuple[str, ...] = ()
    problem: str = ""
    """Why a column cannot be told; then no row is sure."""
    is_untitled: bool = False
    """Whether no titles said any of it."""


@dataclass
class _Reader:
    form: Form
    period: Period
    grid: Grid
    category: str = ""
    is_joined: bool = False
    """Whether cells were joined that may have been one: then what stands over the table may be in the first title."""

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
        if any(map(is_day, full)):
            return len(full) > 1
        return len(full) > 2 and any(map(looks_like_quantity, full)) and not is_numbering(line)

    @cached_property
    def _below(self) -> Sequence[Line]:
        """The lines from the first of data on."""
        lines = self.grid.lines
        return lines.beyond(self._first) if isinstance(lines, Lines) else list(lines[self._first :])

    @cached_property
    def _parted(self) -> tuple[Sequence[Line], list[Line]]:
        """The lines that may be activities; and those between them that are not, neither blank nor numbers of columns.

        Of a long log only those lines are looked at that may be something else.
        """
        below = self._below
        odd = self._odd if isinstance(below, Lines) else range(len(below))
        dropped = {row: line for row in odd if not self._is_row(line := below[row])}
        return without(below, dropped), [*filter(self._is_told, dropped.values())]

    @cached_property
    def _odd(self) -> Sequence[int]:
        """The rows that have a blank where most have a cell, or may be sums, or may number the columns."""
        columns = columns_of(self._below)
        blanks = sorted((column.rows_where(_is_blank) for column in columns), key=len)[:_FEWEST_CELLS]
        if len(blanks) < _FEWEST_CELLS:
            return range(len(self._below))
        longest = max(columns, key=lambda column: sum(map(len, islice(column, _SAMPLE))))
        sums = (column.rows_where(self._may_be_sums.__contains__) for column in columns if self._may_be_sums)
        return sorted(set(chain(_marks(longest), *blanks, *sums)))

    @staticmethod
    def _is_told(line: Line) -> bool:
        return not line.is_blank and not is_numbering(line)

    @property
    def _rows(self) -> Sequence[Line]:
        """The lines that may be activities: neither totals nor headings between them."""
        return self._parted[0]

    @cached_property
    def _may_be_sums(self) -> frozenset[str]:
        """The cells that begin as sums do: looked for once a cell and not once a line, of which there are many."""
        return frozenset(cell for column in columns_of(self._below) for cell in _beginning_as_sums(column.values))

    @cached_property
    def _sums(self) -> list[Line]:
        return [line for line in self._parted[1] if self._is_sum(line)]

    def _is_row(self, line: Line) -> bool:
        if not self._is_told(line):
            return False
        full = len(line.cells) - line.cells.count("")
        return full > 1 and not self._is_sum(line) and not (full < _FEWEST_CELLS and self._kind_of(line))

    def _names_kind(self, line: Line) -> bool:
        """Whether it is a heading between the rows: «A · Học nghề ngắn hạn»."""
        return len(line.cells) - line.cells.count("") < _FEWEST_CELLS and bool(self._kind_of(line))

    @cached_property
    def _sample(self) -> Sequence[Line]:
        """The rows by which columns are told: a long log begins as it goes on."""
        return self._rows[:_SAMPLE]

    def _is_sum(self, line: Line) -> bool:
        if self._may_be_sums.isdisjoint(line.cells):
            return False
        words = [cell for cell in line.cells if cell and not looks_like_number(cell)]
        return bool(words) and is_total(words[0]) and not any(map(is_day, words))

    # -- columns

    @cached_property
    def columns(self) -> _Columns:
        above = [line for line in self.grid.lines[: self._first] if not (self._names_kind(line) or _is_part(line))]
        titles = read_headings(above)
        named = with_all_people(titles, titles.named({key: each.label for key, each in self.fields.items()}))
        where = {
            key: column
            for column, key in enumerate(named)
            if key is not None and key in self.fields and named.count(key) == 1
        }
        free = [c for c in range(self._width) if c not in where.values()]
        if named and len(where) > 1:
            days = [] if "date" in where or self.is_joined else self._holding(free, is_day)
            skip = [c for c in free if c < len(named) and titles.titles[c] and c not in days]
            passed_over = self._passed_over(titles.titles, named)
            columns = self._by_contents(where, [c for c in free if c not in skip], passed_over)
            odd = [titles.titles[c] for c in days if c < len(named) and titles.titles[c]]
            problem = (
                columns.problem or self._untold(titles.titles, named, columns.where) or self._by_thousands(titles.above)
            )
            return replace(columns, is_guessed=columns.is_guessed or bool(odd), problem=problem)
        found = self._by_contents({}, [c for c in free if not (c < len(named) and named[c] == ORDER)])
        return replace(found, is_untitled=True)

    @staticmethod
    def _by_thousands(titles: Sequence[str]) -> str:
        """Why numbers do not say how many came, where a title says so."""
        title = next(filter(says_magnitude, titles), "")
        return f"{shown(title)} không đếm từng người, từng lớp; hãy đổi ra số đủ rồi dán lại" if title else ""

    def _untold(self, titles: Sequence[str], named: Sequence[str | None], where: Mapping[str, int]) -> str:
        """Why numbers may be lost: those of a column passed over may be the ones no column is for."""
        passed = [c for c, title in enumerate(titles) if title and c not in where.values() and named[c] != ORDER]
        for column in self._holding(passed, looks_like_quantity):
            title = titles[column]
            if told := self._by_thousands([title]):
                return told
            is_missing = any(key not in where for key in _NUMBERS)
            if "participations" not in where and is_of_one_sex(title):
                return f"cột {shown(title)} chỉ là một phần số lượt người, bảng dán không có cột tổng số"
            if is_missing and _COUNTS.search(fold(title)) and not is_of_something_else(title):
                return f"chưa rõ cột {shown(title)} là số lớp hay số lượt người; hãy ghi rõ trên tiêu đề rồi dán lại"
        return ""

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
        days = self._holding(left, is_day)
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
        read = self._reader.read(self._rows, self._headings(), self._short)
        rows, doubtful = read.sure, read.doubtful
        notes = list(self.columns.notes)
        notes += [f"Bỏ qua dòng {shown(line.text)}: chương trình tự cộng." for line in self._sums]
        notes += [*self._kinds_told(), *_passed_over(self._asides)]
        skipped = len(self.grid.lines) - len(self._rows)
        totals = tuple(self._totals(read)) if not doubtful else ()
        by_column = tuple(
            next((key for key, c in self.columns.where.items() if c == column), "") for column in range(self._width)
        )
        if not rows and not doubtful:
            notes.append("Không nhận ra hoạt động nào trong phần vừa dán.")
        part_named = self._reader.part_named(self._rows)
        is_guessed = self.columns.is_guessed or (bool(rows) and "category" not in self.columns.where)
        is_guessed |= bool(self._headings_of_a_part)
        kind = self.categories.typed(self._offered) if self._offered else ""
        above = last_of(self.grid.lines[: self._first])
        return LogPlan(
            read, rows, doubtful, skipped, totals, tuple(notes), by_column, is_guessed, self.columns.is_untitled,
            part_named, self._reader.more_classes(rows), self._reader.yearless(self._rows, read), kind, above,
            self._asides,
        )  # fmt: skip

    @property
    def _short(self) -> Sequence[int]:
        """The rows that lack a cell where blanks part the cells, which do not stand one under the other."""
        if self.grid.parted is not Parted.BLANKS or any("" in line.cells[1:] for line in self.grid.lines):
            return ()
        return [n for n, line in enumerate(self._rows) if len(line.cells) < self._width]

    @cached_property
    def _asides(self) -> list[Line]:
        """The lines between and below the rows that are neither sums nor headings: «Ghi chú: …»."""
        sums = {line.number for line in self._sums}
        return [
            line
            for line in self._parted[1]
            if line.number not in sums
            and not self._kind_of(line)
            and not _is_part(line)
            and not _PART_OF_YEAR.fullmatch(fold(line.text))
        ]

    def _kinds_told(self) -> Iterator[str]:
        """How each kind was understood that is named by some of its words alone, in a column or over the rows."""
        at = self.columns.where.get("category", -1)
        cells = columns_of(self._rows)
        texts = [*(cells[at].values if -1 < at < len(cells) else ()), *self._headings_of_a_part]
        told = [
            f"{shown(text)} là {quoted(kind)}"
            for text in dict.fromkeys(texts)
            if (kind := self.categories.beyond(text))
        ]
        if told:
            yield f"Hiểu {', '.join(told[:_MOST_NAMED])}{'…' if len(told) > _MOST_NAMED else ''}: hãy xem lại."

    @cached_property
    def _offered(self) -> str:
        """The kind chosen for all of the block, where it says of none itself, in a column or between the rows."""
        if not self.category:
            return ""
        names_kinds = "category" in self.columns.where or any(map(self._kind_of, self.grid.lines))
        return "" if names_kinds else self.category

    def _headings(self) -> Column:
        """The kind of activity that stands as a heading over each row."""
        numbers, sums = numbers_of(self._rows), {line.number for line in self._sums}
        heading, at = self._heading_above() or self._offered, 0
        found: list[str] = []
        for line in self._parted[1]:
            if line.number not in sums:
                end = bisect_left(numbers, line.number)
                found += [heading] * (end - at)
                heading, at = self._kind_of(line) or self._offered, end
        return Column.of([*found, *[heading] * (len(numbers) - at)])

    @cached_property
    def _reader(self) -> RowReader:
        columns = self.columns
        above = [line.text for line in self.grid.lines[: self._first] if sum(map(bool, line.cells)) == 1]
        other = next((text for text in above if says_period(text, self.period) is False), "")
        return RowReader(self.form, self.period, self.categories, columns.where, columns.problem, other)

    def _heading_above(self) -> str:
        """The kind of activity that stands as a heading right over the first row."""
        above = [line for line in self.grid.lines[: self._first] if not line.is_blank][-1:]
        return next((self._kind_of(line) for line in above), "")

    def _kind_of(self, line: Line) -> str:
        """The kind that a line names which says nothing else, but for its numbering."""
        return self.categories.key(self._words_of(line)) or ""

    @staticmethod
    def _words_of(line: Line) -> str:
        """What a line says beside its numbering, if that is but one cell."""
        full = [cell for cell in line.cells if cell]
        words = full[1:] if len(full) > 1 and marker_alone(full[0]) else full
        return split_marker(words[0])[1] if len(words) == 1 else ""

    @property
    def _headings_of_a_part(self) -> list[str]:
        """Headings that say but a part of the kind they name."""
        above = [line for line in self.grid.lines[: self._first] if not line.is_blank][-1:]
        words = [self._words_of(line) for line in [*above, *self._parted[1]] if not self._is_sum(line)]
        return [*filter(self.categories.beyond, words)]

    def _totals(self, rows: LogRows) -> Iterator[TotalCheck]:
        """The last of the pasted sums beside what all activities add up to, and each sum of a part that is wrong."""
        sums, first = self._sums[-_MOST_SUMS:], 0
        for line in sums[:-1]:
            end = bisect_left(rows.numbers, line.number)
            yield from (check for check in self._checks(line, rows, first, end) if not check.agrees)
            first = end
        for line in sums[-1:]:
            yield from self._checks(line, rows, first, len(rows))

    def _checks(self, line: Line, rows: LogRows, first: int, end: int) -> Iterator[TotalCheck]:
        """What a sum says of each number beside what it is the sum of: the rows since the one before, or all so far."""
        for key in _NUMBERS:
            pasted = number_of(read_cell(self.fields[key], line.cell(self.columns.where.get(key, -1))))
            if pasted:
                sums = [self._added(rows.columns[key].rows(start, end), key) for start in (first, 0)]
                yield TotalCheck(pasted, pasted if pasted in sums else sums[-1 if end == len(rows) else 0], "TỔNG")

    def _added(self, column: Column, key: str) -> Decimal:
        counts = Counter(column.cells())
        return sum((number_of(read_cell(self.fields[key], text)) * times for text, times in counts.items()), Decimal(0))
