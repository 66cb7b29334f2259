"""The day's backup, made beside a session of the screens once the first of them stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tthtcd_tui.tasks.care.daily_backup import BackgroundBackup


class SessionBackup:
    """Begun after the start; that there is none today is told once."""

    def __init__(self, back_up: Callable[[], BackgroundBackup | None]) -> None:
        """`back_up` begins it, in a thread of its own."""
        self._back_up = back_up
        self._made: BackgroundBackup | None = None
        self._is_told = False

    def start(self) -> None:
        self._made = self._back_up()

    def news(self) -> str:
        """Why there is none, the first time that is known; else nothing."""
        if self._is_told or self._made is None:
            return ""
        problem = self._made.error()
        self._is_told = bool(problem)
        return problem

    def join(self) -> str:
        """Wait for its end; why there is none, if nobody was told."""
        return self._made.join() if self._made is not None else ""
