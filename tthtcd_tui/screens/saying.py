"""What stands in the message line: what was said last, until the next key, else the hint."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tthtcd_tui.widgets.bars import Message


class Saying:
    """Of one screen."""

    def __init__(self) -> None:
        self.greeting = ""
        """What is said until the first key."""
        self.announced: Message | None = None
        """What has just happened: it stands until the next key, whatever a colleague does meanwhile."""
        self.last: Message | None = None
        """What is said last; else the hint."""
        self.unread: Message | None = None
        """Bad news that came and went while one typed ahead: it stands in the hint's place until it was seen."""

    def say(self, message: Message) -> None:
        self.last = message

    def announce(self, message: Message) -> None:
        self.last = self.announced = message

    def say_hint(self) -> None:
        """Say the hint, whatever was said before."""
        self.last = None

    def begin_key(self, was_seen: Callable[[object], bool]) -> None:
        """What has happened before is over; it stands there until something else is said."""
        if self.announced is not None and self.announced.wrong:
            self.unread = self.announced
        if self.unread is not None and was_seen(self.unread):
            self.unread = None
        self.greeting, self.announced = "", None

    @property
    def drawn(self) -> Sequence[Message]:
        """What of it is read once it is drawn."""
        said = self.last or self.unread
        return (said,) if said is not None else ()

    def begin_showing(self) -> None:
        """The screen is drawn anew: only what nobody has seen yet is said over."""
        if self.greeting:
            self.last = Message(self.greeting, good=True)
        elif self.announced:
            self.last = self.announced

    def shown(self, unplaced: str, hint: Callable[[], Message]) -> Message:
        """What went nowhere comes before what has happened since, unless that is bad news."""
        if not unplaced:
            return self.last or self.unread or hint()
        since = self.announced or self.last or Message("")
        words = (since.text, unplaced) if since.wrong else (unplaced, since.text)
        return Message(" ".join(filter(None, words)), wrong=since.wrong, warn=not since.wrong)
