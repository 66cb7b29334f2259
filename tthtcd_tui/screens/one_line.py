"""A line typed on a screen that asks for nothing else: why, under what name. It is of the moment, and in no report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.widgets.sheet_rows import Cell

_NARROWEST = 20


@dataclass
class OneLine:
    """What stands in the cell at `place`."""

    place: Place
    text: str = ""

    def cell(self, width: int, beside: int) -> Cell:
        """The cell on a screen `width` wide, of which `beside` columns are taken; a width of 0 is not known yet."""
        return Cell(self.place, self.text, self.text, max((width or 80) - beside, _NARROWEST))

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        """Take what was typed; why not, where it cannot be."""
        try:
            self.text = clean_line(cells[0][1])
        except TextProblem as problem:
            return problem.message
        return None
