"""The report's own details: who writes to whom, number and date, opening and closing words, who signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportCell, ReportRow

SUPERIOR: Final = Place.of(PlaceKind.REPORT, "superior")
ISSUER: Final = Place.of(PlaceKind.REPORT, "issuer")
LOCALITY: Final = Place.of(PlaceKind.REPORT, "locality")
SYMBOL: Final = Place.of(PlaceKind.REPORT, "symbol")
NUMBER: Final = Place.of(PlaceKind.REPORT, "number")
PLACE: Final = Place.of(PlaceKind.REPORT, "place")
"""Where the report is issued, printed before the date."""
DATE: Final = Place.of(PlaceKind.REPORT, "date")
ADDRESSEES: Final = Place.of(PlaceKind.REPORT, "addressees")
LEGAL_BASIS: Final = Place.of(PlaceKind.REPORT, "legal_basis")
OPENING: Final = Place.of(PlaceKind.REPORT, "opening")
CLOSING: Final = Place.of(PlaceKind.REPORT, "closing")
RECIPIENTS: Final = Place.of(PlaceKind.REPORT, "recipients")
AUTHORITY: Final = Place.of(PlaceKind.REPORT, "authority")
POSITION: Final = Place.of(PlaceKind.REPORT, "position")
SIGNER: Final = Place.of(PlaceKind.REPORT, "signer")

APPENDICES: Final = Place.of(PlaceKind.REPORT, "appendices")
"""The appendices attached to the report; unanswered: those of its form."""
DUE: Final = Place.of(PlaceKind.REPORT, "due")
"""The day it has to be handed in by; not printed."""
COMPARED: Final = Place.of(PlaceKind.REPORT, "compared")
"""The labels of the years to compare with; unanswered: the newest there are."""
BY_HAND: Final = (NUMBER, DATE)
"""The places printed as a blank to be filled in by hand at signing, where the form does not require them."""
UNPRINTED: Final = frozenset({DUE, COMPARED})

_EACH_YEARS_OWN: Final = (NUMBER, DATE, APPENDICES, DUE, COMPARED)


def left_to_hand(form: Form, facts: Facts) -> tuple[Place, ...]:
    """Those of BY_HAND that are left blank."""
    fields = form.records["report"]
    return tuple(place for place in BY_HAND if not fields[place.parts[-1]].required and facts.at(place) is UNANSWERED)


def details(form: Form) -> Iterator[ReportRow]:
    """A row of one cell for each, in the form's order."""
    for key, field in form.records["report"].items():
        place = Place.of(PlaceKind.REPORT, key)
        cell = ReportCell(place, field, field.label, place not in _EACH_YEARS_OWN, field.default)
        yield ReportRow(place, "", field.label, (cell,), field.required, (place,))
