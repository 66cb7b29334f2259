"""Statements that wait for the next one whose answer somebody needs: one round trip carries them all.

As one simple query of several statements, which every pooler passes and no server prepares: each sees what the one
before it did and what was committed until then, and where one fails, none after it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Rows = list[tuple[Any, ...]]


class Batch:
    """What one connection is to be told, in this order. Values stand in the statements already."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Callable[[Rows], None] | None]] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @property
    def has_checks(self) -> bool:
        """Whether something in it may turn out to forbid what comes after it."""
        return any(check for _, check in self._waiting)

    def add(self, statement: str, check: Callable[[Rows], None] | None = None) -> None:
        """One statement; `check` is given what it finds, before anybody sees what those after it found."""
        self._waiting.append((statement, check))

    def clear(self) -> None:
        self._waiting.clear()

    def send(self, connection: Any, *asked: str) -> Any:
        """All that waits and then `asked`; a cursor on what the first of those found, its `nextset` on the next."""
        waiting, self._waiting = self._waiting, []
        cursor = connection.execute(";\n".join([*(statement for statement, _ in waiting), *asked]))
        for _, check in waiting:
            if check:
                check(cursor.fetchall())
            cursor.nextset()
        return cursor
