"""Finds rows that have moved up or down between two frames, so that the terminal can scroll them itself. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from operator import ne
from typing import Final, TypeVar

from tthtcd_tui.named_tuple import NamedTuple

Row = TypeVar("Row", bound=Sequence[Hashable])

FEWEST: Final = 3
"""Rows that are others than before: of fewer it is not looked for."""
_TRIED: Final = 3
"""Ways to move, those that most rows tell of."""
_ROW: Final = 8
"""Bytes of going to a row and into a style."""
_AT_CURSOR: Final = 4
"""Bytes that it saves to draw the row of the terminal's cursor where that stands, before it moves."""
_ORDERS: Final = 24
"""Bytes of setting the margins, going there and setting them back."""


class Scroll(NamedTuple):
    """The rows from `top` to `bottom`, both among them, move up by `rows`, or down where that is below 0."""

    top: int
    bottom: int
    rows: int

    def target(self, y: int) -> int | None:
        """Where the row goes that stands at `y`; None where it does not move, or is gone."""
        to = y - self.rows
        return to if self.top <= y <= self.bottom and self.top <= to <= self.bottom else None

    def applied(self, rows: Sequence[Row], blank: Row) -> list[Row]:
        """`rows` as they then are."""
        moved = list(rows)
        inside = moved[self.top : self.bottom + 1]
        left = [blank] * min(abs(self.rows), len(inside))
        inside = [*inside[self.rows :], *left] if self.rows > 0 else [*left, *inside[: self.rows]]
        moved[self.top : self.bottom + 1] = inside
        return moved


def scroll_between(before: Sequence[Row], after: Sequence[Row], blank: Row, cursor: int | None = None) -> Scroll | None:
    """The scroll that leaves least to be drawn, if one saves bytes. `cursor` is the row of the terminal's cursor."""
    changed = [y for y, row in enumerate(after) if row != before[y]]
    if len(changed) < FEWEST:
        return None
    best, least = None, _cost(before, after, range(len(after)))
    for scroll in _candidates(before, after, changed, blank):
        inside = range(scroll.top, scroll.bottom + 1)
        moved = scroll.applied(before, blank)
        cost = _ORDERS + 2 * abs(scroll.rows) + _cost(moved, after, inside)
        cost += _cost(before, after, [y for y in changed if y not in inside])
        if cursor is not None and scroll.target(cursor) is not None:
            cost -= _AT_CURSOR
        if cost < least:
            best, least = scroll, cost
    return best


def _candidates(before: Sequence[Row], after: Sequence[Row], changed: Sequence[int], blank: Row) -> list[Scroll]:
    """For each way that many changed rows have moved, from the first of them to the last, or from one further on to one
    further on: in a list the row that has moved to the edge has the cursor on it no longer, and is no longer the same.
    """
    stood: dict[tuple[Hashable, ...], list[int]] = {}
    for y, row in enumerate(before):
        stood.setdefault(tuple(row), []).append(y)
    found = [(y, was - y) for y in changed if after[y] != blank for was in stood.get(tuple(after[y]), ()) if was != y]
    ways = Counter(rows for _, rows in found)
    scrolls = []
    for rows, _ in ways.most_common(_TRIED):
        here = [y for y, moved_by in found if moved_by == rows]
        top, bottom = min(here) + min(rows, 0), max(here) + max(rows, 0)
        tops, bottoms = {top, max(top - 1, 0)}, {bottom, min(bottom + 1, len(after) - 1)}
        scrolls += [Scroll(top, bottom, rows) for top in tops for bottom in bottoms]
    return scrolls


def _cost(before: Sequence[Row], after: Sequence[Row], rows: Sequence[int]) -> int:
    """An estimate of the bytes of drawing `rows` over the present contents."""
    cost = 0
    for y in rows:
        if before[y] != after[y]:
            cost += _ROW + sum(map(ne, after[y], before[y]))
    return cost
