"""One line being typed, with its cursor: pure, so that it is tested without a terminal.

An input method for Vietnamese sends letters and backspaces («tie⌫êng»), or a letter and its mark as two characters: the
buffer joins them, and Backspace takes away what a reader sees as one letter.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final, TypeGuard

_MARKS = ("Mn", "Me", "Mc")
_HELPERS: Final = frozenset("\xa0\u202f\u200b\u200c\u200d\u2060\ufeff")
"""What input methods send and then take back: kept while it is typed, so that each Backspace finds what it is for."""


def is_text(character: str | None) -> TypeGuard[str]:
    """Whether a key's character is to be put into a text."""
    return character is not None and character != "" and (character.isprintable() or character in _HELPERS)


@dataclass(slots=True)
class LineBuffer:
    """`cursor` is a position in `text`, from 0 to its length."""

    text: str = ""
    cursor: int = 0

    @classmethod
    def at_end(cls, text: str) -> LineBuffer:
        return cls(text, len(text))

    def insert(self, typed: str) -> None:
        before = unicodedata.normalize("NFC", self.text[: self.cursor] + typed)
        self.text = before + self.text[self.cursor :]
        self.cursor = len(before)

    def backspace(self) -> None:
        start = self._before()
        self.text = self.text[:start] + self.text[self.cursor :]
        self.cursor = start

    def delete(self) -> None:
        self.text = self.text[: self.cursor] + self.text[self._after() :]

    def left(self) -> None:
        self.cursor = self._before()

    def right(self) -> None:
        self.cursor = self._after()

    def home(self) -> None:
        self.cursor = 0

    def end(self) -> None:
        self.cursor = len(self.text)

    def _before(self) -> int:
        place = max(self.cursor - 1, 0)
        while place > 0 and unicodedata.category(self.text[place]) in _MARKS:
            place -= 1
        return place

    def _after(self) -> int:
        place = min(self.cursor + 1, len(self.text))
        while place < len(self.text) and unicodedata.category(self.text[place]) in _MARKS:
            place += 1
        return place
