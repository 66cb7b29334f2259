"""Numbers as Vietnamese writes them (43.117 and 2,5), and as we store them ("43117" and "2.5").

A number is 0 or more, with at most 15 digits before the decimal comma and 6 after it. What else a number may be typed
with – a qualifier, a scale, a unit – is `quantities`' business.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.problem import quoted

WHOLE_DIGITS = 15
DECIMALS = 6
_NUMBERS_KEPT = 4096
"""A report prints the same numbers again after each change."""

_TERM = r"([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?"
_CANONICAL = r"(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?"
_ONE_GROUP = r"[1-9][0-9]{0,2}%s[0-9]{3}"
_MIXED_GROUPS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{3}"
_MINUS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_SWAPPED = str.maketrans(".,", ",.")
_LONGEST_ADVICE = 24
_RULE = "Dấu chấm ngăn từng nhóm ba chữ số (2.554), dấu phẩy đứng trước phần thập phân (2,5)."


class Grain(Enum):
    """How fine the numbers of a field are, and so how much «1.234» and «1,234» say by themselves."""

    WHOLE = "whole"
    """Whole numbers: a dot parts thousands; a comma before three digits may be an English one that does too."""
    COARSE = "coarse"
    """Decimals, but never thousandths, as dollars: a dot parts thousands, the comma is as doubtful as above."""
    FINE = "fine"
    """Thousandths are usual, as in square kilometres: a single dot may be an English decimal point."""


def parse_number(raw: str) -> Decimal:
    """The number typed: `2.554`, `43117`, `2,5`, `1.234,5`, or a sum of such, `12+15`. Exact, never rounded.

    Raises TextProblem for anything else, such as `1.23`, which could be meant in two ways.
    """
    typed = clean_line(raw)
    if not typed:
        raise TextProblem("Chưa có số nào. Hãy gõ một số, ví dụ 2.554 hoặc 2,5.")
    if typed[0] in _MINUS:
        raise TextProblem(f"{quoted(typed)} nhỏ hơn 0. Hãy gõ một số từ 0 trở lên.")
    return from_millionths(sum(millionths(term.strip(), typed) for term in typed.split("+")), typed)


def millionths(term: str, typed: str, grain: Grain = Grain.COARSE) -> int:
    """The number that `term` alone is, in Vietnamese, in millionths; messages quote all that was `typed`."""
    match = re.fullmatch(_TERM, term)
    if match is None:
        raise _unreadable(term, typed, grain)
    whole = match[1].replace(".", "").lstrip("0")
    part = (match[2] or "").rstrip("0")
    if len(whole) > WHOLE_DIGITS or len(part) > DECIMALS:
        raise _too_long(typed)
    return int(whole + part.ljust(DECIMALS, "0"))


def from_millionths(total: int, typed: str) -> Decimal:
    """The number in its one spelling, if it is not too long to be stored."""
    if total >= 10 ** (WHOLE_DIGITS + DECIMALS):
        raise _too_long(typed)
    whole, part = divmod(total, 10**DECIMALS)
    return Decimal(f"{whole}.{part:0{DECIMALS}}".rstrip("0"))


def other_reading(term: str, grain: Grain) -> int | None:
    """Another number, in millionths, that `term` may have been meant to be; None for what is clear.

    The English «40,000», «2,450» and, where thousandths are usual, «20.125». «0,125» is clear, and so is «20,125» of
    square kilometres: there is no other way to write it.
    """
    comma = re.fullmatch(_ONE_GROUP % ",", term)
    if comma and (grain is not Grain.FINE or term.endswith("0")):
        return _shifted(re.sub("[.,]", "", term))
    if grain is Grain.WHOLE and re.fullmatch(_MIXED_GROUPS, term):
        return _shifted(re.sub("[.,]", "", term))
    if grain is Grain.FINE and re.fullmatch(_ONE_GROUP % r"\.", term):
        return _shifted(term.replace(".", ""), 3)
    return None


def _shifted(digits: str, decimals: int = 0) -> int:
    return int(digits + "0" * (DECIMALS - decimals))


def spelt(value: Decimal | int, grain: Grain = Grain.COARSE) -> str:
    """`value` as one types it so that nobody can read it otherwise: 20125 rather than 20.125 of square kilometres."""
    text = format_number(value)
    if other_reading(text, grain) is None:
        return text
    return f"{text}0" if "," in text else text.replace(".", "")


@lru_cache(_NUMBERS_KEPT)
def format_number(value: Decimal | int) -> str:
    """`value` as a report prints it: dots between thousands, a decimal comma, no idle zeros.

    Prints every digit it is given, so round first; raises ValueError for what is no finite number (TypeError for a
    signalling NaN, which nothing can look up). Cached: rules print the same numbers after each change.
    """
    sign, whole, part = _digits(value)
    return sign + whole.replace(",", ".") + (f",{part}" if part else "")


_SIZES: Final = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB"))


def format_size(count: int) -> str:
    """A file's size in bytes as people say it: «36,5 kB»."""
    if count < 1000:
        return f"{count} byte"
    size, unit = next((size, unit) for size, unit in _SIZES if count >= size)
    return f"{count / size:.1f} {unit}".replace(".", ",")


