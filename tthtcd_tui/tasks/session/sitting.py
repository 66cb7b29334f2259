"""Sitting: the actions of one person at a year since they opened it, the latest last, for Ctrl+Z."""

from __future__ import annotations

from typing import TypeAlias

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place


class Discarded(NamedTuple):
    """Text typed at a place, or in the line of a new activity, and discarded unsaved; it is no change."""

    cells: tuple[tuple[Place, str], ...]
    is_table: bool = False
    """Whether it is a pasted table whose plan was not accepted."""

    @property
    def place(self) -> Place:
        return self.cells[0][0]

    @property
    def text(self) -> str:
        return self.cells[0][1]


Done: TypeAlias = str | Discarded
"""A change, by its op id, or something thrown away."""


class Sitting:
    """The changes made here that are in effect, and what was thrown away, in their order."""

    def __init__(self) -> None:
        self._done: list[Done] = []
        self._undone: dict[str, Done] = {}
        """By undo, the change it took back; of one that was redone, the first of all."""
        self._again: dict[str, Done] = {}
        """By redo, the change that is in effect again."""

    @property
    def latest(self) -> Done | None:
        return self._done[-1] if self._done else None

    def has(self, done: Done) -> bool:
        """Whether `done` was done here and is in effect, undone and redone though it may be."""
        return any(self._first(each) == done for each in self._done)

    def did(self, done: Done, redoes: str | None = None) -> None:
        """`redoes` is the undo that `done` takes back, if it is a redo."""
        self._done.append(done)
        if isinstance(done, str) and redoes in self._undone:
            self._again[done] = self._undone[redoes]

    def took_back(self, done: Done, by: str = "") -> None:
        """`done` is in effect no more; `by` is the undo, where it is a change."""
        if done in self._done:
            self._done.remove(done)
        if by:
            self._undone[by] = self._first(done)

    def _first(self, done: Done) -> Done:
        return self._again.get(done, done) if isinstance(done, str) else done
