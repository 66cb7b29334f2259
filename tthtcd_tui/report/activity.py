"""The activity log (nhật ký hoạt động): what the centre held, day by day, and what that adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Activity:
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


class LogSum(NamedTuple):
    """What the log holds for one results row; None where no activity gives that number."""

    activities: int
    classes: int | None
    participations: int | None


@dataclass(frozen=True, slots=True)
class ActivityLog:
    """The activities of one snapshot, by day. Read only where rows are needed: the log's screen, an appendix, JSON."""

    activities: tuple[Activity, ...] = ()

    @classmethod
    def of(cls, activities: Iterable[Activity]) -> ActivityLog:
        return cls(tuple(sorted(activities, key=lambda activity: (activity.date, activity.uid))))

    def sums(self) -> Mapping[str, LogSum]:
        """By category, what Facts holds of this log."""
        found: dict[str, LogSum] = {}
        for activity in self.activities:
            before = found.get(activity.category, LogSum(0, None, None))
            found[activity.category] = LogSum(
                before.activities + 1,
                _plus(before.classes, activity.classes),
                _plus(before.participations, activity.participations),
            )
        return found


def _plus(total: int | None, more: int | None) -> int | None:
    return total if more is None else (total or 0) + more
