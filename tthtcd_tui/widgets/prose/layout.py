"""Soft wrap of paragraphs into rows. After an edit only the rows it touches are wrapped again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.widgets.line_buffer import step_back
from tthtcd_tui.widgets.prose.history import common_ends
from tthtcd_tui.widgets.prose.prose import Spot


class Row(NamedTuple):
    """A row of the window: the row `number` of a paragraph."""

    paragraph: int
    number: int


class Widths(dict[str, int]):
    """The cells each letter takes; `of` is asked once for each."""

    def __init__(self, of: Callable[[str], int]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, letter: str) -> int:
        width = self[letter] = self._of(letter)
        return width


class Layout:
    """Where each row begins. A paragraph is wrapped when it is first looked at."""

    def __init__(self, width: int, widths: Widths) -> None:
        self.width = max(width, 1)
        self._widths = widths
        self._paragraphs: tuple[str, ...] = ()
        self._starts: list[Sequence[int] | None] = []

    def show(self, paragraphs: tuple[str, ...]) -> None:
        """Take these paragraphs, reusing the rows of those that have not changed."""
        old = self._paragraphs
        if old is paragraphs:
            return
        first, last = common_ends(old, paragraphs)
        new: list[Sequence[int] | None] = [None] * (len(paragraphs) - first - last)
        if len(new) == 1 and len(old) - first - last == 1 and (starts := self._starts[first]) is not None:
            new = [rewrapped(old[first], starts, paragraphs[first], self.width, self._widths)]
        self._starts[first : len(old) - last] = new
        self._paragraphs = paragraphs

    def starts(self, paragraph: int) -> Sequence[int]:
        """Where the rows of a paragraph begin."""
        starts = self._starts[paragraph]
        if starts is None:
            starts = self._starts[paragraph] = wrapped(self._paragraphs[paragraph], self.width, self._widths)
        return starts

    def bounds(self, row: Row) -> tuple[int, int]:
        """The letters in a row, from where to where."""
        starts = self.starts(row.paragraph)
        is_last = row.number + 1 >= len(starts)
        return starts[row.number], len(self._paragraphs[row.paragraph]) if is_last else starts[row.number + 1]

    def row_of(self, spot: Spot) -> Row:
        return Row(spot.paragraph, bisect_right(self.starts(spot.paragraph), spot.at) - 1)

    def column_of(self, spot: Spot) -> int:
        """The cell of the row that `spot` is before; blanks that hang over the edge have none of their own."""
        start, _ = self.bounds(self.row_of(spot))
        return min(self.cells(self._paragraphs[spot.paragraph][start : spot.at]), self.width)

    def spot_at(self, row: Row, column: int) -> Spot:
        """The place in `row` that is nearest to `column`, from the left."""
        start, end = self.bounds(row)
        text = self._paragraphs[row.paragraph]
        used = 0
        for at in range(start, end):
            used += self._widths[text[at]]
            if used > column:
                return Spot(row.paragraph, at)
        return self.row_end(row)

    def row_start(self, row: Row) -> Spot:
        return Spot(row.paragraph, self.bounds(row)[0])

    def row_end(self, row: Row) -> Spot:
        """Before the blank that the row breaks at; at the end of a paragraph behind all of it."""
        start, end = self.bounds(row)
        if row.number + 1 < len(self.starts(row.paragraph)) and end > start:
            end = step_back(self._paragraphs[row.paragraph], end)
        return Spot(row.paragraph, max(end, start))

    def moved(self, row: Row, rows: int) -> Row:
        """The row some rows further on, or back if negative; limited to the ends."""
        paragraph, number = row
        number += rows
        while number < 0 and paragraph:
            paragraph -= 1
            number += len(self.starts(paragraph))
        while number >= len(self.starts(paragraph)) and paragraph + 1 < len(self._paragraphs):
            number -= len(self.starts(paragraph))
            paragraph += 1
        return Row(paragraph, min(max(number, 0), len(self.starts(paragraph)) - 1))

    def rows_from(self, row: Row, most: int) -> Sequence[tuple[Row, int, int]]:
        """`row` and those below it, as far as there are any, `most` of them, each with the `bounds` of its letters."""
        found: list[tuple[Row, int, int]] = []
        number = row.number
        for paragraph in range(row.paragraph, len(self._paragraphs)):
            starts = self.starts(paragraph)
            ends = (*starts[number + 1 : number + 1 + most], len(self._paragraphs[paragraph]))
            for each, (start, end) in enumerate(zip(starts[number : number + most], ends, strict=False), number):
                if len(found) >= most:
                    return found
                found.append((Row(paragraph, each), start, end))
            number = 0
        return found

    def distance(self, start: Row, end: Row, most: int) -> int:
        """How many rows `end` is below `start`; of more than `most` it does not matter how many."""
        rows = -start.number
        for paragraph in range(start.paragraph, end.paragraph):
            rows += len(self.starts(paragraph))
            if rows > most:
                break
        return rows + end.number

    def cells(self, text: str) -> int:
        """The cells that `text` takes in one row."""
        return sum(map(self._widths.__getitem__, text))


def wrapped(text: str, width: int, widths: Widths) -> list[int]:
    """Where the rows of `text` begin. Blanks hang over the edge; a word longer than a row is broken."""
    starts = [0]
    while (end := _row_end(text, starts[-1], width, widths)) < len(text):
        starts.append(end)
    return starts


def rewrapped(old: str, starts: Sequence[int], new: str, width: int, widths: Widths) -> Sequence[int]:
    """As `wrapped(new)`, where `old` was wrapped already and only a part of it is another."""
    first = _common(old, new)
    last = min(_common_end(old, new), min(len(old), len(new)) - first)
    kept = max(bisect_right(starts, first) - 2, 0)
    made = list(starts[: kept + 1])
    grown = len(new) - len(old)
    while (end := _row_end(new, made[-1], width, widths)) < len(new):
        at = end - grown
        if end >= len(new) - last and (index := bisect_right(starts, at) - 1) >= 0 and starts[index] == at:
            made += [start + grown for start in starts[index:]]
            break
        made.append(end)
    return made


def _row_end(text: str, start: int, width: int, widths: Widths) -> int:
    used = 0
    broken = start
    for at in range(start, len(text)):
        letter = text[at]
        if letter == " ":
            used += 1
            broken = at + 1
            continue
        used += widths[letter]
        if used > width and at > start:
            return broken if broken > start else at
    return len(text)


def _common(old: str, new: str) -> int:
    """How many letters both begin with."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str) -> int:
    """How many letters both end with."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
