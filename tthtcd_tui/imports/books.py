"""A spreadsheet → what was found in it: attendance books as activities, tables of results, month sheets, roll calls."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import not_
from typing import Final

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.blocks.grid import Grid, Line
from tthtcd_tui.imports.blocks.log import log_plan_of
from tthtcd_tui.imports.blocks.plan import LogPlan, LogRows, Plan, RowDoubt
from tthtcd_tui.imports.blocks.upside_down import MORE_CLASSES, upside_down
from tthtcd_tui.imports.found import FileKind, Found, FoundActivities, FoundFile, Unplaced
from tthtcd_tui.imports.roll_call import read_roll_call
from tthtcd_tui.imports.sources.sheets import Book, Sheet
from tthtcd_tui.imports.split_days import with_whole_days
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted

_FEWEST_RESULTS: Final = 3
_TELLING: Final = ("date", "category", "classes", "participations")
"""Fields any of which makes a row an activity."""
_TITLE: Final = "title"
_UNWORKED: Final = "công thức chưa có giá trị"
_SAVE_AGAIN: Final = "hãy mở bằng Excel hoặc LibreOffice rồi lưu lại"
_MOST_NAMED: Final = 5
"""Rows that a note names."""
_HEAD: Final = 200
"""Lines by which a sheet is told to be one of results."""


def read_book(form: Form, period: Period, book: Book) -> FoundFile:
    """Read the sheets of `book`. Raises UnusableFile where none holds anything usable."""
    reader = _Reader(form, period, notes=list(book.notes))
    for sheet in book.sheets:
        reader.read(sheet)
    return reader.result()


@dataclass
class _Reader:
    form: Form
    period: Period
    found: list[Found] = field(default_factory=list)
    activities: list[FoundActivities] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def result(self) -> FoundFile:
        if not self.activities and not self.found:
            raise UnusableFile(
                "Không nhận ra hoạt động hay kết quả nào trong bảng."
                " Hãy đặt dòng tiêu đề (ngày, nội dung, loại, số lớp, lượt người) rồi nhập lại."
            )
        kind = FileKind.ACTIVITIES if self.activities else FileKind.RESULTS
        notes = tuple(dict.fromkeys(self.notes))
        return FoundFile(kind, tuple(self.found), FoundActivities.joined(self.activities), tuple(self.unplaced), notes)

    def read(self, sheet: Sheet) -> None:
        if not sheet.grid.lines:
            return
        self._remark(sheet)
        where = f"trang {quoted(sheet.name)}"
        if (rolled := read_roll_call(self.form, self.period, sheet.grid)) is not None:
            self._take_rows(LogRows.of([rolled]), where)
            return
        grid = with_whole_days(sheet.grid, sheet.name)
        plan = log_plan_of(self.form, self.period, grid)
        has_days = len(plan.read.columns["date"].rows_where(not_)) * 2 <= len(plan.read)
        is_log = (plan.rows or plan.doubtful) and (has_days or "date" in plan.columns)
        results = None if is_log else self._results(grid)
        if results is not None:
            self._take_results(results, where)
            return
        if not plan.rows and not plan.doubtful:
            self._leave(sheet.grid.lines, where)
            return
        if sheet.unworked:
            plan = replace(plan, read=_with_doubts(plan.read, sheet.unworked))
        self._take_log(plan, grid, where)

    def _remark(self, sheet: Sheet) -> None:
        if sheet.is_hidden:
            self.notes.append(f"Trang {quoted(sheet.name)} bị ẩn, vẫn đọc.")
        if sheet.hidden_rows:
            self.notes.append(f"Trang {quoted(sheet.name)} có {sheet.hidden_rows} dòng ẩn, vẫn đọc.")
        if sheet.unworked:
            rows = ", ".join(map(str, sorted(sheet.unworked)[:_MOST_NAMED]))
            more = "…" if len(sheet.unworked) > _MOST_NAMED else ""
            self.notes.append(f"Trang {quoted(sheet.name)} có {_UNWORKED} ở dòng {rows}{more}: {_SAVE_AGAIN}.")

    def _results(self, grid: Grid) -> Plan | None:
        """The plan of a table of results: its labels are the form's, each once, and there is no day."""
        if len(grid.lines) > _HEAD:
            return None
        from tthtcd_tui.imports.blocks.results import results_plan_of  # most books are logs

        plan = results_plan_of(self.form, self.period, grid)
        rows = {placement.place.parent for placement in plan.placements}
        return plan if plan.by_labels and len(rows) >= _FEWEST_RESULTS else None

    def _take_results(self, plan: Plan, where: str) -> None:
        doubt = "cột được đoán theo thứ tự" if plan.is_guessed else ""
        odd = upside_down({placement.place: placement.text for placement in plan.placements})
        for placement in plan.placements:
            why = doubt or (MORE_CLASSES if placement.place in odd else "")
            self.found.append(Found(placement.place, placement.text, not why, f"{where}, dòng {placement.line}", why))
        self.unplaced += [Unplaced(each.text, f"{where}, dòng {each.line}") for each in plan.doubts]
        self.notes += [f"{where}, dòng {each.line}: {each.reason}." for each in plan.doubts]
        self._take_totals([(total.label, total.pasted, total.added) for total in plan.totals])
        self.notes += plan.notes

    def _take_totals(self, totals: Sequence[tuple[str, Decimal, Decimal]]) -> None:
        for label, pasted, added in totals:
            if pasted != added:
                self.notes.append(f"{label} trong tệp {format_number(pasted)}, cộng được {format_number(added)}")

    def _take_log(self, plan: LogPlan, grid: Grid, where: str) -> None:
        guessed = "cột được đoán theo thứ tự, hãy xem lại" if plan.is_guessed else ""
        self._take_rows(_with_part_named(plan), where, guessed, grid)
        self._leave(plan.asides, where)
        self._take_totals([(total.label, total.pasted, total.added) for total in plan.totals])
        self.notes += [note.replace("phần vừa dán", where) for note in plan.notes if not note.startswith("Bỏ qua dòng")]

    def _take_rows(self, rows: LogRows, where: str, guessed: str = "", grid: Grid | None = None) -> None:
        untold = _untold(rows)
        if grid is not None and untold:
            untitled = {rows.numbers[row] for row in untold}
            self._leave([line for line in grid.lines if line.number in untitled], where)
        self.activities.append(FoundActivities.of(rows.without(untold), where, guessed))

    def _leave(self, lines: Sequence[Line], where: str) -> None:
        self.unplaced += [Unplaced(line.text, f"{where}, dòng {line.number}") for line in lines if not line.is_blank]


def _with_doubts(rows: LogRows, unworked: Collection[int]) -> LogRows:
    """`rows`, none of them sure that has a formula without a value: what it would say is not in the file."""
    odd = {n: RowDoubt(f"{_UNWORKED}; {_SAVE_AGAIN}", False) for n, row in enumerate(rows.numbers) if row in unworked}
    return LogRows(rows.numbers, rows.columns, dict(sorted({**odd, **rows.doubts}.items())))


def _with_part_named(plan: LogPlan) -> LogRows:
    """The rows of `plan`, none of them sure whose kind says but a part of its name."""
    if not plan.part_named:
        return plan.read
    odd = {n: RowDoubt(told, True) for n, told in plan.part_named.items()}
    return LogRows(plan.read.numbers, plan.read.columns, dict(sorted({**odd, **plan.read.doubts}.items())))


def _untold(rows: LogRows) -> set[int]:
    """The rows that are words alone and no activity: who signed below the book."""
    untitled = rows.columns[_TITLE].rows_where(not_)
    bare: set[int] | None = None
    for key in _TELLING:
        blank = rows.columns[key].rows_where(not_) if bare is None or bare else ()
        bare = set(blank) if bare is None else bare.intersection(blank)
    return {*untitled, *(bare or ())}
