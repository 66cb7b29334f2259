"""Formulas whose value the file does not have."""

from __future__ import annotations

import pytest

from tthtcd_tui.imports.sources.unworked import unworked_in


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="F2"><f>E2*30</f><v></v></c>',
        '<c r="F2" s="3"><f>E2*30</f><v/></c>',
        '<c r="F2"><f t="shared" si="0"/></c>',
        '<c r="F2"><f>E2*30</f></c>',
    ],
)
def test_a_formula_without_a_value_is_told_by_its_row(cell: str) -> None:
    assert list(unworked_in(f'<row r="2"><c r="E2"><v>2</v></c>{cell}</row>'.encode())) == [2]


@pytest.mark.parametrize("cell", ['<c r="F2"><f>E2*30</f><v>60</v></c>', '<c r="F2" t="str"><f>A2</f><v></v></c>'])
def test_one_with_a_value_or_whose_text_is_empty_is_not(cell: str) -> None:
    assert list(unworked_in(cell.encode())) == []
