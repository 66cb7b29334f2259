"""One answer as JSON and back (docs/json.md). Decoding cleans text and validates the answer by the form's field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import (
    LONGEST_TEXT,
    NIL,
    NIL_TYPED,
    NOT_APPLICABLE,
    NOT_APPLICABLE_TYPED,
    UNANSWERED,
    Absent,
    Answer,
    Quantity,
)
from tthtcd_tui.forms.model import Field, FieldType
from tthtcd_tui.text.clean import clean, clean_line, is_clean_line
from tthtcd_tui.text.dates import FIRST_YEAR, LAST_YEAR, parse_date
from tthtcd_tui.text.numbers import canonical, format_number, from_canonical
from tthtcd_tui.text.qualifiers import Qualifier

_SIGNS: Final[Mapping[str, Absent]] = {"": UNANSWERED, NIL_TYPED: NIL, NOT_APPLICABLE_TYPED: NOT_APPLICABLE}
"""Signs that, alone in a cell, always have this meaning, typed or read from a file."""
_ISO_DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def encode_answer(answer: Answer) -> object:
    """A value as JSON: text, dates and canonical numbers as strings; Nil and NotApplicable as objects."""
    match answer:
        case Quantity(number, None):
            return canonical(number)
        case Quantity(number, qualifier):
            return {"number": canonical(number), "qualifier": str(qualifier)}
        case Absent():
            return {"absent": answer.value}
        case date():
            return answer.isoformat()
        case tuple():
            return list(answer)
        case str():
            return answer


def decode_answer(field: Field, value: object) -> Answer:
    """The answer that JSON `value` stands for in `field`. Raises TextProblem."""
    if isinstance(value, dict) and set(value) == {"absent"}:
        if value["absent"] not in (Absent.NIL.value, Absent.NOT_APPLICABLE.value):
            raise TextProblem("“absent” phải là “nil” hoặc “not_applicable”.")
        return Absent(value["absent"])
    if value == "":
        return UNANSWERED
    match field.kind:
        case FieldType.WHOLE | FieldType.DECIMAL | FieldType.PERCENT | FieldType.MONEY:
            return _quantity(field, value)
        case FieldType.TEXT:
            words = line(value)
            return _SIGNS.get(words, words)
        case FieldType.LINES | FieldType.PARAGRAPHS:
            lines = _lines(field.kind, value)
            return _SIGNS.get(lines[0], lines) if len(lines) == 1 else lines or UNANSWERED
        case FieldType.CHOICE:
            return _option(field, value)
        case FieldType.CHOICES:
            if not isinstance(value, list):
                raise TextProblem("Phải là một danh sách lựa chọn.")
            chosen = {_option(field, item) for item in value}
            return tuple(option.key for option in field.options if option.key in chosen) or UNANSWERED
        case FieldType.DATE:
            return day(value)


def fits(field: Field, answer: Answer) -> bool:
    """Whether `field` may hold `answer`: nothing is stored that could not be read back from the audit or a file."""
    if answer is UNANSWERED:
        return True
    try:
        return decode_answer(field, encode_answer(answer)) == answer
    except ValueError:
        return False


def _quantity(field: Field, value: object) -> Quantity:
    qualifier: Qualifier | None = None
    if isinstance(value, dict) and set(value) == {"number", "qualifier"}:
        if not field.qualified or value["qualifier"] not in list(Qualifier):
            raise TextProblem(f"Không nhận từ chỉ mức {_told(value['qualifier'])} ở đây.")
        qualifier, value = Qualifier(value["qualifier"]), value["number"]
    if not isinstance(value, str):
        raise TextProblem("Phải là một số viết trong dấu nháy, ví dụ 2554 hoặc 2.5.")
    number = from_canonical(value)
    if field.kind in (FieldType.WHOLE, FieldType.MONEY) and number != number.to_integral_value():
        raise TextProblem(f"Chỗ này chỉ nhận số nguyên, không nhận “{value}”.")
    if field.maximum is not None and number > field.maximum:
        raise TextProblem(f"Chỗ này chỉ nhận số từ 0 đến {field.maximum}, không nhận “{value}”.")
    return Quantity(Decimal(number), qualifier)


def _option(field: Field, value: object) -> str:
    if not isinstance(value, str) or field.option(value) is None:
        keys = ", ".join(option.key for option in field.options)
        raise TextProblem(f"{_told(value)} không có trong danh sách: {keys}.")
    return value


def is_plain_line(value: str) -> bool:
    """Whether a text field takes `value` unchanged, as it does nearly everything that the program wrote itself."""
    return is_clean_line(value) and len(value) <= LONGEST_TEXT and value not in _SIGNS


def line(value: object) -> str:
    """A line of text, cleaned. Raises TextProblem."""
    text = _text(value)
    return text if is_clean_line(text) else clean_line(text)


def _lines(kind: FieldType, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TextProblem("Phải là một danh sách chuỗi.")
    from tthtcd_tui.forms.read import lines as read_lines  # who only writes does not read

    return tuple(line for item in value for line in read_lines(kind, clean(_text(item))))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TextProblem("Phải là một chuỗi chữ.")
    if len(value) > LONGEST_TEXT:
        raise TextProblem(f"Chữ dài quá {format_number(LONGEST_TEXT)} ký tự.")
    return value


def day(value: object) -> date:
    """A date in ISO 8601. Raises TextProblem."""
    if isinstance(value, str) and re.fullmatch(_ISO_DATE, value):
        with suppress(ValueError):  # the words for one that is none are those of a day that is typed
            found = date.fromisoformat(value)
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found
        return parse_date(value)
    raise TextProblem('Phải là ngày viết như "2021-06-05".')


def _told(value: object) -> str:
    """An untrusted value for a message. Only text is quoted: a tree may be too deep even to print."""
    return f"“{shown(value)}”" if isinstance(value, str) else "giá trị này"


def shown(text: str) -> str:
    """An untrusted text for a message: one printable line of bounded length."""
    safe = "".join(character if character.isprintable() else "?" for character in text[:60])
    return safe + "…" if len(text) > 60 else safe
