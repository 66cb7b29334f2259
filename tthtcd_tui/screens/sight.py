"""What a person can have seen when they typed: a key that came before something was drawn answers nothing of it.

When the key came decides, not when its turn is: on a busy machine a screen is drawn between keys that came together.
"""

from __future__ import annotations

from time import monotonic


class Sight:
    """What a screen shows, each thing with the time of its first drawing."""

    def __init__(self) -> None:
        self.came = 0.0
        """When the key at hand came, by the clock of Textual's events."""
        self._since: list[tuple[object, float]] = []

    def drawn(self, *things: object) -> None:
        """`things`, and no others, have just been drawn; what was there already is no newer for that."""
        now = monotonic()
        known = self._since
        self._since = [(each, next((since for other, since in known if other is each), now)) for each in things]

    def forget(self) -> None:
        """Whatever is drawn next, nobody has seen it before."""
        self._since.clear()

    def holds(self, thing: object) -> bool:
        """Whether `thing` has been drawn, whenever the key at hand came."""
        return any(each is thing for each, _ in self._since)

    def was_seen(self, thing: object) -> bool:
        """Whether `thing` stood there when the key at hand came: else that key is no answer to it."""
        return any(each is thing and since <= self.came for each, since in self._since)
