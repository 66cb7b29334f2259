"""The year's own paragraphs that the report will print: what rules about words read."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.forms.answer import NOT_APPLICABLE
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.records import STATUS_NOT_APPLICABLE
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.links import texts
from tthtcd_tui.report.place import Place


def printed_texts(form: Form, facts: Facts) -> Iterator[tuple[Place, str]]:
    """Each paragraph with its place. An item's text stays unprinted, and so unread, where the item does not apply."""
    for place, text in texts(facts):
        if field_at(form, place) is not None and _prints(form, facts, place):
            yield place, text


def _prints(form: Form, facts: Facts, place: Place) -> bool:
    kind, key = place.parts[0], place.parts[1]
    if kind in ("checklist", "own") and facts.at(kind, key, "status") in (STATUS_NOT_APPLICABLE, NOT_APPLICABLE):
        return False
    return kind != "own" or facts.text_at("own", key, "section") in form.section_by_key
