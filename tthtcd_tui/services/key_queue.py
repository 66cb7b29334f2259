"""The queue of keys and pastes: the one place where every key passes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from textual import events

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.terminal.bursts import Burst
from tthtcd_tui.text.unbracketed import is_no_row_of_keys, is_pasted


class KeyTaker(Protocol):
    """A screen, as the queue sees it."""

    @property
    def is_ready(self) -> bool: ...

    @property
    def takes_blocks(self) -> bool: ...

    @property
    def takes_prose(self) -> bool: ...

    @property
    def takes_text(self) -> bool: ...

    def receive(self, event: events.Key | events.Paste) -> None: ...


class Teller(Protocol):
    """Who a problem is handed to that a key met."""

    def admits(self) -> bool:
        """Whether a key goes to the screen on top as ever."""

    def tell(self, problem: UserProblem) -> None: ...


class KeyQueue:
    """Hands each key and paste to the screen on top once those before it have been dealt with.

    Textual's own way, from queue to queue, gives what was typed ahead to the screen that was on top when it came.
    """

    def __init__(self, top: Callable[[], KeyTaker | None], handled: Callable[[], None], problems: Teller) -> None:
        """`top` is the screen that takes keys now; `handled` is called after each key, before any of it is drawn."""
        self._top = top
        self._handled = handled
        self._problems = problems
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._is_dispatching = False

    @property
    def is_busy(self) -> bool:
        """Whether something was typed that no screen has dealt with yet."""
        top = self._top()
        return bool(self._waiting) or top is None or not top.is_ready

    def put(self, event: events.Key | events.Paste) -> None:
        self._waiting.append(event)
        self.dispatch_pending()

    def dispatch_pending(self) -> None:
        """Hand what was typed to the screen on top, as far as it is ready; the rest waits until it is."""
        if self._is_dispatching:
            return
        self._is_dispatching = True
        try:
            while self._waiting and (top := self._top()) is not None and top.is_ready:
                self._take(top, self._waiting.popleft())
        finally:
            self._is_dispatching = False

    def _take(self, top: KeyTaker, event: events.Key | events.Paste) -> None:
        """What may be pasted without brackets is told by where it goes; if it was typed, its keys are next."""
        if not isinstance(event, Burst) or _is_pasted_into(top, event.text):
            self._handle(top, event)
        else:
            self._waiting.extendleft(reversed(event.keys))

    def _handle(self, top: KeyTaker, event: events.Key | events.Paste) -> None:
        """Every key passes here. What it changed is marked by the screens, and drawn once when no key is left."""
        try:
            if self._problems.admits():
                top.receive(event)
        except UserProblem as problem:
            self._problems.tell(problem)
        self._handled()


def _is_pasted_into(top: KeyTaker, text: str) -> bool:
    """Where nothing is written a paste must not become keys; digits and tabs typed ahead are for the next screen."""
    return (top.takes_blocks and is_pasted(text, top.takes_prose)) or (not top.takes_text and is_no_row_of_keys(text))
