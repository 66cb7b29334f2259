"""Cursor of the log: beyond the columns and the records that its sheet shows it changes the part and turns the page."""

from __future__ import annotations

from typing import Final, Protocol

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.log_columns import KEYS, Part, parts
from tthtcd_tui.screens.log_rows import ABOVE, ENTRY, SEARCH
from tthtcd_tui.screens.log_window import LogWindow
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.widgets.sheet import Sheet

ENDS: Final = ("participations", "note")
"""Where Enter ends a line: the last of what is typed of every activity, and the last of all."""


class LogView(Protocol):
    """The screen of the log, as its cursor sees it."""

    @property
    def session(self) -> Session: ...

    def show_rows(self) -> None:
        """Show the page and the part there are now."""

    def moved(self) -> None: ...


class LogCursor:
    """Moves through the whole log on `sheet`, which shows the page of `window`."""

    def __init__(self, view: LogView, sheet: Sheet, window: LogWindow) -> None:
        self._view = view
        self._sheet = sheet
        self._window = window
        self._part = 0

    @property
    def width(self) -> int:
        return self._sheet.size.width or 80

    @property
    def part(self) -> Part:
        """The columns that are shown."""
        found = parts(self.width)
        self._part = min(self._part, len(found) - 1)
        return found[self._part]

    @property
    def lines(self) -> int:
        """How many records there is room for."""
        return max((self._sheet.size.height or 19) - ABOVE, 1)

    def go(self, row: Place, key: str) -> None:
        """Onto a field of a line that is shown, in whichever part of the columns it is."""
        for number, part in enumerate(parts(self.width)):
            if key in part.keys:
                self._part = number
        self._view.show_rows()
        self._sheet.go_to(Place.of(row, key))
        self._view.moved()

    def go_to_record(self, number: int, key: str, *, at_top: bool) -> None:
        """Onto the activity of that number, counted from 0 through the whole log."""
        activity = self._window.turn_to(number, self._view.session, self.lines, at_top=at_top)
        if activity is not None:
            self.go(Place.of(PlaceKind.ACTIVITY, activity.uid), key)

    def take(self, key: str) -> bool:
        """Handle the keys that go beyond the columns or the records shown; return whether the key was consumed."""
        place = self._sheet.place
        if place is None or place.kind == SEARCH.kind:
            return False
        sideways = self._sheet.typing is None
        if key in ("enter", "tab") or (key == "right" and sideways):
            return self._forward(key, place)
        if key == "shift+tab" or (key == "left" and sideways):
            return self._backward(place)
        return self._vertical(key, place)

    def _forward(self, key: str, place: Place) -> bool:
        name = place.parts[-1]
        ends = ENDS if key == "enter" else ENDS[-1:]
        if name not in ends and name != self.part.keys[-1]:
            return False
        if not self._sheet.leave():
            return True
        number = self._window.number(place)
        if name not in ends:
            self.go(place.parent, KEYS[KEYS.index(name) + 1])
        elif place.kind == ENTRY:
            self.go(SEARCH.parent, SEARCH.parts[-1])
        elif number is not None:
            self.go_to_record(number + 1, KEYS[0], at_top=True)
        return True

    def _backward(self, place: Place) -> bool:
        name = place.parts[-1]
        if self._part == 0 or name != self.part.keys[0]:
            return False
        if self._sheet.leave():
            self.go(place.parent, KEYS[KEYS.index(name) - 1])
        return True

    def _vertical(self, key: str, place: Place) -> bool:
        """Beyond the records shown; within them the sheet knows its way."""
        number, name = self._window.number(place), place.parts[-1]
        steps = {"up": -1, "down": 1, "pageup": -self.lines, "pagedown": self.lines}
        if number is None or key not in steps:
            return False
        target = number + steps[key]
        if key in ("pageup", "pagedown"):
            target = min(max(target, 0), self._window.page.total - 1)
        elif target < 0 or self._window.shows(target):
            return False
        if self._sheet.leave():
            self.go_to_record(target, name, at_top=steps[key] > 0)
        return True
