"""Something done once nobody has typed for a while."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer

_LEAST = 0.005


class Pause:
    """Debounce: calls `action` after `seconds` without a `touch`, which starts no timer anew and so costs nothing."""

    def __init__(self, pump: MessagePump, seconds: float, action: Callable[[], None]) -> None:
        self._pump = pump
        self._seconds = seconds
        self._action = action
        self._touched = 0.0
        self._timer: Timer | None = None

    def touch(self) -> None:
        """Somebody is typing."""
        self._touched = monotonic()
        if self._timer is None:
            self._timer = self._pump.set_timer(self._seconds, self._rang)

    @property
    def is_pending(self) -> bool:
        """Whether the action will be done, and somebody has typed since the last time it was."""
        return self._timer is not None

    def end(self) -> None:
        """Do now what waits for a pause, if something does."""
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
