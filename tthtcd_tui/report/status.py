"""Whether a report is still being written: a draft (dự thảo), or final (đã chốt), read only until it is reopened.

The history records it at Places of its own. Nobody types there, so `field_at` does not know them: only finalising,
reopening, moving to another version of the form and the like write them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.unit_kinds import UnitKind


class Status(StrEnum):
    """The value is as stored."""

    DRAFT = "draft"
    FINAL = "final"

    @property
    def words(self) -> str:
        return "đã chốt" if self is Status.FINAL else "dự thảo"


STATUS: Final = Place(PlaceKind.STATUS)
"""«final», or Unanswered while it is a draft."""
VERSION: Final = Place.of(PlaceKind.STATUS, "version")
"""How many versions have been kept."""
FORM: Final = Place.of(PlaceKind.STATUS, "form")
"""The form it is made with, as «key/version», where it was moved to another version."""
REOPENED: Final = Place.of(PlaceKind.STATUS, "reason")
"""Why it was reopened, until it is finalised again."""
BASE: Final = Place.of(PlaceKind.STATUS, "base")
"""The base of the file that was read in last, as `str` of a Base; exported files name it as theirs."""
SUBMITTED: Final = Place.of(PlaceKind.STATUS, "submitted")
"""Which version was handed in to the superior last, by its number."""
RETURNED: Final = Place.of(PlaceKind.STATUS, "returned")
"""Why the superior sent back what was handed in, until a newer version is."""
APPROVED: Final = Place.of(PlaceKind.STATUS, "approved")
"""Who approved what was handed in, until a newer version is; where several have to, once the last of them has."""
ENDORSED: Final = {kind: Place.of(PlaceKind.STATUS, "approved", kind) for kind in UnitKind}
"""What each body above approved, where they share a database, until a newer version is handed in."""
UPWARD: Final = (SUBMITTED, RETURNED, APPROVED, *ENDORSED.values())
"""Entries between a centre and those above it; undo leaves them alone."""
COMMENTS: Final = f"{PlaceKind.COMMENT}/"
"""The beginning of the places of comments."""


def comment_at(place: Place) -> Place:
    """The Place of the comments on `place` in the history; its content is the latest one, Unanswered once settled."""
    return Place.of(PlaceKind.COMMENT, place)


def commented(place: Place) -> Place:
    """The inverse of `comment_at`."""
    return Place(place.removeprefix(COMMENTS))
