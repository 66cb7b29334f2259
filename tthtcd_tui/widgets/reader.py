"""Reader of a text longer than the screen, with a cursor line, and keys to the next gap and the next section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.canvas import Canvas, Line, Span
from tthtcd_tui.widgets.flow import FIRST, Flow, Held, Passage, Spot
from tthtcd_tui.widgets.look import DRAWN, PLAIN, Glyphs

MARGIN = 2
"""Cells before each line: the sign of the cursor and a blank, or the mark of the line."""
_USUAL_HEIGHT = 19


def _may_hold_gap(held: Held) -> bool:
    return held.has_gap


def _may_start(held: Held) -> bool:
    return held.is_start


class Reader(Canvas):
    """Shows passages; the cursor stands on one of them."""

    def __init__(self) -> None:
        super().__init__(id="reader")
        self.glyphs: Glyphs = DRAWN
        self._flow = Flow(())
        self._at = FIRST
        self._top = FIRST
        self._mark: Callable[[Passage], Span] = _unmarked

    @property
    def room(self) -> int:
        """The cells a line may take."""
        return max((self.size.width or 80) - MARGIN, 1)

    @property
    def passage(self) -> Passage | None:
        """The one under the cursor."""
        return self._flow.passage(self._at)

    @property
    def place(self) -> Place | None:
        """Where the line under the cursor comes from; of one that is nobody's, as a heading, the next one that is."""
        return next((passage.place for _, passage in self._flow.from_on(self._at) if passage.place), None)

    @property
    def in_sight(self) -> list[Passage]:
        """The passages that are shown."""
        return [passage for _, passage in islice(self._flow.from_on(self._top), self._height)]

    def show(self, passages: Sequence[Passage] | Flow, mark: Callable[[Passage], Span] | None = None) -> None:
        """Show `passages`; the cursor stays on the line where it was, or goes with its place where that is elsewhere.

        `mark` gives what stands in place of the blank before a line.
        """
        was = self.passage
        self._flow = passages if isinstance(passages, Flow) else Flow.of(passages)
        self._mark = mark or _unmarked
        self._at, self._top = self._flow.nearest(self._at), self._flow.nearest(self._top)
        here = self.passage
        if was is not None and was.place and (here is None or not here.is_of(was.place)):
            self.go_to(was.place)
        self.redraw()

    def go_to(self, place: Place) -> bool:
        """Put the cursor on the first line that has words of `place`; return whether there is one."""
        return self._go_to(
            self._flow.seek(Spot(0, -1), lambda held: place in held.places, lambda passage: passage.is_of(place))
        )

    def take(self, key: str) -> bool:
        """Handle navigation keys; return whether the key was consumed."""
        page = max(self._height - 1, 1)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}
        if key in steps:
            self._at = self._flow.moved(self._at, steps[key])
        elif key in ("home", "end"):
            self._at = self._flow.nearest(FIRST) if key == "home" else self._flow.last
        elif key in ("tab", "shift+tab"):
            self._go_to(self._flow.seek(self._at, _may_hold_gap, _is_gap, back=key == "shift+tab"))
        elif key in ("left", "right"):
            self._go_to(self._flow.seek(self._at, _may_start, _is_start, back=key == "left"))
        else:
            return False
        self.redraw()
        return True

    def _go_to(self, spot: Spot | None) -> bool:
        if spot is None:
            return False
        self._at = spot
        self.redraw()
        return True

    def redraw(self) -> None:
        self._scroll()
        super().redraw()

    def _scroll(self) -> None:
        """Bring the cursor's line into sight."""
        self._top = self._flow.top(self._top, self._at, self._height)

    @property
    def _height(self) -> int:
        return self.size.height or _USUAL_HEIGHT

    def new_lines(self) -> list[Line]:
        lines: list[Line] = []
        for spot, passage in islice(self._flow.from_on(self._top), self._height):
            if spot == self._at:
                self.show_caret(0, len(lines))
            sign = self.glyphs.here if spot == self._at else " "
            lines.append(((sign, PLAIN), self._mark(passage), *passage.line))
        return lines

    def on_resize(self) -> None:
        self.redraw()


def _is_gap(passage: Passage) -> bool:
    return passage.is_gap


def _is_start(passage: Passage) -> bool:
    return passage.is_start


def _unmarked(passage: Passage) -> Span:  # noqa: ARG001
    return " ", PLAIN
