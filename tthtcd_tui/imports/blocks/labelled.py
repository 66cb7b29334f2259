"""A block pasted into the results table whose rows say what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.imports.blocks.grid import Grid, Line, last_of
from tthtcd_tui.imports.blocks.headings import (
    ORDER,
    Headings,
    field_named,
    is_numbering,
    is_of_something_else,
    read_headings,
    says_magnitude,
    says_period,
    why_another_time,
)
from tthtcd_tui.imports.blocks.plan import Doubt, Placement, Plan, TotalCheck, disagreeing, shown
from tthtcd_tui.imports.blocks.shapes import looks_like_day, looks_like_quantity
from tthtcd_tui.imports.blocks.table import Table, number_of, read_cell
from tthtcd_tui.imports.blocks.words import lacks_much, words_of
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.text.periods import Period

_LABEL_TITLES: Final = frozenset({"title", "category"})
_GROUP_WORDS: Final = frozenset("trong do gom bao cong tong hoc tap lop hoat dong giao duc nhom nhu sau".split())
"""What may stand beside the label of a group: «Các chuyên đề, trong đó:»."""


@dataclass
class Labelled:
    """Reads a block whose rows say what they are."""

    table: Table
    period: Period
    grid: Grid
    at: Place | None

    @cached_property
    def _width(self) -> int:
        return self.grid.width  # of all lines: asked for at each of them

    @cached_property
    def label_column(self) -> int:
        """Where most labels of the form are found."""
        found = [
            sum(1 for cell in self.grid.column(column) if self._row_at(cell) is not None)
            for column in range(self._width)
        ]
        most = max(found, default=0)
        return found.index(most) if most else -1

    @cached_property
    def labels_found(self) -> int:
        """Rows of the table named, each once, that have a number beside them; groups aside."""
        rows = {self._row_at(self._label(line)) for line in self.data if self._is_filled(line)}
        return len([row for row in rows if row and self.table.by_place[row].role is not RowRole.GROUP])

    def _row_at(self, label: str) -> Place | None:
        row = self.table.labels.match(label).key if label else None
        if row and self.table.by_place[row].role is RowRole.GROUP and not self._is_group(label, row):
            return None  # «Chuyên đề nông nghiệp» is one of a group, not the group
        return row

    def _is_group(self, label: str, row: Place) -> bool:
        return set(words_of(label)) <= {*words_of(self.table.by_place[row].label), *_GROUP_WORDS}

    def _label(self, line: Line) -> str:
        return line.cell(self.label_column)

    def _beside(self, line: Line) -> tuple[str, ...]:
        """The cells on the right of the label; where it is the last column, those on its left."""
        at = self.label_column
        return line.cells[at + 1 :] if at + 1 < self._width else line.cells[:at]

    def _is_filled(self, line: Line) -> bool:
        return any(map(looks_like_quantity, self._beside(line)))

    def _is_total(self, line: Line, label: str) -> bool:
        return any(self.table.is_total(cell) for cell in (label, *line.cells[: self.label_column]) if cell)

    @cached_property
    def first(self) -> int:
        """The number of lines above the data."""
        for number, line in enumerate(self.grid.lines):
            if not self._is_heading(line) and (self._row_at(self._label(line)) or self._has_numbers(line)):
                return number
        return len(self.grid.lines)

    def _has_numbers(self, line: Line) -> bool:
        return bool(self._label(line)) and not is_numbering(line) and self._is_filled(line)

    def _is_heading(self, line: Line) -> bool:
        names = {self.table.field_named(cell) for cell in line.cells if cell} - {None}
        return bool(names & ({*self.table.fields, ORDER} | _LABEL_TITLES)) and not self._is_filled(line)

    @cached_property
    def data(self) -> list[Line]:
        return [line for line in self.grid.lines[self.first :] if not line.is_blank and not self._is_heading(line)]

    @cached_property
    def headings(self) -> Headings:
        return read_headings(self.grid.lines[: self.first])

    # -- columns

    @cached_property
    def _columns(self) -> Columns:
        return columns_of(self)

    # -- the plan

    def plan(self) -> Plan:
        columns = self._columns
        rows = list(self._joined())
        ours = [(label, line) for label, line in rows if not why_another_time(label, self.period)]
        named = Counter(self._row_at(label) for label, line in ours if self._is_filled(line))
        placements: list[Placement] = []
        doubts: list[Doubt] = []
        skipped = self.first
        for label, line in rows:
            row = self._row_at(label)
            if self._is_total(line, label) or (row and self.table.by_place[row].role is RowRole.GROUP):
                skipped += 1
            elif row is None or named[row] > 1 or why_another_time(label, self.period):
                doubts += self._unplaced(label, line, row)
            elif columns.problem:
                doubts.append(Doubt(line.number, line.text, columns.problem, cells=line.cells))
            else:
                self._place(row, line, placements, doubts)
        unread = {doubt.place.parts[-1] for doubt in doubts if doubt.place is not None}
        read_as = list(self._read_as(rows, {placed.line for placed in placements}))
        notes = [*columns.notes, *read_as, *self._group_notes(placements, unread)]
        totals = tuple(self._totals(placements, unread))
        return Plan(
            tuple(placements),
            tuple(doubts),
            skipped,
            totals,
            tuple(notes),
            by_labels=True,
            is_guessed=columns.is_guessed or bool(read_as),
            has_half_labels=bool(read_as) and not columns.is_guessed,
            above=last_of(self.grid.lines[: self.first]),
        )

    def _read_as(self, rows: Iterable[tuple[str, Line]], placed: Container[int]) -> Iterator[str]:
        """Of the lines that are `placed`, those whose label says less than the row's: «Văn hóa» of «Văn hóa xã hội»."""
        for label, line in rows:
            row = self._row_at(label)
            if row and line.number in placed and lacks_much(label, own := self.table.by_place[row].label):
                yield f"{shown(label)} ghi vào “{own}”."

    def _joined(self) -> Iterator[tuple[str, Line]]:
        """Each line with its label; one that a cell's second line was parted from is joined with it."""
        before = ""
        for line in self.data:
            label = self._label(line)
            if before and self._row_at(label) is None and (both := f"{before} {label}") and self._row_at(both):
                label = both
            if self._is_filled(line) or self._row_at(label) is not None or self._is_total(line, label):
                yield label, line
                before = ""
            else:
                before = label

    def _unplaced(self, label: str, line: Line, row: Place | None) -> Iterator[Doubt]:
        if not self._is_filled(line):
            return
        if why := why_another_time(label, self.period):
            reason = f"{shown(label)} {why}"
        elif row is not None:
            reason = f"{shown(label)} trùng với một dòng khác của bảng dán"
        elif label:
            near = self.table.labels.match(label).nearest
            hint = f" (gần giống “{self.table.by_place[near].label}”)" if near else ""
            reason = f"{shown(label)} không khớp nhãn nào{hint}"
        else:
            reason = "không có nhãn"
        texts = {key: text for key, column in self._columns.where.items() if (text := line.cell(column))}
        yield Doubt(line.number, line.text, reason, cells=line.cells, texts=texts)

    def _place(self, row: Place, line: Line, placements: list[Placement], doubts: list[Doubt]) -> None:
        for key, column in self._columns.where.items():
            field = self.table.fields[key]
            cell = read_cell(field, line.cell(column))
            place = Place.of(row, key)
            if isinstance(cell.answer, Problem):
                doubts.append(Doubt(line.number, line.cell(column), cell.answer.message, place, line.cells))
            elif cell.answer is not UNANSWERED:
                placements.append(Placement(place, cell.text, line.number))

    def _totals(self, placements: Sequence[Placement], unread: Container[str]) -> Iterator[TotalCheck]:
        """The pasted total of each column beside what is placed of it, where all of the column was read."""
        for label, line in self._joined():
            if self._is_total(line, label) and not self._columns.problem:
                yield from self._compared(line, placements, self.table.form.table.total_label, unread)
                return

    def _compared(
        self, line: Line, placements: Sequence[Placement], label: str, unread: Container[str]
    ) -> Iterator[TotalCheck]:
        for key, column in self._columns.where.items():
            field = self.table.fields[key]
            cell = read_cell(field, line.cell(column))
            if isinstance(cell.answer, Quantity) and key not in unread:
                added = sum(
                    (
                        number_of(read_cell(field, placed.text))
                        for placed in placements
                        if placed.place.parts[-1] == key
                    ),
                    Decimal(0),
                )
                yield TotalCheck(cell.answer.number, added, label)

    def _group_notes(self, placements: Sequence[Placement], unread: Container[str]) -> Iterator[str]:
        """The subtotals of groups that are not what their rows add up to."""
        for label, line in self._joined():
            row = self._row_at(label)
            if row is None or self.table.by_place[row].role is not RowRole.GROUP:
                continue
            own = [placed for placed in placements if placed.place.parent in self.table.children(row)]
            found = self._compared(line, own, f"“{self.table.by_place[row].label}”", unread)
            yield from (f"{words}." for words in disagreeing(found))


