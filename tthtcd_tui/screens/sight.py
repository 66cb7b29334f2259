"""Sight: what the user can have seen when a key was typed. A key that came before a question was drawn is no answer.

The time of the key's arrival counts, not of its handling: on a busy machine a screen may be drawn between keys that
came together.
"""

from __future__ import annotations

from time import monotonic


class Sight:
    """The things a screen shows, each with the time it was first drawn."""

    def __init__(self) -> None:
        self.came = 0.0
        """When the key at hand came, by the clock of Textual's events."""
        self._since: list[tuple[object, float]] = []

    def drawn(self, *things: object) -> None:
        """Note that exactly `things` have just been drawn; those shown before keep their time."""
        now = monotonic()
        known = self._since
        self._since = [(each, next((since for other, since in known if other is each), now)) for each in things]

    def forget(self) -> None:
        """Forget everything: whatever is drawn next is new."""
        self._since.clear()

    def holds(self, thing: object) -> bool:
        """Whether `thing` has been drawn, regardless of the current key."""
        return any(each is thing for each, _ in self._since)

    def was_seen(self, thing: object) -> bool:
        """Whether `thing` was visible when the current key came; otherwise the key is no answer to it."""
        return any(each is thing and since <= self.came for each, since in self._since)
