"""The rows of a sheet as lines: labels, cells and notes in columns, aligned with the other rows of the same table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from rich.style import Style

from tthtcd_tui.widgets.canvas import Line, Span
from tthtcd_tui.widgets.fit import fit, room_for, wrap
from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.look import BAD, CURSOR, HEADS, PLAIN, QUIET, QUIET_HEADS, STRIPE, STRONG, WARN, Glyphs
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, RowKind, SheetRow
from tthtcd_tui.widgets.typed_line import caret_column, typed_spans

_MARKER: Final = 3
_BETWEEN: Final = 2
_LEAST_LABEL: Final = 8
_LONG: Final = 5
"""Rows from which on a stretch of them is striped."""
_SHORTEST_LABEL: Final = 30
_CELL_AND_NOTE: Final = 20
"""Cells that what is answered and last year's answer need at least, where a label may have half of the rest."""
_SHORTEST_NOTE: Final = 5
_MOST_OF_AN_ERROR: Final = 3
"""Lines."""


class SheetLines:
    """Draws `rows` in `width` cells."""

    def __init__(self, rows: Sequence[SheetRow], width: int, glyphs: Glyphs) -> None:
        self._rows = rows
        self._width = width
        self._glyphs = glyphs
        self._made: dict[int, Line] = {}
        self._marks = {Mark.MISSING: (glyphs.missing, QUIET), Mark.WARNING: (glyphs.warned, WARN)}
        self._marks[Mark.ERROR] = (glyphs.failed, BAD)
        self._stripes = _stripes(rows)
        self._labels: dict[tuple[int, ...], int] = {}
        self._notes: dict[tuple[int, ...], int] = {}
        tables: dict[tuple[int, ...], list[SheetRow]] = {}
        for row in rows:
            tables.setdefault(_sizes(row), []).append(row)
        for sizes, table in tables.items():
            self._measure(sizes, table)
        self._align_numbers(tables)

    def are_of(self, rows: Sequence[SheetRow], width: int, glyphs: Glyphs) -> bool:
        """Whether these very rows are drawn so."""
        return rows is self._rows and width == self._width and glyphs == self._glyphs

    def lines(self, numbers: range) -> list[Line]:
        """The rows of these numbers, without the cursor; each is made once."""
        made = self._made
        for number in numbers:
            if number not in made:
                made[number] = self.line(number, None, None)
        return [made[number] for number in numbers]

    def line(self, number: int, column: int | None, buffer: LineBuffer | None) -> Line:
        """A row; where the cursor is in it, its `column` and what is being typed there."""
        row, here = self._rows[number], column is not None
        if row.kind is RowKind.HEADING:
            words = f" {row.marker:>{_MARKER}} {row.label}" if row.marker else row.label
            return ((fit(words, self._width, self._glyphs.more), STRONG),)
        if row.kind is RowKind.TEXT:
            return ((fit(f"    {row.label}", self._width, self._glyphs.more), QUIET),)
        if row.is_action:
            words = f"{self._glyphs.here if here else ' '}{' ' * (_MARKER + 1)}{row.label}"
            return ((fit(words, self._width, self._glyphs.more), CURSOR if here else QUIET),)
        return self._cells_line(row, column, buffer, STRIPE if number in self._stripes else PLAIN)

    def caret(self, row: SheetRow, column: int, buffer: LineBuffer | None) -> int:
        """The cell of `line` where a letter typed now would appear."""
        if column >= len(row.cells):
            return 0  # the sign of an action
        sizes = _sizes(row)
        over = _typed_over(sizes, column, buffer)
        before = _MARKER + 2 + self._labels[sizes] + _cells_width(sizes[: over.start]) + _BETWEEN
        typed = caret_column(buffer, _room_to_type(row.cells, over, buffer)) if buffer is not None else 0
        return min(before + typed, self._width - 1)

    def cuts_label(self, row: SheetRow) -> bool:
        """Whether there is no room for the whole label of a row of cells, or of what a row does."""
        if row.is_action:
            return room_for(row.label, self._width) > self._width - _MARKER - 2
        return room_for(row.label, self._width) > self._labels.get(_sizes(row), self._width)

    def error(self, words: str) -> list[Line]:
        """Why what stands in the cell above was not taken."""
        before = " " * (_MARKER + 2)
        signed = f"{self._glyphs.failed} {words}"
        lines = wrap(signed, self._width - len(before) - 1, _MOST_OF_AN_ERROR + 1)
        if len(lines) > _MOST_OF_AN_ERROR:
            lines[_MOST_OF_AN_ERROR - 1 :] = [f"{lines[_MOST_OF_AN_ERROR - 1]}{self._glyphs.more}"]
        return [((fit(before + line, self._width, self._glyphs.more), BAD),) for line in lines]

    def _cells_line(self, row: SheetRow, column: int | None, buffer: LineBuffer | None, stripe: Style) -> Line:
        """The numbers of a striped row stay as bright as any."""
        sizes = _sizes(row)
        label, notes = self._labels[sizes], self._notes[sizes]
        plain = {RowKind.TOTAL: STRONG, RowKind.HEADS: HEADS}.get(row.kind, stripe)
        mark, marked = self._marks.get(row.mark, ("", plain))
        style = stripe if row.mark is Mark.MISSING else marked  # it is not wrong: nobody has come to it
        spans: list[Span] = [
            (self._glyphs.here if column is not None else " ", STRONG),
            # A number as wide as both has its mark behind it.
            *(
                ((row.marker[:_MARKER], style), (mark or " ", marked))
                if len(row.marker) >= _MARKER
                else ((mark or " ", marked), (f"{row.marker:>{_MARKER - 1}} ", style))
            ),
            (fit(row.label, label, self._glyphs.more), style),
        ]
        between = (" " * _BETWEEN, HEADS if plain is HEADS else PLAIN)
        over = range(0) if column is None else _typed_over(sizes, column, buffer)
        for index, cell in enumerate(row.cells):
            if index in over[1:]:
                continue
            spans.append(between)
            if buffer is not None and index in over:
                spans += _typed_spans(row.cells, over, buffer)
            else:
                spans += self._cell_spans(cell, index == column)
        for text, size, right in row.texts:
            spans += [between, (fit(text, size, self._glyphs.more, right), plain)]
        before = f"{self._glyphs.bar} " if row.parted else " " * _BETWEEN
        note = fit(f"{before}{row.note}" if row.note else "", notes, self._glyphs.more)
        spans.append((note, QUIET_HEADS if plain is HEADS else QUIET))
        return tuple(spans)

    def _cell_spans(self, cell: Cell, here: bool) -> list[Span]:
        is_right = cell.right and not cell.field_width
        shown = fit(cell.shown or self._glyphs.empty, cell.room, self._glyphs.more, is_right)
        marked = self._marks.get(cell.mark, ("", PLAIN))[1]
        return _filled_up([(shown, CURSOR if here else marked if cell.shown else QUIET)], cell.room, cell.width)

    def _measure(self, sizes: tuple[int, ...], rows: Sequence[SheetRow]) -> None:
        """The cells for labels and notes of rows of the same columns; notes give way to the labels first."""
        notes = labels = whole = 0
        for row in rows:
            labels = max(labels, room_for(row.label, self._width))
            if row.note:
                taken = room_for(row.note, self._width) + _BETWEEN
                notes = max(notes, taken)
                whole = max(whole, taken if row.parted or (row.cells and row.cells[0].right) else 0)
        room = self._width - _cells_width(sizes) - _MARKER - 2
        shortest = max(min(_SHORTEST_LABEL, (self._width - _CELL_AND_NOTE) // 2), self._width // 3)
        spare = room - min(max(labels, _LEAST_LABEL), shortest)
        if not any(row.parted for row in rows):
            spare = max(spare, min(whole, room - _LEAST_LABEL))  # the labels give way to numbers
        # Numbers beside numbers are whole or not there: «3 …» of 98 would be read as 3.
        self._notes[sizes] = min(notes, spare) if spare >= (whole or _SHORTEST_NOTE) else 0
        self._labels[sizes] = max(min(room - self._notes[sizes], labels), min(labels, _LEAST_LABEL))

    def _align_numbers(self, tables: Mapping[tuple[int, ...], Sequence[SheetRow]]) -> None:
        """Numbers of rows of their own stand under the first column of the table beside them, where it has room."""
        table = max((sizes for sizes in tables if len(sizes) > 1), key=lambda sizes: len(tables[sizes]), default=None)
        for sizes, rows in tables.items():
            if len(sizes) == 1 and table is not None and any(row.cells and row.cells[0].right for row in rows):
                label, needed = self._labels[table], _MARKER + 2 + _cells_width(sizes) + self._notes[sizes]
                if self._labels[sizes] <= label <= self._width - needed:
                    self._labels[sizes] = label

    @property
    def shows_notes(self) -> bool:
        """Whether there is room for what stands beside the cells."""
        return any(self._notes.values())


def _typed_over(sizes: Sequence[int], column: int, buffer: LineBuffer | None) -> range:
    """The columns in which is typed: what is longer than its cell goes over those behind it, then those before."""
    first = last = column
    wanted = room_for(buffer.text, _cells_width(sizes)) + 1 if buffer is not None else 0
    while (last + 1 < len(sizes) or first) and _cells_width(sizes[first : last + 1]) - _BETWEEN < wanted:
        first, last = (first, last + 1) if last + 1 < len(sizes) else (first - 1, last)
    return range(first, last + 1)


def _room_to_type(cells: Sequence[Cell], over: range, buffer: LineBuffer) -> int:
    """A number that is longer than those there were is seen whole while it is typed."""
    width = _cells_width([cells[column].width for column in over]) - _BETWEEN
    least = cells[over.start].room if len(over) == 1 else width
    return min(max(least, room_for(buffer.text, width) + 1), width)


def _typed_spans(cells: Sequence[Cell], over: range, buffer: LineBuffer) -> list[Span]:
    room = _room_to_type(cells, over, buffer)
    return _filled_up(typed_spans(buffer, room), room, cells[over.start].width)


def _filled_up(spans: list[Span], room: int, width: int) -> list[Span]:
    return [*spans, (" " * (width - room), PLAIN)] if room < width else spans


def _cells_width(sizes: Sequence[int]) -> int:
    return sum(sizes) + _BETWEEN * len(sizes)


def _sizes(row: SheetRow) -> tuple[int, ...]:
    """The widths of its columns: rows of the same ones are aligned with each other."""
    return tuple(map(_width_of, row.cells or row.texts))


def _stripes(rows: Sequence[SheetRow]) -> frozenset[int]:
    """Every other row of each stretch of rows that is long enough to lose one's line in."""
    stripes: list[int] = []
    ends = [number for number, row in enumerate(rows) if row.kind is not RowKind.CELLS]
    for before, after in pairwise((-1, *ends, len(rows))):
        if after - before > _LONG:
            stripes += range(before + 2, after, 2)
    return frozenset(stripes)


_width_of = attrgetter("width")
