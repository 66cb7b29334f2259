"""Paragraphs as a value: any sequence of edits is what the same edits make of a plain string, and undo returns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthtcd_tui.widgets.prose.history import History
from tthtcd_tui.widgets.prose.prose import Prose, Spot

ATOM = "\ue001"
letters = st.text(st.sampled_from(f"ab ế,\n{ATOM}"), max_size=6)


def offset(prose: Prose, spot: Spot) -> int:
    return sum(len(paragraph) + 1 for paragraph in prose.paragraphs[: spot.paragraph]) + spot.at


def spot_at(prose: Prose, at: int) -> Spot:
    for number, paragraph in enumerate(prose.paragraphs):
        if at <= len(paragraph):
            return Spot(number, at)
        at -= len(paragraph) + 1
    raise AssertionError(at)


@st.composite
def any_prose(draw: st.DrawFn) -> Prose:
    prose = Prose.of(draw(st.text(st.sampled_from(f"abc  ế,\n{ATOM}"), max_size=30)))
    caret, anchor = (spot_at(prose, draw(st.integers(0, len(prose.text)))) for _ in range(2))
    return prose.at(anchor).at(caret, selecting=draw(st.booleans()))


@given(any_prose(), letters)
def test_typing_is_what_it_is_in_a_string(prose: Prose, typed: str) -> None:
    start, end = (offset(prose, spot) for spot in prose.selection or (prose.caret, prose.caret))
    after = prose.typed(typed)
    assert after.text == prose.text[:start] + typed + prose.text[end:]
    assert offset(after, after.caret) == start + len(typed)
    assert after.selection is None


@given(any_prose(), st.sampled_from(["before", "after", "word_before", "word_after"]))
def test_erasing_is_what_it_is_in_a_string(prose: Prose, move: str) -> None:
    start, end = prose.selection or sorted((prose.caret, getattr(prose, move)()))
    after = prose.without(getattr(prose, move)())
    assert after.text == prose.text[: offset(prose, start)] + prose.text[offset(prose, end) :]
    assert after.caret == start


@given(any_prose())
def test_moves_stay_within_the_text_and_go_where_they_say(prose: Prose) -> None:
    at = offset(prose, prose.caret)
    assert at - 1 <= offset(prose, prose.before()) <= at <= offset(prose, prose.after()) <= at + 1
    assert offset(prose, prose.word_before()) <= at <= offset(prose, prose.word_after())
    if at:
        assert offset(prose, prose.word_before()) < at
    if at < len(prose.text):
        assert offset(prose, prose.word_after()) > at


@given(any_prose())
def test_what_is_selected_is_what_lies_between(prose: Prose) -> None:
    if prose.selection is None:
        assert prose.selected == ""
    else:
        start, end = (offset(prose, spot) for spot in prose.selection)
        assert prose.selected == prose.text[start:end] != ""


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("một hai, ba", [0, 4, 9, 11]),
        (f"có {ATOM}{ATOM} người", [0, 3, 4, 6, 11]),
        ("  a", [0, 2, 3]),
    ],
)
def test_words_backwards(text: str, stops: list[int]) -> None:
    """A link is a word of its own."""
    prose = Prose.of(text)
    found = [prose.caret.at]
    while prose.caret.at:
        prose = prose.at(prose.word_before())
        found.append(prose.caret.at)
    assert found[::-1] == stops


@pytest.mark.parametrize(
    ("text", "stops"), [("một hai, ba", [0, 3, 7, 11]), (f"có {ATOM}{ATOM} người", [0, 2, 4, 5, 11])]
)
def test_words_forwards(text: str, stops: list[int]) -> None:
    prose = Prose.of(text).at(Spot(0, 0))
    found = [0]
    while prose.caret != prose.end:
        prose = prose.at(prose.word_after())
        found.append(prose.caret.at)
    assert found == stops


def test_a_mark_that_comes_after_its_letter_is_joined_to_it() -> None:
    assert Prose.of("Viê").typed("\u0323").text == "Việ"
    assert Prose.of("xq").typed("\u0323").before() == Spot(0, 1), "one that cannot be joined is one letter with it"


@given(any_prose(), st.lists(st.tuples(letters, st.sampled_from(["", "word", "other"])), max_size=12))
def test_undo_returns_to_the_first_text_and_redo_to_the_last(prose: Prose, edits: list[tuple[str, str]]) -> None:
    history = History()
    now = prose
    for typed, kind in edits:
        after = now.typed(typed)
        history.record(now, after, kind)
        now = after
    last = now
    seen = [now.paragraphs]
    while (before := history.undo(now)) is not None:
        now = before
        seen.append(now.paragraphs)
    assert now.paragraphs == prose.paragraphs
    assert len(seen) == len(set(seen)) or len(edits) > 1
    while (after_ := history.redo(now)) is not None:
        now = after_
    assert now.paragraphs == last.paragraphs
    assert last.paragraphs == prose.paragraphs or now.caret == last.caret


def test_edits_of_one_kind_are_one_step_until_it_is_closed() -> None:
    history = History()
    now = Prose.of("")
    for letter in "tie":
        history.record(now, now := now.typed(letter), "word")
    history.record(now, now := now.without(now.before()), "word")
    history.record(now, now := now.typed("ê"), "word")
    history.close(now)
    history.record(now, now := now.typed("n"), "word")
    seen = []
    for step in (history.undo, history.undo, history.redo):
        now = step(now) or now
        seen.append(now.text)
    assert seen == ["tiê", "", "tiê"]
    history.record(now, now := now.typed("x"))
    assert history.redo(now) is None, "something else was written since"


def test_a_very_long_history_forgets_its_beginning_and_nothing_else() -> None:
    history = History()
    now = Prose.of("x" * 100_000)
    for _ in range(50):
        history.record(now, now := now.typed("a"))
    steps = 0
    while (before := history.undo(now)) is not None:
        now, steps = before, steps + 1
    assert 10 < steps < 50
    assert now.text == "x" * 100_000 + "a" * (50 - steps)
