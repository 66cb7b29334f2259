"""Print pane: beside a sheet, the section as it will be printed, with the line of the cursor's cell marked."""

from __future__ import annotations

from itertools import islice

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.flow import FIRST, Flow, Spot
from tthtcd_tui.widgets.look import DRAWN, HEADS, PLAIN, QUIET, Glyphs

_TITLE = "Sẽ in"
LEAST_WIDTH = 110
"""Cells of a window from which on there is room for two."""
_LEAST_PANE = 38


def pane_width(window: int) -> int:
    """How much of a window as wide as this the pane takes; 0 where there is no room for it."""
    return max(_LEAST_PANE, window * 2 // 5) if window >= LEAST_WIDTH else 0


class PrintPane(Canvas):
    """A read-only view."""

    DEFAULT_CSS = "PrintPane { display: none; }"

    def __init__(self) -> None:
        super().__init__()
        self.glyphs: Glyphs = DRAWN
        self._flow = Flow(())
        self._at: Spot | None = None
        self._top = FIRST

    @property
    def room(self) -> int:
        """The cells a line of the text may take."""
        return max(self.size.width - self._margin, 1)

    @property
    def _margin(self) -> int:
        return len(self.glyphs.bar) + 2

    @property
    def is_marked(self) -> bool:
        """Whether the cell that was shown last is printed in what is shown."""
        return self._at is not None

    def show(self, flow: Flow, place: Place | None) -> None:
        """Show the text; the line that has words of `place`, or of the row it stands in, is marked."""
        self._flow = flow
        self._at = self._find(place) or self._find_row(place.parent) if place else None
        self._top = flow.nearest(self._top)
        self.redraw()

    def _find(self, place: Place) -> Spot | None:
        return self._flow.seek(Spot(0, -1), lambda held: place in held.places, lambda line: line.is_of(place))

    def _find_row(self, row: Place) -> Spot | None:
        """The first line of one item, one member, one row of a table: a place of its own, not a kind of them."""
        if "/" not in row:
            return None
        return self._flow.seek(
            Spot(0, -1),
            lambda held: any(row in (place, place.parent) for place in held.places),
            lambda line: any(row in (place, place.parent) for place in line.places),
        )

    def new_lines(self) -> list[Line]:
        height = max(self.size.height - 1, 1)
        self._top = self._flow.top(self._top, self._at or self._top, height)
        edge = (f"{self.glyphs.bar} ", QUIET)
        lines: list[Line] = [(edge, (fit(_TITLE, self.size.width - self._margin + 1), HEADS))]
        for spot, passage in islice(self._flow.from_on(self._top), height):
            sign = self.glyphs.here if spot == self._at else " "
            lines.append((edge, (sign, PLAIN), *passage.line))
        return lines + [(edge,)] * (height + 1 - len(lines))

    def on_resize(self) -> None:
        self.redraw()
