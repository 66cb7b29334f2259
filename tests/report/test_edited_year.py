"""A year after an edit is as it would be read from the beginning, the texts that nobody edited among it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.check_facts import year
from support.forms import newest
from support.stores import number

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.defaults import edited, in_its_words
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import layout

FORM = newest()
LAID_OUT = layout(FORM)
TEXT = Place("narrative/dia_phuong")
BEGUN = [place for place, cell in LAID_OUT.cells.items() if cell.begins]
DECISIVE = sorted(LAID_OUT.followed | LAID_OUT.nouns)


def answers_of(place: Place) -> st.SearchStrategy[Answer]:
    absent: st.SearchStrategy[Answer] = st.sampled_from([UNANSWERED, NIL, NOT_APPLICABLE])
    field = LAID_OUT.cells[place].field
    if field.kind.is_number:
        return absent | st.sampled_from([number(0), number(1), number(2)])
    if field.options:
        return absent | st.sampled_from([option.key for option in field.options])
    is_prose = field.kind in (FieldType.PARAGRAPHS, FieldType.LINES, FieldType.CHOICES)
    return absent | st.sampled_from([("Lan",), ("Có {dan_so} người.",)] if is_prose else ["Lan", "An"])


EDITS = st.sampled_from([*BEGUN, *DECISIVE]).flatmap(
    lambda place: answers_of(place).map(lambda answer: Edit(place, answer))
)


def begun() -> tuple[Form, Facts]:
    """A full year in which nobody has written a text."""
    cleared: dict[str, Answer] = dict.fromkeys(BEGUN, UNANSWERED)
    return in_its_words(FORM, replace(year(cleared), form_version=FORM.version))


@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=6))
def test_a_year_that_follows_edits_is_as_it_would_be_read_anew(changes: list[list[Edit]]) -> None:
    form, facts = begun()
    for edits in changes:
        anew = in_its_words(form, facts.edited(edits))
        form, facts = edited(form, facts, edits)
        assert (form, facts) == anew


@pytest.mark.parametrize(
    ("place", "answer"),
    [("figure/loai_do_thi", NOT_APPLICABLE), ("figure/so_nha_van_hoa", NIL), ("report/position", UNANSWERED)],
)
def test_an_answer_that_decides_over_words_changes_them(place: str, answer: Answer) -> None:
    form, facts = begun()
    edits = [Edit(Place(place), answer)]
    assert edited(form, facts, edits)[1] != facts.edited(edits)


def test_a_number_that_becomes_another_composes_nothing_anew() -> None:
    form, facts = begun()
    after = edited(form, facts, [Edit(Place("figure/dan_so"), number(7))])[1]
    assert after.answers[TEXT] is facts.answers[TEXT]
