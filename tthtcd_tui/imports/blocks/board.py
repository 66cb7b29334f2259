"""A table of the board's members pasted: columns by headings, else by what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.answer import Absent
from tthtcd_tui.forms.kinds.board import DIRECTOR
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.imports.blocks.board_titles import (
    DUTY,
    NAME,
    NOTE,
    PHONE,
    POST,
    ROLE,
    TASK,
    TRAINING,
    UNIT,
    column_named,
    goes_on_below,
    is_name,
    is_phone,
    is_rolelike,
)
from tthtcd_tui.imports.blocks.grid import Grid, Line, last_of, read_grid
from tthtcd_tui.imports.blocks.headings import ORDER, is_numbering, read_headings
from tthtcd_tui.imports.blocks.plan import shown
from tthtcd_tui.imports.blocks.records_plan import RecordRow, RecordsPlan
from tthtcd_tui.imports.blocks.shapes import with_cells_joined
from tthtcd_tui.imports.blocks.table import is_total
from tthtcd_tui.imports.blocks.words import numbers_rows
from tthtcd_tui.imports.board_roles import role_of, without_centre
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.fold import fold

_MOST: Final = 0.6
"""The share of a column's cells that tells what it holds."""
_DASHES: Final = frozenset("-–—")
_PARTS: Final = re.compile(r"\s*[,;()]\s*|\s+[-–—]\s+|\s+kiêm\s+")
_SEVERAL: Final = re.compile(r"[,;\d]|\svà\s")


def board_plan(form: Form, raw: str) -> RecordsPlan | None:
    """The members in `raw`, each field as it would be typed; None where it is no table of them.

    A table without headings is one if a column holds names and another roles. Raises UnusableCharacter as `clean` does.
    """
    grid = read_grid(raw)
    if grid.width < 2:
        return None
    joined = with_cells_joined(grid)
    readers = [_Reader(form, each) for each in ([grid, joined] if joined != grid else [grid])]
    plans = [reader.plan() for reader in readers if reader.columns.where]
    return max(plans, key=lambda plan: (len(plan.rows), -len(plan.doubtful)), default=None)


@dataclass(frozen=True)
class _Columns:
    """Which columns hold which field, and the number of lines above the rows."""

    where: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    first: int = 0
    is_guessed: bool = False
    notes: tuple[str, ...] = ()


