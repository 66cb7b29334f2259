"""Undo history of one text."""

from __future__ import annotations

from collections import deque
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.widgets.prose.prose import Prose, Spot

_MOST_STEPS: Final = 1_000
_MOST_LETTERS: Final = 4_000_000
"""Letters kept in all steps together, to limit memory."""


class _Step(NamedTuple):
    """Paragraphs from `first` on, as they were and as they became."""

    first: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    caret_before: Spot
    caret_after: Spot

    @property
    def letters(self) -> int:
        return sum(map(len, self.before)) + sum(map(len, self.after))

    def undone(self, prose: Prose) -> Prose:
        return Prose(_spliced(prose.paragraphs, self.first, len(self.after), self.before), self.caret_before)

    def redone(self, prose: Prose) -> Prose:
        return Prose(_spliced(prose.paragraphs, self.first, len(self.before), self.after), self.caret_after)


class History:
    """Edits of one kind that follow each other are one step: the letters of a word, with what an input method mends."""

    def __init__(self) -> None:
        self._done: deque[_Step] = deque()
        self._undone: list[_Step] = []
        self._letters = 0
        self._open: Prose | None = None
        """The text as it was before the step that is still going on."""
        self._kind = ""

    def record(self, before: Prose, after: Prose, kind: str = "") -> None:
        """Record an edit; it joins the last step if both have the same non-empty `kind`."""
        if before.paragraphs == after.paragraphs:
            return
        self._undone.clear()
        if not kind or kind != self._kind:
            self.close(before)
        if self._open is None:
            self._open = before
        self._kind = kind

    def close(self, now: Prose) -> None:
        """End the current step: what is written from `now` on is a new one."""
        before, self._open, self._kind = self._open, None, ""
        if before is not None and before.paragraphs != now.paragraphs:
            step = _step(before, now)
            self._done.append(step)
            self._letters += step.letters
            while len(self._done) > _MOST_STEPS or (self._letters > _MOST_LETTERS and len(self._done) > 1):
                self._letters -= self._done.popleft().letters

    def undo(self, now: Prose) -> Prose | None:
        """The text before the last step; None where there is none."""
        self.close(now)
        if not self._done:
            return None
        step = self._done.pop()
        self._letters -= step.letters
        self._undone.append(step)
        return step.undone(now)

    def redo(self, now: Prose) -> Prose | None:
        """The text with the last undone step applied again; None where there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._letters += step.letters
        return step.redone(now)


def common_ends(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[int, int]:
    """How many paragraphs two texts have in common, from the beginning on and then from the end back."""
    most = min(len(old), len(new))
    first = 0
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return first, last


def _step(before: Prose, after: Prose) -> _Step:
    old, new = before.paragraphs, after.paragraphs
    first, last = common_ends(old, new)
    return _Step(first, old[first : len(old) - last], new[first : len(new) - last], before.caret, after.caret)


def _spliced(paragraphs: tuple[str, ...], first: int, count: int, new: tuple[str, ...]) -> tuple[str, ...]:
    return (*paragraphs[:first], *new, *paragraphs[first + count :])
