"""Pause: debounced actions of a screen."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Protocol

from textual.message_pump import MessagePump
from textual.timer import Timer

from tthtcd_tui.screens.services import Services

_LEAST = 0.005


class Pause:
    """Debounce: calls `action` after `seconds` without a `touch`. A touch starts no new timer, so it costs nothing."""

    def __init__(self, pump: MessagePump, seconds: float, action: Callable[[], None]) -> None:
        self._pump = pump
        self._seconds = seconds
        self._action = action
        self._touched = 0.0
        self._timer: Timer | None = None

    def touch(self) -> None:
        """Restart the delay."""
        self._touched = monotonic()
        if self._timer is None:
            self._timer = self._pump.set_timer(self._seconds, self._rang)

    @property
    def is_pending(self) -> bool:
        """Whether the action is pending."""
        return self._timer is not None

    def end(self) -> None:
        """Run the action now if it is pending."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._action()

    def _rang(self) -> None:
        left = self._touched + self._seconds - monotonic()
        if left > _LEAST:
            self._timer = self._pump.set_timer(left, self._rang)
        else:
            self._timer = None
            self._action()


class Owner(Protocol):
    """The screen."""

    @property
    def is_on_top(self) -> bool: ...

    @property
    def services(self) -> Services: ...


class Pauses:
    """The pauses of one screen. What falls due while another screen is on top waits until this one is shown again."""

    def __init__(self, screen: Owner, pump: MessagePump) -> None:
        self._screen = screen
        self._pump = pump
        self._waiting: list[Pause] = []

    def make(self, seconds: float, action: Callable[[], None]) -> Pause:
        """Make a pause whose action runs only on top and with a year open; its problems are shown."""

        def act() -> None:
            if not self._screen.is_on_top:
                self._waiting.append(pause)
            elif self._screen.services.report.has_year:
                with self._screen.services.problems.telling():
                    action()

        pause = Pause(self._pump, seconds, act)
        return pause

    def resume(self) -> None:
        """Run what fell due while another screen was on top."""
        waiting, self._waiting = self._waiting, []
        for pause in waiting:
            pause.touch()
