"""The base of a file: the year it is of, and what that said when the file was made from it, named by content.

Whoever holds a year finds the revision that a file was made on by the hash of what it said then, on whatever machine.
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
    """What a year said once: `year` is its uid, which every copy keeps, `facts` the ContentHash of what it said."""

    year: str
    facts: str

    @classmethod
    def parse(cls, text: str) -> Base:
        """What `str` of a base wrote."""
        year, _, facts = text.partition(" ")
        return cls(year, facts)

    def __str__(self) -> str:
        return f"{self.year} {self.facts}"


class ContentHash:
    """The SHA-256 of the sum of the SHA-256s of all lines, one a place and one an activity.

    A sum, so that a long history is followed back a line at a time and never hashed anew as a whole.
    """

    def __init__(self) -> None:
        self._sum = 0

    def add(self, place: Place, content: Content) -> None:
        """What stands at `place` from now on."""
        self._sum += _of_line(place, content)

    def remove(self, place: Place, content: Content) -> None:
        """What stood at `place`, and no longer does."""
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
    """What stands in a year and its log at one moment, without the texts that nobody has written."""

    answers: Mapping[Place, Answer]
    activities: Mapping[str, Activity]

    @classmethod
    def of(cls, facts: Facts, log: ActivityLog) -> State:
        return cls(facts.stored().answers, {activity.uid: activity for activity in log.activities})

    def name(self) -> str:
        return content_hash(self.answers, self.activities.values()).hexdigest()
