"""A list of centres as long as there are: read a stretch at a time, and found by words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from tthtcd_tui.models.catalogue import CentreLine, Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.text.fold import fold

_STRETCH: Final = 500
"""Centres read at once while words are looked for."""


class Page(NamedTuple):
    """A stretch of the centres that were asked for."""

    lines: tuple[CentreLine, ...]
    has_more: bool


def page(store: Store, words: Sequence[str], skip: int, limit: int) -> Page:
    """At most `limit` of the centres that have all `words`, folded, behind the first `skip`."""
    if words:
        found = list(islice(_matching(store, words), skip, skip + limit + 1))
    else:
        found = store.centre_lines(skip, limit + 1)
    return Page(tuple(found[:limit]), len(found) > limit)


def count(store: Store, words: Sequence[str]) -> int:
    return sum(1 for _ in _matching(store, words)) if words else store.counts()[0]


def years_of(store: Store, line: CentreLine, words: Sequence[str]) -> list[Year]:
    """The centre's years, the newest first: of those words that its name does not have, the periods must."""
    named = _named(line)
    asked = [word for word in words if word not in named]
    return [year for year in store.years(line.centre.id) if all(word in fold(year.period.title) for word in asked)]


def _matching(store: Store, words: Sequence[str]) -> Iterator[CentreLine]:
    skip = 0
    while stretch := store.centre_lines(skip, _STRETCH):
        yield from (line for line in stretch if _has(line, words))
        skip += _STRETCH


def _has(line: CentreLine, words: Sequence[str]) -> bool:
    """Whether each word is in its name or code, or all others in one of its periods."""
    named = _named(line)
    asked = [word for word in words if word not in named]
    return not asked or any(all(word in fold(f"năm học {label}") for word in asked) for label in line.periods)


def _named(line: CentreLine) -> str:
    return fold(f"{line.centre.name} {line.centre.code}")
