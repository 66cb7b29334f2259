"""How sections are counted and their numbers printed: I. and 1., A. and 1., Phần thứ nhất, as the form says."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from tthtcd_tui.forms.model import Form, Section

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Numbering(Enum):
    """How a heading level counts."""

    ROMAN = "roman"
    """I. II. III."""
    ARABIC = "arabic"
    """1. 2. 3."""
    LETTER = "letter"
    """A. B. C."""
    PART = "part"
    """Phần thứ nhất, Phần thứ hai: words, which no word processor counts by itself."""


class Numbered(NamedTuple):
    """A section with its number: «IV.», «4.», «D.», with its stop; «Phần thứ tư» has none."""

    section: Section
    numbering: Numbering
    label: str


def numbered(form: Form) -> Iterator[Numbered]:
    """The sections as they are printed, each with its number; the second level begins anew under each part."""
    part = second = 0
    for section in form.sections:
        if section.level == 1:
            part, second = part + 1, 0
        else:
            second += 1
        numbering = Numbering(form.numbering[section.level - 1])
        yield Numbered(section, numbering, label(numbering, part if section.level == 1 else second))


def label(numbering: Numbering, number: int) -> str:
    """The number as printed, with its stop where it has one."""
    match numbering:
        case Numbering.ROMAN:
            return roman(number) + "."
        case Numbering.ARABIC:
            return f"{number}."
        case Numbering.LETTER:
            return f"{chr(ord('A') + number - 1)}." if number <= 26 else f"{number}."
        case Numbering.PART:
            return f"Phần thứ {_ORDINALS[number - 1] if number <= len(_ORDINALS) else number}"


def roman(number: int) -> str:
    """Roman numerals, for the few parts a report has."""
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
