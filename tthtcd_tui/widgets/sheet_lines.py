"""The rows of a sheet as lines: labels, cells and notes in columns, aligned with the other rows of the same table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from tthtcd_tui.widgets.canvas import Line, Span
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.look import BAD, CURSOR, PLAIN, QUIET, STRONG, Glyphs
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow
from tthtcd_tui.widgets.typed_line import typed_spans

_MARKER: Final = 3
_BETWEEN: Final = 2
_LEAST_LABEL: Final = 8
_SHORTEST_LABEL: Final = 30
_SHORTEST_NOTE: Final = 5


class SheetLines:
    """Draws `rows` in `width` cells."""

    def __init__(self, rows: Sequence[SheetRow], width: int, glyphs: Glyphs) -> None:
        self._width = width
        self._glyphs = glyphs
        self._notes: dict[tuple[int, ...], int] = {}
        for sizes in {_sizes(row) for row in rows}:
            self._notes[sizes] = self._note_room(sizes, [row for row in rows if _sizes(row) == sizes])

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

    def _cells_line(self, row: SheetRow, column: int | None, buffer: LineBuffer | None) -> Line:
        sizes = _sizes(row)
        notes = self._notes[sizes]
        total = row.kind is RowKind.TOTAL
        style = STRONG if total else BAD if row.wrong else PLAIN
        mark = self._glyphs.here if column is not None else self._glyphs.failed if row.wrong else " "
        label = max(self._width - _cells_width(sizes) - _MARKER - 2 - notes, _LEAST_LABEL)
        spans: list[Span] = [
            (f"{mark}{row.marker:>{_MARKER}} ", style),
            (fit(row.label, label, self._glyphs.more), style),
        ]
        for index, cell in enumerate(row.cells):
            spans.append((" " * _BETWEEN, PLAIN))
            spans += self._cell_spans(cell, index == column, buffer)
        for text, size in row.texts:
            spans += [(" " * _BETWEEN, PLAIN), (fit(text, size, right=True), STRONG if total else QUIET)]
        spans.append((fit(f"  {row.note}" if row.note else "", notes, self._glyphs.more), QUIET))
        return tuple(spans)

    def _cell_spans(self, cell: Cell, here: bool, buffer: LineBuffer | None) -> list[Span]:
        if here and buffer is not None:
            return typed_spans(buffer, cell.width)
        shown = fit(cell.shown or self._glyphs.empty, cell.width, self._glyphs.more, cell.right)
        return [(shown, CURSOR if here else PLAIN if cell.shown else QUIET)]

    def _note_room(self, sizes: tuple[int, ...], rows: Sequence[SheetRow]) -> int:
        """The cells kept for the notes of rows of the same columns; they give way to the labels first."""
        notes = max((cell_len(row.note) + _BETWEEN for row in rows if row.note), default=0)
        labels = max((cell_len(row.label) for row in rows), default=0)
        kept = min(max(labels, _LEAST_LABEL), _SHORTEST_LABEL)
        spare = self._width - _cells_width(sizes) - _MARKER - 2 - kept
        return min(notes, spare) if spare >= _SHORTEST_NOTE else 0


def _cells_width(sizes: tuple[int, ...]) -> int:
    return sum(sizes) + _BETWEEN * len(sizes)


def _sizes(row: SheetRow) -> tuple[int, ...]:
    """The widths of its columns: rows of the same ones are aligned with each other."""
    return tuple(cell.width for cell in row.cells) or tuple(size for _, size in row.texts)
