"""Whether somebody types on: marks, totals and hints stay as they are until nobody has typed for a moment."""

from __future__ import annotations

from tthtcd_tui.screens.pause import Pause


class Hurry:
    """Of one sheet. Before `begin`, or without it, nothing waits."""

    def __init__(self) -> None:
        self._rest: Pause | None = None
        self.is_held = False
        """Whether marks, totals and notes are as they were: one types cell after cell, and each is saved."""
        self._was_quick = False
        """Whether the last key came within a pause of the one before."""

    def begin(self, rest: Pause) -> None:
        """`rest` ends with `over`, and has drawn what belongs to no key."""
        self._rest = rest

    @property
    def is_passing(self) -> bool:
        """Whether one passes by in a hurry."""
        return self._was_quick and self._rest is not None and self._rest.is_pending

    def begin_key(self) -> None:
        self._was_quick = self._rest is not None and self._rest.is_pending
        if self.is_held:
            self.hold()

    def touch(self) -> None:
        """Something has to be drawn once nobody types."""
        if self._rest is not None:
            self._rest.touch()

    def hold(self) -> None:
        """A cell was saved: marks, totals and notes are drawn once nobody types."""
        if self._rest is not None:
            self.is_held = True
            self._rest.touch()

    def end(self) -> None:
        """Do at once what waits."""
        if self._rest is not None:
            self._rest.end()

    def over(self) -> bool:
        """Nobody has typed for a moment; return whether marks, totals and notes were held."""
        was_held, self.is_held = self.is_held, False
        self._was_quick = False
        return was_held
