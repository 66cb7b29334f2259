"""A block of numbers alone, pasted into the results table: it must fit from the cursor on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.imports.blocks.grid import Grid, Line
from tthtcd_tui.imports.blocks.headings import is_over_another_time, read_headings
from tthtcd_tui.imports.blocks.plan import Doubt, Placement, Plan, TotalCheck, shown
from tthtcd_tui.imports.blocks.shapes import looks_like_number, looks_like_quantity
from tthtcd_tui.imports.blocks.table import Table, number_of, read_cell
from tthtcd_tui.imports.blocks.words import marker_alone
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.text.periods import Period


@dataclass
class Unlabelled:
    """Reads a block of numbers alone: it must fit from the cursor on."""

    table: Table
    period: Period
    grid: Grid
    at: Place | None

    def plan(self) -> Plan:
        lines, skipped = self._numbers()
        return replace(self._plan(lines, skipped), above=lines[0].number - 1 if lines else 0)

    def _plan(self, lines: list[Line], skipped: int) -> Plan:
        if not lines or self.at is None or self.at.parent not in self.table.by_place:
            return Plan(
                doubts=tuple(self._refused(lines or self.grid.lines, "không có nhãn nào của bảng")), skipped=skipped
            )
        above = [line.text for line in self.grid.lines if line.number < lines[0].number]
        if other := next((text for text in above if is_over_another_time(text, self.period)), ""):
            reason = f"bảng dán ghi {shown(other)}, không phải {self.period.title}"
            return Plan(doubts=tuple(self._refused(lines, reason)), skipped=skipped)
        keys = list(self.table.fields)
        width = Grid(tuple(lines), self.grid.parted).width
        start = [row.place for row in self.table.rows].index(self.at.parent)
        all_lines = lines
        lines, total = self._without_total(all_lines)
        is_row_too = total is not None and self._laid(all_lines, start) is not None
        if is_row_too:  # nothing says that it is no row of its own
            lines, total = all_lines, None
        first = keys.index(self.at.parts[-1]) if self.at.parts[-1] in keys else 0
        laid = self._laid(lines, start)
        moved = False
        titled = self._titled(width)
        if laid is None or (first + width > len(keys) and not titled):
            reason = self._too_much(len(lines), width, start, first)
            laid, first, moved = self._moved(lines, width)
            if laid is None:
                return Plan(doubts=tuple(self._refused(lines, reason)), skipped=skipped)
        if width > 1 and not titled and self.table.falls([line.cells for line in lines]):
            reason = "cột đầu lớn hơn cột sau, chưa rõ cột nào là cột nào; hãy dán cả dòng tiêu đề"
            return Plan(doubts=tuple(self._refused(lines, reason, is_in_order=False)), skipped=skipped)
        plan = self._placed(laid, titled or keys[first : first + width], skipped, total, moved)
        return self._with_sum_told(plan, laid) if is_row_too else plan

    def _with_sum_told(self, plan: Plan, laid: Sequence[tuple[Place, Line]]) -> Plan:
        """A plan whose last row adds up the others, which it may do by chance."""
        row, line = laid[-1]
        sums = " / ".join(filter(None, line.cells))
        note = (
            f"Dòng cuối ({sums}) bằng tổng các dòng trên, ghi vào “{self.table.by_place[row].label}”;"
            " nếu là dòng tổng, hãy dán lại mà bỏ dòng ấy."
        )
        return replace(plan, notes=(*plan.notes, note), is_guessed=True)

    def _titled(self, width: int) -> list[str]:
        """The columns as the headings name them, if they name all."""
        above = [line for line in self.grid.lines if not any(map(looks_like_number, line.cells))]
        named = read_headings(above).named(self.table.titles)[-width:]
        keys = [name for name in named if name is not None and name in self.table.fields]
        return keys if len(keys) == width == len(set(keys)) else []

    def _numbers(self) -> tuple[list[Line], int]:
        """The lines from the first of numbers on, without the column that numbers them; none if one holds words."""
        lines = list(self.grid.lines)
        skipped = 0
        while lines and not any(map(looks_like_quantity, lines[0].cells)) and not lines[0].is_blank:
            lines.pop(0)
            skipped += 1
        if self._is_order([line.cell(0) for line in lines]):
            lines = [Line(line.number, line.cells[1:]) for line in lines]
        words = (cell for line in lines for cell in line.cells if cell and not looks_like_quantity(cell))
        return ([] if any(sum(map(str.isalpha, word)) > 1 for word in words) else lines), skipped

    def _is_order(self, cells: Sequence[str]) -> bool:
        """Whether a first column numbers the rows: as the form does, or 1, 2, 3 …"""
        marks = [marker_alone(cell) for cell in cells if cell]
        if len(marks) < 3 or self.grid.width <= len(self.table.fields):
            return False
        own = [row.marker for row in self.table.rows]
        return marks == own[: len(marks)] or marks == [str(number) for number in range(1, len(marks) + 1)]

    def _without_total(self, lines: list[Line]) -> tuple[list[Line], Line | None]:
        """The last line apart, where it adds up the others."""
        if len(lines) < 3:
            return lines, None
        fields = list(self.table.fields.values())
        *rows, last = lines
        sums = [
            sum((number_of(read_cell(field, line.cell(c))) for line in rows), Decimal(0))
            for c, field in zip(range(len(last.cells)), fields, strict=False)
        ]
        own = [number_of(read_cell(field, cell)) for cell, field in zip(last.cells, fields, strict=False)]
        return (rows, last) if any(sums) and own == sums else (lines, None)

    def _laid(self, lines: Sequence[Line], start: int) -> list[tuple[Place, Line]] | None:
        """Each line with its row from row `start` on; None where they do not fit. A blank line may be a group's."""
        waiting = list(self.table.rows[start:])
        found: list[tuple[Place, Line]] = []
        for line in lines:
            while waiting and waiting[0].role is RowRole.GROUP:
                waiting.pop(0)
                if line.is_blank:
                    break
            else:
                if not waiting:
                    return None
                found.append((waiting.pop(0).place, line))
        return found

    def _moved(self, lines: Sequence[Line], width: int) -> tuple[list[tuple[Place, Line]] | None, int, bool]:
        """A block as large as the whole table, or as wide, offered from the table's own beginning."""
        body = [row for row in self.table.rows if row.role is not RowRole.GROUP]
        full = [line for line in lines if not line.is_blank]
        if len(full) == len(body) and width <= len(self.table.fields):
            first = (
                0
                if width == len(self.table.fields) or self.at is None
                else list(self.table.fields).index(self.at.parts[-1])
            )
            return self._laid(lines, 0), first, True
        return None, 0, True

    def _placed(
        self, laid: Sequence[tuple[Place, Line]], keys: Sequence[str], skipped: int, total: Line | None, moved: bool
    ) -> Plan:
        placements: list[Placement] = []
        doubts: list[Doubt] = []
        for row, line in laid:
            for key, text in zip(keys, line.cells, strict=False):
                cell = read_cell(self.table.fields[key], text)
                place = Place.of(row, key)
                if isinstance(cell.answer, Problem):
                    doubts.append(Doubt(line.number, text, cell.answer.message, place, line.cells))
                elif cell.answer is not UNANSWERED:
                    placements.append(Placement(place, cell.text, line.number))
        totals = tuple(self._checked(keys, total)) if total else ()
        notes = ("Khối dán không vừa từ ô này, nhưng vừa cả bảng: xếp từ dòng đầu của bảng.",) if moved else ()
        guessed = moved or laid[0][1].is_blank
        return Plan(tuple(placements), tuple(doubts), skipped + bool(total), totals, notes, is_guessed=guessed)

    def _checked(self, keys: Sequence[str], total: Line) -> Iterator[TotalCheck]:
        for key, text in zip(keys, total.cells, strict=False):
            number = number_of(read_cell(self.table.fields[key], text))
            yield TotalCheck(number, number, self.table.form.table.total_label)

    def _too_much(self, count: int, width: int, start: int, first: int) -> str:
        rows = sum(row.role is not RowRole.GROUP for row in self.table.rows[start:])
        columns = len(self.table.fields) - first
        if width > columns:
            return f"khối dán rộng {width} cột, từ ô này chỉ còn {columns} cột; hãy dán cả cột nội dung"
        return f"khối dán có {count} dòng, từ ô này chỉ còn {rows} dòng; hãy dán cả cột nội dung"

    def _refused(self, lines: Sequence[Line], reason: str, *, is_in_order: bool = True) -> Iterator[Doubt]:
        """Each of the lines; of as many numbers as the table has columns, which is which is told by their order."""
        keys = list(self.table.fields)
        for line in lines:
            full = [cell for cell in line.cells if cell]
            is_told = is_in_order and len(full) == len(keys) and all(map(looks_like_quantity, full))
            if full:
                texts = dict(zip(keys, full, strict=True)) if is_told else {}
                yield Doubt(line.number, line.text, reason, cells=line.cells, texts=texts)
