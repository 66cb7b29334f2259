"""What a file was found to say: values by place, activities, what has no place; each with where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple


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
    """An activity, each field written as it would be typed; `day` as the field of a date is, where it is one."""

    texts: Mapping[str, str]
    is_sure: bool
    where: str
    doubt: str = ""


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


ACTIVITY_FIELDS: Final = ("date", "title", "category", "classes", "participations", "place", "partner", "note")
"""The fields of an activity, in the order they are told."""


def to_tree(found: FoundFile) -> dict[str, Any]:
    """As plain data, between the process that reads a file and the one that asked for it."""
    return {
        "kind": found.kind.value,
        "found": [list(each) for each in found.found],
        "activities": [[[each.texts.get(key, "") for key in ACTIVITY_FIELDS], *each[1:]] for each in found.activities],
        "unplaced": [list(each) for each in found.unplaced],
        "notes": list(found.notes),
    }


def from_tree(tree: Mapping[str, Any]) -> FoundFile:
    """The way back."""
    return FoundFile(
        FileKind(tree["kind"]),
        tuple(Found(*each) for each in tree["found"]),
        tuple(
            FoundActivity({k: v for k, v in zip(ACTIVITY_FIELDS, texts, strict=True) if v}, *rest)
            for texts, *rest in tree["activities"]
        ),
        tuple(Unplaced(*each) for each in tree["unplaced"]),
        tuple(tree["notes"]),
    )
