"""LineBuffer: one line being typed, with its cursor. Pure, tested without a terminal.

An input method for Vietnamese sends letters and backspaces («tie⌫êng»), or a letter and its mark as two characters: the
buffer joins them, and Backspace takes away what a reader sees as one letter. One that sends tones by themselves
(«Unicode tổ hợp») counts them when it takes letters back: of such a letter Backspace takes the tone first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Final, TypeGuard

_MARKS = ("Mn", "Me", "Mc")
_HELPERS: Final = frozenset("\xa0\u202f\u200b\u200c\u200d\u2060\ufeff")
"""Characters that input methods send and then erase: kept while typing, so that each Backspace finds its own."""


def is_text(character: str | None) -> TypeGuard[str]:
    """Whether a key's character is to be put into a text."""
    return character is not None and character != "" and (character.isprintable() or character in _HELPERS)


def step_back(text: str, at: int) -> int:
    """The position before the letter that ends at `at`, its marks with it."""
    place = max(at - 1, 0)
    while place > 0 and unicodedata.category(text[place]) in _MARKS:
        place -= 1
    return place


def step_on(text: str, at: int) -> int:
    """The position after the letter that begins at `at`, its marks with it."""
    place = min(at + 1, len(text))
    while place < len(text) and unicodedata.category(text[place]) in _MARKS:
        place += 1
    return place


_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")


class TypedTones:
    """Tones typed as separate characters, by the position of their letter; none after the cursor."""

    def __init__(self) -> None:
        self._tones: dict[int, tuple[str, str]] = {}

    def note(self, at: int, letter: str, typed: str) -> None:
        """`typed` was joined to what stands at `at`, which reads as `letter` now."""
        is_first = self._tones.pop(at, None) is None
        if is_first and typed in _TONES:
            self._tones[at] = letter, typed

    def forget(self, at: int = 0) -> None:
        """Forget the tones from `at` on, where letters have changed."""
        self._tones = {start: tone for start, tone in self._tones.items() if start < at}

    def without_tone(self, at: int, letter: str) -> str:
        """`letter` without its tone; empty where Backspace takes the whole letter."""
        noted, tone = self._tones.pop(at, ("", ""))
        if noted != letter:
            return ""
        return unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter).replace(tone, "", 1))


class LineBuffer:
    """`cursor` is a position in `text`, from 0 to its length."""

    def __init__(self, text: str = "", cursor: int = 0) -> None:
        self.text = text
        self.cursor = cursor
        self._tones = TypedTones()

    @classmethod
    def at_end(cls, text: str) -> LineBuffer:
        return cls(text, len(text))

    def insert(self, typed: str) -> None:
        before = unicodedata.normalize("NFC", self.text[: self.cursor] + typed)
        if typed and unicodedata.combining(typed[0]):
            start = step_back(before, len(before))
            self._tones.note(start, before[start:], typed)
        self.text = before + self.text[self.cursor :]
        self.cursor = len(before)

    def backspace(self) -> None:
        start = step_back(self.text, self.cursor)
        left = self._tones.without_tone(start, self.text[start : self.cursor])
        self.text = self.text[:start] + left + self.text[self.cursor :]
        self.cursor = start + len(left)
        self._tones.forget(start)

    def delete(self) -> None:
        self.text = self.text[: self.cursor] + self.text[step_on(self.text, self.cursor) :]

    def erase_before(self) -> None:
        """Erase everything before the cursor."""
        self.text = self.text[self.cursor :]
        self._go(0)

    def erase_after(self) -> None:
        """Erase everything after the cursor."""
        self.text = self.text[: self.cursor]
        self._tones.forget()

    def left(self) -> None:
        self._go(step_back(self.text, self.cursor))

    def right(self) -> None:
        self._go(step_on(self.text, self.cursor))

    def home(self) -> None:
        self._go(0)

    def end(self) -> None:
        self._go(len(self.text))

    def _go(self, cursor: int) -> None:
        self.cursor = cursor
        self._tones.forget()

    def clear(self) -> None:
        self.text = ""
        self._go(0)


EDITS: Final[Mapping[str, Callable[[LineBuffer], None]]] = {
    "backspace": LineBuffer.backspace,
    "delete": LineBuffer.delete,
    "left": LineBuffer.left,
    "right": LineBuffer.right,
    "home": LineBuffer.home,
    "end": LineBuffer.end,
    "ctrl+u": LineBuffer.erase_before,
    "ctrl+k": LineBuffer.erase_after,
}
"""The editing keys of a line, by name; letters are typed."""
