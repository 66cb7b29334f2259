"""A list to choose a line from: the overview, the palette, search results, the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.look import CURSOR, DRAWN, Glyphs


class Entry(NamedTuple):
    """A line of the menu, which begins with a blank: there the cursor's sign stands.

    `key` is what choosing it hands on; nothing for a line that cannot be chosen.
    """

    key: str
    line: Line


class Menu(Canvas):
    """Lines with a cursor on those that can be chosen."""

    def __init__(self) -> None:
        super().__init__(id="menu")
        self.glyphs: Glyphs = DRAWN
        self._entries: tuple[Entry, ...] = ()
        self._at = 0
        self._top = 0

    def show(self, entries: Sequence[Entry]) -> None:
        """Shows `entries`; the cursor stays on the entry of the same key."""
        key = self.key
        self._entries = tuple(entries)
        keys = [entry.key for entry in self._entries]
        if key and key in keys:
            self._at = keys.index(key)
        else:
            self._at = min(self._at, max(len(keys) - 1, 0))
            self._step_to(1)
        self.draw()

    @property
    def key(self) -> str:
        """The key of the entry under the cursor."""
        return self._entries[self._at].key if self._at < len(self._entries) else ""

    def go_to_first(self) -> None:
        self._at = self._top = 0

    def go_to(self, key: str) -> None:
        for number, entry in enumerate(self._entries):
            if entry.key == key:
                self._at = number
        self.draw()

    def take(self, key: str) -> bool:
        """Deals with a key of moving; whether it was one."""
        steps = {"up": -1, "down": 1, "tab": 1, "shift+tab": -1, "pageup": -10, "pagedown": 10}
        if key in steps:
            self._at = min(max(self._at + steps[key], 0), max(len(self._entries) - 1, 0))
            self._step_to(1 if steps[key] > 0 else -1)
        elif key == "home":
            self._at = 0
            self._step_to(1)
        elif key == "end":
            self._at = max(len(self._entries) - 1, 0)
            self._step_to(-1)
        else:
            return False
        self.draw()
        return True

    def _step_to(self, step: int) -> None:
        """Onto a line that can be chosen: onwards, or else back."""
        for direction in (step, -step):
            at = self._at
            while 0 <= at < len(self._entries):
                if self._entries[at].key:
                    self._at = at
                    return
                at += direction

    def draw(self) -> None:
        height = self.size.height or 19
        self._top = min(self._top, max(len(self._entries) - height, 0))
        if self._at < self._top:
            self._top = self._at
            while self._top and not self._entries[self._top - 1].key and self._at - self._top < height - 1:
                self._top -= 1  # what stands above it says what it is
        elif self._at >= self._top + height:
            self._top = self._at - height + 1
        shown = self._entries[self._top : self._top + height]
        self.paint([self._line(number, entry) for number, entry in enumerate(shown, self._top)])

    def _line(self, number: int, entry: Entry) -> Line:
        if number != self._at or not entry.key:
            return entry.line
        (first, style), *rest = entry.line
        return tuple((text, style + CURSOR) for text, style in ((self.glyphs.here + first[1:], style), *rest))

    def on_resize(self) -> None:
        self.draw()