class Columns(NamedTuple):
    """Which column holds which field, and what is to be said of that."""

    where: Mapping[str, int] = {}
    problem: str = ""
    """Why no column can be told; then no line is placed."""
    notes: tuple[str, ...] = ()
    is_guessed: bool = False


def columns_of(reader: Labelled) -> Columns:
    """By their titles, of this period where several are side by side; without titles by their order."""
    named = reader.headings.named(reader.table.titles)
    by_titles = any(name in reader.table.fields for name in named)
    told = reader.headings.above if by_titles else [line.text for line in reader.grid.lines[: reader.first]]
    other = [text for text in told if says_period(text, reader.period) is False]
    dated = [line for line in reader.data if any(map(looks_like_day, line.cells))]
    if dated and len(dated) * 2 > len(reader.data):
        return Columns(
            problem="có ngày tháng, nên là nhật ký chứ không phải bảng kết quả; hãy dán ở màn hình Nhật ký hoạt động"
        )
    if other:
        return Columns(problem=f"bảng dán ghi {shown(other[0])}, không phải {reader.period.title}")
    if by_titles:
        return _by_titles(reader, named)
    if (order := _titles_in_a_line(reader)) is not None:
        return _in_order(reader, order)
    found = _in_order(reader, list(reader.table.fields))
    if reader.table.falls([[line.cell(column) for column in found.where.values()] for line in reader.data]):
        return Columns(problem="cột đầu lớn hơn cột sau, chưa rõ cột nào là cột nào; hãy dán cả dòng tiêu đề")
    titles = reader.headings.titles
    over = {key: titles[column] for key, column in found.where.items() if column < len(titles) and titles[column]}
    if wrong := next(filter(is_of_something_else, over.values()), ""):
        return Columns(problem=f"cột {shown(wrong)} không phải cột nào của bảng này")
    notes = tuple(f"Cột {shown(title)} ghi vào “{reader.table.fields[key].label}”." for key, title in over.items())
    return found._replace(is_guessed=found.is_guessed or any(titles), notes=(*found.notes, *notes))


