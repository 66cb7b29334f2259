"""The activity log (nhật ký hoạt động): what the centre held, day by day, and what that adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple


class Activity(NamedTuple):
    """One thing held: a class, a talk, a broadcast. `category` is the key of a results row."""

    uid: str
    date: date
    title: str
    category: str
    classes: int | None = None
    participations: int | None = None
    place: str = ""
    partner: str = ""
    note: str = ""


ACTIVITY_FIELDS: Final = Activity._fields[1:]
"""The fields of an activity, in the order used wherever they are passed on without names."""


class LogSum(NamedTuple):
    """What the log holds for one results row; None where no activity gives that number."""

    activities: int
    classes: int | None
    participations: int | None


class ActivityLog(NamedTuple):
    """The activities of a snapshot, by day; loaded only where rows are needed: the log's screen, an appendix, JSON."""

    activities: tuple[Activity, ...] = ()

    @classmethod
    def of(cls, activities: Iterable[Activity]) -> ActivityLog:
        return cls(tuple(sorted(activities, key=attrgetter("date", "uid"))))

    def sums(self) -> Mapping[str, LogSum]:
        """The sums by category, as Facts holds them."""
        by_category: dict[str, list[Activity]] = {}
        for activity in self.activities:
            by_category.setdefault(activity.category, []).append(activity)
        return {category: _sums(held) for category, held in by_category.items()}


def _sums(held: list[Activity]) -> LogSum:
    return LogSum(len(held), _sum(map(_CLASSES, held)), _sum(map(_PARTICIPATIONS, held)))


_CLASSES = attrgetter("classes")
_PARTICIPATIONS = attrgetter("participations")


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
