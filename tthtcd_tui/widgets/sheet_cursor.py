"""Cursor of a sheet: the rows, the cell it stands on, and the rows in sight. Pure, and tested without a screen."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow


class SheetCursor:
    """Where one stands in `rows`: `number` counts the rows, `column` the cells of that row."""

    def __init__(self) -> None:
        self.rows: tuple[SheetRow, ...] = ()
        self.number = 0
        self.column = 0
        self.top = 0
        """The first row in sight."""
        self._goal = (-1, -1, 0)
        """Where going up or down has led, row and column, and the column that it keeps to while nothing else moves."""

    @property
    def row(self) -> SheetRow | None:
        return self.rows[self.number] if self.rows else None

    @property
    def cell(self) -> Cell | None:
        """The cell it stands on."""
        row = self.rows[self.number] if self.rows else None
        return row.cells[self.column] if row and self.column < len(row.cells) else None

    def show(self, rows: Sequence[SheetRow]) -> None:
        """Take these rows; the cursor stays on its place, and where Enter does something on the row that does it."""
        cell, action = self.cell, self.rows[self.number].action if self.rows else ""
        self.rows = tuple(rows)
        if not (self._find(cell.place) if cell else self._find_same(action)):
            self.number = min(self.number, max(len(self.rows) - 1, 0))
            if not self.stops(self.number):
                self.number = self._first_stop(0) or 0
            self.column = min(self.column, max(self.stops(self.number) - 1, 0))

    def _find_same(self, action: str) -> bool:
        """Go to the row of `action`, of several to the one nearest to where it stood; return whether there is one."""
        found = [number for number, row in enumerate(self.rows) if action and row.is_action and row.action == action]
        if found:
            self.number, self.column = min(found, key=lambda number: abs(number - self.number)), 0
        return bool(found)

    def stops(self, number: int) -> int:
        """How many places there are to stand on in a row."""
        return self.rows[number].stops if 0 <= number < len(self.rows) else 0

    # -- going --------------------------------------------------------------------------------------------------------

    def go_to(self, place: Place) -> bool:
        """Go to `place`, in the row it is, or where one is added to that table; return whether it is here."""
        return (
            self._find(place)
            or any(self._find(cell.place) for row in self.rows for cell in row.cells if cell.place.within(place))
            or self._find_action(place)
        )

    def move(self, step: int) -> None:
        """Up or down to the next row one can stand in, in the column one came from; at the end, it stays."""
        number = self.number + step
        while 0 <= number < len(self.rows) and not self.stops(number):
            number += step
        if 0 <= number < len(self.rows):
            goal = self._goal[2] if self._goal[:2] == (self.number, self.column) else self.column
            self.number, self.column = number, min(goal, self.stops(number) - 1)
            self._goal = (self.number, self.column, goal)
        elif step < 0:
            self.top = 0

    def move_to_cell(self, step: int) -> bool:
        """To the next cell that takes an answer, or the one before, in reading order; return whether there is one."""
        if self.cell is not None and self.move_sideways(step):
            return True
        number = self.number + step
        while 0 <= number < len(self.rows) and not self.rows[number].is_entered:
            number += step
        if not 0 <= number < len(self.rows):
            return False
        self.number, self.column = number, 0 if step > 0 else self.stops(number) - 1
        return True

    @property
    def following(self) -> Cell | None:
        """The cell to which Enter goes from here; None where it stays, or comes to what is no cell."""
        here = self.number, self.column
        found = self.cell if self.move_to_cell(1) else None
        self.number, self.column = here
        return found

    def move_sideways(self, step: int) -> bool:
        """To the cell beside; return whether there is one."""
        column = self.column + step
        if not 0 <= column < self.stops(self.number):
            return False
        self.column = column
        return True

    def go_down_the_table(self) -> None:
        """To the next row of the same table, over what stands between its parts; after the last one, just down."""
        row = self.row
        shape = row.shape if row is not None else ()
        below = range(self.number + 1, len(self.rows))
        following = next((number for number in below if self.rows[number].shape == shape), None)
        step = following - self.number if following is not None and len(shape) > 1 else 1
        self.number += step - 1
        self.move(1)

    def page(self, step: int, height: int) -> None:
        """To the next member, indicator, section, or back; a page where the sheet has none."""
        begins = [number for number, row in enumerate(self.rows) if row.begins]
        if begins:
            self._go_to_beginning(begins, step, height)
            return
        for _ in range(max(height - 2, 1)):
            self.move(step)

    def _go_to_beginning(self, begins: Sequence[int], step: int, height: int) -> None:
        """Onto the first cell of the next part, or of the last, and all of that part in sight if it fits."""
        starts = [number for number in [0, *begins] if self._first_stop(number) is not None]
        here = max((number for number in starts if number <= self.number), default=0)
        onward = [number for number in starts if (number > here if step > 0 else number < here)]
        start = onward[0 if step > 0 else -1] if onward else here if step < 0 else None
        if start is None:
            self.number, self.column = max(r for r in range(len(self.rows)) if self.stops(r)), 0
            return
        self.number, self.column = self._first_stop(start) or 0, 0
        end = next((number for number in begins if number > start), len(self.rows))
        if end > self.top + height or start < self.top:
            self.top = start

    def _find(self, place: Place) -> bool:
        for number, row in enumerate(self.rows):
            for column, cell in enumerate(row.cells):
                if cell.place == place:
                    self.number, self.column = number, column
                    return True
        return False

    def _find_action(self, name: str) -> bool:
        for number, row in enumerate(self.rows):
            if row.action == name:
                self.number, self.column = number, 0
                return True
        return False

    def _first_stop(self, start: int) -> int | None:
        return next((number for number in range(start, len(self.rows)) if self.stops(number)), None)

    # -- what is in sight ---------------------------------------------------------------------------------------------

    def scroll(self, height: int, below: int) -> range:
        """Bring the cursor's row into sight, with `below` lines under it and, going up, the headings above it.

        Return the rows in sight.
        """
        self.top = min(self.top, max(len(self.rows) + below - height, 0))
        if self.number < self.top:
            self.top = self.number
            while self.top and not self.stops(self.top - 1) and self.number - self.top < height - below - 1:
                self.top -= 1
        elif self.number + below >= self.top + height:
            self.top = self.number + below - height + 1
        return range(self.top, min(self.top + height, len(self.rows)))
