"""A text to read, longer than the screen: a line under the cursor, and ways to the next gap and the next section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.look import DRAWN, PLAIN, Glyphs

MARGIN = 2
"""Cells before each line: the sign of the cursor and a blank."""
_USUAL_HEIGHT = 19


class Passage(NamedTuple):
    """A line of the text. `place` is where its words come from."""

    line: Line = ()
    place: Place | None = None
    is_gap: bool = False
    """Whether something is still to be filled in there."""
    is_start: bool = False
    """Whether a section begins here."""


class Reader(Canvas):
    """Shows passages; the cursor stands on one of them."""

    def __init__(self) -> None:
        super().__init__(id="reader")
        self.glyphs: Glyphs = DRAWN
        self._passages: tuple[Passage, ...] = ()
        self._at = 0
        self._top = 0

    @property
    def room(self) -> int:
        """The cells a line may take."""
        return max((self.size.width or 80) - MARGIN, 1)

    @property
    def passage(self) -> Passage | None:
        """The one under the cursor."""
        return self._passages[self._at] if self._passages else None

    @property
    def place(self) -> Place | None:
        """Where the line under the cursor comes from; of one that is nobody's, as a heading, the next one that is."""
        return next((passage.place for passage in self._passages[self._at :] if passage.place), None)

    def show(self, passages: Sequence[Passage]) -> None:
        """Shows `passages`; the cursor stays on the line where it was."""
        self._passages = tuple(passages)
        self._at = min(self._at, max(len(self._passages) - 1, 0))
        self.draw()

    def go_to(self, place: Place) -> bool:
        """Puts the cursor on the first line that comes from `place`; whether there is one."""
        return self._seek(range(len(self._passages)), lambda passage: passage.place == place)

    def take(self, key: str) -> bool:
        """Deals with a key of moving; whether it was one."""
        page = max((self.size.height or _USUAL_HEIGHT) - 1, 1)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}
        if key in steps:
            self._at = min(max(self._at + steps[key], 0), max(len(self._passages) - 1, 0))
        elif key in ("home", "end"):
            self._at = 0 if key == "home" else max(len(self._passages) - 1, 0)
        elif key in ("tab", "shift+tab"):
            self._seek(self._beyond(1 if key == "tab" else -1), lambda passage: passage.is_gap)
        elif key in ("left", "right"):
            self._seek(self._beyond(1 if key == "right" else -1), lambda passage: passage.is_start)
        else:
            return False
        self.draw()
        return True

    def _beyond(self, step: int) -> list[int]:
        """The lines after the cursor, or before it, round to where it stands."""
        order = list(range(len(self._passages)))
        onward = order[self._at + 1 :] + order[: self._at + 1]
        return onward if step > 0 else onward[-2::-1] + onward[-1:]

    def _seek(self, order: Sequence[int], wanted: Callable[[Passage], bool]) -> bool:
        for number in order:
            if wanted(self._passages[number]):
                self._at = number
                self.draw()
                return True
        return False

    def draw(self) -> None:
        height = self.size.height or _USUAL_HEIGHT
        if not self._top <= self._at < self._top + height:
            self._top = self._at if self._at < self._top else self._at - height + 1
        self._top = max(min(self._top, len(self._passages) - height), 0)
        shown = enumerate(self._passages[self._top : self._top + height], self._top)
        self.paint([((self._sign(number), PLAIN), *passage.line) for number, passage in shown])

    def _sign(self, number: int) -> str:
        return f"{self.glyphs.here if number == self._at else ' ':<{MARGIN}}"

    def on_resize(self) -> None:
        self.draw()
