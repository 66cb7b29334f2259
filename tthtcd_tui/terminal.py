"""The terminal as it is behind a bad line: Textual's driver, made to survive what such a line delivers.

Written against the exactly pinned Textual; `tests/e2e` sends the bytes that show it still works.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterable
from contextlib import suppress
from typing import Any, Final

from textual import events
from textual._time import get_time
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_MOST_BYTES: Final = 4 * 1024
"""Read at once."""
_ESCAPE: Final = "\x1b"
_GOES_ON: Final = "[O\x1b"
"""What may follow ESC within one key: those of arrows and function keys; another ESC is a key of its own already."""


class SteadyDriver(LinuxDriver):
    """A driver whose keyboard one wrong byte cannot kill, and which sleeps until a key comes.

    Textual decodes strictly, and its thread ends on an error; it wakes ten times a second to see whether there is
    something to do, and sees no sooner that an Esc was not the beginning of an arrow key.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._wake, self._woken = os.pipe()
        """What is written into the second is seen by who waits for the first."""

    def run_input_thread(self) -> None:
        parser = SteadyParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector, suppress(OSError):  # without a terminal `line.guard` ends it all
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                for key, _ in selector.select(parser.patience):
                    if key.fd == self.fileno:
                        data = os.read(self.fileno, _MOST_BYTES)
                        if not data:
                            return
                        for message in parser.feed(decode(data)):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def disable_input(self) -> None:
        os.write(self._woken, b"\0")
        super().disable_input()
        os.read(self._wake, 1)


class SteadyParser(XTermParser):
    """Textual's parser, but Esc is a key of its own however soon the next one comes, and a paste is only text.

    Textual takes «Esc, 2» within the delay of a split arrow key for a chord, and types «™» into the cell. No key of
    ours is such a chord. Of an ESC in a paste it makes keys, which then do what they do.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._fed = ""
        """The end of what was fed, to know what stands before the next character."""
        self._pasted: list[str] | None = None
        """What has come of a paste that has not ended."""

    @property
    def patience(self) -> float | None:
        """For how many seconds it waits for the rest of a key; None while it waits for none."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())

    def feed(self, data: str) -> Iterable[Message]:
        while data:
            data = yield from self._paste(data) if self._pasted is not None else self._keys(data)

    def _keys(self, data: str) -> Generator[Message, None, str]:
        """Feeds `data` as far as the beginning of a paste; returns the rest."""
        for number, character in enumerate(data, 1):
            if self._fed.endswith(_ESCAPE) and character not in _GOES_ON and self._timeout_time is not None:
                self._timeout_time = 0.0  # what it waited for will not come
                yield from self.tick()
            yield from super().feed(character)
            self._fed = (self._fed + character)[-len(BRACKETED_PASTE_START) :]
            if self._fed == BRACKETED_PASTE_START:
                self._fed = ""
                self._pasted = []
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
                self._pasted[-1:] = [before[:kept], before[kept:]]
            return ""
        whole, self._pasted = "".join(self._pasted), None
        for message in super().feed(BRACKETED_PASTE_END):
            yield events.Paste(whole.replace("\0", "")) if isinstance(message, events.Paste) else message
        return after
