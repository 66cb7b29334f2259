"""Numbered headings: I. and 1., A. and 1., Phần thứ nhất, as the form says."""

from __future__ import annotations

from tthtcd_tui.forms.model import Section
from tthtcd_tui.report.compose.writer import Writer
from tthtcd_tui.report.outline import Heading, Numbering, Run

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Counter:
    """Counts the sections of a form as they are printed; the second level begins anew under each part."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._part = 0
        self._section = 0

    def heading(self, section: Section) -> Heading:
        if section.level == 1:
            self._part, self._section = self._part + 1, 0
            number = self._part
        else:
            self._section += 1
            number = self._section
        numbering = Numbering(self._writer.form.numbering[section.level - 1])
        runs = self._writer.fill(section.title)
        if section.level == 1:
            runs = tuple(Run(run.text.upper(), run.place, run.kind) for run in runs)
        return Heading(section.level, numbering, label(numbering, number), runs, section.key)


def label(numbering: Numbering, number: int) -> str:
    """The number as printed, with its stop: «IV.», «4.», «D.»; «Phần thứ tư» has none."""
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
