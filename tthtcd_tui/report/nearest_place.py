"""Did-you-mean for a Place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.nearest import did_you_mean

_LIKENESS: Final = 0.8
"""The least similarity: places of one kind have a long common beginning."""


def place_meant(form: Form, filled: Iterable[Place], typed: str, or_above: bool = False) -> str:
    """As `did_you_mean`, among the places of a report: the form's, those in `filled`, and cells beside the one typed.

    `or_above` also allows rows and kinds, which stand for all their cells.
    """
    row, _, _ = typed.rpartition("/")
    beside = (Place.of(row, key) for key in form.records.get(Place(typed).kind, ()))
    known = {*layout(form).cells, *filled, *(place for place in beside if Place.parse(place))}
    if or_above:
        rows = {place.parent for place in known}
        known |= rows | {place.parent for place in rows}
    return did_you_mean(typed, sorted(known), _LIKENESS)
