"""Flow: a text laid out lazily, stretch by stretch, so that a page of a book costs what a page costs.

A stretch is a paragraph, a heading or a table. It knows its gaps and places before it is laid out, so that the cursor
can go to them without laying out what is between.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Generic, TypeVar

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.canvas import Line


class Passage(NamedTuple):
    """A line of the text. `place` is where its words come from."""

    line: Line = ()
    place: Place | None = None
    is_gap: bool = False
    """Whether something is still to be filled in there."""
    is_start: bool = False
    """Whether a section begins here."""
    places: frozenset[Place] = frozenset()
    """All places it has words of, where those are more than one."""
    sentences: tuple[str, ...] = ()
    """The whole sentences of running text that have words in the line."""

    def is_of(self, place: Place) -> bool:
        return place == self.place or place in self.places


class Held(NamedTuple):
    """The contents of a stretch, known before it is laid out."""

    places: Collection[Place]
    has_gap: bool
    is_start: bool


T = TypeVar("T")


class Lazily(Generic[T]):
    """A lazy sequence: items are made one by one when asked for, and kept."""

    def __init__(self, makes: Iterable[T]) -> None:
        self._rest = iter(makes)
        self._made: list[T] = []

    def at(self, number: int) -> T | None:
        """The item at this index; None beyond the end."""
        while len(self._made) <= number:
            made = next(self._rest, None)
            if made is None:
                return None
            self._made.append(made)
        return self._made[number]

    def all(self) -> Sequence[T]:
        """All items."""
        self._made += self._rest
        return self._made


class Stretch:
    """Lines that are made one by one as they are asked for."""

    def __init__(self, lines: Iterable[Passage], held: Callable[[], Held] | None = None) -> None:
        """`held` gives the contents; without it they are collected from the lines."""
        self._lines = Lazily(lines)
        self._held = held

    def line(self, number: int) -> Passage | None:
        """The line of this number; None where there is none."""
        return self._lines.at(number)

    @property
    def length(self) -> int:
        """The number of lines; lays out all of it."""
        return len(self._lines.all())

    @cached_property
    def held(self) -> Held:
        if self._held is not None:
            return self._held()
        lines = self._lines.all()
        places = {place for line in lines for place in (line.place, *line.places) if place}
        return Held(places, any(line.is_gap for line in lines), any(line.is_start for line in lines))


class Spot(NamedTuple):
    """A position in a Flow: the stretch, and the line in it."""

    stretch: int
    line: int


FIRST = Spot(0, 0)


class Flow:
    """Stretches one after the other, each made when the one before it has been read."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._stretches = Lazily(stretches)

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Flow:
        """A Flow of lines laid out already."""
        return cls([Stretch(passages)])

    def passage(self, spot: Spot) -> Passage | None:
        stretch = self._stretches.at(spot.stretch)
        return stretch.line(spot.line) if stretch is not None else None

    @property
    def _count(self) -> int:
        """How many stretches there are: all are made, and none is laid out."""
        return len(self._stretches.all())

    # -- from line to line --------------------------------------------------------------------------------------------

    def after(self, spot: Spot) -> Spot | None:
        """The next line; None behind the last one."""
        number, line = spot.stretch, spot.line + 1
        while (stretch := self._stretches.at(number)) is not None:
            if stretch.line(line) is not None:
                return Spot(number, line)
            number, line = number + 1, 0
        return None

    def before(self, spot: Spot) -> Spot | None:
        number, line = spot
        while not line:
            if not number:
                return None
            number -= 1
            stretch = self._stretches.at(number)
            line = stretch.length if stretch is not None else 0
        return Spot(number, line - 1)

    def moved(self, spot: Spot, lines: int) -> Spot:
        """The position some lines further on, or back; limited to the ends."""
        step = self.after if lines > 0 else self.before
        for _ in range(abs(lines)):
            following = step(spot)
            if following is None:
                break
            spot = following
        return spot

    def from_on(self, spot: Spot | None) -> Iterator[tuple[Spot, Passage]]:
        """Line by line from `spot` on."""
        if spot is None:
            return
        number, line = spot
        while (stretch := self._stretches.at(number)) is not None:
            while (passage := stretch.line(line)) is not None:
                yield Spot(number, line), passage
                line += 1
            number, line = number + 1, 0

    @property
    def last(self) -> Spot:
        """The last line; only the stretch it is in is laid out."""
        return self.before(Spot(self._count, 0)) or FIRST

    def nearest(self, spot: Spot) -> Spot:
        """`spot`, or the last line before it if the text is shorter now."""
        stretch = self._stretches.at(spot.stretch)
        if stretch is None:
            return self.last
        if stretch.line(spot.line) is not None:
            return spot
        return self.before(Spot(spot.stretch, stretch.length)) or self.after(Spot(spot.stretch, -1)) or FIRST

    def top(self, top: Spot, at: Spot, height: int) -> Spot:
        """The first line to show in `height` so that `at` is in sight; `top` where that will do.

        No blank lines are left below the last one while there is text above.
        """
        first = self.moved(at, 1 - height)
        top = at if top > at else max(top, first)
        shown = sum(1 for _ in islice(self.from_on(top), height))
        return self.moved(top, shown - height) if shown < height else top

    # -- to what is looked for ----------------------------------------------------------------------------------------

    def seek(
        self, start: Spot, may_hold: Callable[[Held], bool], is_it: Callable[[Passage], bool], *, back: bool = False
    ) -> Spot | None:
        """The next line after `start` that `is_it`, or the one before; round to where it began, which comes last."""
        count = self._count
        step = -1 if back else 1
        for turn in range(count + 1):
            number = (start.stretch + turn * step) % count if count else 0
            stretch = self._stretches.at(number)
            if stretch is None or not may_hold(stretch.held):
                continue
            found = [line for line in range(stretch.length) if is_it(stretch.line(line) or Passage())]
            if not turn:
                found = [line for line in found if (line < start.line if back else line > start.line)]
            elif turn == count:
                found = [line for line in found if (line >= start.line if back else line <= start.line)]
            if found:
                return Spot(number, found[-1 if back else 0])
        return None
