"""The rows of a sheet as lines: labels, cells and notes in columns, aligned with the other rows of the same table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tthtcd_tui.widgets.canvas import Line, Span
from tthtcd_tui.widgets.fit import fit, room_for, wrap
from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.look import BAD, CURSOR, PLAIN, QUIET, STRONG, WARN, Glyphs
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, RowKind, SheetRow
from tthtcd_tui.widgets.typed_line import typed_spans

_MARKER: Final = 3
_BETWEEN: Final = 2
_LEAST_LABEL: Final = 8
_SHORTEST_LABEL: Final = 30
_SHORTEST_NOTE: Final = 5
_MOST_OF_AN_ERROR: Final = 2
"""Lines."""


class SheetLines:
    """Draws `rows` in `width` cells."""

    def __init__(self, rows: Sequence[SheetRow], width: int, glyphs: Glyphs) -> None:
        self._width = width
        self._glyphs = glyphs
        self._marks = {Mark.MISSING: (glyphs.missing, QUIET), Mark.WARNING: (glyphs.warned, WARN)}
        self._marks[Mark.ERROR] = (glyphs.failed, BAD)
        self._labels: dict[tuple[int, ...], int] = {}
        self._notes: dict[tuple[int, ...], int] = {}
        for sizes in {_sizes(row) for row in rows}:
            self._measure(sizes, [row for row in rows if _sizes(row) == sizes])

    def line(self, row: SheetRow, column: int | None, buffer: LineBuffer | None) -> Line:
        """A row; where the cursor is in it, its `column` and what is being typed there."""
        here = column is not None
        if row.kind is RowKind.HEADING:
            words = f" {row.marker:>{_MARKER}} {row.label}" if row.marker else row.label
            return ((fit(words, self._width, self._glyphs.more), STRONG),)
        if row.kind is RowKind.TEXT:
            return ((fit(f"    {row.label}", self._width, self._glyphs.more), QUIET),)
        if row.kind is RowKind.ACTION:
            words = f"  {self._glyphs.here if here else ' '} {row.label}"
            return ((fit(words, self._width, self._glyphs.more), CURSOR if here else QUIET),)
        return self._cells_line(row, column, buffer)

    def cuts_label(self, row: SheetRow) -> bool:
        """Whether there is no room for the whole label of a row of cells."""
        return room_for(row.label, self._width) > self._labels.get(_sizes(row), self._width)

    def error(self, words: str) -> list[Line]:
        """Why what stands in the cell above was not taken."""
        before = " " * (_MARKER + 2)
        signed = f"{self._glyphs.failed} {words}"
        lines = wrap(signed, self._width - len(before) - 1, _MOST_OF_AN_ERROR)
        return [((fit(before + line, self._width, self._glyphs.more), BAD),) for line in lines]

    def _cells_line(self, row: SheetRow, column: int | None, buffer: LineBuffer | None) -> Line:
        sizes = _sizes(row)
        label, notes = self._labels[sizes], self._notes[sizes]
        total = row.kind is RowKind.TOTAL
        mark, style = self._marks.get(row.mark, (" ", STRONG if total else PLAIN))
        if column is not None:
            mark = self._glyphs.here
        if row.mark is Mark.MISSING:
            style = PLAIN  # it is not wrong: nobody has come to it
        spans: list[Span] = [
            (mark, self._marks.get(row.mark, ("", style))[1]),
            (f"{row.marker:>{_MARKER}} ", style),
            (fit(row.label, label, self._glyphs.more), style),
        ]
        for index, cell in enumerate(row.cells):
            spans.append((" " * _BETWEEN, PLAIN))
            spans += self._cell_spans(cell, index == column, buffer)
        for text, size, right in row.texts:
            spans += [(" " * _BETWEEN, PLAIN), (fit(text, size, self._glyphs.more, right), STRONG if total else QUIET)]
        before = f"{self._glyphs.bar} " if row.parted else " " * _BETWEEN
        spans.append((fit(f"{before}{row.note}" if row.note else "", notes, self._glyphs.more), QUIET))
        return tuple(spans)

    def _cell_spans(self, cell: Cell, here: bool, buffer: LineBuffer | None) -> list[Span]:
        if here and buffer is not None:
            return typed_spans(buffer, cell.width)
        shown = fit(cell.shown or self._glyphs.empty, cell.width, self._glyphs.more, cell.right)
        marked = self._marks.get(cell.mark, ("", PLAIN))[1]
        return [(shown, CURSOR if here else marked if cell.shown else QUIET)]

    def _measure(self, sizes: tuple[int, ...], rows: Sequence[SheetRow]) -> None:
        """The cells for labels and notes of rows of the same columns; notes give way to the labels first."""
        notes = max((room_for(row.note, self._width) + _BETWEEN for row in rows if row.note), default=0)
        labels = max((room_for(row.label, self._width) for row in rows), default=0)
        room = self._width - _cells_width(sizes) - _MARKER - 2
        spare = room - min(max(labels, _LEAST_LABEL), max(_SHORTEST_LABEL, self._width // 3))
        self._notes[sizes] = min(notes, spare) if spare >= _SHORTEST_NOTE else 0
        self._labels[sizes] = max(room - self._notes[sizes], min(labels, _LEAST_LABEL))


def _cells_width(sizes: tuple[int, ...]) -> int:
    return sum(sizes) + _BETWEEN * len(sizes)


def _sizes(row: SheetRow) -> tuple[int, ...]:
    """The widths of its columns: rows of the same ones are aligned with each other."""
    return tuple(cell.width for cell in row.cells) or tuple(word.width for word in row.texts)
