"""Who signs beside the report's signer, as the form asks and the year answers."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.model import FormSignature
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place, PlaceKind

_SEPARATOR: Final = ";"


def place_of(signature: FormSignature) -> Place:
    """Where the names of those who sign are answered."""
    return Place.of(PlaceKind.FIGURE, signature.figure)


def names_at(facts: Facts, signature: FormSignature) -> list[str]:
    """Those who sign, as they were typed, «;» between them."""
    return [name for part in facts.text_at(place_of(signature)).split(_SEPARATOR) if (name := part.strip())]
