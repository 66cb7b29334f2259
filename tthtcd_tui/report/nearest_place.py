"""Did-you-mean for a Place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.nearest import did_you_mean

_LIKENESS: Final = 0.8
"""Places of one kind begin alike, whatever they are."""


def place_meant(form: Form, filled: Iterable[Place], typed: str, or_above: bool = False) -> str:
    """As `did_you_mean`, of the places of a report: those of its form, those `filled`, cells beside the one typed.

    With `or_above` it may be a row or a kind too, which stands for all its cells.
    """
    row, _, _ = typed.rpartition("/")
    beside = (Place.of(row, key) for key in form.records.get(Place(typed).kind, ()))
    known = {*layout(form).cells, *filled, *(place for place in beside if Place.parse(place))}
    if or_above:
        rows = {place.parent for place in known}
        known |= rows | {place.parent for place in rows}
    return did_you_mean(typed, sorted(known), _LIKENESS)
