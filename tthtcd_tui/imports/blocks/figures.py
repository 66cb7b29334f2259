"""A block of labels and values pasted where figures or indicators are asked for: «Dân số · 5.128», in any order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.forms.nouns import refusal
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.wordings import wordings
from tthtcd_tui.imports.blocks.grid import Grid, Line, Parted, last_of, read_table
from tthtcd_tui.imports.blocks.headings import (
    is_not_the_whole,
    is_over_another_time,
    read_headings,
    says_period,
    why_another_time,
)
from tthtcd_tui.imports.blocks.indicators import IndicatorRows
from tthtcd_tui.imports.blocks.plan import Doubt, Placement, Plan, shown
from tthtcd_tui.imports.blocks.shapes import looks_like_number, looks_like_quantity, with_numbers_apart
from tthtcd_tui.imports.blocks.table import read_cell
from tthtcd_tui.imports.blocks.words import Labels
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.units import known, unit_of

_UNITS: Final = frozenset({"don vi", "don vi tinh", "dvt"})
_UNIT_SAID: Final = re.compile(r"(?:đvt|đơn vị(?: tính)?)\s*:\s*([^()·]+)", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\W*(?:[0-9a-z]{1,2}[.)] *)?(?:tong )?so\b")
_BEFORE_DIGITS: Final = re.compile(r"([^0-9]+?)\W*([0-9].*)")
_TIMES: Final = frozenset(("nam hoc", "nam", "ky bao cao", "ki bao cao", "thoi diem", "nam bao cao"))
_LETTERS_OF_WORDS: Final = 4
_SHARE: Final = re.compile(r"%|\b(?:ty|ti) le\b|\bphan tram\b")


def figures_plan(form: Form, period: Period, raw: str) -> Plan:
    """Where the values of `raw` go by the labels beside them; a plan without placements where it has none.

    Raises UnusableCharacter as `clean` does.
    """
    return _Reader(form, period, _with_labels_apart(read_table(raw))).plan()


def values_plan(form: Form, period: Period, raw: str) -> Plan:
    """As `figures_plan`, of the indicators too: value, source, comparison, words, each under its heading."""
    return _Reader(form, period, _with_labels_apart(read_table(raw)), IndicatorRows(form)).plan()


def _with_labels_apart(grid: Grid) -> Grid:
    """«Dân số: 5.128 người» and a PDF's «Dân số 5.128» as two cells."""
    if grid.parted is Parted.NOTHING and any(":" in line.text for line in grid.lines):
        lines = [Line(line.number, tuple(map(str.strip, line.text.partition(":")[::2]))) for line in grid.lines]
        return Grid(tuple(lines), grid.parted)
    return with_numbers_apart(grid)


