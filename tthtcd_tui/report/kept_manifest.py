"""The manifest of a submission as it lies in a database: its head read at once, each of its sums when it is asked for.

Who adds up thousands of communes looks at few of their numbers, and who asks which are late at none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.submitted import Counted, Manifest, decode_manifest, sum_from, unreadable

_SUMS: Final = ',\n"sums": {\n'
"""How `encode_manifest` begins the last of its parts: a line within a text would be written otherwise."""


def read_kept_manifest(text: str) -> Manifest:
    """The manifest that `encode_manifest` wrote. Raises CodecProblem, for one of its sums when that is asked for."""
    head, found, sums = text.partition(_SUMS)
    if not found or not sums.endswith("}\n}\n"):
        return decode_manifest(text.encode())
    return decode_manifest(f'{head},"sums": {{}}}}'.encode())._replace(sums=LateSums(f"{{{sums[:-2]}"))


class LateSums(Mapping[Place, Counted]):
    """Sums as JSON tells them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: dict[str, Counted] = {}

    @cached_property
    def _told(self) -> dict[str, object]:
        try:
            told = json.loads(self._text)
        except (ValueError, RecursionError):
            raise unreadable() from None
        return told if isinstance(told, dict) else {}

    def __getitem__(self, place: Place) -> Counted:
        read = self._read.get(place)
        if read is None:
            told = self._told[place]
            try:
                read = self._read[place] = sum_from(told)
            except (KeyError, TypeError, ValueError, AttributeError, TextProblem):
                raise unreadable() from None
        return read

    def __iter__(self) -> Iterator[Place]:
        for text in self._told:
            place = Place.parse(text)
            if place is None:
                raise unreadable()
            yield place

    def __len__(self) -> int:
        return len(self._told)
