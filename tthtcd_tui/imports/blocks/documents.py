"""A table of documents pasted into the register of evidence: columns by headings, else by what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.answer import Absent
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.imports.blocks.days import is_day
from tthtcd_tui.imports.blocks.document_titles import CODE, DATE, KEPT, NUMBER, TITLE, fields_named, is_code
from tthtcd_tui.imports.blocks.grid import Grid, Line, last_of, read_grid
from tthtcd_tui.imports.blocks.headings import ORDER, is_numbering, read_headings
from tthtcd_tui.imports.blocks.plan import shown
from tthtcd_tui.imports.blocks.records_plan import RecordRow, RecordsPlan
from tthtcd_tui.imports.blocks.shapes import with_cells_joined
from tthtcd_tui.imports.blocks.table import is_total
from tthtcd_tui.imports.blocks.words import numbers_rows
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.periods import Period

_MOST: Final = 0.6
"""The share of a column's cells that tells what it holds."""
_DASHES: Final = frozenset("-–—")
_SYMBOL: Final = re.compile(r"(?:số[: ]*)?[0-9][0-9a-zđ]*\s*(?:/[0-9]{4})?\s*[/-]\s*[^\W\d].*", re.IGNORECASE)
"""«12/QĐ-UBND», «Số: 05/2020/KH-TTHTCĐ»."""
_OF_DAY: Final = re.compile(r"[,;.]?\s*\b(?:ngày|ban hành ngày|ký ngày)\b\s*", re.IGNORECASE)
_GROUP_MARK: Final = re.compile(r"[IVX]{1,5}|[A-ZĐ]")


class Known(NamedTuple):
    """What the register holds already."""

    codes: Collection[str] = ()
    documents: Collection[tuple[str, str]] = ()
    """By name and number, each folded."""


def documents_plan(form: Form, period: Period, raw: str, known: Known | None = None) -> RecordsPlan | None:
    """The documents in `raw`, each field as it would be typed; None where it is no table of documents.

    A table without headings is one if a column holds names and another days or symbols of documents. Raises
    UnusableCharacter as `clean` does.
    """
    grid = read_grid(raw)
    if grid.width < 2:
        return None
    joined = with_cells_joined(grid)
    readers = [_Reader(form, period, each, known or Known()) for each in ([grid, joined] if joined != grid else [grid])]
    plans = [reader.plan() for reader in readers if TITLE in reader.columns.where]
    return max(plans, key=lambda plan: (len(plan.rows), -len(plan.doubtful)), default=None)


@dataclass(frozen=True)
class _Columns:
    """Which column holds which field, and the number of lines above the rows."""

    where: Mapping[str, int] = field(default_factory=dict)
    first: int = 0
    is_guessed: bool = False
    notes: tuple[str, ...] = ()


