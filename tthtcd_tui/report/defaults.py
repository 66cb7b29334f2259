"""Default texts: as long as nobody edits them they are not stored, and follow the answers of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.clauses import Said, composed
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.nouns import worded
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportCell
from tthtcd_tui.report.rows import Layout, ReportRows, layout


def in_its_words(form: Form, facts: Facts) -> tuple[Form, Facts]:
    """Complete a stored year: the form with the year's nouns, the facts with default texts where none is stored."""
    chosen = {noun.figure: facts.text_at(PlaceKind.FIGURE, noun.figure) for noun in form.nouns}
    own = worded(form, chosen)
    return own, followed(own, facts)


def edited(form: Form, facts: Facts, edits: Iterable[Edit]) -> tuple[Form, Facts]:
    """The year after `edits`; equal to reading it anew by `in_its_words`, but faster.

    Default texts are composed anew only where an edit can change their words; most edits change one number.
    """
    wanted = tuple(edits)
    found = facts.edited(wanted)
    if not (form.nouns or form.follows):
        return form, found
    laid_out = layout(form)
    changes = any(_may_change_words(laid_out, facts, found, edit.place) for edit in wanted)
    return in_its_words(form, found) if changes else (form, found)


def _may_change_words(laid_out: Layout, before: Facts, after: Facts, place: Place) -> bool:
    old, new = before.answers.get(place, UNANSWERED), after.answers.get(place, UNANSWERED)
    if place in laid_out.nouns:
        return old != new
    if not laid_out.form.follows:
        return False
    if new is UNANSWERED and (cell := laid_out.cell_at(place)) and cell.begins:
        return True
    return place in laid_out.followed and _how(old) is not _how(new)


def followed(form: Form, facts: Facts) -> Facts:
    """`facts` with default texts wherever nobody has written another; `facts` itself where the form has none."""
    if not form.follows:
        return facts
    stored = facts.stored()
    rows = ReportRows(form, stored)
    given = dict(_given(rows))
    return replace(
        stored, answers={**given, **stored.answers}, defaults=frozenset(given.keys() - stored.answers.keys())
    )


def _given(rows: ReportRows) -> Iterator[tuple[Place, Answer]]:
    for cell in layout(rows.form).cells.values():
        if cell.begins and cell.place not in rows.facts.answers:
            answer = beginning(rows, cell)
            if answer is not UNANSWERED:
                yield cell.place, answer


def beginning(rows: ReportRows, cell: ReportCell) -> Answer:
    """The default answer that the form gives a cell, in a year with these answers."""
    if isinstance(cell.begins, tuple):
        texts = (composed(paragraph, lambda name: _said(rows, name)) for paragraph in cell.begins)
        return tuple(filter(None, texts)) or UNANSWERED
    from tthtcd_tui.forms.problem import Problem  # few forms begin a text
    from tthtcd_tui.forms.read import read

    answer = read(cell.field, cell.begins, rows.form.link_names)
    return UNANSWERED if isinstance(answer, Problem) else answer


def _said(rows: ReportRows, name: str) -> Said:
    linked = rows.linked(name)
    cell = rows.cell_at(linked.place) if linked and linked.place else None
    if cell is None:
        return Said.VALUE
    answer = rows.answer_at(cell.place)
    if answer is UNANSWERED:
        return Said.VALUE if rows.is_needed(cell.place) else Said.NOT_APPLICABLE
    return _how(answer) or Said.VALUE


def _how(answer: Answer) -> Said | None:
    """How an answer is said; None for the lack of one, which takes its row to say."""
    if answer is UNANSWERED:
        return None
    if answer is NOT_APPLICABLE:
        return Said.NOT_APPLICABLE
    if answer is NIL:
        return Said.NIL
    if isinstance(answer, tuple):
        return Said.ONE if len(answer) == 1 else Said.VALUE
    if isinstance(answer, Quantity) and not answer.qualifier and answer.number in (0, 1):
        return Said.ONE if answer.number else Said.NIL
    return Said.VALUE
