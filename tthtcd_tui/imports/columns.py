"""Columns of long tables, dictionary-encoded: each distinct value is kept, parsed and passed on once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from typing import Any, Final, Self, TypeVar, overload

_RANGE: Final = "range"
_LINES: Final = "lines"
_FIRST_SIGN: Final = 0x100
_SIGNS: Final = "".join(map(chr, range(_FIRST_SIGN, 0x4000)))
"""Value numbers encoded as characters: one long text passes between processes faster than many numbers."""
_Row = TypeVar("_Row")

_SAMPLE: Final = 1_000
"""The sample of cells by which a column of mostly distinct values is recognised."""


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of a column, row by row: `values`, and which of them each row has."""

    values: Sequence[Any]
    at: Sequence[int] | int | None = None
    """The value number of each row; for a single value, the number of rows; None where each row has its own value."""

    @classmethod
    def of(cls, cells: Sequence[Any]) -> Self:
        if _differ(cells[:_SAMPLE]):
            return cls(cells)
        known = dict(zip(dict.fromkeys(cells), range(len(cells)), strict=False))
        if len(known) == 1:
            return cls(list(known), len(cells))
        if _are_many(known, cells):
            return cls(cells)
        return cls(list(known), list(map(known.__getitem__, cells)))

    @classmethod
    def joined(cls, columns: Sequence[Column]) -> Column:
        """The concatenation of `columns`."""
        return columns[0] if len(columns) == 1 else cls.of([cell for column in columns for cell in column.cells()])

    def to_tree(self) -> list[Any]:
        """As plain data in few pieces: all texts in one string, runs of numbers by their ends."""
        values, at = self.values, self.at
        if len(values) >= _SAMPLE:
            if isinstance(values, range):
                return [[values.start, values.stop], _RANGE, at]
            if set(map(type, values)) == {str} and (joined := "\n".join(values)).count("\n") == len(values) - 1:
                return [joined, _LINES, at]
        if isinstance(at, list) and len(values) <= len(_SIGNS):
            return [list(values), "", "".join(map(_SIGNS.__getitem__, at))]
        return [list(values), "", at]

    @classmethod
    def from_tree(cls, tree: Sequence[Any]) -> Self:
        """The way back."""
        values, shape, at = tree
        if shape == _RANGE:
            values = range(*values)
        elif shape == _LINES:
            values = values.split("\n")
        return cls(values, [ord(sign) - _FIRST_SIGN for sign in at] if isinstance(at, str) else at)

    def __len__(self) -> int:
        if self.at is None:
            return len(self.values)
        return self.at if isinstance(self.at, int) else len(self.at)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.cells())

    def __getitem__(self, row: int) -> Any:
        if self.at is None:
            return self.values[row]
        return self.values[0 if isinstance(self.at, int) else self.at[row]]

    def cells(self) -> Iterable[Any]:
        """The values row by row."""
        if self.at is None:
            return self.values
        return repeat(self.values[0], self.at) if isinstance(self.at, int) else map(self.values.__getitem__, self.at)

    def mapped(self, change: Callable[[Any], Any]) -> Column:
        """The column with `change` applied to each distinct value."""
        return Column([*map(change, self.values)], self.at)

    def rows_where(self, test: Callable[[Any], object]) -> list[int]:
        """The rows whose value passes `test`, in order."""
        passed = [*map(test, self.values)]
        if not any(passed):
            return []
        if self.at is None or isinstance(self.at, int):
            return list(compress(range(len(self)), passed if self.at is None else repeat(True)))
        return list(compress(range(len(self.at)), map(passed.__getitem__, self.at)))

    def rows(self, first: int, end: int) -> Column:
        """The cells of these rows alone, and no value that none of them has."""
        if first == 0 and end >= len(self):
            return self
        if self.at is None:
            return Column(self.values[first:end])
        if isinstance(self.at, int):
            return self._times(max(min(end, self.at) - first, 0))
        return self._tidy(self.at[first:end])

    def picked(self, is_kept: Sequence[bool]) -> Column:
        """The cells of the rows that are kept, and no value that none of them has."""
        if self.at is None:
            return Column(list(compress(self.values, is_kept)))
        if isinstance(self.at, int):
            return self._times(sum(is_kept))
        return self._tidy(list(compress(self.at, is_kept)))

    def _times(self, height: int) -> Column:
        """A column of a single value, repeated `height` times."""
        return Column(self.values, height) if height else Column([])

    def _tidy(self, at: Sequence[int]) -> Column:
        used = set(at)
        if len(used) == len(self.values):
            return Column(self.values, at)
        numbers = {was: number for number, was in enumerate(sorted(used))}
        values = [self.values[was] for was in numbers]
        return Column(values, len(at) if len(values) == 1 else list(map(numbers.__getitem__, at)))


def all_but(dropped: Collection[int], height: int) -> list[bool]:
    """A mask of `height` rows, False for those in `dropped`."""
    is_kept = [True] * height
    for row in dropped:
        is_kept[row] = False
    return is_kept


def _differ(cells: Sequence[Any]) -> bool:
    """Whether nearly all cells of the sample are distinct."""
    return len(cells) == _SAMPLE and _are_many(set(cells), cells)


def _are_many(values: Collection[Any], cells: Sequence[Any]) -> bool:
    return len(values) * 2 > len(cells)


class ColumnMaker:
    """Builds a column from chunks of cells; `read` parses each distinct value once."""

    def __init__(self, read: Callable[[Sequence[Any]], Sequence[Any]]) -> None:
        self._read = read
        self._known: dict[Any, int] | None = {}
        self._values: list[Any] = []
        self._at: list[int] = []

    def add(self, cells: Sequence[Any]) -> None:
        if self._known is not None and _differ(cells[:_SAMPLE]):
            self._spread()
        if self._known is None:
            self._values += self._read(cells)
            return
        values = dict.fromkeys(cells)
        if (0 in values or 1 in values) and bool in set(map(type, cells)):  # True is 1 to a dict
            cells = self._read(cells)
            values = dict.fromkeys(cells)
        new = [cell for cell in values if cell not in self._known]
        if new:
            self._known.update(zip(new, range(len(self._values), len(self._values) + len(new)), strict=True))
            self._values += self._read(new)
        self._at += map(self._known.__getitem__, cells)
        if len(cells) >= _SAMPLE and _are_many(self._known, self._at):
            self._spread()

    def _spread(self) -> None:
        """Switch to one value a row."""
        self._values = list(map(self._values.__getitem__, self._at))
        self._known = None

    def column(self) -> Column:
        if self._known is None:
            return Column(self._values)
        return Column(self._values, len(self._at) if len(self._values) == 1 else self._at)


class Rows(Sequence[_Row]):
    """A sequence of rows stored by columns; each row is made when it is asked for."""

    __hash__ = None  # type: ignore[assignment]

    @abstractmethod
    def _row(self, number: int) -> _Row: ...

    @overload
    def __getitem__(self, number: int) -> _Row: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[_Row]: ...

    def __getitem__(self, number: int | slice) -> _Row | Sequence[_Row]:
        found = range(len(self))[number]
        return self._row(found) if isinstance(found, int) else [*map(self._row, found)]

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Sequence) and tuple(self) == tuple(other))
