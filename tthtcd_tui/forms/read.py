"""Typed text → an Answer, or a Problem in words. Nothing is clamped, rounded or guessed.

`typed` is the inverse: the text of a cell being edited, which reads as the same Answer.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

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
from tthtcd_tui.forms.links import unknown_links
from tthtcd_tui.forms.model import Field, FieldType, Option
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.wordings import OTHER_OPTIONS
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.clean import clean, clean_line
from tthtcd_tui.text.dates import Days, format_date, read_day
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import Grain, format_number, spelt
from tthtcd_tui.text.pasted import without_bullet
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.text.quantities import Measure, read_quantity
from tthtcd_tui.text.units import DONG, PERCENT, unit_of

_ABSENT_SIGNS = {NIL_TYPED: NIL, NOT_APPLICABLE_TYPED: NOT_APPLICABLE}
_ABSENT_WORDS = {"khong": NIL, "khong co": NIL, "khong ap dung": NOT_APPLICABLE}
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
"""What word processors make of the hyphen: alone in a cell of numbers or days it is «không có», however long."""


class Reading(NamedTuple):
    """The result of reading: an answer, or the problem, and a note on how the text was understood."""

    answer: Answer | Problem
    note: str = ""


def read(field: Field, raw: str, links: Container[str] = (), days: Days | None = None) -> Answer | Problem:
    """The answer that `raw` gives to `field`, without the note; see `reading`."""
    return reading(field, raw, links, days).answer


def reading(field: Field, raw: str, links: Container[str] = (), days: Days | None = None) -> Reading:
    """The answer that `raw` gives to `field`. Nothing but white space is Unanswered.

    `links` are the names a paragraph may link to; a link to any other name is refused. `days` are those among which a
    day without its year is looked for: the note then says which one it is («“10/6” chưa có năm: hiểu là 10/6/2024.»).
    """
    if len(raw) > LONGEST_TEXT:
        return Reading(Problem(f"Nội dung dài quá {format_number(LONGEST_TEXT)} ký tự. Hãy chia bớt sang ô khác."))
    try:
        text = clean(raw).strip()
        if not text:
            return Reading(UNANSWERED)
        if (absent := _absent(field, text)) is not None:
            return Reading(absent)
        if field.kind is FieldType.DATE:
            return Reading(*read_day(text, days))
        return Reading(_value(field, raw, text, links))
    except TextProblem as problem:
        return Reading(Problem(problem.message))


def _absent(field: Field, text: str) -> Absent | None:
    """Nil and NotApplicable are typed as signs anywhere; as words only where a value could not be those words."""
    if text in _ABSENT_SIGNS:
        return _ABSENT_SIGNS[text]
    if field.kind.is_number or field.kind is FieldType.DATE:
        return NIL if text in _DASHES else _ABSENT_WORDS.get(fold(text))
    return None


def _value(field: Field, raw: str, text: str, links: Container[str]) -> Answer | Problem:
    if field.kind.is_number:
        return _quantity(field, raw)
    match field.kind:
        case FieldType.LINES:
            names = tuple(map(without_bullet, lines(field.kind, text)))
            return _ABSENT_SIGNS.get(names[0], names) if len(names) == 1 else names or UNANSWERED
        case FieldType.PARAGRAPHS:
            return _paragraphs(text, links)
        case FieldType.CHOICE:
            option = _option(field, text)
            return option if isinstance(option, Problem) else option.key
        case FieldType.CHOICES:
            return _choices(field, text)
        case _:
            return clean_line(text)


def _quantity(field: Field, raw: str) -> Quantity | Problem:
    number, qualifier = read_quantity(raw, measure(field))
    if qualifier and not field.qualified:
        word = next((sign for sign in "~≈" if sign in raw), qualifier)
        return Problem(
            f"Ô này chỉ nhận con số, không nhận “{word}” đứng trước. Bạn đã nhập {_shown(clean(raw))}."
            " Hãy gõ chỉ con số."
        )
    return Quantity(number, qualifier)


def measure(field: Field) -> Measure:
    """What a field of numbers takes: how fine, in which unit, how much at most."""
    unit = unit_of({FieldType.MONEY: DONG, FieldType.PERCENT: PERCENT}.get(field.kind, field.unit))
    whole = field.kind in (FieldType.WHOLE, FieldType.MONEY)
    grain = Grain.WHOLE if whole else Grain.COARSE if unit.is_coarse else Grain.FINE
    return Measure(grain, unit, field.label, field.maximum)


def _paragraphs(text: str, links: Container[str]) -> tuple[str, ...] | Problem:
    for name in unknown_links(text, links):
        return Problem(
            f"Không có số liệu nào tên “{{{name}}}”. Sửa lại tên, hoặc gõ thêm một dấu {{ phía trước để in nguyên chữ."
        )
    return lines(FieldType.PARAGRAPHS, text)


def lines(kind: FieldType, text: str) -> tuple[str, ...]:
    """The lines of clean `text` in a field of LINES, where «;» parts them too, or of PARAGRAPHS; no empty ones."""
    parted = text.replace(";", "\n") if kind is FieldType.LINES else text
    return tuple(line for line in map(str.strip, parted.split("\n")) if line)


def is_same_text(kind: FieldType, one: str, other: str) -> bool:
    """Whether both read alike in a field of LINES or PARAGRAPHS: blank lines, and blanks around lines, say nothing."""
    return _letters(one) == _letters(other) and lines(kind, one) == lines(kind, other)


def _letters(text: str) -> int:
    """How many letters there are: of two long texts that differ this is known long before their lines are."""
    return len(text) - text.count(" ") - text.count("\n")


def _option(field: Field, text: str) -> Option | Problem:
    """By label, by key, by number as the screen lists them, or by label without minding marks and case."""
    found = [option for option in field.options if text == option.label]
    if len(found) != 1 and (keyed := field.option(text)):
        return keyed
    if not found and text.isascii() and text.isdigit() and len(text) < 3:
        found = list(field.options[int(text) - 1 : int(text)]) if int(text) else []
    elif not found:
        wanted = fold(text)
        found = [option for option in field.options if wanted in map(fold, (option.label, *_also_called(option)))]
    if len(found) == 1:
        return found[0]
    choices = " · ".join(f"{n} {option.label}" for n, option in enumerate(field.options, 1))
    wrong = "trùng với nhiều lựa chọn. Chọn bằng số" if found else "không có trong danh sách. Chọn"
    return Problem(f"{_shown(text)} {wrong}: {choices}.")


def _also_called(option: Option) -> tuple[str, ...]:
    return OTHER_OPTIONS.get(option.key, ())


def _digits_apart(field: Field, part: str) -> Iterable[str]:
    """«123» and «1 2 3» are three numbers of the list where it has at most nine and none of it is called that."""
    digits = "".join(part.split())
    numbers = {str(number) for number in range(1, min(len(field.options), 9) + 1)}
    can_be = len(field.options) <= 9 and len(set(digits)) == len(digits) and numbers.issuperset(digits)
    return digits if can_be and isinstance(_option(field, part), Problem) else filter(None, (part,))


def _choices(field: Field, text: str) -> tuple[str, ...] | Problem:
    chosen = set()
    for part in text.replace(";", ",").replace("\n", ",").split(","):
        for word in _digits_apart(field, part.strip()):
            option = _option(field, word)
            if isinstance(option, Problem):
                return option
            chosen.add(option.key)
    if not chosen:
        return Problem("Chưa chọn mục nào. Ghi các lựa chọn cách nhau bằng dấu phẩy.")
    return tuple(option.key for option in field.options if option.key in chosen)


def _shown(text: str) -> str:
    return quoted(clean_line(text))


def typed(field: Field, answer: Answer) -> str:
    """`answer` as it would be typed in `field`."""
    match answer:
        case Absent.UNANSWERED:
            return ""
        case Absent.NIL:
            return NIL_TYPED
        case Absent.NOT_APPLICABLE:
            return NOT_APPLICABLE_TYPED
        case Quantity(number, qualifier):
            digits = spelt(number, measure(field).grain)
            return f"{qualifier} {digits}" if qualifier else digits
        case str():
            option = field.option(answer) if field.kind is FieldType.CHOICE else None
            return _typed_option(field, option) if option else answer
        case tuple():
            if field.kind is FieldType.CHOICES:
                return ", ".join(_typed_option(field, option) for option in field.options if option.key in answer)
            return "\n".join(answer)
        case date():
            return format_date(answer)


def _typed_option(field: Field, option: Option) -> str:
    """The label where it reads back as this option, else the key: labels may be alike, and a list is cut at commas."""
    cut = field.kind is FieldType.CHOICES and ("," in option.label or ";" in option.label)
    clear = not cut and option.label not in _ABSENT_SIGNS and _option(field, option.label) is option
    return option.label if clear else option.key
