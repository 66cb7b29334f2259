"""Lazy reading of the manifests kept in a database: the head at once, each sum when it is asked for.

A roll-up of thousands of communes needs few of their numbers, and the list of those who are late none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, TypeVar, overload

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.submitted import Counted, Manifest, Sums, decode_manifest, sum_from, unreadable

_SUMS: Final = ',\n"sums": {\n'
"""How `encode_manifest` begins the sums, its last part. No text can contain it: JSON escapes line breaks."""

_END: Final = "}\n}\n"
_NOTHING: Final = object()
_Default = TypeVar("_Default")


def read_kept_manifest(text: str) -> Manifest:
    """Read what `encode_manifest` wrote. Raises CodecProblem; for a damaged sum only when that is asked for."""
    head, found, rest = text.partition(_SUMS)
    if not found or not rest.endswith(_END):
        return decode_manifest(text.encode())
    return decode_manifest(f'{head},"sums": {{}}}}'.encode())._replace(sums=_late(rest))


def read_kept_sums(text: str) -> Sums:
    """Read the sums alone, where the head is known from elsewhere. Raises as `read_kept_manifest`."""
    _, found, rest = text.partition(_SUMS)
    return _late(rest) if found and rest.endswith(_END) else decode_manifest(text.encode()).sums


def _late(rest: str) -> LateSums:
    return LateSums(f"{{{rest[:-2]}")


class LateSums(Mapping[Place, Counted]):
    """A mapping of sums that decodes each value when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _told(self) -> dict[str, object]:
        try:
            told = json.loads(self._text)
        except (ValueError, RecursionError):
            raise unreadable() from None
        return told if isinstance(told, dict) else {}

    def __getitem__(self, place: Place) -> Counted:
        found = self.get(place)
        if found is None:
            raise KeyError(place)
        return found

    @overload
    def get(self, key: Place, /) -> Counted | None: ...
    @overload
    def get(self, key: Place, default: Counted | _Default, /) -> Counted | _Default: ...
    def get(self, key: Place, default: object = None, /) -> object:
        """As `Mapping.get`, without an internal KeyError: a third of the numbers asked for are missing."""
        told = self._told.get(key, _NOTHING)
        if told is _NOTHING:
            return default
        try:
            return sum_from(told)
        except (KeyError, TypeError, ValueError, AttributeError, TextProblem):
            raise unreadable() from None

    def __iter__(self) -> Iterator[Place]:
        for text in self._told:
            place = Place.parse(text)
            if place is None:
                raise unreadable()
            yield place

    def __len__(self) -> int:
        return len(self._told)
