"""The terminal as it is behind a bad line: Textual's driver, made to survive what such a line delivers.

Written against the exactly pinned Textual; `tests/e2e` sends the bytes that show it still works.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from textual import events
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_ESC: Final = "\x1b"
_ESC_KEY: Final = "\x1b[27u"
"""What a terminal that tells keys apart sends for Esc; Textual knows it whatever the terminal is."""
_ESC_ALONE: Final = re.compile("\x1b(?=[^\\[O])")
_PASTE_BEGINS: Final = "\x1b[200~"
_PASTE_ENDS: Final = "\x1b[201~"


class SteadyDriver(LinuxDriver):
    """A driver whose keyboard one wrong byte cannot kill, and that never takes Esc and the key after it for one."""

    _escapes: EscapeKeys

    def run_input_thread(self) -> None:
        self._escapes = EscapeKeys()
        vars(linux_driver)["getincrementaldecoder"] = self._decoder
        with suppress(OSError):  # the terminal is gone: `line.guard` ends the program
            super().run_input_thread()

    def _decoder(self, encoding: str) -> Callable[[], Any]:
        """Textual's own decodes strictly, and its thread ends on an error."""

        def make() -> _Decoder:
            return _Decoder(getincrementaldecoder(encoding)("replace").decode, self._escapes)

        return make

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Key) and message.key == "escape":
            self._escapes.met()
        super().process_message(message)


class _Decoder:
    def __init__(self, decode: Callable[[bytes, bool], str], escapes: EscapeKeys) -> None:
        self._decode = decode
        self._escapes = escapes

    def decode(self, data: bytes, final: bool = False) -> str:
        return self._escapes.told_apart(self._decode(data, final))


class EscapeKeys:
    """Tells the key Esc from the Esc that begins a sequence, and from one that stands in a pasted text.

    Textual waits for what follows an Esc, since over a bad line an arrow key comes in two packets. What follows may be
    the next key as well: it would take Esc 4 for Alt+4 and Esc Enter for Enter. No key here is pressed with Alt. And a
    sequence in a pasted text it would take for keys.
    """

    def __init__(self) -> None:
        self._waits = False
        """Whether the last character was an Esc that may still begin a sequence."""
        self._due = 0
        """How many Esc keys Textual has been told of and has not handed on yet."""
        self._is_pasting = False
        self._last = ""
        """The end of what was typed, where it may begin a paste."""
        self._held = ""
        """The end of what was pasted, where it may end the paste."""

    def told_apart(self, text: str) -> str:
        """`text` as Textual reads it rightly."""
        told = []
        while text:
            part, text = self._pasted(text) if self._is_pasting else self._typed(text)
            told.append(part)
        return "".join(told)

    def met(self) -> None:
        """Textual has handed on an Esc key: one it was told of, or else it has given up waiting for the rest."""
        if self._due:
            self._due -= 1
        else:
            self._waits = False

    def _typed(self, text: str) -> tuple[str, str]:
        """What is typed, up to a paste; and what comes after that."""
        found = (self._last + text).find(_PASTE_BEGINS)
        self._is_pasting = found >= 0
        end = found + len(_PASTE_BEGINS) - len(self._last) if self._is_pasting else len(text)
        typed, rest = text[:end], text[end:]
        begun = self._told() if self._waits and typed[0] not in "[O" else ""
        self._last = "" if self._is_pasting else (self._last + typed)[1 - len(_PASTE_BEGINS) :]
        self._waits = typed.endswith(_ESC)
        return begun[1:] + _ESC_ALONE.sub(self._told, typed), rest

    def _told(self, _: object = None) -> str:
        self._due += 1
        return _ESC_KEY

    def _pasted(self, text: str) -> tuple[str, str]:
        """What is pasted, without its sequences; and what comes after that."""
        text, self._held = self._held + text, ""
        end = text.find(_PASTE_ENDS)
        if end >= 0:
            self._is_pasting = False
            return text[:end].replace(_ESC, "") + _PASTE_ENDS, text[end + len(_PASTE_ENDS) :]
        self._held = next((text[-n:] for n in range(len(_PASTE_ENDS) - 1, 0, -1) if text.endswith(_PASTE_ENDS[:n])), "")
        return text[: len(text) - len(self._held)].replace(_ESC, ""), ""