@dataclass
class _Reader:
    form: Form
    period: Period
    grid: Grid
    known: Known

    @property
    def fields(self) -> Mapping[str, Field]:
        return self.form.records[PlaceKind.EVIDENCE]

    # -- columns

    @cached_property
    def columns(self) -> _Columns:
        own = {key: each.label for key, each in self.fields.items()}
        for number, line in enumerate(self.grid.lines):
            named = fields_named(line.cells, own)
            if sum(bool(name) for name in named) > 1 and TITLE in {key for name in named for key in name}:
                return self._by_titles(number + 1, own)
        return self._by_contents()

    def _by_titles(self, first: int, own: Mapping[str, str]) -> _Columns:
        while first < len(self.grid.lines) and is_numbering(self.grid.lines[first]):
            first += 1
        titles = read_headings(self.grid.lines[:first]).titles
        where: dict[str, int] = {}
        notes: list[str] = []
        for column, said in enumerate(fields_named(titles, own)):
            # «TT» over «H1.1.02» numbers nothing.
            keys = (CODE,) if said == (ORDER,) and self._holds_codes(column, first) else said
            if keys and not any(key in where for key in keys):
                where |= dict.fromkeys(keys, column)
            elif titles[column] and any(line.cell(column) for line in self.grid.lines[first:]):
                notes.append(shown(titles[column]))
        told = (f"Bỏ qua cột {', '.join(notes)}.",) if notes else ()
        return _Columns(where, first, notes=told)

    def _holds_codes(self, column: int, first: int) -> bool:
        cells = [line.cell(column) for line in self.grid.lines[first:] if line.cell(column)]
        return len([cell for cell in cells if is_code(cell)]) >= max(len(cells) * _MOST, 1)

    def _by_contents(self) -> _Columns:
        free = [c for c in range(self.grid.width) if any(self.grid.column(c))]
        where: dict[str, int] = {}
        if free and numbers_rows(self.grid.column(free[0]), least=2):
            where[ORDER] = free.pop(0)
        tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
            (DATE, is_day),
            (NUMBER, lambda cell: _SYMBOL.fullmatch(cell) is not None),
            (CODE, is_code),
        )
        for key, test in tests:
            found = [c for c in free if self._share(c, test) >= _MOST]
            if len(found) == 1:
                where[key] = found[0]
                free.remove(found[0])
        words = [c for c in free if self._share(c, lambda cell: sum(map(str.isalpha, cell)) > 3) >= _MOST]
        if not words or not {DATE, NUMBER} & where.keys() or len(words) > 2 or len(free) > len(words):
            return _Columns()
        words.sort(key=lambda c: -sum(map(len, self.grid.column(c))))
        where |= dict(zip((TITLE, KEPT), words, strict=False))
        return _Columns(where, is_guessed=True)

    def _share(self, column: int, test: Callable[[str], bool]) -> float:
        cells = [cell for cell in self.grid.column(column) if cell]
        return sum(map(test, cells)) / len(cells) if cells else 0.0

    # -- rows

    def plan(self) -> RecordsPlan:
        notes = list(self.columns.notes)
        read_rows: list[RecordRow] = []
        codes: set[str] = set()
        for line in self.grid.lines[self.columns.first :]:
            if line.is_blank or is_numbering(line):
                continue
            if told := self._no_document(line):
                notes.append(told)
            else:
                read_rows.append(self._row(line, codes))
        by_column = tuple(
            next((key for key, c in self.columns.where.items() if c == column), "") for column in range(self.grid.width)
        )
        return RecordsPlan(
            tuple(row for row in read_rows if not row.doubt),
            tuple(row for row in read_rows if row.doubt),
            tuple(notes),
            by_column,
            self.columns.is_guessed,
            last_of(self.grid.lines[: self.columns.first]),
        )

    def _no_document(self, line: Line) -> str:
        """Why a line is passed over: it counts the documents, or is the title of some; nothing for a document."""
        full = [cell for cell in line.cells if cell]
        if any(is_total(re.sub(r"[:0-9].*", "", cell)) for cell in full[:2]):
            return f"Bỏ qua dòng {shown(line.text)}: là dòng tổng."
        if len(full) > 2 and all(fields_named(full, {})):
            return f"Bỏ qua dòng {shown(line.text)}: là dòng tiêu đề."
        mark, is_alone = full[0].rstrip(".)"), len(full) == 1
        is_marked = len(full) == 2 and _GROUP_MARK.fullmatch(mark) is not None
        is_over = is_alone and not line.cell(self.columns.where[TITLE])
        begins = is_alone and re.match(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]\s", full[0]) is not None
        return f"Bỏ qua dòng {shown(line.text)}: là tên nhóm." if is_marked or is_over or begins else ""

    def _row(self, line: Line, codes: set[str]) -> RecordRow:
        texts: dict[str, str] = {}
        wrong: dict[str, str] = {}
        for key, raw in self._cells(line):
            text, why = self._read(key, raw)
            if text:
                texts[key] = text
            if why:
                wrong[key] = f"{self.fields[key].label}: {why}"
        if not texts.get(TITLE):
            wrong[TITLE] = f"còn thiếu {self.fields[TITLE].label.lower()}"
        odd = self._odd(line, texts)
        if (code := texts.get(CODE, "")) and code.casefold() in codes | self._known_codes:
            wrong[CODE] = f"mã {shown(code)} đã có ở minh chứng khác"
        codes.add(code.casefold())
        doubt = "; ".join([*wrong.values(), *odd])
        return RecordRow(line.number, texts, line.cells, doubt, tuple(wrong))

    @cached_property
    def _known_codes(self) -> frozenset[str]:
        return frozenset(code.casefold() for code in self.known.codes)

    def _odd(self, line: Line, texts: Mapping[str, str]) -> Iterator[str]:
        """Why a document that can be read is not sure."""
        if document_key(texts.get(TITLE, ""), texts.get(NUMBER, "")) in self.known.documents:
            yield "văn bản này đã có trong danh mục"
        if ORDER in self.columns.where and texts.keys() == {TITLE} and not line.cell(self.columns.where[ORDER]):
            yield "chỉ có tên, có thể là tên nhóm"

    def _cells(self, line: Line) -> Iterator[tuple[str, str]]:
        """What stands in each field; a column of both holds a symbol and, behind «ngày», the day."""
        where = self.columns.where
        for key, column in where.items():
            if key == ORDER:
                continue
            cell = line.cell(column)
            if key in (NUMBER, DATE) and where.get(NUMBER) == where.get(DATE):
                number, day = _parted(cell)
                cell = number if key == NUMBER else day
            yield key, "" if cell in _DASHES else cell

    def _read(self, key: str, raw: str) -> tuple[str, str]:
        """What would be typed, and why it cannot be: then it is as it stands."""
        each = self.fields[key]
        answer = read(each, raw, days=self.period.days if key == DATE else None)
        if isinstance(answer, Problem):
            return raw, answer.message.rstrip(".")
        return ("" if isinstance(answer, Absent) else typed(each, answer)), ""


def document_key(title: str, number: str) -> tuple[str, str]:
    """By which a document is known again."""
    return fold(" ".join(title.split())), fold("".join(number.split()))


def _parted(cell: str) -> tuple[str, str]:
    """«12/QĐ-UBND ngày 3/9/2020» → both; a day alone is one."""
    if is_day(cell):
        return "", cell
    found: Sequence[str] = _OF_DAY.split(cell, maxsplit=1)
    if len(found) == 2:
        return found[0].strip(" ,;(."), found[1].strip(" ).")
    number, _, day = cell.rpartition(" ")
    return (number.strip(" ,;"), day) if is_day(day) else (cell, "")
