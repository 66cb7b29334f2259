"""Place: the one address of anything in a report.

Edits, audit rows, findings, gaps, drafts, conflicts, links, proposals and JSON all speak Place, so a problem found by a
check, a gap seen in the preview and a row of the history can each lead back to the very cell they are about.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

_PART: Final = r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?"
_ONE_PART: Final = re.compile(_PART, re.ASCII)
_PLACE: Final = re.compile(rf"{_PART}(?:/{_PART}){{0,4}}", re.ASCII)


class PlaceKind(StrEnum):
    """The first part of the Places that the program knows of itself; `kinds` says which content has which."""

    REPORT = "report"
    """The report's own details: number, date, addressees, signer …"""
    FIGURE = "figure"
    NARRATIVE = "narrative"
    BOARD = "board"
    CHECKLIST = "checklist"
    OWN = "own"
    """An item of a checklist that a centre added."""
    RESULTS = "results"
    GRID = "grid"
    """A cell of a table with columns of the form's own."""
    RATING = "rating"
    INDICATOR = "indicator"
    SCORE = "score"
    """What a criterion is given."""
    EVIDENCE = "evidence"
    """A document of the register of evidence."""
    ACTIVITY = "activity"
    """A row of the activity log."""
    REASON = "reason"
    """The reason why the place after it is right though it looks wrong."""
    CARRIED = "carried"
    """Marks the place after it as copied from an older report and not yet reviewed."""
    STATUS = "status"
    COMMENT = "comment"
    """Comments on the place after it; they are in the history alone."""


MARKS: Final = frozenset({PlaceKind.REASON, PlaceKind.CARRIED})
"""Kinds of Places that are about another Place, which makes up the rest of the address."""


class Place(str):
    """An address such as ``figure/dan_so``, ``results/phap_luat/participations`` or ``report/signer``.

    A string, so that it is a key, sorts, and goes into JSON and SQL as it is; a type of its own, so that a plain string
    is never taken for one. `of` joins parts the program knows; `parse` reads an address somebody typed.
    """

    __slots__ = ()

    @classmethod
    def of(cls, *parts: str) -> Place:
        return cls("/".join(parts))

    @classmethod
    def parse(cls, text: str) -> Place | None:
        """The Place that `text` spells, or None where it is not the shape of one."""
        return cls(text) if _PLACE.fullmatch(text) else None

    @staticmethod
    def is_part(text: str) -> bool:
        """Whether `text` can be a part of a Place: lower case letters without marks, digits, dashes, at most 64."""
        return _ONE_PART.fullmatch(text) is not None

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.split("/"))

    @property
    def kind(self) -> str:
        """The first part, a PlaceKind or what a registered kind of content calls its own."""
        return self.partition("/")[0]

    @property
    def parent(self) -> Place:
        """The row or record this place is a cell of; a Place of one part is its own parent."""
        return Place(self.rpartition("/")[0] or self)

    @property
    def subject(self) -> Place:
        """The Place that a mark or a reason is about; any other Place is its own subject."""
        kind, _, rest = self.partition("/")
        return Place(rest) if kind in MARKS else self

    @property
    def unmarked(self) -> Place:
        """As `subject` for marks; a reason, being text that somebody wrote, stays itself."""
        return self.subject if self.kind == PlaceKind.CARRIED else self

    def within(self, other: Place) -> bool:
        """Whether this is `other` or a cell of it."""
        return self == other or self.startswith(other + "/")
