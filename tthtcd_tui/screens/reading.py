"""A screen to read: a text longer than the screen, with a cursor on a line; Enter goes to where that comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.widget import Widget

from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Span
from tthtcd_tui.widgets.flow import Flow, Passage
from tthtcd_tui.widgets.look import PLAIN
from tthtcd_tui.widgets.reader import Reader


class ReadingScreen(BaseScreen):
    """What is read is made anew each time it is shown, of the Session as it is then."""

    KEYS: ClassVar[tuple[str, ...]] = ("f9", "f8", "f3", "escape", "f1", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.reader = Reader()

    def passages(self, width: int) -> Sequence[Passage] | Flow:
        """The text in lines of at most `width` cells."""
        raise NotImplementedError

    def mark(self, passage: Passage) -> Span:  # noqa: ARG002
        """What stands in place of the blank before a line."""
        return " ", PLAIN

    def hint_of(self, passage: Passage) -> Message:
        """What can be done on the line under the cursor."""
        raise NotImplementedError

    def hint(self) -> Message:
        passage = self.reader.passage
        return self.hint_of(passage) if passage is not None else Message("")

    def body(self) -> Widget:
        self.reader.glyphs = self.services.glyphs
        return self.reader

    def reload(self) -> None:
        self.reader.show(self.passages(self.reader.room), self.mark)

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        if key == "enter":
            self._open()
        elif self.reader.take(key):
            self.say_hint()
        else:
            return False
        return True

    def _open(self) -> None:
        place = self.reader.place
        if place is not None:
            self.navigator.visit(to.AtPlace(place))
