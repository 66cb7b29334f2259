"""Which links print something else after a change: only the texts that hold one of them are filled in again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Final

from tthtcd_tui.forms.model import TOTAL_LINKS, Form
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import layout

ANY: Final = None
"""Stands for every link there is."""
_MANY: Final = frozenset({"*", "log", "before", PlaceKind.REPORT.value})
"""What may move any link: another year, the log's sums, the names of the year."""
_FORMS_KEPT: Final = 16


def moved_links(form: Form, touched: Collection[str]) -> frozenset[str] | None:
    """The names of the links that read a touched place; ANY where it is simpler to ask all of them.

    `touched` holds places, their kinds, and «*», «log», «before» (see `Checker`).
    """
    if not _MANY.isdisjoint(touched):
        return ANY
    sources = _sources(form)
    return frozenset(name for place in touched for name in sources.get(_row_of(place), ()))


@lru_cache(_FORMS_KEPT)
def _sources(form: Form) -> Mapping[str, frozenset[str]]:
    """By row, the links that read it; under «results» those that read the whole table."""
    found: dict[str, set[str]] = {PlaceKind.RESULTS.value: set(TOTAL_LINKS)}
    for name, (_, row) in layout(form).links.items():
        found.setdefault(row.place, set()).add(name)
        if row.place.kind == PlaceKind.INDICATOR and Place.of(row.place, "value") not in layout(form).cells:
            found[PlaceKind.RESULTS.value].add(name)  # an indicator that is computed of the table
    return {place: frozenset(names) for place, names in found.items()}


def _row_of(place: str) -> str:
    """The row a place is a cell of; a kind and a place of two parts are their own."""
    return "/".join(place.split("/")[:2])
