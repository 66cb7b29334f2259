"""Keys and pastes reach the screen that is on top when it is their turn, each after the one before it."""

from __future__ import annotations

import pytest
from textual import events

from tthtcd_tui.errors import StoreProblem, UserProblem
from tthtcd_tui.services.key_queue import KeyQueue
from tthtcd_tui.terminal.bursts import Burst


class Top:
    """A screen that keeps what it received."""

    def __init__(self, name: str, log: list[str]) -> None:
        self.name = name
        self.log = log
        self.is_ready = True
        self.takes_prose = False
        self.takes_blocks = True
        self.takes_text = True

    def receive(self, event: events.Key | events.Paste) -> None:
        self.log.append(f"{self.name}: {event.key if isinstance(event, events.Key) else event.text}")


class Desk:
    """A queue over screens that a test puts on top of each other."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.top: Top | None = Top("first", self.log)
        self.is_admitted = True
        self.queue = KeyQueue(lambda: self.top, lambda: self.log.append("kept"), self)

    def admits(self) -> bool:
        return self.is_admitted

    def tell(self, problem: UserProblem) -> None:
        self.log.append(f"told: {problem.message}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.queue.put(events.Key(key, None))


def test_what_is_typed_is_kept_after_each_key() -> None:
    desk = Desk()
    desk.press("a")
    desk.queue.put(events.Paste("b"))
    assert desk.log == ["first: a", "kept", "first: b", "kept"]
    assert not desk.queue.is_busy


def test_a_key_that_opens_a_screen_leaves_the_rest_to_that_screen() -> None:
    desk = Desk()
    first = desk.top
    assert first is not None

    class Opening(Top):
        def receive(self, event: events.Key | events.Paste) -> None:
            super().receive(event)
            desk.top = Top("second", desk.log)
            desk.top.is_ready = False
            desk.press("typed ahead")

    desk.top = Opening("first", desk.log)
    desk.press("enter", "x")
    assert desk.log == ["first: enter", "kept"]
    assert desk.queue.is_busy
    desk.top.is_ready = True
    desk.queue.dispatch_pending()
    assert desk.log[2:] == ["second: typed ahead", "kept", "second: x", "kept"]


def test_before_the_first_screen_and_after_the_last_keys_wait() -> None:
    desk = Desk()
    desk.top = None
    desk.press("a")
    assert desk.log == []
    assert desk.queue.is_busy


def test_a_fault_at_a_key_does_not_hold_up_those_behind_it() -> None:
    desk = Desk()

    class Faulty(Top):
        def receive(self, event: events.Key | events.Paste) -> None:
            raise LookupError(event)

    first, desk.top = desk.top, Faulty("faulty", desk.log)
    with pytest.raises(LookupError):
        desk.press("a")
    desk.top = first
    desk.press("b")
    assert desk.log == ["first: b", "kept"]


def test_a_problem_at_a_key_is_told_and_what_is_typed_kept() -> None:
    desk = Desk()

    class Refusing(Top):
        def receive(self, event: events.Key | events.Paste) -> None:  # noqa: ARG002
            raise StoreProblem("Ổ đĩa máy chủ đã đầy.")

    desk.top = Refusing("refusing", desk.log)
    desk.press("a")
    assert desk.log == ["told: Ổ đĩa máy chủ đã đầy.", "kept"]


def test_a_key_that_is_not_admitted_reaches_no_screen() -> None:
    desk = Desk()
    desk.is_admitted = False
    desk.press("a")
    assert desk.log == ["kept"]


PROSE = "Có nội quy.\rĐã niêm yết."


@pytest.mark.parametrize(
    ("takes_prose", "takes_blocks", "is_whole"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_a_read_that_may_be_pasted_is_told_by_the_cell_it_goes_into(
    takes_prose: bool, takes_blocks: bool, is_whole: bool
) -> None:
    """Where there is no cell for it, it was typed, key by key: none is lost with the rest."""
    desk = Desk()
    assert desk.top is not None
    desk.top.takes_prose, desk.top.takes_blocks = takes_prose, takes_blocks
    desk.queue.put(Burst(PROSE, [events.Key(letter, letter) for letter in PROSE]))
    desk.press("end")
    received = [line.removeprefix("first: ") for line in desk.log if line != "kept"]
    assert received == ([PROSE, "end"] if is_whole else [*PROSE, "end"])


@pytest.mark.parametrize("text", [PROSE, "Học nghề\t3\t92\rPháp luật\t14\t1.126\r", "3\t92\r14\t1.126\r"])
def test_what_is_pasted_where_nothing_is_written_is_no_row_of_keys(text: str) -> None:
    """Its digits would open a section, its tabs arm it, and the rest be typed there."""
    desk = Desk()
    assert desk.top is not None
    desk.top.takes_blocks = desk.top.takes_text = False
    desk.queue.put(Burst(text, [events.Key(letter, letter) for letter in text]))
    assert desk.log == [f"first: {text}", "kept"]


@pytest.mark.parametrize("typed", ["1\r52\r", "4\r12\t34\t56\r", "4\t12\t34\r56\r"])
def test_what_is_typed_ahead_where_nothing_is_written_is_keys(typed: str) -> None:
    desk = Desk()
    assert desk.top is not None
    desk.top.takes_blocks = desk.top.takes_text = False
    desk.queue.put(Burst(typed, [events.Key(letter, letter) for letter in typed]))
    assert desk.log.count("kept") == len(typed)
