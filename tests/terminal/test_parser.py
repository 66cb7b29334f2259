"""What the keyboard's bytes become before a screen sees them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tthtcd_tui.terminal.parser import OversizedPaste, SteadyParser


def told(messages: Iterable[Message]) -> list[str]:
    """A key by its name, a paste by its text."""
    return [
        message.key if isinstance(message, events.Key) else f"<{message.text}>"
        for message in messages
        if isinstance(message, (events.Key, events.Paste))
    ]


def parsed(*packets: str) -> list[str]:
    parser = SteadyParser()
    return told(message for packet in packets for message in parser.feed(packet))


@pytest.mark.parametrize(
    ("packets", "keys"),
    [
        (["\x1b2"], ["escape", "2"]),
        (["\x1b", "2"], ["escape", "2"]),
        (["\x1b\x1b2"], ["escape", "escape", "2"]),
        (["\x1bđ"], ["escape", "đ"]),
        (["\x1b\r"], ["escape", "enter"]),
        (["\x1b\x07", "4"], ["escape", "ctrl+g", "4"]),
    ],
)
def test_esc_is_a_key_of_its_own_however_soon_the_next_comes(packets: list[str], keys: list[str]) -> None:
    assert parsed(*packets) == keys


@pytest.mark.parametrize(
    ("packets", "keys"),
    [
        (["\x1b[A"], ["up"]),
        (["\x1b", "[A"], ["up"]),
        (["\x1b[", "A1"], ["up", "1"]),
        (["\x1bOP"], ["f1"]),
        (["\x1b\x1b[A"], ["escape", "up"]),
        (["\x1b[20~", "\x1b[3~"], ["f9", "delete"]),
    ],
)
def test_a_key_that_begins_with_esc_is_one_even_in_two_packets(packets: list[str], keys: list[str]) -> None:
    assert parsed(*packets) == keys


@pytest.mark.parametrize(
    ("packets", "keys"),
    [
        (["\x1bb"], ["alt+b"]),
        (["a\x1bFc"], ["a", "alt+f", "c"]),
        (["\x1b\x7f"], ["alt+backspace"]),
        (["\x1bx\x1bb4"], ["alt+x", "alt+b", "4"]),
        (["\x1b\x1bb"], ["escape", "alt+b"]),
        (["\x1b", "b"], ["escape", "b"]),
        (["\x1b", "\x7f"], ["escape", "backspace"]),
        (["\x1bb\x1b[A"], ["alt+b", "up"]),
        (["\x1b[1;5D\x1b[1;2A\x1b[1;5H"], ["ctrl+left", "shift+up", "ctrl+home"]),
    ],
)
def test_esc_and_a_letter_in_one_read_are_one_key(packets: list[str], keys: list[str]) -> None:
    parser = SteadyParser()
    messages = [message for packet in packets for message in parser.feed(packet)]
    assert told(messages) == keys
    assert not any(key.character for key in messages if isinstance(key, events.Key) and key.key.startswith("alt+"))


def test_an_esc_that_was_waited_for_and_told_is_not_told_again() -> None:
    parser = SteadyParser()
    assert told(parser.feed("\x1b")) == []
    parser._timeout_time = 0.0
    assert told(parser.tick()) == ["escape"]
    assert told(parser.feed("2")) == ["2"]


@pytest.mark.parametrize(
    "packets",
    [
        ["a\x1b[200~x\x1b[2J\x1bc\ty\r\nz\x1b[201~b"],
        ["a\x1b[20", "0~x\x1b[2J\x1bc\ty\r", "\nz\x1b[2", "01~b"],
        list("a\x1b[200~x\x1b[2J\x1bc\ty\r\nz\x1b[201~b"),
    ],
)
def test_a_paste_is_only_text_whatever_is_in_it_and_however_it_comes(packets: list[str]) -> None:
    assert parsed(*packets) == ["a", "<x\x1bc\ty\r\nz>", "b"]


@given(st.text(max_size=40), st.lists(st.integers(0, 60), max_size=5))
def test_every_paste_arrives_whole_and_once(text: str, cuts: list[int]) -> None:
    text = text.replace("\x1b[201~", "").replace("\x11", "")
    stream = f"\x1b[200~{text}\x1b[201~k"
    ends = sorted({min(cut, len(stream)) for cut in cuts} | {0, len(stream)})
    packets = [stream[start:end] for start, end in pairwise(ends)]
    assert parsed(*packets) == [f"<{text.replace(chr(0), '')}>", "k"]


@pytest.mark.parametrize(
    ("packets", "keys"),
    [
        (["40\n2"], ["4", "0", "enter", "2"]),
        (["4\r\n5", "\n"], ["4", "enter", "5", "enter"]),
        (["4\r", "\n5"], ["4", "enter", "5"]),
        (["\n\n"], ["enter", "enter"]),
        (["\r\r\n\n"], ["enter", "enter", "enter"]),
        (["\x1b\n"], ["escape", "enter"]),
        (["\x1b[A\n"], ["up", "enter"]),
        (["\x1b[200~a\r\nb\nc\r\x1b[201~\n"], ["<a\r\nb\nc\r>", "enter"]),
    ],
)
def test_lf_is_enter_and_cr_lf_is_one(packets: list[str], keys: list[str]) -> None:
    """Some terminals in a browser and on phones send it."""
    assert parsed(*packets) == keys


@pytest.mark.parametrize("end", ["", "\x1b[20"])
def test_ctrl_q_alone_is_a_key_where_the_end_of_a_paste_was_lost(end: str) -> None:
    assert parsed(f"\x1b[200~một{end}", "\x11") == [f"<một{end}>", "ctrl+q"]
    assert parsed("\x1b[200~một\x11hai\x1b[201~") == ["<một\x11hai>"]


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b[?64;1;2c",
        "\x1b[>41;379;0c",
        "\x1b[?0u",
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b]10;x\x07",
        "\x1bP>|XTerm(379)\x1b\\",
    ],
)
def test_a_late_answer_to_another_program_is_no_key(answer: str) -> None:
    assert parsed(f"1{answer}2", answer, "3") == ["1", "2", "3"]


def test_a_long_paste_is_not_read_again_for_each_packet() -> None:
    parser = SteadyParser()
    told(parser.feed("\x1b[200~"))
    for _ in range(200):
        told(parser.feed("x" * 4_096))
    assert told(parser.feed("\x1b[201~")) == [f"<{'x' * 819_200}>"]


def test_it_waits_only_for_the_rest_of_a_key() -> None:
    parser = SteadyParser()
    waits = []
    for packet in ("", "\x1b", "[A"):
        told(parser.feed(packet))
        waits.append(parser.patience)
    assert [wait is not None and wait > 0 for wait in waits] == [False, True, False]


@pytest.mark.parametrize("read", [1_000, 4_096, 10**9])
def test_of_a_paste_that_is_too_long_nothing_is_taken_and_it_is_told(
    read: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G16. What comes behind it is typed."""
    monkeypatch.setattr("tthtcd_tui.terminal.parser.MOST_PASTED", 10_000)
    parser = SteadyParser()
    for letters, kind in ((10_000, events.Paste), (12_000, OversizedPaste)):
        sent = f"\x1b[200~{'a' * letters}\x1b[201~7"
        pieces = [sent[at : at + read] for at in range(0, len(sent), read)]
        pasted, typed = [message for piece in pieces for message in parser.feed(piece)]
        assert type(pasted) is kind
        assert isinstance(pasted, events.Paste)
        assert pasted.text == ("" if kind is OversizedPaste else "a" * letters)
        assert isinstance(typed, events.Key)
        assert typed.key == "7"


def test_a_paste_leaves_the_colours_of_another_terminal_behind() -> None:
    assert parsed("\x1b[200~[31mLớp[0m\x1b[201~") == ["<Lớp>"]
    assert parsed("\x1b[200~\x1b[31mLớp\x1b[0m\x1b[201~") == ["<Lớp>"]
