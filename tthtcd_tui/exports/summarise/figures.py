"""The figures of the place in the year: two columns of «label value»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from tthtcd_tui.exports.summarise.lines import cells, hang, joined, listed, words
from tthtcd_tui.exports.summarise.look import QUIET, WARNING
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import Field, SectionPart
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.areas import section_title
from tthtcd_tui.report.row import ReportRow

_TWO_COLUMNS: Final = 72
_BETWEEN: Final = 4
_WIDEST: Final = 48
"""Of one column: the eye must find from the label to its value."""


def figures(page: Page) -> list[Text]:
    """A part for each section with figures; where a section has indicators too, its figures stand among them."""
    lines: list[Text] = []
    for section, rows in page.rows.sections_of(SectionPart.FIGURES):
        among = bool(page.rows.of(section, SectionPart.INDICATORS))
        pairs, missing = ([], []) if among else (figures_of(page, rows), missing_of(page, rows))
        if pairs or missing:
            lines += page.heading(section_title(page.form, section))
            lines += _in_columns(pairs, page.width)
        if missing and not pairs:
            lines += hang("  ", words("Chưa nhập số liệu nào.", WARNING), page.width)
        elif missing:
            lines += hang("  ", joined(words("Chưa nhập: ", WARNING), words("; ".join(missing))), page.width)
    return lines


def figures_of(page: Page, rows: Sequence[ReportRow]) -> list[tuple[Text, Text]]:
    """The labels and values there are."""
    answers = ((cell.field, page.facts.at(cell.place)) for row in rows for cell in row.cells)
    return [(words(field.label), words(_value(field, answer))) for field, answer in answers if answer is not UNANSWERED]


def missing_of(page: Page, rows: Sequence[ReportRow]) -> list[str]:
    """The labels of the required figures that nobody has given yet."""
    return [row.label for row in rows if row.is_required and page.facts.at(row.place) is UNANSWERED]


def _value(field: Field, answer: Answer) -> str:
    """With its unit, unless the label says it: «Số hộ gia đình … 10.005», but «Dân số … trên 40.000 người»."""
    said = f" {field.unit} ".casefold() in f" {field.label} ".casefold()
    return printed(field, answer, unit=not said) or ""


def _in_columns(pairs: list[tuple[Text, Text]], width: int) -> list[Text]:
    """Down the first column, then the second; what is too long for one comes after, as wide as the page."""
    if width < _TWO_COLUMNS:
        return listed(pairs, width)
    half = min((width - 2 - _BETWEEN) // 2, _WIDEST)
    short = [pair for pair in pairs if _fits(pair, half)]
    height = (len(short) + 1) // 2
    lines: list[Text] = []
    for number in range(height):
        line = joined("  ", _filled(short[number], half))
        if number + height < len(short):
            line = joined(line, " " * _BETWEEN, _filled(short[number + height], half))
        lines.append(line)
    return lines + listed([pair for pair in pairs if not _fits(pair, half)], width)


def _fits(pair: tuple[Text, Text], width: int) -> bool:
    return cells(pair[0]) + 2 + cells(pair[1]) <= width


def _filled(pair: tuple[Text, Text], width: int) -> Text:
    """The label on the left, the value on the right, and dots to lead the eye."""
    label, value = pair
    dots = "." * (width - cells(label) - cells(value) - 2)
    return joined(label, " ", words(dots, QUIET), " ", value)
