"""A line typed on a screen that asks for nothing else: why, by when. It is of the moment, and in no report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.cells import headings
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

_NARROWEST: Final = 20
_MARGINS: Final = 10


@dataclass
class OneLine:
    """What stands in the cell at `place`."""

    place: Place
    text: str = ""

    def cell(self, width: int, beside: int) -> Cell:
        """The cell on a screen `width` wide, of which `beside` columns are taken; a width of 0 is not known yet."""
        return Cell(self.place, self.text, self.text, max((width or 80) - beside, _NARROWEST))

    def rows(self, question: str, width: int) -> list[SheetRow]:
        """The rows of a screen that asks for nothing else: what is asked, and the cell."""
        cell = self.cell(width, _MARGINS)
        return [*headings(question, width or 80), SheetRow(RowKind.CELLS, "", (cell,))]

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        """Take what was typed; why not, where it cannot be."""
        try:
            self.text = clean_line(cells[0][1])
        except TextProblem as problem:
            return problem.message
        return None
