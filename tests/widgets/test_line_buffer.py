"""A line as input methods type it: letters, backspaces, marks that come after their letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.widgets.line_buffer import EDITS, LineBuffer, is_text

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ĐỆ01,."
VIETNAMESE = st.text(LETTERS, max_size=20)


def typed(stream: str, buffer: LineBuffer | None = None) -> LineBuffer:
    """A buffer after each character of `stream`; ⌫ is Backspace."""
    buffer = buffer or LineBuffer()
    for character in stream:
        buffer.backspace() if character == "⌫" else buffer.insert(character)
    return buffer


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        ("tie⌫êng⌫⌫⌫ếng", "tiếng"),  # Telex: tieengs
        ("d⌫đa⌫ă⌫ắ", "đắ"),
        ("uo⌫⌫ươ", "ươ"),
        ("Nguye\u0302\u0303n", "Nguyễn"),  # marks after their letter
        ("e\u0323\u0302", "ệ"),
        ("a\u202f⌫⌫ă", "ă"),  # a helper is sent and taken back, then the letter
        ("a\u200b⌫⌫ă", "ă"),
        ("ab\u200d⌫c", "abc"),
        ("⌫⌫x", "x"),
        ("tiêng⌫⌫\u0301ng⌫⌫⌫\u0300ng⌫⌫⌫\u0301ng", "tiếng"),  # Unicode tổ hợp counts the tone as a letter of its own
        ("a\u0301⌫\u0300", "à"),
        ("tie\u0301ng⌫⌫⌫⌫ê\u0301ng", "tiếng"),
    ],
)
def test_what_input_methods_send(stream: str, text: str) -> None:
    buffer = typed(stream)
    assert buffer.text == text
    assert buffer.cursor == len(text)


@given(VIETNAMESE, VIETNAMESE)
def test_letters_come_out_the_same_in_either_form_and_each_backspace_takes_one(before: str, after: str) -> None:
    assert typed(unicodedata.normalize("NFD", before + after)).text == before + after
    buffer = typed(before + after)
    for _ in after:
        buffer.backspace()
    assert (buffer.text, buffer.cursor) == (before, len(before))


def test_backspace_takes_a_letter_with_the_marks_that_do_not_join_it() -> None:
    buffer = LineBuffer.at_end("abx\u0323\u0302")
    buffer.backspace()
    assert buffer.text == "ab"
    buffer = LineBuffer("ax\u0323b", 1)
    buffer.delete()
    assert (buffer.text, buffer.cursor) == ("ab", 1)


def test_a_mark_typed_inside_joins_the_letter_before_the_cursor() -> None:
    buffer = LineBuffer("tieng", 3)
    buffer.insert("\u0302")
    buffer.insert("\u0301")
    assert (buffer.text, buffer.cursor) == ("tiếng", 3)


MOVES = ("left", "right", "home", "end", "backspace", "delete")
STEPS = st.lists(st.sampled_from(MOVES) | st.text(LETTERS, min_size=1, max_size=3), max_size=30)


@given(VIETNAMESE, STEPS)
def test_it_is_a_list_of_letters_with_a_cursor(text: str, steps: list[str]) -> None:
    """Against the plainest model: two lists, what is before the cursor and what is after it."""
    buffer = LineBuffer.at_end(text)
    before, after = list(text), list[str]()
    for step in steps:
        getattr(buffer, step)() if step in MOVES else buffer.insert(step)
        match step:
            case "left" if before:
                after.insert(0, before.pop())
            case "right" if after:
                before.append(after.pop(0))
            case "home":
                before, after = [], before + after
            case "end":
                before, after = before + after, []
            case "backspace" if before:
                before.pop()
            case "delete" if after:
                after.pop(0)
            case _:
                before += "" if step in MOVES else step
        assert (buffer.text, buffer.cursor) == ("".join(before + after), len(before))


@given(st.text(max_size=10), st.lists(st.sampled_from(MOVES) | st.characters(), max_size=20))
def test_no_text_and_no_key_puts_the_cursor_outside(text: str, steps: list[str]) -> None:
    buffer = LineBuffer.at_end(text)
    for step in steps:
        getattr(buffer, step)() if step in MOVES else buffer.insert(step)
        assert 0 <= buffer.cursor <= len(buffer.text)


@pytest.mark.parametrize("character", ["a", "ệ", " ", "\u0301", "\u202f", "\u200b", "\u200c", "\u200d", "\xa0", "中"])
def test_text(character: str) -> None:
    assert is_text(character)


@pytest.mark.parametrize("character", [None, "", "\x1b", "\t", "\r", "\x7f", "\x00", "\x9b", "\u202e", "\u2028"])
def test_no_text(character: str | None) -> None:
    assert not is_text(character)


def test_all_on_one_side_of_the_cursor_is_erased() -> None:
    buffer = LineBuffer("năm nay 25-26", 8)
    EDITS["ctrl+u"](buffer)
    assert (buffer.text, buffer.cursor) == ("25-26", 0)
    buffer.end()
    buffer.left()
    EDITS["ctrl+k"](buffer)
    EDITS["ctrl+u"](LineBuffer())
    assert (buffer.text, buffer.cursor) == ("25-2", 4)
