"""A list to choose a line from: the overview, the palette, search results, the years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.cut_line import cut_line
from tthtcd_tui.widgets.fit import room_for
from tthtcd_tui.widgets.look import CURSOR, DRAWN, Glyphs

_USUAL_WIDTH: Final = 80
_USUAL_HEIGHT: Final = 19
"""Of a menu that is not on the screen yet."""


class Entry(NamedTuple):
    """A line of the menu, which begins with a blank: there the cursor's sign stands.

    `key` is what choosing it hands on; nothing for a line that cannot be chosen.
    """

    key: str
    line: Line
    whole: str = ""
    """Its words, where `line` does not hold all of them."""


class Menu(Canvas):
    """Lines with a cursor on those that can be chosen."""

    def __init__(self) -> None:
        super().__init__(id="menu")
        self.glyphs: Glyphs = DRAWN
        self.has_caret = True
        """Whether the terminal's cursor stands on the entry under ours: not where one types in a line beside."""
        self._entries: tuple[Entry, ...] = ()
        self._at = 0
        self._top = 0

    def show(self, entries: Sequence[Entry], *, is_steady: bool = False) -> None:
        """Shows `entries`; the cursor stays on the entry of the same key, and if it `is_steady` where it is drawn."""
        key, height = self.key, self._at - self._top
        self._entries = tuple(entries)
        keys = [entry.key for entry in self._entries]
        if key and key in keys:
            self._at = keys.index(key)
            if is_steady:
                self._top = max(self._at - height, 0)
        else:
            self._at = min(self._at, max(len(keys) - 1, 0))
            self._step_to(1)
        self.redraw()

    @property
    def key(self) -> str:
        """The key of the entry under the cursor."""
        return self._entries[self._at].key if self._at < len(self._entries) else ""

    @property
    def cut(self) -> str:
        """The words of the entry under the cursor, where there is no room for all of them in its line."""
        if self._at >= len(self._entries):
            return ""
        entry = self._entries[self._at]
        words = "".join(text for text, _ in entry.line)
        is_cut = room_for(words.rstrip(), self.size.width or _USUAL_WIDTH) > (self.size.width or _USUAL_WIDTH)
        return entry.whole or (" ".join(words.split()) if is_cut else "")

    @property
    def in_sight(self) -> tuple[Entry, ...]:
        """The entries that are shown."""
        return self._entries[self._top : self._top + self.height]

    def go_to_first(self) -> None:
        self._at = self._top = 0

    def go_to(self, key: str) -> None:
        for number, entry in enumerate(self._entries):
            if entry.key == key:
                self._at = number
        self.redraw()

    def take(self, key: str) -> bool:
        """Handle navigation keys; return whether the key was consumed."""
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
        self.redraw()
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

    def redraw(self) -> None:
        self._scroll()
        super().redraw()

    def _scroll(self) -> None:
        height = self.height
        self._top = min(self._top, max(len(self._entries) - height, 0))
        if self._at < self._top:
            self._top = self._at
            while self._top and not self._entries[self._top - 1].key and self._at - self._top < height - 1:
                self._top -= 1  # what stands above it says what it is
        elif self._at >= self._top + height:
            self._top = self._at - height + 1
        end = len(self._entries) - 1
        if self._at + height > end >= self._top + height and not any(
            each.key for each in self._entries[self._at + 1 :]
        ):
            self._top = end - height + 1  # what stands below the last can be read there alone

    @property
    def height(self) -> int:
        """The lines there are for it."""
        return self.size.height or _USUAL_HEIGHT

    def new_lines(self) -> list[Line]:
        shown = self._entries[self._top : self._top + self.height]
        if self.has_caret:
            self.show_caret(0, max(self._at - self._top, 0))
        return [self._line(number, entry) for number, entry in enumerate(shown, self._top)]

    def _line(self, number: int, entry: Entry) -> Line:
        line = cut_line(entry.line, self.size.width or _USUAL_WIDTH, self.glyphs.more)
        if number != self._at or not entry.key:
            return line
        (first, style), *rest = line
        return tuple((text, style + CURSOR) for text, style in ((self.glyphs.here + first[1:], style), *rest))

    def on_resize(self) -> None:
        self.redraw()
