"""How «không có» or «không áp dụng» changes the form's default sentences: reworded, or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.compose.printed import Printed
from tthtcd_tui.report.defaults import in_its_words
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import ReportRows
from tthtcd_tui.report.writer import Writer

_SENTENCES: Final = re.compile(r"(?<=[.!?…])\s+")
_LEFT_OUT: Final = "Không in: câu mặc định bỏ vế này khi trả lời như vậy."


def in_other_words(form: Form, facts: Facts, place: Place) -> Printed | str:
    """The default sentence reworded for the answer, or a remark that there is none; empty for other places.

    It is found by composing the default texts with another answer at `place`.
    """
    cell = ReportRows(form, facts).cell_at(place)
    answer = facts.answers.get(place, UNANSWERED)
    other = _another(cell.field) if cell and facts.defaults and _is_none(answer) else None
    if other is None:
        return ""
    _, otherwise = in_its_words(form, facts.edited([Edit(place, other)]))
    changed = [
        each for each in sorted(facts.defaults | otherwise.defaults) if _text(facts, each) != _text(otherwise, each)
    ]
    for text in changed:
        sentence = next((each for each in _sentences(facts, text) if each not in _text(otherwise, text)), "")
        if sentence:
            return Printed(Writer(form, facts, ReportRows(form, facts)).fill(sentence, text), text)
    return _LEFT_OUT if changed else ""


def _is_none(answer: Answer) -> bool:
    return answer in (NIL, NOT_APPLICABLE) or (isinstance(answer, Quantity) and not answer.number)


def _another(field: Field) -> Answer | None:
    """A sample answer that is neither Nil nor NotApplicable."""
    if field.kind.is_number:
        return Quantity(Decimal(7))
    if field.kind is FieldType.TEXT:
        return "x"
    if field.kind is FieldType.CHOICE and field.options:
        return field.options[0].key
    return None


def _text(facts: Facts, place: Place) -> str:
    lines = facts.answers.get(place, ())
    return "\n".join(lines) if isinstance(lines, tuple) else ""


def _sentences(facts: Facts, place: Place) -> Iterator[str]:
    for line in _text(facts, place).splitlines():
        yield from _SENTENCES.split(line)
