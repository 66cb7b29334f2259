"""Statements queued until the next one whose result is needed; one round trip carries them all.

They go as one simple query of several statements, which every pooler passes and no server prepares. Each sees what
those before it did and what was committed until then; after one that fails, none is executed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Rows = list[tuple[Any, ...]]


class Batch:
    """The queue of one connection, in order. Values are already inserted into the statements."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Callable[[Rows], None] | None]] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @property
    def has_checks(self) -> bool:
        """Whether a queued statement has a check, which may raise before what follows."""
        return any(check for _, check in self._waiting)

    def add(self, statement: str, check: Callable[[Rows], None] | None = None) -> None:
        """Queue a statement; `check` gets its rows before anybody sees those of later statements, and may raise."""
        self._waiting.append((statement, check))

    def clear(self) -> None:
        self._waiting.clear()

    def send(self, connection: Any, *asked: str) -> Any:
        """Send the queue, then `asked`; returns a cursor on the first of `asked`, its `nextset` goes to the next."""
        waiting, self._waiting = self._waiting, []
        cursor = connection.execute(";\n".join([*(statement for statement, _ in waiting), *asked]))
        for _, check in waiting:
            if check:
                check(cursor.fetchall())
            cursor.nextset()
        return cursor
