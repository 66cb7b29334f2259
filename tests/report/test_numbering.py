"""Numbers of sections as they are printed."""

from __future__ import annotations

import pytest

from tthtcd_tui.report.numbering import Numbering, label, roman


@pytest.mark.parametrize(
    ("numbering", "number", "printed"),
    [
        (Numbering.ROMAN, 1, "I."), (Numbering.ROMAN, 4, "IV."), (Numbering.ROMAN, 14, "XIV."),
        (Numbering.ROMAN, 39, "XXXIX."), (Numbering.ARABIC, 12, "12."),
        (Numbering.LETTER, 1, "A."), (Numbering.LETTER, 26, "Z."), (Numbering.LETTER, 27, "27."),
        (Numbering.PART, 1, "Phần thứ nhất"), (Numbering.PART, 4, "Phần thứ tư"),
        (Numbering.PART, 10, "Phần thứ mười"), (Numbering.PART, 11, "Phần thứ 11"),
    ],
)  # fmt: skip
def test_numbers_as_printed(numbering: Numbering, number: int, printed: str) -> None:
    assert label(numbering, number) == printed


def test_roman_numerals() -> None:
    assert [roman(n) for n in range(1, 13)] == "I II III IV V VI VII VIII IX X XI XII".split()
