"""Input parser: Textual's, with Esc as a key of its own, LF as Enter, and pastes as nothing but text."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from typing import Final

from textual import events
from textual._time import get_time
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

_ESCAPE: Final = "\x1b"
_GOES_ON: Final = "[O\x1b"
"""What may follow ESC within one key: those of arrows and function keys; another ESC is a key of its own already."""
_LEAVE: Final = "\x11"
"""Ctrl+Q. Alone in a read it is a key even where a paste has not ended: its end may have been lost on the line."""
_ANSWERS: Final = re.compile(
    r"\x1b\[[?>=][0-9;]*[cnu]"  # which terminal, and in which state
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # its colours
    r"|\x1bP[^\x1b]*\x1b\\"  # its name
)
"""What a terminal answers to questions that are not ours: the program before asked them, and its answer came late."""

MOST_PASTED: Final = 1_000_000
"""Letters of the largest paste that is accepted; it bounds the memory."""


class OversizedPaste(events.Paste):
    """A paste longer than MOST_PASTED, of which nothing is taken."""

    def __init__(self) -> None:
        super().__init__("")


class SteadyParser(XTermParser):
    """Textual's parser, but Esc is a key of its own however soon the next one comes, and a paste is only text.

    Textual takes «Esc, 2» within the delay of a split arrow key for a chord, and types «™» into the cell. Only Esc and
    a letter that come in one read are one, Alt and the letter: no terminal sends Alt otherwise, and whoever has it for
    something elsewhere must not find the letter in a text. Of an ESC in a paste Textual makes keys, which then do
    what they do. LF is Enter, as CR is: some terminals in a browser and on phones send it, and Ctrl+J is no command.
    CR and LF behind each other are one Enter, in two reads too.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._fed = ""
        """The end of what was fed, to know what stands before the next character."""
        self._pasted: list[str] | None = None
        """What has come of a paste that has not ended."""
        self._pasted_letters = 0

    @property
    def is_pasting(self) -> bool:
        """Whether a paste within brackets has begun and not ended."""
        return self._pasted is not None

    @property
    def patience(self) -> float | None:
        """For how many seconds it waits for the rest of a key; None while it waits for none."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())

    def feed(self, data: str) -> Iterable[Message]:
        if self.is_pasting and data == _LEAVE:
            data = BRACKETED_PASTE_END + data
        elif not self.is_pasting and _ESCAPE in data and BRACKETED_PASTE_START not in data:
            data = _ANSWERS.sub("", data)
        while data:
            data = yield from self._paste(data) if self._pasted is not None else self._keys(data)

    def _keys(self, data: str) -> Generator[Message, None, str]:
        """Feeds `data` as far as the beginning of a paste; returns the rest."""
        for number, sent in enumerate(data, 1):
            if sent == "\n" and self._fed.endswith("\r"):
                self._fed = sent  # the second half of one Enter
                continue
            character = "\r" if sent == "\n" else sent
            if self._fed.endswith(_ESCAPE) and character not in _GOES_ON and self._timeout_time is not None:
                self._timeout_time = 0.0  # what it waited for will not come
                escape = list(self.tick())
                if data[number - 2 : number - 1] == _ESCAPE and (name := _alt_name(character)):
                    self._fed = ""
                    yield events.Key(f"alt+{name}", None)
                    continue
                yield from escape
            yield from super().feed(character)
            self._fed = (self._fed + sent)[-len(BRACKETED_PASTE_START) :]
            if self._fed == BRACKETED_PASTE_START:
                self._fed = ""
                self._pasted, self._pasted_letters = [], 0
                return data[number:]
        return ""

    def _paste(self, data: str) -> Generator[Message, None, str]:
        """Keeps `data` as far as the end of the paste, which may be split in two; returns the rest."""
        assert self._pasted is not None
        text = "".join(self._pasted[-1:]) + data
        before, end, after = text.partition(BRACKETED_PASTE_END)
        self._pasted[-1:] = [before]
        if not end:
            if len(before) > len(BRACKETED_PASTE_END):
                kept = len(before) - len(BRACKETED_PASTE_END)
                self._pasted_letters += kept
                self._pasted[-1:] = [before[:kept], before[kept:]]
            if self._is_oversized:
                self._pasted[:-1] = []
            return ""
        whole, self._pasted = "".join(self._pasted), None
        for message in super().feed(BRACKETED_PASTE_END):
            is_paste = isinstance(message, events.Paste)
            yield (self._of_paste(whole) if is_paste else message)
        return after

    @property
    def _is_oversized(self) -> bool:
        return self._pasted_letters > MOST_PASTED

    def _of_paste(self, whole: str) -> events.Paste:
        is_too_much = self._is_oversized or len(whole) > MOST_PASTED
        return OversizedPaste() if is_too_much else events.Paste(_without_orders(whole.replace("\0", "")))


def _without_orders(whole: str) -> str:
    """A paste without what another terminal was told: colours, say, whose ESC this one may have dropped."""
    if "\x1b" not in whole and "[0m" not in whole and "[m" not in whole:
        return whole
    from tthtcd_tui.text.terminal_orders import without_bare_colours, without_orders

    return without_bare_colours(without_orders(whole))


def _alt_name(character: str) -> str:
    """The key that `character` is behind Alt; nothing for what is no chord with it."""
    if character == "\x7f":
        return "backspace"
    return character.lower() if character.isascii() and character.isalpha() else ""
