"""The first content of a new year: the form's default texts, or last year's texts marked as not yet reviewed.

Names, the board, recipients, paragraphs and statements are carried over; numbers, statuses, evidence, dates and the
activity log are not.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Absent, Answer
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.answer_json import fits
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.details import ADDRESSEES, ISSUER, LOCALITY, PLACE, SIGNER, SUPERIOR
from tthtcd_tui.report.kinds.registry import is_added
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportCell
from tthtcd_tui.report.rows import layout

_WHO_REPORTS: Final = frozenset(
    {SUPERIOR, ISSUER, LOCALITY, PLACE, ADDRESSEES, SIGNER, Place.of(PlaceKind.FIGURE, "loai_don_vi")}
)
"""Places that name the reporting body; not carried over from an old centre, since the new one's name decides them."""


def defaults(form: Form) -> list[Edit]:
    """The form's default texts as edits; none for a form whose default texts are not stored (`report/defaults`)."""
    return [] if form.follows else list(_own_words(form))


def _own_words(form: Form) -> Iterator[Edit]:
    for cell in layout(form).cells.values():
        answer = _beginning(form, cell) if cell.begins else UNANSWERED
        if answer is not UNANSWERED:
            yield Edit(cell.place, answer)


def _beginning(form: Form, cell: ReportCell) -> Answer:
    if isinstance(cell.begins, tuple):
        return tuple(text for text in cell.begins if isinstance(text, str))
    answer = read(cell.field, cell.begins, form.link_names)
    return UNANSWERED if isinstance(answer, Problem) else answer


def unedited(form: Form, facts: Facts) -> frozenset[Place]:
    """The places where a year still has the form's default text."""
    if form.follows:
        return facts.defaults
    return frozenset(edit.place for edit in _own_words(form) if facts.answers.get(edit.place) == edit.after)


_OF_ANOTHER: Final = " · "


def source_name(label: str, code: str = "") -> str:
    """The name of the source year in a mark; with the `code` of another centre: «2024-2025 · xa-a»."""
    return f"{label}{_OF_ANOTHER}{code}" if code else label


def named_source(name: str) -> tuple[str, str]:
    """The inverse of `source_name`: label and code."""
    label, _, code = name.partition(_OF_ANOTHER)
    return label, code


def carried(form: Form, previous: Facts, as_given: Container[Place] = (), code: str = "") -> list[Edit]:
    """Last year's texts as edits, each with the mark that names its source.

    `code` is that of the old centre they come from, if it is another one; the names of who reports are then left out.

    A member of the board gets one mark. Places that this form does not have are left out, and so are choices that it
    does not offer. `as_given` are places that nobody edited: their default texts are made anew.
    """
    left = as_given if form.follows else ()
    edits: list[Edit] = []
    marks: dict[Place, None] = {}
    for place in sorted(previous.answers):
        answer = previous.answers[place]
        if place in left or place in previous.defaults or not _is_carried(form, place, answer):
            continue
        if code and place in _WHO_REPORTS:
            continue
        edits.append(Edit(place, answer))
        marks[_marked(place)] = None
    return edits + [Edit(Place.of(PlaceKind.CARRIED, mark), source_name(previous.period.label, code)) for mark in marks]


def _is_carried(form: Form, place: Place, answer: Answer) -> bool:
    cell = layout(form).cell_at(place)
    return cell is not None and cell.is_carried and not isinstance(answer, Absent) and fits(cell.field, answer)


def _marked(place: Place) -> Place:
    """The place that carries the mark: for a record that people added, the record as a whole."""
    return place.parent if is_added(place.kind) else place


def mark_of(place: Place, period: str) -> Edit:
    """The edit that marks what stands at `place` as copied from `period` and not yet reviewed."""
    return Edit(Place.of(PlaceKind.CARRIED, _marked(place)), period)


def reviewed(facts: Facts, place: Place) -> Iterator[Edit]:
    """The edits that clear the not-reviewed mark of `place`: changing a place is reviewing it."""
    # What people added is marked as a whole; no other mark stands there.
    for marked in dict.fromkeys((place, place.parent)):
        mark = Place.of(PlaceKind.CARRIED, marked)
        if mark in facts.answers:
            yield Edit(mark, UNANSWERED)
