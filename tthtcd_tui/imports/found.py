"""The result of reading a file: values by Place, activities, and unplaced text, each with its position in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from operator import not_
from typing import TYPE_CHECKING, Any, Final

from tthtcd_tui.imports.columns import Column, Rows
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import ACTIVITY_FIELDS

if TYPE_CHECKING:
    from tthtcd_tui.imports.blocks.plan import LogRows

_FIELDS: Final = len(ACTIVITY_FIELDS)
_WIDTH: Final = _FIELDS + 4


class FileKind(StrEnum):
    REPORT = "report"
    ACTIVITIES = "activities"
    RESULTS = "results"


class Found(NamedTuple):
    """A value, as it would be typed, and the Place it belongs to."""

    place: str
    value: str
    is_sure: bool
    """Whether label and form of the value agree and nothing contradicts: then it may be stored without asking."""
    where: str
    doubt: str = ""
    """Why it is not sure."""


class FoundActivity(NamedTuple):
    """An activity, each field written as it would be typed, in the order of ACTIVITY_FIELDS; empty where not said."""

    values: tuple[str, ...]
    is_sure: bool
    part: str
    """Of the file: «trang “Tháng 9”»."""
    line: int
    doubt: str = ""

    @property
    def texts(self) -> dict[str, str]:
        """The non-empty fields."""
        return {key: text for key, text in zip(ACTIVITY_FIELDS, self.values, strict=True) if text}

    @property
    def where(self) -> str:
        return f"{self.part}, dòng {self.line}"


class FoundActivities(Rows[FoundActivity]):
    """Activities in the order of the file, held by columns: the fields, then what FoundActivity says besides."""

    def __init__(self, columns: Sequence[Column] = ()) -> None:
        self.columns = columns or [Column([])] * _WIDTH

    @classmethod
    def of(cls, rows: LogRows, part: str, guessed: str = "") -> FoundActivities:
        """The rows of one part of the file; `guessed` speaks against each of them that nothing else speaks against."""
        height, doubts = len(rows), {n: doubt.why for n, doubt in rows.doubts.items()}
        doubt = Column.of([doubts.get(n, guessed) for n in range(height)]) if doubts else Column([guessed], height)
        fields = [rows.columns[key] for key in ACTIVITY_FIELDS]
        return cls([*fields, doubt.mapped(not_), Column([part], height), Column(rows.numbers), doubt])

    @classmethod
    def joined(cls, parts: Sequence[FoundActivities]) -> FoundActivities:
        full = [part for part in parts if part]
        return cls([Column.joined(columns) for columns in zip(*(part.columns for part in full), strict=True)])

    def __len__(self) -> int:
        return len(self.columns[0])

    def _row(self, number: int) -> FoundActivity:
        values = [column[number] for column in self.columns]
        return FoundActivity(tuple(values[:_FIELDS]), *values[_FIELDS:])

    def __iter__(self) -> Iterator[FoundActivity]:
        cells = [column.cells() for column in self.columns]
        return map(FoundActivity, zip(*cells[:_FIELDS], strict=True), *cells[_FIELDS:])

    @property
    def fields(self) -> Sequence[Column]:
        """The columns of the fields, in the order of ACTIVITY_FIELDS."""
        return self.columns[:_FIELDS]

    @property
    def doubtful(self) -> Sequence[int]:
        """The indexes of those that are not sure."""
        return self.columns[_FIELDS].rows_where(not_)


class Unplaced(NamedTuple):
    """Text without a Place, kept word for word."""

    text: str
    where: str


class FoundFile(NamedTuple):
    """All that was found in a file."""

    kind: FileKind
    found: tuple[Found, ...] = ()
    activities: FoundActivities = FoundActivities()
    unplaced: tuple[Unplaced, ...] = ()
    notes: tuple[str, ...] = ()


def to_tree(found: FoundFile) -> dict[str, Any]:
    """As plain data, to be sent from the child process."""
    return {
        "kind": found.kind.value,
        "found": [list(each) for each in found.found],
        "activities": [column.to_tree() for column in found.activities.columns],
        "unplaced": [list(each) for each in found.unplaced],
        "notes": list(found.notes),
    }


def from_tree(tree: Mapping[str, Any]) -> FoundFile:
    """The inverse of `to_tree`."""
    return FoundFile(
        FileKind(tree["kind"]),
        tuple(Found(*each) for each in tree["found"]),
        FoundActivities([Column.from_tree(column) for column in tree["activities"]]),
        tuple(Unplaced(*each) for each in tree["unplaced"]),
        tuple(tree["notes"]),
    )
