"""Invalid input of a sheet's cells, kept there while the user goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, SheetRow


class Refused(NamedTuple):
    """What was typed in a cell, and why it was not taken."""

    raw: str
    problem: str


class RefusedTexts:
    """The refused texts of one sheet, by Place."""

    def __init__(self) -> None:
        self._texts: dict[Place, Refused] = {}

    def add(self, place: Place, raw: str, problem: str) -> None:
        self._texts[place] = Refused(raw, problem)

    def at(self, place: Place | None) -> Refused | None:
        return self._texts.get(place) if place else None

    def forget(self) -> None:
        self._texts = {}

    def settle(self, places: Iterable[Place]) -> bool:
        """Forget what was refused at `places`; whether anything was."""
        return bool([place for place in places if self._texts.pop(place, None)])

    def shown_in(self, rows: Sequence[SheetRow]) -> Sequence[SheetRow]:
        """`rows` with what was refused in its cells, marked as wrong."""
        return tuple(map(self._in_row, rows)) if self._texts else rows

    def _in_row(self, row: SheetRow) -> SheetRow:
        if not any(cell.place in self._texts for cell in row.cells):
            return row
        return row._replace(cells=tuple(map(self._in_cell, row.cells)), mark=Mark.ERROR)

    def _in_cell(self, cell: Cell) -> Cell:
        refused = self._texts.get(cell.place)
        return cell._replace(raw=refused.raw, shown=refused.raw, mark=Mark.ERROR) if refused else cell

    def next_in(self, rows: Sequence[SheetRow], here: tuple[int, int]) -> Place | None:
        """The next cell with one behind row and column `here`, round to the first; None where there is no other."""
        cells = [(n, c, cell.place) for n, row in enumerate(rows) for c, cell in enumerate(row.cells)]
        ahead = sorted(cells, key=lambda each: each[:2] <= here)
        return next((place for n, c, place in ahead if place in self._texts and (n, c) != here), None)
