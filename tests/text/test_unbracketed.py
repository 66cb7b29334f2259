"""Typed or pasted, where pastes come without brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.text.unbracketed import Arrival, arrival, is_pasted

TABLE = "TT\tNội dung\tSố lớp\rHọc nghề\t3\t92\r"
PROSE = "Trung tâm có nội quy riêng.\rNội quy được niêm yết.\r"


@pytest.mark.parametrize(
    ("read", "in_prose", "found"),
    [
        (TABLE, False, Arrival.PASTED),
        (TABLE, True, Arrival.PASTED),
        (TABLE.replace("\r", "\n"), False, Arrival.PASTED),
        ("5/3/2023\tHọc nghề\tLớp may\t1\t32\r", False, Arrival.PASTED),
        (PROSE, True, Arrival.PASTED),
        (PROSE, False, Arrival.TYPED),  # in a field of one line Enter goes on
        ("5.200\r", False, Arrival.TYPED),
        ("2\r38\r3\r92\r", False, Arrival.TYPED),  # numbers with Enters go where Enter goes
        ("2\r38\r3\r92\r", True, Arrival.TYPED),
        ("Trung tâm\r", False, Arrival.TYPED),
        ("Trung tâm\r", True, Arrival.UNDECIDED),
        ("Lò Thị\tHạnh", False, Arrival.UNDECIDED),
        ("\r26\t2554\t35\t4025", False, Arrival.UNDECIDED),  # Enter into the first cell, then Tab by Tab
        ("\r1\t2\r3\t4\r", False, Arrival.PASTED),
        ("a", True, Arrival.TYPED),
        ("\t", False, Arrival.TYPED),
        ("\r", True, Arrival.TYPED),
        ("\t\r", False, Arrival.UNDECIDED),
        ("dan so\r5.200\r", False, Arrival.TYPED),
        ("Xa\x7f\u00e2y\tdu\x7fng\r", False, Arrival.TYPED),  # an input method corrects as one types
        ("\x1b[A\t\r", False, Arrival.TYPED),
        ("", True, Arrival.TYPED),
    ],
)
def test_what_a_read_is(read: str, in_prose: bool, found: Arrival) -> None:
    assert arrival(read, in_prose) is found
    assert is_pasted(read, in_prose) is (found is Arrival.PASTED)


@pytest.mark.parametrize(("text", "in_prose"), [(TABLE, False), (TABLE, True), (PROSE, True)])
def test_a_paste_split_anywhere_is_one_again(text: str, in_prose: bool) -> None:
    """Pieces put behind one another while undecided come to the same; only a piece of one key is out by itself."""
    for at in range(1, len(text)):
        first, second = text[:at], text[at:]
        if arrival(first, in_prose) is Arrival.UNDECIDED:
            assert is_pasted(first + second, in_prose)
        elif arrival(first, in_prose) is Arrival.TYPED:
            assert "\t" not in first or len(first) == 1
            assert "\r" not in first


@given(st.text(alphabet="0123456789.,\r", max_size=40), st.booleans())
def test_numbers_and_enters_are_always_typed(text: str, in_prose: bool) -> None:
    assert arrival(text, in_prose) is Arrival.TYPED
