"""The day's backup, made in the background once the first screen is up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tthtcd_tui.tasks.care.daily_backup import BackgroundBackup


class SessionBackup:
    """Starts the backup after the program's start; tells once if it failed."""

    def __init__(self, back_up: Callable[[], BackgroundBackup | None]) -> None:
        """`back_up` starts it in a thread of its own."""
        self._back_up = back_up
        self._made: BackgroundBackup | None = None
        self._is_told = False

    def start(self) -> None:
        self._made = self._back_up()

    def news(self) -> str:
        """Why the backup failed, the first time it is asked for; else empty."""
        if self._is_told or self._made is None:
            return ""
        problem = self._made.error()
        self._is_told = bool(problem)
        return problem

    def join(self) -> str:
        """Wait for the end; returns why it failed, unless `news` has told that."""
        return self._made.join() if self._made is not None else ""
