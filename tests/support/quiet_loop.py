"""An event loop that says when it has nothing left to do but wait: what was begun is done, and nobody guessed how long
that takes.
"""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Final
from unittest.mock import patch

from textual import _time

from tthtcd_tui.screens import pause, sight
from tthtcd_tui.terminal import immediate_redraw

_SOON: Final = 0.02
"""Seconds: a timer due sooner, as the clock that draws at 60 Hz, belongs to what was begun, and is due at once."""
_CLOCKS: Final = ((_time, "get_time"), (pause, "monotonic"), (sight, "monotonic"), (immediate_redraw, "monotonic"))
"""Where what runs in the loop looks at the time."""


class _Selector(selectors.DefaultSelector):
    """The loop asks it to wait, and for how long, once every callback has run."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[asyncio.Future[None]] = []
        self.passed_over = 0.0
        """Seconds that nobody waited for."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if not self.waiting:
            return super().select(timeout)
        if ready := super().select(0):
            return ready
        if timeout is not None and timeout <= _SOON:
            self.passed_over += timeout
            return []
        waiting, self.waiting = self.waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)
        return []


class QuietLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._watched = _Selector()
        super().__init__(self._watched)

    def time(self) -> float:
        """The clock of the loop, which goes on without waiting for what is due soon."""
        return time.monotonic() + self._watched.passed_over

    @contextmanager
    def keeps_time(self) -> Iterator[None]:
        """What runs in the loop meanwhile goes by its clock."""
        with ExitStack() as clocks:
            for module, name in _CLOCKS:
                clocks.enter_context(patch.object(module, name, self.time))
            yield

    async def quiet(self) -> None:
        """Return once only input, threads and later timers can bring anything new."""
        future: asyncio.Future[None] = self.create_future()
        self._watched.waiting.append(future)
        await future
