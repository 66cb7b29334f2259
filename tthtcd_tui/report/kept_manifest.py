"""The manifest of a submission as it lies in a database: its head read at once, each of its sums when it is asked for.

Who adds up thousands of communes looks at few of their numbers, and who asks which are late at none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, TypeVar, overload

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.plain_answers import plain_quantity
from tthtcd_tui.report.submitted import Counted, Manifest, Sums, decode_manifest, sum_from, unreadable

_SUMS: Final = ',\n"sums": {\n'
"""How `encode_manifest` begins the last of its parts: a line within a text would be written otherwise."""

_END: Final = "}\n}\n"
_NOTHING: Final = object()
_Default = TypeVar("_Default")


def read_kept_manifest(text: str) -> Manifest:
    """The manifest that `encode_manifest` wrote. Raises CodecProblem, for one of its sums when that is asked for."""
    head, found, rest = text.partition(_SUMS)
    if not found or not rest.endswith(_END):
        return decode_manifest(text.encode())
    return decode_manifest(f'{head},"sums": {{}}}}'.encode())._replace(sums=_late(rest))


def read_kept_sums(text: str) -> Sums:
    """Its sums alone, where it is known otherwise what its head says. Raises CodecProblem, as above."""
    _, found, rest = text.partition(_SUMS)
    return _late(rest) if found and rest.endswith(_END) else decode_manifest(text.encode()).sums


def _late(rest: str) -> LateSums:
    return LateSums(f"{{{rest[:-2]}")


class LateSums(Mapping[Place, Counted]):
    """Sums as JSON tells them."""

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
        """As of any mapping, but without an exception on the way: of sixty numbers a commune says forty."""
        told = self._told.get(key, _NOTHING)
        if told is _NOTHING:
            return default
        try:
            return plain_quantity(told) if type(told) is str else sum_from(told)
        except (KeyError, TypeError, ValueError, AttributeError, TextProblem):
            raise unreadable() from None

    def quantity(self, place: Place) -> Quantity | None:
        """The number there, None where there is none. Raises CodecProblem, as `get`."""
        told = self._told.get(place)
        if type(told) is str:
            try:
                return plain_quantity(told)
            except TextProblem:
                raise unreadable() from None
        found = self.get(place)
        return found if isinstance(found, Quantity) else None

    def __iter__(self) -> Iterator[Place]:
        for text in self._told:
            place = Place.parse(text)
            if place is None:
                raise unreadable()
            yield place

    def __len__(self) -> int:
        return len(self._told)
