"""Esc told apart from what begins with it, however what arrives is cut into packets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.terminal import KEYS, pasted
from textual import events
from textual._xterm_parser import XTermParser

from tthtcd_tui.terminal import EscapeKeys

KEYS_OF_A_SCREEN = {name: sent for name, sent in KEYS.items() if name != "esc"} | {"5": "5", "đ": "đ", "é": "é"}
PASTE = "một\x1bhai\x1b[27u\x1b\x1bba"


class Keyboard:
    """What a screen gets of what arrives, as Textual's driver does it."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self._escapes = EscapeKeys()
        self._parser = XTermParser()

    def send(self, packet: str) -> None:
        if told := self._escapes.told_apart(packet):
            self._take(self._parser.feed(told))

    def wait(self) -> None:
        """Until Textual waits for the rest of nothing any more."""
        if self._parser._timeout_time is not None:
            self._parser._timeout_time = 0  # its patience, over at once
            self._take(self._parser.tick())

    def _take(self, messages: object) -> None:
        for message in messages:  # type: ignore[attr-defined]
            if isinstance(message, events.Key):
                if message.key == "escape":
                    self._escapes.met()
                self.keys.append(message.key)
            elif isinstance(message, events.Paste):
                self.keys.append(f"paste {message.text}")


def named(keys: list[str]) -> list[str]:
    """As Textual names them."""
    keyboard = Keyboard()
    for key in keys:
        keyboard.send(KEYS_OF_A_SCREEN[key])
    return keyboard.keys


@st.composite
def typing(draw: st.DrawFn) -> tuple[list[str], str]:
    """Keys with an Esc here and there, and what a terminal sends for them."""
    expected: list[str] = []
    sent = ""
    for key in draw(st.lists(st.sampled_from(["esc", "paste", *KEYS_OF_A_SCREEN]), max_size=12)):
        if key == "esc":
            expected.append("escape")
            sent += "\x1b"
        elif key == "paste":
            expected.append("paste " + PASTE.replace("\x1b", ""))
            sent += pasted(PASTE)
        else:
            expected += named([key])
            sent += KEYS_OF_A_SCREEN[key]
    return expected, sent


@given(typing(), st.data())
def test_every_key_is_itself_in_whatever_packets_it_comes(typed: tuple[list[str], str], data: st.DataObject) -> None:
    expected, sent = typed
    cuts = sorted(data.draw(st.sets(st.integers(0, len(sent)), max_size=6)))
    keyboard = Keyboard()
    for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True):
        keyboard.send(sent[start:end])
    keyboard.wait()
    assert keyboard.keys == expected


def test_after_an_esc_nobody_waits_for_any_more_a_key_is_itself() -> None:
    keyboard = Keyboard()
    keyboard.send("\x1b")
    keyboard.wait()
    keyboard.send("5")
    assert keyboard.keys == ["escape", "5"]


@pytest.mark.parametrize("cut", range(1, 5))
def test_the_rest_of_an_arrow_is_waited_for(cut: int) -> None:
    keyboard = Keyboard()
    keyboard.send("\x1b[1;5A"[:cut])
    keyboard.send("\x1b[1;5A"[cut:])
    assert keyboard.keys == ["ctrl+up"]
