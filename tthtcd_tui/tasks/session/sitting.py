"""Sitting: what one person did at a year since it was opened here, the latest last, for Ctrl+Z to go back by."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from tthtcd_tui.report.place import Place


class Discarded(NamedTuple):
    """What was typed at a place, or in the line of a new activity, and thrown away unsaved; it is no change."""

    cells: tuple[tuple[Place, str], ...]
    is_table: bool = False
    """Whether it is a pasted table whose plan was not taken: its text, and where it was pasted."""

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

    @property
    def latest(self) -> Done | None:
        return self._done[-1] if self._done else None

    def did(self, done: Done) -> None:
        self._done.append(done)

    def took_back(self, done: Done) -> None:
        """`done` is in effect no more."""
        if done in self._done:
            self._done.remove(done)
