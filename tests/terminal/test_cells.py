"""Text into cells: every letter where Textual has put it, and nothing that a terminal would obey."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from rich.cells import cell_len
from support.any_text import any_text

from tthtcd_tui.terminal.cells import cells_of


@given(any_text)
def test_no_cell_holds_what_a_terminal_obeys_or_what_is_not_seen(text: str) -> None:
    for letters, _ in cells_of([(text, "1")]):
        for letter in letters:
            assert unicodedata.category(letter) not in {"Cc", "Cs", "Zl", "Zp"}
            assert letter == " " or not letter.isspace() or cell_len(letter)


@given(any_text)
def test_there_are_as_many_cells_as_textual_counts(text: str) -> None:
    expected = sum(cell_len(letter) for letter in text)
    assert len(cells_of([(text, "")])) == expected


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Tiếng", ["T", "i", "ế", "n", "g"]),
        (unicodedata.normalize("NFD", "Tiế"), ["T", "i", "e\u0302\u0301"]),
        ("世a", ["世", "", "a"]),
        ("世\u0301a", ["世\u0301", "", "a"]),
        ("a\x1b[31mb\x07\x9bc\r\n", ["a", "[", "3", "1", "m", "b", "c"]),
        ("\u0301a\u200b\u202eb", ["a", "b"]),
        ("", []),
    ],
)
def test_cells(text: str, cells: list[str]) -> None:
    assert [letters for letters, _ in cells_of([(text, "1")])] == cells
