"""The fields every form has, whatever it asks: who writes to whom, the board, a checklist item's answer, an activity.

The program relies on these keys and on what each accepts; a form gives their words, says which are required, and the
options of a choice. So a form can rename «Chức vụ», but cannot turn a date into a paragraph.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tthtcd_tui.forms.model import Kind

RECORDS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "report": {
        "superior": Kind.TEXT,
        "issuer": Kind.TEXT,
        "locality": Kind.TEXT,
        "symbol": Kind.TEXT,
        "number": Kind.TEXT,
        "place": Kind.TEXT,
        "date": Kind.DATE,
        "addressees": Kind.LINES,
        "legal_basis": Kind.LINES,
        "opening": Kind.PARAGRAPHS,
        "closing": Kind.PARAGRAPHS,
        "recipients": Kind.LINES,
        "authority": Kind.TEXT,
        "position": Kind.TEXT,
        "signer": Kind.TEXT,
    },
    "narrative": {"text": Kind.PARAGRAPHS},
    "board": {
        "role": Kind.CHOICE,
        "name": Kind.TEXT,
        "duty": Kind.TEXT,
        "phone": Kind.TEXT,
        "training": Kind.TEXT,
        "note": Kind.TEXT,
        "order": Kind.WHOLE,
    },
    "checklist": {"status": Kind.CHOICE, "statement": Kind.PARAGRAPHS, "evidence": Kind.TEXT},
    "own": {
        "section": Kind.CHOICE,
        "label": Kind.TEXT,
        "order": Kind.WHOLE,
        "status": Kind.CHOICE,
        "statement": Kind.PARAGRAPHS,
        "evidence": Kind.TEXT,
    },
    "results": {"classes": Kind.WHOLE, "participations": Kind.WHOLE},
    "rating": {"level": Kind.CHOICE, "contribution": Kind.MONEY, "note": Kind.TEXT},
    "indicator": {"source": Kind.TEXT, "comparison": Kind.TEXT, "text": Kind.PARAGRAPHS},
    "activity": {
        "date": Kind.DATE,
        "title": Kind.TEXT,
        "category": Kind.CHOICE,
        "classes": Kind.WHOLE,
        "participations": Kind.WHOLE,
        "place": Kind.TEXT,
        "partner": Kind.TEXT,
        "note": Kind.TEXT,
    },
}

DERIVED_OPTIONS: Final = frozenset({("own", "section"), ("activity", "category")})
"""Choices whose options are the form's own sections and results rows, so that no file has to repeat them."""

DIRECTOR: Final = "director"
"""The board role there must be exactly one of."""

STATUS_NOT_APPLICABLE: Final = "not_applicable"
"""The checklist status that asks for no statement."""
