"""What a sheet's cell will print, in sight while one types: its sentence or row below, its section beside.

Worked out and drawn once nobody has typed for a moment: it belongs to no key, and costs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from rich.style import Style
from textual.widget import Widget

from tthtcd_tui.report.compose.printed import Printed
from tthtcd_tui.report.outline import Run, RunKind, Runs, plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.preview_lines import flow, wrapped
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.what_prints import AsTyped, as_typed
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.look import PLAIN, QUIET, STRONG, WARN
from tthtcd_tui.widgets.panes import SideBySide
from tthtcd_tui.widgets.print_pane import PrintPane, pane_width
from tthtcd_tui.widgets.sheet import Sheet

_LABEL: Final = Run("Sẽ in: ")
_ROWS: Final = ((20, 2), (14, 1))
"""Rows of a window from which on the line below has so many."""
_MORE_BEFORE: Final = 3
"""The value stands behind a third of what there is room for, where not all of its sentence is shown."""


class InPrint:
    """The widgets around a sheet."""

    def __init__(self, services: Services, sheet: Sheet, sections: Callable[[], Sequence[str]]) -> None:
        """`sections` are the keys of those that are shown beside."""
        self._services = services
        self._sheet = sheet
        self._sections = sections
        self._line = Canvas(id="printed")
        self._pane = PrintPane()

    def compose(self) -> Iterator[Widget]:
        self._pane.glyphs = self._services.glyphs
        yield SideBySide(self._sheet, self._pane)
        yield self._line

    def fit_into(self, width: int, height: int) -> None:
        """Take the room that a window of this size leaves."""
        pane = pane_width(width)
        self._pane.display = bool(pane)
        self._pane.styles.width = pane
        rows = next((count for least, count in _ROWS if height >= least), 0)
        self._line.display = bool(rows)
        self._line.styles.height = rows

    def tells_of(self, place: Place) -> bool:
        """Whether what stands at `place` can be read as it will be printed."""
        is_shown = self._line.display or self._pane.display
        return bool(is_shown) and self._services.report.session.rows.is_printed(place)

    def show(self) -> None:
        """Draw what is typed under the cursor as it will be printed."""
        place, session = self._sheet.place, self._services.report.session
        year = as_typed(session, place, self._sheet.typing)
        if year is None:
            return  # what is typed cannot be read, and the line above says so when it is left
        if self._pane.display:
            mine = self._sections()
            blocks = chain.from_iterable(part.blocks() for part in year.parts if part.section in mine)
            self._pane.show(flow(blocks, self._pane.room), place)
        self._line.paint(list(self._told(year, place)))

    def _told(self, year: AsTyped, place: Place | None) -> Iterator[Line]:
        width, rows = (self._line.size.width or 80) - 1, self._line.size.height or 1
        printed = year.printed(place) if place is not None else ""
        more = self._services.glyphs.more
        if isinstance(printed, str):
            told = wrap(printed, width - len(more), rows + 1)
            ends = [*[""] * (rows - 1), more if len(told) > rows else ""]
            yield from (((f"{line}{end}", QUIET),) for line, end in zip(told, ends, strict=False))
            return
        if self._pane.display and self._pane.is_marked:
            return  # it stands there, and need not be said again
        around = _around(printed, (width - len(more)) * rows - len(_LABEL.text) - rows * 8, more)
        lines = list(islice(wrapped((_LABEL, *around), width - len(more)), rows + 1))
        for number, line in enumerate(lines[:rows], 1):
            ending = ((more, QUIET),) if number == rows < len(lines) else ()
            yield (*((run.text, _look(run, printed.place)) for run in line), *ending)


def _look(run: Run, place: Place) -> Style:
    if run is _LABEL or run.text == _LABEL.text:
        return QUIET
    if run.kind is RunKind.GAP:
        return WARN
    return STRONG if run.place == place and run.kind is RunKind.VALUE else PLAIN


def _around(printed: Printed, room: int, more: str) -> Runs:
    """The words with the value in them in sight, from a word's beginning on."""
    text = plain(printed.runs)
    at = text.index(next(run.text for run in printed.runs if run.place == printed.place))
    if len(text) <= room or at < room * 2 // 3:
        return printed.runs
    start = text.find(" ", max(at - room // _MORE_BEFORE, 0), at) + 1
    kept: list[Run] = [Run(f"{more} ")]
    for run in printed.runs:
        kept += [Run(run.text[max(start, 0) :], run.place, run.kind)] if len(run.text) > start else []
        start -= len(run.text)
    return tuple(kept)
