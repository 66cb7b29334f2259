"""The answers that a file spells as the program writes them, taken as they stand: of thousands of files nearly all.

What is not plain gives None, and is read with care (`answer_json`): what is wrong with it is told there and nowhere
else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.model import Field, FieldType, Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.answer_json import day, is_plain_line
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import layout
from tthtcd_tui.text.numbers import from_canonical

_FORMS_KEPT: Final = 8
_NUMBERS_KEPT: Final = 16_384
_DAYS_KEPT: Final = 4_096

Reader = Callable[[object], Answer | None]
"""The answer that a value of JSON stands for, None where that is not told at a glance."""


class PlainCell(NamedTuple):
    """A cell that every report of a form has."""

    place: Place
    """One value for all the files that say something there."""
    read: Reader


@lru_cache(_FORMS_KEPT)
def plain_cells(form: Form) -> Mapping[str, PlainCell]:
    """By place, those that are the same in every year of the form; not what people add."""
    return {place: PlainCell(place, reader_of(cell.field)) for place, cell in layout(form).cells.items()}


@lru_cache(_FORMS_KEPT)
def plain_records(form: Form) -> Mapping[str, Mapping[str, Reader]]:
    """By record and column: of the rows that people add, the log's among them."""
    return {record: {key: reader_of(field) for key, field in fields.items()} for record, fields in form.records.items()}


@lru_cache(_NUMBERS_KEPT)
def plain_quantity(text: str) -> Quantity:
    """A number without a qualifier. Raises TextProblem.

    Of the numbers that thousands of communes say most are small, and said again and again.
    """
    return Quantity(from_canonical(text))


def reader_of(field: Field) -> Reader:
    """How what is plain in `field` is read."""
    match field.kind:
        case FieldType.WHOLE | FieldType.DECIMAL | FieldType.PERCENT | FieldType.MONEY:
            return _quantity_reader(field)
        case FieldType.TEXT:
            return _text
        case FieldType.LINES:
            return _names
        case FieldType.PARAGRAPHS:
            return _paragraphs
        case FieldType.CHOICE:
            return _choice_reader(field)
        case FieldType.DATE:
            return _day
        case FieldType.CHOICES:
            return _careful


def _quantity_reader(field: Field) -> Reader:
    whole, most = field.kind in (FieldType.WHOLE, FieldType.MONEY), field.maximum

    def read(value: object) -> Quantity | None:
        if type(value) is not str or (whole and "." in value):
            return None
        try:
            found = plain_quantity(value)
        except TextProblem:
            return None
        return found if most is None or found.number <= most else None

    return read


def _choice_reader(field: Field) -> Reader:
    keys: dict[object, str] = {option.key: option.key for option in field.options}

    def read(value: object) -> str | None:
        return keys.get(value) if type(value) is str else None

    return read


def _text(value: object) -> str | None:
    return value if type(value) is str and value and is_plain_line(value) else None


def _paragraphs(value: object) -> tuple[str, ...] | None:
    if type(value) is not list or not value:
        return None
    for each in value:
        if type(each) is not str or not each or not is_plain_line(each):
            return None
    return tuple(value)


def _names(value: object) -> tuple[str, ...] | None:
    found = _paragraphs(value)
    return found if found is not None and not any(";" in each for each in found) else None


@lru_cache(_DAYS_KEPT)
def _known_day(text: str) -> date:
    return day(text)


def _day(value: object) -> date | None:
    if type(value) is not str:
        return None
    try:
        return _known_day(value)
    except TextProblem:
        return None


def _careful(_value: object) -> None:
    return None
