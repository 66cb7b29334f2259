"""Pastes without brackets, as they come from the terminal: whole, in pieces, and beside keys."""

from __future__ import annotations

from time import monotonic

import pytest
from textual import events

from tthtcd_tui.terminal.bursts import PATIENCE, Burst, messages_of, patience
from tthtcd_tui.terminal.parser import SteadyParser

TABLE = "Học nghề\t3\t92\rPháp luật\t14\t1.126\r"


def read(*pieces: str) -> list[str]:
    """What comes of `pieces` that follow each other at once: a burst by its text, a key by its name."""
    left = list(pieces[1:])
    found = messages_of(SteadyParser(), pieces[0], lambda _: left.pop(0) if left else "")
    told = [
        f"<{message.text}>" if isinstance(message, events.Paste) else message.key
        for message in found
        if isinstance(message, (events.Key, events.Paste))
    ]
    assert not left or not told[-1].startswith("<")
    return told


@pytest.mark.parametrize("cut", range(TABLE.index("\t") + 1, len(TABLE)))
def test_a_table_is_one_burst_wherever_it_is_cut_behind_its_first_tab(cut: int) -> None:
    assert read(TABLE[:cut], TABLE[cut:]) == [f"<{TABLE}>"]


def test_a_key_behind_a_table_is_a_key() -> None:
    assert read(TABLE, "\x1b[A") == [f"<{TABLE}>", "up"]


@pytest.mark.parametrize("typed", ["5.200\r", "dan so", "a", "\x1b[B\t\r"])
def test_what_is_typed_is_keys(typed: str) -> None:
    assert not any(key.startswith("<") for key in read(typed))


def test_a_burst_knows_the_keys_it_is_if_it_was_typed() -> None:
    (burst,) = messages_of(SteadyParser(), "a\tb", lambda _: "")
    assert isinstance(burst, Burst)
    assert [key.key for key in burst.keys] == ["a", "tab", "b"]


@pytest.mark.parametrize("typed", ["5.200\r", "\x1b[B\t\r", "\x1b[200~một\x1b[201~\r"])
def test_all_of_a_read_came_before_any_of_it_is_dealt_with(typed: str) -> None:
    """What the first key has drawn was not there for whoever typed the second."""
    found = messages_of(SteadyParser(), typed, lambda _: "")
    next(found)
    dealt_with = monotonic()
    rest = list(found)
    assert rest
    assert all(message.time <= dealt_with for message in rest)


def test_a_bracketed_paste_is_a_paste_and_no_burst() -> None:
    assert read(f"\x1b[200~{TABLE}\x1b[201~") == [f"<{TABLE}>"]


def test_the_next_packet_of_a_slow_line_is_waited_for_longer_than_a_key() -> None:
    assert patience("a\t") == PATIENCE
    assert patience(TABLE[:20]) > 4 * PATIENCE
