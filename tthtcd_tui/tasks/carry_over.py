"""What a new year begins with: the form's default words, or last year's words marked as not yet reviewed.

Carried over are names, the board, recipients, paragraphs and statements; numbers, statuses, evidence, dates and the
activity log are the new year's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.forms.answer import UNANSWERED, Absent, Answer
from tthtcd_tui.forms.model import Form, Kind
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.models.stored import fits
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place

_NOT_CARRIED = frozenset({"number", "date"})
_WORDS = frozenset({"statement", "text", "label", "section", "order"})


def defaults(form: Form) -> list[Edit]:
    """The form's own words, which become the year's."""
    edits = [
        Edit(Place.of("report", key), _default(form, Place.of("report", key), field.default))
        for key, field in form.records["report"].items()
        if field.default
    ]
    for section in form.sections:
        if section.paragraphs:
            edits.append(Edit(Place.of("narrative", section.key), section.paragraphs))
        edits += [
            Edit(Place.of("indicator", indicator.key, "text"), indicator.paragraphs)
            for indicator in section.indicators
            if indicator.paragraphs
        ]
    return [edit for edit in edits if edit.after is not UNANSWERED]


def _default(form: Form, place: Place, raw: str) -> Answer:
    field = field_at(form, place)
    answer = read(field, raw, form.link_names) if field else UNANSWERED
    return UNANSWERED if isinstance(answer, Problem) else answer


def carried(form: Form, previous: Facts) -> list[Edit]:
    """Last year's words as edits, each with the mark that says where it came from.

    A member of the board is marked as one; a place this form does not have is left behind, and so is a choice that it
    does not offer.
    """
    edits: list[Edit] = []
    marks: dict[Place, None] = {}
    for place in sorted(previous.answers):
        answer = previous.answers[place]
        if not _is_carried(form, place, answer):
            continue
        edits.append(Edit(place, answer))
        marks[_marked(place)] = None
    return edits + [Edit(Place.of("carried", mark), previous.period.label) for mark in marks]


def _is_carried(form: Form, place: Place, answer: Answer) -> bool:
    field = field_at(form, place)
    if field is None or isinstance(answer, Absent) or not fits(field, answer):
        return False
    kind, *rest = place.parts
    match kind:
        case "report":
            return rest[0] not in _NOT_CARRIED
        case "narrative" | "board":
            return True
        case "checklist" | "own" | "indicator":
            return rest[-1] in _WORDS
        case "figure":
            return field.kind in (Kind.TEXT, Kind.CHOICE, Kind.CHOICES)
        case _:
            return False


def _marked(place: Place) -> Place:
    return place.parent if place.kind in ("board", "own") else place


def reviewed(facts: Facts, place: Place) -> Iterator[Edit]:
    """The edits that take the mark off `place`: whoever changes a place has reviewed it."""
    for marked in dict.fromkeys((place, _marked(place))):
        if facts.carried_from(marked):
            yield Edit(Place.of("carried", marked), UNANSWERED)
