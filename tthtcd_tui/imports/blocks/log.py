"""A block pasted into the log: its rows as activities, with what stands over, between and below them."""

from __future__ import annotations

import operator
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain, islice
from typing import Final

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
    is_numbering,
    may_be_mark,
    says_period,
)
from tthtcd_tui.imports.blocks.log_columns import NUMBERS, SAMPLE, ColumnTeller, LogColumns
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


def _is_odd(line: Line) -> bool:
    """Whether a line over the rows is no title: nothing but numbers, which may be the end of a row."""
    full = [cell for cell in line.cells if cell]
    return len(full) > 1 and all(map(looks_like_number, full)) and not is_numbering(line)


def _passed_over(lines: Sequence[Line]) -> Iterator[str]:
    """What is said of lines that are no activities."""
    if lines:
        more = f" và {len(lines) - _MOST_NAMED} dòng khác" if len(lines) > _MOST_NAMED else ""
        yield f"Bỏ qua dòng {', '.join(shown(line.text) for line in lines[:_MOST_NAMED])}{more}."


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
        longest = max(columns, key=lambda column: sum(map(len, islice(column, SAMPLE))))
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

    def _is_sum(self, line: Line) -> bool:
        if self._may_be_sums.isdisjoint(line.cells):
            return False
        words = [cell for cell in line.cells if cell and not looks_like_number(cell)]
        return bool(words) and is_total(words[0]) and not any(map(is_day, words))

    # -- columns

    @cached_property
    def columns(self) -> LogColumns:
        above = [line for line in self.grid.lines[: self._first] if not (self._names_kind(line) or _is_part(line))]
        teller = ColumnTeller(self.fields, self.categories, self._width, self._rows[:SAMPLE], self.is_joined)
        return teller.tell(above)

    # -- the plan

    def plan(self) -> LogPlan:
        read = self._reader.read(self._rows, self._headings(), self._short)
        rows, doubtful = read.sure, read.doubtful
        notes = list(self.columns.notes)
        notes += [f"Bỏ qua dòng {shown(line.text)}: chương trình tự cộng." for line in self._sums]
        notes += [
            f"Bỏ qua dòng {shown(line.text)} ở trên bảng." for line in self.grid.lines[: self._first] if _is_odd(line)
        ]
        notes += [*self._kinds_told(), *_passed_over(self._asides)]
        skipped = len(self.grid.lines) - len(self._rows)
        totals = tuple(self._totals(read)) if not doubtful else ()
        by_column = tuple(
            next((key for key, c in self.columns.where.items() if c == column), "") for column in range(self._width)
        )
        if not rows and not doubtful:
            notes.append("Không nhận ra hoạt động nào trong phần vừa dán.")
        is_guessed = self.columns.is_guessed or (bool(rows) and "category" not in self.columns.where)
        is_guessed |= bool(self._headings_of_a_part)
        kind = self.categories.typed(self._offered) if self._offered else ""
        above = last_of(self.grid.lines[: self._first])
        return LogPlan(
            read=read,
            rows=rows,
            doubtful=doubtful,
            skipped=skipped,
            totals=totals,
            notes=tuple(notes),
            columns=by_column,
            is_guessed=is_guessed,
            is_untitled=self.columns.is_untitled,
            part_named=self._reader.part_named(self._rows),
            more_classes=self._reader.more_classes(rows),
            yearless=self._reader.yearless(self._rows, read),
            category=kind,
            above=above,
            asides=self._asides,
        )

    @property
    def _short(self) -> Sequence[int]:
        """The rows that lack a cell where blanks part the cells, which do not stand one under the other."""
        if self.grid.parted is not Parted.BLANKS or self.grid.has_blank_cells:
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
        kinds = {**self._reader.kinds_beyond(self._rows), **self._headings_of_a_part}
        told = [f"{shown(text)} là {quoted(kind)}" for text, kind in kinds.items()]
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

    @cached_property
    def _headings_of_a_part(self) -> Mapping[str, str]:
        """The kind that each heading names which says but a part of it."""
        above = [line for line in self.grid.lines[: self._first] if not line.is_blank][-1:]
        words = [self._words_of(line) for line in [*above, *self._parted[1]] if not self._is_sum(line)]
        return {text: kind for text in words if (kind := self.categories.beyond(text))}

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
        for key in NUMBERS:
            pasted = number_of(read_cell(self.fields[key], line.cell(self.columns.where.get(key, -1))))
            if pasted:
                sums = [self._added(rows.columns[key].rows(start, end), key) for start in (first, 0)]
                yield TotalCheck(pasted, pasted if pasted in sums else sums[-1 if end == len(rows) else 0], "TỔNG")

    def _added(self, column: Column, key: str) -> Decimal:
        counts = Counter(column.cells())
        return sum((number_of(read_cell(self.fields[key], text)) * times for text, times in counts.items()), Decimal(0))
