"""How sections are counted and their numbers printed: I. and 1., A. and I. and a), Phần thứ nhất, as the form says."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from tthtcd_tui.forms.model import Form, Section
from tthtcd_tui.named_tuple import NamedTuple

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in Vietnamese order (App. I, II.6)."""
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
    POINT = "point"
    """a) b) c) d) đ): in Vietnamese order, in which no word processor counts either."""


class Numbered(NamedTuple):
    """A section with its number: «IV.», «4.», «D.», with its stop; «Phần thứ tư» has none."""

    section: Section
    numbering: Numbering
    label: str


def numbered(form: Form) -> Iterator[Numbered]:
    """The sections in print order, each with its number; counting restarts below each section of a higher level."""
    counts = [0] * len(form.numbering)
    for section in form.sections:
        counts[section.level - 1] += 1
        counts[section.level :] = [0] * (len(counts) - section.level)
        numbering = Numbering(form.numbering[section.level - 1])
        yield Numbered(section, numbering, label(numbering, counts[section.level - 1]))


def is_in_capitals(form: Form, section: Section) -> bool:
    """Whether a heading is printed in capitals: a part's, and below parts, of three levels, one with Roman numerals."""
    styles = form.numbering
    return section.level == 1 or (section.level == 2 < len(styles) and Numbering(styles[1]) is Numbering.ROMAN)


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
        case Numbering.POINT:
            return f"{letter(number - 1)})"


def letter(number: int) -> str:
    """The letter of a point, from 0: a b c d đ … y, then aa ab …, which no report has reached."""
    round_, place = divmod(number, len(LETTERS))
    return (LETTERS[round_ - 1] if round_ else "") + LETTERS[place]


def roman(number: int) -> str:
    """Roman numerals, for the few parts a report has."""
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
