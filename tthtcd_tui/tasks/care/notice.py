"""Notices beside a task's result: the data are read-only, no backup was made.

A task prints nothing. It sends notices, to which its caller listens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_LISTENER: ContextVar[Callable[[str], object] | None] = ContextVar("listener", default=None)


def tell(words: str) -> None:
    listener = _LISTENER.get()
    if listener:
        listener(words)


@contextmanager
def listening(listener: Callable[[str], object]) -> Iterator[None]:
    """Call `listener` with each notice sent inside the block, the same one only once."""
    heard: set[str] = set()

    def once(words: str) -> None:
        if words not in heard:
            heard.add(words)
            listener(words)

    token = _LISTENER.set(once)
    try:
        yield
    finally:
        _LISTENER.reset(token)
