"""A screen to read: a text longer than the screen, with a cursor on a line; Enter goes to where that comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.widget import Widget

from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.widgets.reader import Passage, Reader


class ReadingScreen(BaseScreen):
    """What is read is made anew each time it is shown, of the Session as it is then."""

    KEYS: ClassVar[tuple[str, ...]] = ("f9", "f8", "f3", "escape", "f1", "ctrl+q")

    def __init__(self) -> None:
        super().__init__()
        self.reader = Reader()

    def passages(self, width: int) -> Sequence[Passage]:
        """The text in lines of at most `width` cells."""
        raise NotImplementedError

    def say_of(self, passage: Passage) -> None:
        """Says what can be done on the line under the cursor."""
        raise NotImplementedError

    def body(self) -> Widget:
        self.reader.glyphs = self.owner.glyphs
        return self.reader

    def reload(self) -> None:
        self.reader.show(self.passages(self.reader.room))
        self._moved()

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        if key == "enter":
            self._open()
        elif self.reader.take(key):
            self._moved()
        else:
            return False
        return True

    def _open(self) -> None:
        place = self.reader.place
        if place is not None:
            self.owner.open_place(place)

    def _moved(self) -> None:
        passage = self.reader.passage
        if passage is not None:
            self.say_of(passage)
