"""What a key costs, in Python calls into the program and in bytes to the terminal: the same on every machine, so that
it can be held.
"""

from __future__ import annotations

from statistics import median

import pytest
from support.calls import calls_of_a_letter, calls_of_a_number
from support.screens import Screens
from support.sent import bytes_of_numbers, bytes_of_scrolled_lines

MOST_OF_A_DIGIT = 300
MOST_OF_A_SAVED_NUMBER = 2_500
MOST_OF_A_LETTER = 155
MOST_BYTES_OF_NUMBERS = 3_000
MOST_BYTES_OF_A_LINE = 150


def test_a_digit_and_a_saved_number_cost_no_more_calls_than_they_did(screens: Screens) -> None:
    digit, number = calls_of_a_number(screens)
    assert 0 < digit.total <= MOST_OF_A_DIGIT, digit.most(20)
    assert 0 < number.total <= MOST_OF_A_SAVED_NUMBER, number.most(20)


def test_a_letter_at_the_end_of_a_long_paragraph_costs_what_one_in_a_short_one_does(screens: Screens) -> None:
    letter = calls_of_a_letter(screens, 5_000)
    assert 0 < letter.total <= MOST_OF_A_LETTER, letter.most(20)


def test_everything_of_a_saved_number_is_drawn_once(screens: Screens) -> None:
    _, number = calls_of_a_number(screens)
    times = {code.co_qualname: calls for code, calls in number.by_function.items()}
    assert times["Sheet.new_lines"] == 1
    assert times["BaseScreen._draw_frame"] == 1
    assert times["SectionScreen.rows"] == 1


@pytest.mark.long
def test_the_22_numbers_of_the_results_table_are_few_bytes(screens: Screens) -> None:
    assert 1_000 < bytes_of_numbers(screens) <= MOST_BYTES_OF_NUMBERS


@pytest.mark.long
def test_a_scrolled_line_of_the_preview_is_little_more_than_its_text(screens: Screens) -> None:
    screens.press("f9")
    lines = bytes_of_scrolled_lines(screens, 8)
    assert len(lines) == 8
    assert median(lines) <= MOST_BYTES_OF_A_LINE


@pytest.mark.long
def test_a_scrolled_line_of_the_checklist_is_little_more_than_its_row(screens: Screens) -> None:
    screens.press("3", "enter")
    assert median(bytes_of_scrolled_lines(screens, 6)) <= MOST_BYTES_OF_A_LINE
