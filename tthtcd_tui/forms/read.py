"""What somebody typed → an Answer, or a Problem in words. Nothing is clamped, rounded or guessed.

`typed` is the way back: what a cell shows when it is edited; reading it gives the same Answer.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from decimal import Decimal

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Absent, Answer, Quantity
from tthtcd_tui.forms.links import unknown_links
from tthtcd_tui.forms.model import Field, Kind, Option
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.text.clean import clean, clean_line
from tthtcd_tui.text.dates import format_date, parse_date
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.money import parse_money
from tthtcd_tui.text.numbers import format_number, parse_number
from tthtcd_tui.text.problem import TextProblem, quoted
from tthtcd_tui.text.qualifiers import split_qualifier

NIL_TYPED = "-"
NOT_APPLICABLE_TYPED = "--"
_ABSENT_SIGNS = {NIL_TYPED: NIL, NOT_APPLICABLE_TYPED: NOT_APPLICABLE}
_ABSENT_WORDS = {"khong co": NIL, "khong ap dung": NOT_APPLICABLE}
LONGEST_TEXT = 2_000_000
"""The most characters one answer may hold: a book, or a file pasted by mistake."""


def read(field: Field, raw: str, links: Container[str] = ()) -> Answer | Problem:
    """The answer that `raw` gives to `field`. Nothing but white space is Unanswered.

    `links` are the names a paragraph may link to; a link to any other name is refused.
    """
    if len(raw) > LONGEST_TEXT:
        return Problem(f"Nội dung dài quá {format_number(LONGEST_TEXT)} ký tự. Hãy chia bớt sang ô khác.")
    try:
        text = clean(raw).strip()
        if not text:
            return UNANSWERED
        if (absent := _absent(field, text)) is not None:
            return absent
        return _value(field, text, links)
    except TextProblem as problem:
        return Problem(problem.message)


def _absent(field: Field, text: str) -> Absent | None:
    """Nil and NotApplicable are typed as signs anywhere; as words only where a value could not be those words."""
    if text in _ABSENT_SIGNS:
        return _ABSENT_SIGNS[text]
    if field.kind.is_number or field.kind is Kind.DATE:
        return _ABSENT_WORDS.get(fold(text))
    return None


def _value(field: Field, text: str, links: Container[str]) -> Answer | Problem:
    match field.kind:
        case Kind.WHOLE | Kind.DECIMAL | Kind.PERCENT | Kind.MONEY:
            return _quantity(field, text)
        case Kind.TEXT:
            return clean_line(text)
        case Kind.LINES:
            names = lines(field.kind, text)
            return _ABSENT_SIGNS.get(names[0], names) if len(names) == 1 else names or UNANSWERED
        case Kind.PARAGRAPHS:
            return _paragraphs(text, links)
        case Kind.CHOICE:
            option = _option(field, text)
            return option if isinstance(option, Problem) else option.key
        case Kind.CHOICES:
            return _choices(field, text)
        case Kind.DATE:
            return parse_date(text)


def _quantity(field: Field, text: str) -> Quantity | Problem:
    qualifier, digits = split_qualifier(text)
    if qualifier and not field.qualified:
        return Problem(f"Ô này chỉ nhận con số, không nhận từ “{qualifier}”. Bạn đã nhập {_shown(text)}.")
    if field.kind is Kind.MONEY:
        number = Decimal(parse_money(digits))
    else:
        number = parse_number(digits.removesuffix("%").rstrip() if field.kind is Kind.PERCENT else digits)
    return _bounds(field, number, text) or Quantity(number, qualifier)


def _bounds(field: Field, number: Decimal, text: str) -> Problem | None:
    if field.kind is Kind.WHOLE and number != number.to_integral_value():
        return Problem(f"Ô này chỉ nhận số nguyên từ 0 trở lên. Bạn đã nhập {_shown(text)}.")
    if field.maximum is not None and number > field.maximum:
        most = format_number(field.maximum)
        return Problem(f"Ô này chỉ nhận số từ 0 đến {most}. Bạn đã nhập {_shown(text)}.")
    return None


def _paragraphs(text: str, links: Container[str]) -> tuple[str, ...] | Problem:
    for name in unknown_links(text, links):
        return Problem(
            f"Không có số liệu nào tên “{{{name}}}”. Sửa lại tên, hoặc gõ thêm một dấu {{ phía trước để in nguyên chữ."
        )
    return lines(Kind.PARAGRAPHS, text)


def lines(kind: Kind, text: str) -> tuple[str, ...]:
    """The lines of clean `text` in a field of LINES, where «;» parts them too, or of PARAGRAPHS; no empty ones."""
    parted = text.replace(";", "\n") if kind is Kind.LINES else text
    return tuple(line for line in map(str.strip, parted.split("\n")) if line)


def _option(field: Field, text: str) -> Option | Problem:
    """By label, by key, by number as the screen lists them, or by label without minding marks and case."""
    found = [option for option in field.options if text == option.label]
    if len(found) != 1 and (keyed := field.option(text)):
        return keyed
    if not found and text.isascii() and text.isdigit() and len(text) < 3:
        found = list(field.options[int(text) - 1 : int(text)]) if int(text) else []
    elif not found:
        wanted = fold(text)
        found = [option for option in field.options if wanted == fold(option.label)]
    if len(found) == 1:
        return found[0]
    choices = " · ".join(f"{n} {option.label}" for n, option in enumerate(field.options, 1))
    wrong = "trùng với nhiều lựa chọn. Chọn bằng số" if found else "không có trong danh sách. Chọn"
    return Problem(f"{_shown(text)} {wrong}: {choices}.")


def _choices(field: Field, text: str) -> tuple[str, ...] | Problem:
    chosen = set()
    for part in text.replace(";", ",").replace("\n", ",").split(","):
        if not part.strip():
            continue
        option = _option(field, part.strip())
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
            return f"{qualifier} {format_number(number)}" if qualifier else format_number(number)
        case str():
            option = field.option(answer) if field.kind is Kind.CHOICE else None
            return _typed_option(field, option) if option else answer
        case tuple():
            if field.kind is Kind.CHOICES:
                return ", ".join(_typed_option(field, option) for option in field.options if option.key in answer)
            return "\n".join(answer)
        case date():
            return format_date(answer)


def _typed_option(field: Field, option: Option) -> str:
    """The label where it reads back as this option, else the key: labels may be alike, and a list is cut at commas."""
    cut = field.kind is Kind.CHOICES and ("," in option.label or ";" in option.label)
    clear = not cut and option.label not in _ABSENT_SIGNS and _option(field, option.label) is option
    return option.label if clear else option.key
