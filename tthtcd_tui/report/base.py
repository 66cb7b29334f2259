"""The base of a file: the year it was exported from, and the year's content at that time, named by its hash.

A copy of the year on any machine finds the revision that the file was made on by this hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.content_json import written
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place, PlaceKind


class Base(NamedTuple):
    """A year's content at one time: `year` is the uid, the same in every copy, `facts` the ContentHash as text."""

    year: str
    facts: str

    @classmethod
    def parse(cls, text: str) -> Base:
        """The inverse of `str`."""
        year, _, facts = text.partition(" ")
        return cls(year, facts)

    def __str__(self) -> str:
        return f"{self.year} {self.facts}"


class ContentHash:
    """The SHA-256 of the sum of the SHA-256s of all lines, one a place and one an activity.

    It is a sum so that it can be updated by single lines while a long history is replayed backwards.
    """

    def __init__(self) -> None:
        self._sum = 0

    def add(self, place: Place, content: Content) -> None:
        """Add the line of `content` at `place`."""
        self._sum += _of_line(place, content)

    def remove(self, place: Place, content: Content) -> None:
        """Take off the line of `content` at `place`."""
        self._sum -= _of_line(place, content)

    def hexdigest(self) -> str:
        return sha256((self._sum % _MODULUS).to_bytes(32, "big")).hexdigest()


_MODULUS = 1 << 256


def _of_line(place: Place, content: Content) -> int:
    text = written(content)
    return 0 if text is None else int.from_bytes(sha256(f"{place}\0{text}".encode()).digest(), "big")


def content_hash(answers: Mapping[Place, Content], activities: Iterable[Activity]) -> ContentHash:
    """The hash of what stands in a year and its log."""
    found = ContentHash()
    for place, answer in answers.items():
        found.add(place, answer)
    for activity in activities:
        found.add(Place.of(PlaceKind.ACTIVITY, activity.uid), activity)
    return found


class State(NamedTuple):
    """The stored content of a year and its log at one time, without the form's default texts."""

    answers: Mapping[Place, Answer]
    activities: Mapping[str, Activity]

    @classmethod
    def of(cls, facts: Facts, log: ActivityLog) -> State:
        return cls(facts.stored().answers, {activity.uid: activity for activity in log.activities})

    def name(self) -> str:
        return content_hash(self.answers, self.activities.values()).hexdigest()