@dataclass
class _Reader:
    form: Form
    grid: Grid

    @property
    def fields(self) -> Mapping[str, Field]:
        return self.form.records[PlaceKind.BOARD]

    # -- columns

    @cached_property
    def columns(self) -> _Columns:
        own = {key: each.label for key, each in self.fields.items()}
        for number, line in enumerate(self.grid.lines):
            if _is_heading([column_named(cell, own) for cell in line.cells if cell]):
                return self._by_titles(number, own)
        return self._by_contents()

    def _by_titles(self, at: int, own: Mapping[str, str]) -> _Columns:
        lines, first = self.grid.lines, at + 1
        while first < len(lines) and (is_numbering(lines[first]) or _goes_on(lines[first])):
            first += 1
        titles = read_headings(lines[at:first]).titles
        kinds = [column_named(title, own) if title else "" for title in titles]
        where: dict[str, tuple[int, ...]] = {}
        if (role := self._role_column(kinds, first)) is not None:
            where[ROLE] = (role,)
        duties = [self._first(kinds, kind, taken=role) for kind in (POST, UNIT)]
        if found := tuple(column for column in duties if column is not None):
            where[DUTY] = found
        for key in (ORDER, NAME, PHONE, TRAINING, NOTE):
            if (column := self._first(kinds, key, taken=role)) is not None and (key == ORDER or key in self.fields):
                where[key] = (column,)
        used = {column for columns in where.values() for column in columns}
        left = [
            shown(title)
            for column, title in enumerate(titles)
            if title and column not in used and any(line.cell(column) for line in lines[first:])
        ]
        return _Columns(where, first, notes=(f"Bỏ qua cột {', '.join(left)}.",) if left else ())

    def _role_column(self, kinds: Sequence[str], first: int) -> int | None:
        """The one whose title says so, unless its cells do not and those of another are roles."""
        told = [column for column, kind in enumerate(kinds) if kind == ROLE]
        others = [column for wanted in (POST, TASK) for column, kind in enumerate(kinds) if kind == wanted]
        hold = [column for column in (*told, *others) if self._share(column, is_rolelike, first) >= _MOST]
        return next(iter([*hold, *told]), None)

    @staticmethod
    def _first(kinds: Sequence[str], wanted: str, taken: int | None) -> int | None:
        return next((column for column, kind in enumerate(kinds) if kind == wanted and column != taken), None)

    def _by_contents(self) -> _Columns:
        free = [c for c in range(self.grid.width) if any(self.grid.column(c))]
        where: dict[str, tuple[int, ...]] = {}
        if free and numbers_rows(self.grid.column(free[0])):
            where[ORDER] = (free.pop(0),)
        tests: tuple[tuple[str, Callable[[str], bool]], ...] = ((PHONE, is_phone), (ROLE, is_rolelike), (NAME, is_name))
        for key, test in tests:
            found = [c for c in free if self._share(c, test) >= _MOST]
            if len(found) == 1:
                where[key] = (found[0],)
                free.remove(found[0])
        is_duty = len(free) == 1 and self._share(free[0], lambda cell: sum(map(str.isalpha, cell)) > 3) >= _MOST
        if not {NAME, ROLE} <= where.keys() or (free and not is_duty):
            return _Columns()
        if free:
            where[DUTY] = (free[0],)
        return _Columns(where, is_guessed=True)

    def _share(self, column: int, test: Callable[[str], bool], first: int = 0) -> float:
        cells = [cell for line in self.grid.lines[first:] if (cell := line.cell(column))]
        return sum(map(test, cells)) / len(cells) if cells else 0.0

    # -- rows

    def plan(self) -> RecordsPlan:
        where, notes, rows = self.columns.where, list(self.columns.notes), list[RecordRow]()
        above, carried = "", list[int]()
        for line in self.grid.lines[self.columns.first :]:
            if line.is_blank or is_numbering(line):
                continue
            if told := self._no_member(line):
                notes.append(told)
                continue
            role = self._said(line, ROLE)
            if not role and above and len([cell for cell in line.cells if cell]) > 1:
                carried.append(line.number - last_of(self.grid.lines[: self.columns.first]))
                role = above
            above = role if role_of(role) != DIRECTOR else ""
            rows.append(self._row(line, role))
        if carried:
            numbers = ", ".join(map(str, carried))
            notes.append(f"Dòng {numbers} để trống ô chức danh: lấy theo dòng trên.")
        notes += self._roles_told(rows)
        by_column = tuple(
            next((key for key, columns in where.items() if c in columns), "") for c in range(self.grid.width)
        )
        return RecordsPlan(
            tuple(row for row in rows if not row.doubt),
            tuple(row for row in rows if row.doubt),
            tuple(dict.fromkeys(notes)),
            by_column,
            self.columns.is_guessed or bool(carried),
            last_of(self.grid.lines[: self.columns.first]),
        )

    def _no_member(self, line: Line) -> str:
        """Why a line is passed over: it counts the members, or is the titles again; nothing for a member."""
        full = [cell for cell in line.cells if cell]
        if any(is_total(re.sub(r"[:0-9].*", "", cell)) for cell in full[:2]):
            return f"Bỏ qua dòng {shown(line.text)}: là dòng tổng."
        if _is_heading([column_named(cell, {}) for cell in full]):
            return f"Bỏ qua dòng {shown(line.text)}: là dòng tiêu đề."
        return ""

    def _roles_told(self, rows: Sequence[RecordRow]) -> Iterator[str]:
        """«“Phó Giám đốc thường trực” ghi là Phó Giám đốc.»: a role of which the form has fewer words."""
        for row in rows:
            raw, stored = without_centre(self._raw_role(row)), row.texts.get(ROLE, "")
            if not row.doubt and raw and stored and len(fold(raw).split()) > len(fold(stored).split()):
                yield f"{shown(raw)} ghi là {stored}."

    def _raw_role(self, row: RecordRow) -> str:
        line = Line(row.line, row.cells)
        return self._parted(line)[0] if self._is_mixed else self._said(line, ROLE)

    @cached_property
    def _is_mixed(self) -> bool:
        """Whether the column of posts says the role here too: «Phó Chủ tịch UBND xã, Giám đốc TTHTCĐ»."""
        where = self.columns.where
        return ROLE not in where and DUTY in where

    def _parted(self, line: Line) -> tuple[str, str]:
        """The role in a cell of posts and the others; no role where none or several are."""
        cell = self._said(line, DUTY)
        parts = [part for part in _PARTS.split(cell) if part]
        roles = [part for part in parts if role_of(part)]
        if len(roles) != 1:
            return "", cell
        return roles[0], ", ".join(part for part in parts if part != roles[0])

    def _said(self, line: Line, key: str) -> str:
        cells = (line.cell(column) for column in self.columns.where.get(key, ()))
        return ", ".join(cell for cell in cells if cell and cell not in _DASHES)

    def _row(self, line: Line, role: str) -> RecordRow:
        raw = {key: self._said(line, key) for key in self.columns.where if key != ORDER} | {ROLE: role}
        if self._is_mixed:
            raw[ROLE], raw[DUTY] = self._parted(line)
        texts: dict[str, str] = {}
        wrong: dict[str, str] = {}
        for key, text in raw.items():
            if text:
                texts[key], why = self._read(key, text)
                if why:
                    wrong[key] = f"{self.fields[key].label}: {why}"
        texts = {key: text for key, text in texts.items() if text}
        is_nobody = not {NAME, DUTY} & texts.keys()
        doubts = [*wrong.values(), *(["không có họ tên, chức vụ: chưa rõ là ai"] if is_nobody else [])]
        return RecordRow(line.number, texts, line.cells, "; ".join(doubts), tuple(wrong))

    def _read(self, key: str, raw: str) -> tuple[str, str]:
        """What would be typed, and why it cannot be: then it is as it stands."""
        each = self.fields[key]
        if key == ROLE:
            return self._role(raw)
        if key == NAME and (_SEVERAL.search(raw) or len(raw.split()) > 6):
            return raw, f"{shown(raw)} không phải tên một người"
        answer = read(each, raw)
        if isinstance(answer, Problem):
            return raw, answer.message.rstrip(".")
        return ("" if isinstance(answer, Absent) else typed(each, answer)), ""

    def _role(self, raw: str) -> tuple[str, str]:
        options = self.fields[ROLE].options
        key, bare = role_of(raw), fold(without_centre(raw))
        found = next((each for each in options if each.key == key or fold(each.label) == bare), None)
        if found is not None:
            return found.label, ""
        labels = ", ".join(option.label for option in options)
        return raw, f"{shown(raw)} không có trong biểu mẫu (có: {labels})"


def _is_heading(kinds: Sequence[str]) -> bool:
    """Whether a line's cells are titles, among them that of the names or that of the posts."""
    named = [kind for kind in kinds if kind]
    whom = NAME in named or (ROLE in named and {POST, UNIT} & set(named))
    return len(named) > 1 and bool(whom) and len(named) * 2 > len(kinds)


def _goes_on(line: Line) -> bool:
    full = [cell for cell in line.cells if cell]
    return bool(full) and not (line.cells[0]) and all(map(goes_on_below, full))