def canonical(value: Decimal) -> str:
    """`value` as it is stored: "20", "2.5", "0"; one spelling for each number.

    Raises ValueError for what `from_canonical` would not read: negative, not finite, or too long to be typed.
    """
    if not value.is_finite():  # a signalling NaN cannot even be looked up
        raise ValueError(f"not a finite number: {value}")
    return _canonical(value)


@lru_cache(_NUMBERS_KEPT)
def _canonical(value: Decimal) -> str:
    """Cached: a saved number is spelt for its column, for the audit before and after, and to be read back."""
    sign, grouped, part = _digits(value)
    whole = grouped.replace(",", "")
    if sign or len(whole) > WHOLE_DIGITS or len(part) > DECIMALS:
        raise ValueError(f"not a number of a report: {value}")
    return f"{whole}.{part}" if part else whole


def from_canonical(stored: str) -> Decimal:
    """The number that `canonical` wrote; any other spelling of it is refused with a TextProblem."""
    if stored.isdecimal() and stored.isascii() and len(stored) <= WHOLE_DIGITS and (stored[0] != "0" or stored == "0"):
        return Decimal(stored)  # nearly all, and of thousands of reports most of the time that reading them takes
    if re.fullmatch(_CANONICAL, stored) is None:
        raise TextProblem(f"{quoted(stored)} không phải số viết theo cách lưu. Hãy viết như 20 hoặc 2.5.")
    whole, _, part = stored.partition(".")
    if len(whole) > WHOLE_DIGITS or len(part) > DECIMALS:
        raise _too_long(stored)
    return Decimal(stored)


def _digits(value: Decimal | int) -> tuple[str, str, str]:
    """Sign, digits before the point in groups (1,234), digits after it without zeros at the end."""
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    whole, _, part = f"{number.copy_abs():,f}".partition(".")
    return ("-" if number < 0 else ""), whole, part.rstrip("0")


def _too_long(typed: str) -> TextProblem:
    return TextProblem(
        f"{quoted(typed)} quá dài: một số có nhiều nhất {WHOLE_DIGITS} chữ số phần nguyên"
        f" và {DECIMALS} chữ số thập phân. Hãy kiểm tra lại."
    )


def _unreadable(term: str, typed: str, grain: Grain) -> TextProblem:
    """Why `term` is no number: the reason likeliest to be recognised, and what to type instead."""
    shown = quoted(typed)
    if not term:
        return TextProblem(f"{shown} thiếu một số bên dấu cộng. Hãy gõ như 12+15.")
    for character in term:
        if character not in "0123456789., ":
            if character.isnumeric():
                return TextProblem(f"{shown} có chữ số lạ {quoted(character)}. Hãy gõ bằng các chữ số 0 đến 9.")
            if character in _MINUS:
                return TextProblem(f"{shown} có dấu trừ. Hãy gõ một số từ 0 trở lên; chỉ cộng được, như 12+15.")
            return TextProblem(f"{shown} có {quoted(character)} không phải chữ số. Hãy gõ chỉ con số, như 2.554.")
    if " " in term:
        return TextProblem(f"{shown} có khoảng trắng giữa các chữ số. Hãy gõ liền, như 43.117.")
    swapped = term.translate(_SWAPPED)
    if len(term) > _LONGEST_ADVICE or re.fullmatch(_TERM, swapped) is None:
        return TextProblem(f"{shown} đặt dấu chấm hoặc dấu phẩy chưa đúng. {_RULE} Hãy gõ lại theo cách đó.")
    whole, _, part = term.partition(".")
    advice = spelt(Decimal(swapped.replace(".", "").replace(",", ".")), grain)
    if not (whole.isdecimal() and part.isdecimal() and int(whole)):
        return TextProblem(f"{shown} đặt dấu chấm, dấu phẩy theo lối tiếng Anh. Hãy gõ lại {advice}.")
    joined = spelt(int(whole + part), grain)
    return TextProblem(f"{shown} có thể hiểu theo hai cách. Hãy gõ lại {advice}, hoặc {joined}.")
