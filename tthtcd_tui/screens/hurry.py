"""Hurry: while the user types cell after cell, marks, totals and hints are not redrawn until a short pause."""

from __future__ import annotations

from tthtcd_tui.screens.pause import Pause


class Hurry:
    """The state of one sheet. Until `begin` is called, nothing is deferred."""

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
        """Whether the user is moving on in a hurry."""
        return self._was_quick and self._rest is not None and self._rest.is_pending

    def begin_key(self) -> None:
        self._was_quick = self._rest is not None and self._rest.is_pending
        if self.is_held:
            self.hold()

    def touch(self) -> None:
        """Note that something is to be drawn at the next pause."""
        if self._rest is not None:
            self._rest.touch()

    def hold(self) -> None:
        """After a save: defer marks, totals and notes to the next pause."""
        if self._rest is not None:
            self.is_held = True
            self._rest.touch()

    def end(self) -> None:
        """Do the deferred work now."""
        if self._rest is not None:
            self._rest.end()

    def over(self) -> bool:
        """End of the pause; return whether marks, totals and notes were deferred."""
        was_held, self.is_held = self.is_held, False
        self._was_quick = False
        return was_held
