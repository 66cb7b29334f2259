"""An event loop that says when it has nothing left to do but wait: what was begun is done, and nobody guessed how long
that takes.
"""

from __future__ import annotations

import asyncio
import selectors
from typing import Final

_SOON: Final = 0.02
"""Seconds: a timer due sooner, as the clock that draws at 60 Hz, belongs to what was begun. It is waited for."""


class _Selector(selectors.DefaultSelector):
    """The loop asks it to wait, and for how long, once every callback has run."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[asyncio.Future[None]] = []

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if not self.waiting or (timeout is not None and timeout <= _SOON):
            return super().select(timeout)
        if ready := super().select(0):
            return ready
        waiting, self.waiting = self.waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)
        return []


class QuietLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._watched = _Selector()
        super().__init__(self._watched)

    async def quiet(self) -> None:
        """Return once only input, threads and later timers can bring anything new."""
        future: asyncio.Future[None] = self.create_future()
        self._watched.waiting.append(future)
        await future