@dataclass
class _Reader:
    form: Form
    period: Period
    grid: Grid
    indicators: IndicatorRows | None = None
    """What they are called and ask for, where they are looked for too."""

    @cached_property
    def _width(self) -> int:
        return self.grid.width  # of all lines: asked for at each of them

    @cached_property
    def fields(self) -> Mapping[Place, Field]:
        figures = {Place.of(PlaceKind.FIGURE, key): figure.field for key, figure in figures_of(self.form).items()}
        return figures if self.indicators is None else {**figures, **self.indicators.fields}

    @cached_property
    def labels(self) -> Labels[Place]:
        called = {place: wordings(place, field.label) for place, field in self.fields.items()}
        return Labels(called if self.indicators is None else {**called, **self.indicators.called}, is_strict=True)

    @cached_property
    def label_column(self) -> int:
        """Where most labels of the form are found; -1 where none is."""
        found = [sum(1 for cell in self.grid.column(c) if self._place(cell)) for c in range(self._width)]
        most = max(found, default=0)
        return found.index(most) if most else -1

    def _place(self, label: str) -> Place | None:
        place = self.labels.match(label).key if label else None
        if place and self.fields[place].kind is FieldType.PERCENT and _COUNTED.match(fold(label)):
            return None  # «Số trường đạt chuẩn» is no share of them
        if place and fold(label).strip(" :") in _TIMES:
            return None  # «Năm học» says of which year the block is, not the theme of it
        return place

    def plan(self) -> Plan:
        if self.label_column < 0:
            return Plan()
        placements: list[Placement] = []
        doubts: list[Doubt] = []
        notes: list[str] = []
        skipped = 0
        ours = [line for line in self.grid.lines if line.number not in self._of_another_time]
        named = Counter(self._place(line.cell(self.label_column)) for line in ours)
        for line in self.grid.lines:
            place = self._place(line.cell(self.label_column))
            if place is None:
                unplaced = list(self._unplaced(line))
                doubts += unplaced
                skipped += not unplaced and not line.is_blank
            elif line.number in self._of_another_time:
                doubts.append(self._doubt(line, self._of_another_time[line.number], place))
            elif named[place] > 1:
                doubts.append(self._doubt(line, f"{shown(line.text)} có hai dòng cùng nhãn", place))
            elif place in self._computed:
                notes.append(f"{shown(line.cell(self.label_column))}: chương trình tự tính, không dán.")
                skipped += 1
            else:
                values = self._read(place, line, placements, doubts)
                if place.kind == PlaceKind.INDICATOR:
                    self._read_beside(place, line, values, placements, doubts)
        if not (placements or doubts or notes):
            notes.append("Bên phải các nhãn không có gì. Hãy dán nhãn ở cột đầu, số ở cột sau.")
        above = last_of(self.grid.lines[: self._begin])
        return Plan(tuple(placements), tuple(doubts), skipped, notes=tuple(notes), by_labels=True, above=above)

    @cached_property
    def _of_another_time(self) -> Mapping[int, str]:
        """By its number, why a line is not of this period: its own label says so, or words that stand over it."""
        found: dict[int, str] = {}
        over = ""
        for line in self.grid.lines:
            label = line.cell(self.label_column)
            is_time = fold(label).strip(" :") in _TIMES
            if line.text and (is_time or sum(map(bool, line.cells)) == 1) and self._place(label) is None:
                names_year = is_over_another_time(line.text, self.period)
                is_ours = not names_year and bool(says_period(line.text, self.period))
                over = line.text if names_year else "" if is_ours else over
            why = "" if label in self._own_labels else why_another_time(label, self.period)
            if over and not why and label:
                why = f"đứng dưới {shown(over)}, không phải {self.period.title}"
            if why:
                found[line.number] = f"{shown(label)} {why}"
        return found

    @cached_property
    def _own_labels(self) -> frozenset[str]:
        return frozenset(field.label for field in self.fields.values())

    @property
    def _computed(self) -> Collection[Place]:
        return self.indicators.computed if self.indicators is not None else ()

    def _read_beside(
        self, place: Place, line: Line, values: Sequence[str], placements: list[Placement], doubts: list[Doubt]
    ) -> None:
        """What else than its `values` is told of an indicator: under its heading; words of which nothing says what
        they are wait.
        """
        told = {column: key for column, key in self._beside.items() if line.cell(column)}
        for column, key in told.items():
            placements.append(Placement(Place.of(place.parent, key), line.cell(column), line.number))
        if not self.fields[place].kind.is_number:
            return
        for column in range(self.label_column + 1, self._width):
            text = line.cell(column)
            is_told = column in told or column in self._units or text in values
            if not is_told and self._are_words(text, self.fields[place]):
                reason = f"{shown(text)} chưa rõ ghi vào ô nào của “{self.fields[place].label}”"
                doubts.append(Doubt(line.number, text, reason, cells=(line.cell(self.label_column), text)))

    def _are_words(self, text: str, field: Field) -> bool:
        """Whether a cell beside a number tells something: neither a number nor the unit of one."""
        is_unit = known(text) is not None or unit_of(field.unit).takes(text)
        return sum(map(str.isalpha, text)) >= _LETTERS_OF_WORDS and not looks_like_quantity(text) and not is_unit

    def _unplaced(self, line: Line) -> Iterator[Doubt]:
        label = line.cell(self.label_column)
        if label and any(map(looks_like_quantity, line.cells[self.label_column + 1 :])):
            near = self.labels.match(label).nearest
            hint = f" (gần giống “{self.fields[near].label}”)" if near else ""
            beside = " ".join(filter(None, line.cells[self.label_column + 1 :]))
            reason = f"{shown(label)} không khớp nhãn nào{hint}"
            yield Doubt(line.number, line.text, reason, cells=line.cells, texts={"": beside})
        elif (
            label
            and self._first is not None
            and line.number > self.grid.lines[self._first].number
            and self._tells(line)
        ):
            yield Doubt(line.number, line.text, f"{shown(label)} không khớp nhãn nào", cells=line.cells)
        elif len(line.cells) == 1 and (parted := _BEFORE_DIGITS.fullmatch(label)) and (place := self._place(parted[1])):
            # «Dân số 5128 ng»: what is behind the label is no number of the field's.
            yield Doubt(line.number, parted[2], f"{shown(label)} chưa rõ con số", place, line.cells)

    def _tells(self, line: Line) -> bool:
        """Whether a line has words beside its label, and is not the titles once more."""
        above = [each.cells for each in self.grid.lines[: self._first]]
        return any(line.cells[self.label_column + 1 :]) and line.cells not in above

    def _doubt(self, line: Line, reason: str, place: Place) -> Doubt:
        beside = " ".join(filter(None, line.cells[self.label_column + 1 :]))
        return Doubt(line.number, beside, reason, place, line.cells)

    def _read(self, place: Place, line: Line, placements: list[Placement], doubts: list[Doubt]) -> Sequence[str]:
        """The value of a line; what was taken for it, whether it could be read or not."""
        field = self.fields[place]
        if field.kind is FieldType.PERCENT and not _SHARE.search(fold(line.text)):
            doubts.append(self._doubt(line, f"{shown(line.text)} chưa rõ là số hay tỷ lệ %", place))
            return line.cells
        others = {*self._units, *(self._beside if place.kind == PlaceKind.INDICATOR else ())}
        beside = [c for c in range(self.label_column + 1, self._width) if line.cell(c) and c not in others]
        values = self._values(line, beside, field)
        if len(values) != 1:
            why = f"có {len(values)} giá trị, chưa rõ giá trị nào" if values else self._lack(field)
            if beside:
                doubts.append(self._doubt(line, f"“{field.label}” {why}", place))
            return line.cells if beside else ()
        cell = read_cell(field, self._with_unit(values[0], line, field))
        if isinstance(cell.answer, Problem):
            raw = self._with_unit(values[0], line, field)
            doubts.append(Doubt(line.number, values[0], refusal(self.form, field, raw, cell.answer), place, line.cells))
        elif cell.answer is not UNANSWERED:
            placements.append(Placement(place, cell.text, line.number))
        return values

    def _lack(self, field: Field) -> str:
        return "ghi bằng lời" if field.kind is FieldType.PARAGRAPHS else f"không có số của {self.period.title}"

    def _values(self, line: Line, columns: Sequence[int], field: Field) -> list[str]:
        """The cells beside the label that may be its value: of this year, and numbers where there are any."""
        this = [c for c in columns if self._said[c]] or [c for c in columns if self._said[c] is None]
        values = [line.cell(c) for c in this if not unit_of(field.unit).takes(line.cell(c))]
        if field.kind is FieldType.PARAGRAPHS:
            return [text for text in values if self._are_words(text, field)]
        numbers = [text for text in values if looks_like_quantity(text)] if field.kind.is_number else []
        return numbers or values

    def _with_unit(self, value: str, line: Line, field: Field) -> str:
        """The value in the unit that its line, its label or the block says, where that is another than the field's."""
        if not looks_like_number(value):
            return value
        own = unit_of(field.unit)
        in_label = re.findall(r"\(([^()]*)\)\W*$", line.cell(self.label_column))
        of_all = [unit for unit in self._units_said if own.is_alike(unit)]
        in_title = [unit for unit in self._units_in_titles[line.cells.index(value)] if own.is_alike(unit)]
        others = (unit for unit in (*line.cells, *in_label, *in_title, *of_all) if not own.takes(unit))
        said = [*filter(None, map(known, others))]
        return f"{value} {said[0]}" if said else value

    @cached_property
    def _units_said(self) -> list[str]:
        """«Đơn vị tính: triệu đồng» above the rows."""
        above = self.grid.lines[: self._first or 0]
        return [said.strip() for line in above for said in _UNIT_SAID.findall(line.text)]

    @cached_property
    def _first(self) -> int | None:
        """The number of lines above the first that says what it is."""
        return next((n for n, line in enumerate(self.grid.lines) if self._place(line.cell(self.label_column))), None)

    @cached_property
    def _begin(self) -> int:
        """The number of lines above the first row, whether it is known or not."""
        rows = (n for n, line in enumerate(self.grid.lines[: self._first]) if any(self._unplaced(line)))
        return next(rows, self._first or 0)

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        titles = read_headings(self.grid.lines[: self._first or 0]).titles
        return (*titles, *[""] * (self._width - len(titles)))

    @cached_property
    def _beside(self) -> Mapping[int, str]:
        """The columns that tell something else of an indicator than its value, by their titles."""
        if self.indicators is None:
            return {}
        found = {c: self.indicators.named(title) for c, title in enumerate(self._titles) if c > self.label_column}
        return {column: key for column, key in found.items() if key}

    @cached_property
    def _said(self) -> list[bool | None]:
        """Of each column whether its title is of this period; of its plan, or of a part of it, it is not."""
        return [not is_not_the_whole(title) and says_period(title, self.period) for title in self._titles]

    @cached_property
    def _units_in_titles(self) -> list[list[str]]:
        """Of each column in what its numbers are: «Số tiền (nghìn đồng)», «Thực hiện, ĐVT: triệu đồng»."""
        return [[*re.findall(r"\(([^()]*)\)", title), *_UNIT_SAID.findall(title)] for title in self._titles]

    @cached_property
    def _units(self) -> frozenset[int]:
        """The columns that only name units."""
        return frozenset(c for c, title in enumerate(self._titles) if fold(title) in _UNITS)
