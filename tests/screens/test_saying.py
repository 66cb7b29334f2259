"""What stands in the message line: the hint gives way to what was said, and that to what went nowhere."""

from __future__ import annotations

import pytest

from tthtcd_tui.screens.saying import Saying
from tthtcd_tui.widgets.bars import Message

STRAY = "Chưa ghi “x”."


def hint() -> Message:
    return Message("Gõ số.")


@pytest.fixture
def saying() -> Saying:
    return Saying()


def test_nothing_said_is_the_hint(saying: Saying) -> None:
    assert saying.shown("", hint) == hint()


def test_what_was_said_stands_until_the_hint_is_asked_for(saying: Saying) -> None:
    saying.say(Message("Đã lưu.", good=True))
    saying.begin_key(lambda _: True)
    assert saying.shown("", hint).text == "Đã lưu."
    saying.say_hint()
    assert saying.shown("", hint) == hint()


def test_what_has_just_happened_is_said_over_when_the_screen_is_drawn_anew(saying: Saying) -> None:
    saying.announce(Message("Đã dán.", warn=True))
    saying.say_hint()
    saying.begin_showing()
    assert saying.shown("", hint).text == "Đã dán."
    saying.begin_key(lambda _: True)
    saying.say_hint()
    saying.begin_showing()
    assert saying.shown("", hint) == hint(), "a key came: it is over"


def test_a_greeting_stands_until_the_first_key(saying: Saying) -> None:
    saying.greeting = "Đã mở."
    saying.begin_showing()
    assert saying.shown("", hint) == Message("Đã mở.", good=True)
    saying.begin_key(lambda _: True)
    assert not saying.greeting


@pytest.mark.parametrize(("is_wrong", "text"), [(False, f"{STRAY} Rồi."), (True, f"Rồi. {STRAY}")])
def test_what_went_nowhere_comes_first_but_behind_bad_news(saying: Saying, is_wrong: bool, text: str) -> None:
    saying.announce(Message("Rồi.", wrong=is_wrong))
    assert saying.shown(STRAY, hint) == Message(text, wrong=is_wrong, warn=not is_wrong)


def test_bad_news_that_nobody_could_read_stand_in_the_hints_place_until_they_were_seen(saying: Saying) -> None:
    refused = Message("Ô này chỉ nhận số nguyên.", wrong=True)
    saying.announce(refused)
    saying.begin_key(lambda _: False)
    saying.say_hint()
    saying.begin_key(lambda _: False)
    assert saying.shown("", lambda: Message("Gõ số.")) is refused
    saying.say(Message("Đã lưu."))
    assert saying.shown("", lambda: Message("Gõ số.")).text == "Đã lưu."
    saying.say_hint()
    saying.begin_key(lambda message: message is refused)
    assert saying.shown("", lambda: Message("Gõ số.")).text == "Gõ số."
