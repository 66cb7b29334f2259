"""What a sheet shows, and where its cursor stands: rows of cells, of which as many are drawn as have room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.look import DRAWN, Glyphs
from tthtcd_tui.widgets.sheet_lines import SheetLines
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

USUAL_HEIGHT: Final = 19
"""Of a sheet that is not on the screen yet."""


class SheetOwner(Protocol):
    """Who a sheet hands on to. Each call is made and answered before the next key is looked at."""

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        """Save what was typed; None, or why it was not taken. The owner shows the new rows itself."""

    def takes(self, place: Place, raw: str) -> bool:
        """Whether `raw` can be read at `place`."""

    def opened(self, cell: Cell, typed: str) -> None:
        """Enter on a cell that has an editor of its own, or something typed for it."""

    def acted(self, row: SheetRow) -> None:
        """Enter on a row that is an action."""

    def moved(self) -> None:
        """The cursor stands elsewhere, or what it stands on has changed."""

    def told(self, message: str) -> None:
        """Something to say in the message line."""


class SheetCursor(Canvas):
    """The rows, the cursor, and what is being typed under it; what keys do is the Sheet's."""

    def __init__(self, owner: SheetOwner) -> None:
        super().__init__(id="sheet")
        self._owner = owner
        self.glyphs: Glyphs = DRAWN
        self._rows: tuple[SheetRow, ...] = ()
        self._row = 0
        self._column = 0
        self._top = 0
        self._buffer: LineBuffer | None = None
        self._drawn = SheetLines((), 80, self.glyphs)
        self.error = ""
        """Why what stands in the cell was not taken, or nothing."""

    # -- what it shows ------------------------------------------------------------------------------------------------

    def show(self, rows: Sequence[SheetRow]) -> None:
        """Shows `rows`; the cursor stays on its place, and so does what is being typed."""
        place = self.place
        self._rows = tuple(rows)
        if place is None or not self._find(place):
            self._row = min(self._row, max(len(self._rows) - 1, 0))
            if not self._stops(self._row):
                self._row = next((row for row in range(len(self._rows)) if self._stops(row)), 0)
            self._column = min(self._column, max(self._stops(self._row) - 1, 0))
        self.draw()

    def go_to(self, place: Place) -> bool:
        """Puts the cursor on `place`, in the row it is, or where one is added to that table; whether it is here."""
        found = (
            self._find(place)
            or any(self._find(cell.place) for row in self._rows for cell in row.cells if cell.place.within(place))
            or self._find_action(place)
        )
        self.draw()
        return found

    @property
    def cell(self) -> Cell | None:
        """The cell under the cursor."""
        row = self._rows[self._row] if self._rows else None
        return row.cells[self._column] if row and self._column < len(row.cells) else None

    @property
    def row(self) -> SheetRow | None:
        return self._rows[self._row] if self._rows else None

    @property
    def has_untitled_notes(self) -> bool:
        """Whether something stands beside the cells that no title of a column explains."""
        noted = [row for row in self._rows if row.note]
        return bool(noted) and not any(row.kind is RowKind.TOTAL for row in noted)

    @property
    def cut_label(self) -> str:
        """The label of the row under the cursor, where there is no room for all of it."""
        row = self.row
        return row.label.strip() if row and self._drawn.cuts_label(row) else ""

    @property
    def place(self) -> Place | None:
        cell = self.cell
        return cell.place if cell else None

    @property
    def typing(self) -> str | None:
        """What is being typed and not yet saved."""
        return self._buffer.text if self._buffer else None

    def draw(self) -> None:
        """What was not taken has its reason on a line of its own right below it."""
        height = self.size.height or USUAL_HEIGHT
        drawn = self._drawn = SheetLines(self._rows, self.size.width or 80, self.glyphs)
        error = drawn.error(self.error)[: max(height - 1, 0)] if self.error else []
        self._scroll(height, len(error))
        cursor = {self._row: self._column}
        lines: list[Line] = []
        for number in range(self._top, min(self._top + height, len(self._rows))):
            lines.append(drawn.line(self._rows[number], cursor.get(number), self._buffer))
            lines += error if number == self._row else []
        self.paint(lines[:height])

    def _scroll(self, height: int, below: int) -> None:
        """Brings the cursor's row into sight, with `below` lines under it and, going up, the headings above it."""
        self._top = min(self._top, max(len(self._rows) + below - height, 0))
        if self._row < self._top:
            self._top = self._row
            while self._top and not self._stops(self._top - 1) and self._row - self._top < height - below - 1:
                self._top -= 1
        elif self._row + below >= self._top + height:
            self._top = self._row + below - height + 1

    def on_resize(self) -> None:
        self.draw()

    # -- where the cursor can go --------------------------------------------------------------------------------------

    def _stops(self, row: int) -> int:
        return self._rows[row].stops if 0 <= row < len(self._rows) else 0

    def _find(self, place: Place) -> bool:
        for number, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells):
                if cell.place == place:
                    self._row, self._column = number, column
                    return True
        return False

    def _find_action(self, name: str) -> bool:
        for number, row in enumerate(self._rows):
            if row.action == name:
                self._row, self._column = number, 0
                return True
        return False

    def _move(self, step: int, *, keep_column: bool) -> None:
        """Up or down to the next row that has a cell; on the last, it stays."""
        row = self._row + step
        while 0 <= row < len(self._rows) and not self._stops(row):
            row += step
        if 0 <= row < len(self._rows):
            last = self._stops(row) - 1
            self._row = row
            self._column = min(self._column, last) if keep_column else (0 if step > 0 else last)
        elif step < 0:
            self._top = 0
        self.draw()
        self._owner.moved()

    def _go_to_beginning(self, begins: Sequence[int], step: int) -> None:
        """Onto the first cell of the next part, or of the last, and all of that part on the screen if it fits."""
        starts = [number for number in [0, *begins] if self._first_stop(number) is not None]
        here = max((number for number in starts if number <= self._row), default=0)
        onward = [number for number in starts if (number > here if step > 0 else number < here)]
        start = onward[0 if step > 0 else -1] if onward else here if step < 0 else None
        if start is None:
            self._row, self._column = max(r for r in range(len(self._rows)) if self._stops(r)), 0
        else:
            self._row, self._column = self._first_stop(start) or 0, 0
            end = next((number for number in begins if number > start), len(self._rows))
            if end > self._top + (self.size.height or USUAL_HEIGHT) or start < self._top:
                self._top = start
        self.draw()
        self._owner.moved()

    def _first_stop(self, start: int) -> int | None:
        return next((row for row in range(start, len(self._rows)) if self._stops(row)), None)