def _by_titles(reader: Labelled, named: Sequence[str | None]) -> Columns:
    over_labels = named[reader.label_column] if reader.label_column < len(named) else None
    if over_labels == ORDER or over_labels in reader.table.fields:
        return Columns(problem="dòng tiêu đề lệch cột với các dòng dưới; hãy dán cả bảng")
    where: dict[str, int] = {}
    said = [says_period(title, reader.period) for title in reader.headings.titles]
    for key, field in reader.table.fields.items():
        columns = [column for column, name in enumerate(named) if name == key and column != reader.label_column]
        this = [column for column in columns if said[column]] or [c for c in columns if said[c] is None]
        if columns and not this:
            return Columns(
                problem=f"cột “{field.label}” của bảng dán là của năm khác, không phải {reader.period.title}"
            )
        if len(this) > 1:
            return Columns(problem=f"có {len(this)} cột “{field.label}”, chưa rõ cột nào của {reader.period.title}")
        if this:
            where[key] = this[0]
    missing = [field.label for key, field in reader.table.fields.items() if key not in where]
    over = [*reader.headings.above, *(reader.headings.titles if missing else ())]
    if title := next(filter(says_magnitude, over), ""):
        return Columns(problem=f"{shown(title)} không đếm từng người, từng lớp; hãy đổi ra số đủ rồi dán lại")
    notes = tuple(f"Bảng dán không có cột “{label}”." for label in missing)
    return Columns(where, notes=notes)


_MOST_TITLE_WORDS: Final = 60
"""Of a heading with all its columns; one with more is prose, and to try each stretch of it takes their cube."""


def _titles_in_a_line(reader: Labelled) -> list[str] | None:
    """The order of the columns in a PDF's heading: «TT Nội dung Số lớp Số lượt người tham gia»."""
    for line in reader.grid.lines[: reader.first]:
        if any(map(is_of_something_else, line.cells)):
            continue
        words = line.text.split()
        if len(words) > _MOST_TITLE_WORDS:
            continue
        found: list[str] = []
        start = 0
        while start < len(words):
            ends = [
                end
                for end in range(len(words), start, -1)
                if field_named(" ".join(words[start:end]), reader.table.titles)
            ]
            key = field_named(" ".join(words[start : ends[0]]), reader.table.titles) if ends else None
            if key is not None and key in reader.table.fields:
                found.append(key)
            start = ends[0] if ends else start + 1
        if found and len(set(found)) == len(found):
            return found
    return None


def _in_order(reader: Labelled, keys: Sequence[str]) -> Columns:
    columns = _holding(reader, looks_like_quantity)
    if len(columns) < len(keys):
        columns = _holding(reader, _begins_with_digit)  # «5 lớp (2 khu)» is no number, and its column is one of them
    if len(columns) == 1 and len(keys) > 1 and (key := _at_cursor(reader)):
        note = f"Bảng dán không có tiêu đề cột: số ghi vào “{reader.table.fields[key].label}”, cột có con trỏ."
        return Columns({key: columns[0]}, notes=(note,), is_guessed=True)
    if len(columns) != len(keys):
        return Columns(problem=f"có {len(columns)} cột số mà không có tiêu đề, chưa rõ cột nào là cột nào")
    return Columns(dict(zip(keys, columns, strict=True)))


def _holding(reader: Labelled, test: Callable[[str], bool]) -> list[int]:
    """The columns on the right of the labels with a cell that passes the test."""
    columns = range(reader.label_column + 1, reader.grid.width)
    return [column for column in columns if any(test(line.cell(column)) for line in reader.data)]


def _begins_with_digit(cell: str) -> bool:
    return cell[:1].isdigit() or looks_like_quantity(cell)


def _at_cursor(reader: Labelled) -> str:
    """The column the cursor is in; nothing where it is not in the table."""
    key = reader.at.parts[-1] if reader.at and reader.at.kind == PlaceKind.RESULTS else ""
    return key if key in reader.table.fields else ""
