"""Putting a year's nouns (for its quarters, the unit of incomes) into a form's labels, units and hints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.forms.problem import Problem

_WORDED: Final = frozenset({"label", "printed_label", "unit", "hint"})
_FORMS_KEPT: Final = 16

Words = tuple[tuple[str, str], ...]
"""A word for each noun's link."""


def worded(form: Form, chosen: Mapping[str, str]) -> Form:
    """`form` with the nouns `chosen` (by the key of their figure) put in, the form's default where none is chosen."""
    if not form.nouns:
        return form
    template = form.template or form
    figures = figures_of(template)
    words = []
    for noun in template.nouns:
        option = figures[noun.figure].field.option(chosen.get(noun.figure, ""))
        words.append((noun.link, option.label if option else noun.unsaid))
    return _worded(template, tuple(words))


def refusal(form: Form, field: Field, raw: str, problem: Problem) -> str:
    """Why `raw` was refused in `field`; for a number with a unit, while the year has not chosen one, that it has to."""
    template = form.template or form
    waits = next((noun for noun in template.nouns if noun.unsaid and field.unit.startswith(noun.unsaid)), None)
    if waits is None or not (any(map(str.isdigit, raw)) and any(map(str.isalpha, raw))):
        return problem.message
    label = figures_of(form)[waits.figure].field.label
    return f"{quoted(raw)}: chưa chọn {quoted(label)}. Chọn ở ô ấy trước, rồi gõ lại số này."


@lru_cache(_FORMS_KEPT)
def _worded(template: Form, words: Words) -> Form:
    marks = [(f"{{{link}}}", word) for link, word in words]
    parts = {each.name: getattr(template, each.name) for each in fields(template)}
    told = {name: _in(parts[name], marks) for name in ("sections", "screens", "records")}
    return replace(template, **told, template=template)


def _in(value: Any, marks: list[tuple[str, str]]) -> Any:
    """`value` with each mark replaced in the words that people read beside a cell."""
    if isinstance(value, Mapping):
        return {key: _in(part, marks) for key, part in value.items()}
    if hasattr(value, "_fields"):
        changed = {
            name: _said(part, marks) if name in _WORDED and isinstance(part, str) else _in(part, marks)
            for name, part in zip(value._fields, value, strict=True)
        }
        return value._replace(**changed)
    return tuple(_in(part, marks) for part in value) if isinstance(value, tuple) else value


def _said(text: str, marks: Iterable[tuple[str, str]]) -> str:
    for mark, word in marks:
        text = text.replace(mark, word)
    return text
