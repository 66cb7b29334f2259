"""What a text brings along from the terminal it was copied from goes; what only looks like it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.text.terminal_orders import without_bare_colours, without_orders


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("\x1b[31mLớp\x1b[0m học", "Lớp học"),
        ("\x1b[1;38;5;196mLớp\x1b[m", "Lớp"),
        ("\x1b]0;bash\x07Lớp", "Lớp"),
        ("\x1b]8;;http://x\x1b\\Lớp", "Lớp"),
        ("\x1b(BLớp\x1b[2J", "Lớp"),
        ("\x1bLớp", "\x1bLớp"),
        ("\x1b[", "\x1b["),
        ("dài [5m], [31m", "dài [5m], [31m"),
    ],
)
def test_whole_sequences_go(raw: str, left: str) -> None:
    assert without_orders(raw) == left


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("[31mLớp học[0m mở tốt.", "Lớp học mở tốt."),
        ("[1;31m5.128[m", "5.128"),
        ("a\n[32mb[0m\nc", "a\nb\nc"),
        ("Sân dài [20m], rộng [5m].", "Sân dài [20m], rộng [5m]."),
        ("[31mLớp\nhọc[0m", "[31mLớp\nhọc[0m"),
        ("[31mLớp học", "[31mLớp học"),
        ("lớp [0m", "lớp [0m"),
    ],
)
def test_a_colour_and_its_end_go_where_the_esc_was_lost(raw: str, left: str) -> None:
    assert without_bare_colours(raw) == left


@given(st.text(alphabet="Lớp[]m0;5 \n"))
def test_no_word_goes_with_them(raw: str) -> None:
    def words(text: str) -> list[str]:
        return [letter for letter in text if letter in "Lớp "]

    assert words(without_bare_colours(raw)) == words(raw)
