"""What a file was found to say: values by place, activities, what has no place; each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import repeat
from typing import Any, Self

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import ACTIVITY_FIELDS


class FileKind(StrEnum):
    REPORT = "report"
    ACTIVITIES = "activities"
    RESULTS = "results"


class Found(NamedTuple):
    """A value and the place it belongs to, written as it would be typed there."""

    place: str
    value: str
    is_sure: bool
    """Whether label and shape both say so, and nothing contradicts: then it may be stored unasked."""
    where: str
    doubt: str = ""
    """Why it is not sure."""


class FoundActivity(NamedTuple):
    """An activity, each field written as it would be typed, in the order of ACTIVITY_FIELDS; empty where not said."""

    values: tuple[str, ...]
    is_sure: bool
    part: str
    """Of the file: «trang «Tháng 9»»."""
    line: int
    doubt: str = ""

    @property
    def texts(self) -> dict[str, str]:
        """What is said, by field."""
        return {key: text for key, text in zip(ACTIVITY_FIELDS, self.values, strict=True) if text}

    @property
    def where(self) -> str:
        return f"{self.part}, dòng {self.line}"


class Unplaced(NamedTuple):
    """Words that have no place, kept as they stand."""

    text: str
    where: str


class FoundFile(NamedTuple):
    """All that was found in a file."""

    kind: FileKind
    found: tuple[Found, ...] = ()
    activities: tuple[FoundActivity, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    notes: tuple[str, ...] = ()


class _Column(NamedTuple):
    """What the rows say in one field: of a long book the same over and over, so each value once."""

    values: list[Any]
    at: list[int] | int | None
    """By row the number of its value; of one value alone how many rows say it; None where most rows have their own."""

    @classmethod
    def of(cls, cells: Sequence[Any]) -> Self:
        known = dict(zip(dict.fromkeys(cells), range(len(cells)), strict=False))
        if len(known) == 1:
            return cls(list(known), len(cells))
        if len(known) * 2 > len(cells):
            return cls(list(cells), None)
        return cls(list(known), list(map(known.__getitem__, cells)))

    @property
    def cells(self) -> Iterable[Any]:
        if self.at is None:
            return self.values
        return repeat(self.values[0], self.at) if isinstance(self.at, int) else map(self.values.__getitem__, self.at)


def to_tree(found: FoundFile) -> dict[str, Any]:
    """As plain data, between the process that reads a file and the one that asked for it."""
    return {
        "kind": found.kind.value,
        "found": [list(each) for each in found.found],
        "activities": [_Column.of(cells) for cells in _columns_of(found.activities)],
        "unplaced": [list(each) for each in found.unplaced],
        "notes": list(found.notes),
    }


def from_tree(tree: Mapping[str, Any]) -> FoundFile:
    """The way back."""
    return FoundFile(
        FileKind(tree["kind"]),
        tuple(Found(*each) for each in tree["found"]),
        tuple(_activities([_Column(*column).cells for column in tree["activities"]])),
        tuple(Unplaced(*each) for each in tree["unplaced"]),
        tuple(tree["notes"]),
    )


def _columns_of(activities: Sequence[FoundActivity]) -> Iterable[Sequence[Any]]:
    """Field by field; none where there are no activities."""
    if not activities:
        return []
    values, *rest = zip(*activities, strict=True)
    return [*zip(*values, strict=True), *rest]


def _activities(columns: Sequence[Iterable[Any]]) -> Iterable[FoundActivity]:
    fields = len(ACTIVITY_FIELDS)
    return map(FoundActivity, zip(*columns[:fields], strict=True), *columns[fields:])
