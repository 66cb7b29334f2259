"""The list of centres, which may be long: read page by page, and searched by words."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.models.catalogue import CentreLine, Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold


class Page(NamedTuple):
    """A page of the centres found."""

    lines: tuple[CentreLine, ...]
    has_more: bool


def page(store: Store, words: Sequence[str], skip: int, limit: int) -> Page:
    """At most `limit` centres that match all `words` (folded), after the first `skip`."""
    found = store.centres.lines(skip, limit + 1, words)
    return Page(tuple(found[:limit]), len(found) > limit)


def count(store: Store, words: Sequence[str]) -> int:
    return store.centres.count_lines(words)


def years_of(store: Store, line: CentreLine, words: Sequence[str]) -> list[Year]:
    """The centre's years, newest first; words that its name lacks must be in the period."""
    named = _named(line)
    asked = [word for word in words if word not in named]
    return [year for year in store.years.of(line.centre.id) if all(word in fold(year.period.title) for word in asked)]


def _named(line: CentreLine) -> str:
    return fold(f"{line.centre.name} {line.centre.code}")
