"""Terminal driver: Textual's own, made to survive what a bad line delivers."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from select import select
from typing import Any, Final

from textual.drivers.linux_driver import LinuxDriver

from tthtcd_tui.terminal.bursts import messages_of
from tthtcd_tui.terminal.parser import SteadyParser

_MOST_BYTES: Final = 4 * 1024
"""Read at once."""
MOST_COLUMNS: Final = 500
MOST_LINES: Final = 200
_LEFT_BEHIND: Final = ("\x1b[?1004", "\x1b[?2048", "\x1b[?7h", "\x1b[?7l", "\x1b[>", "\x1b[<u")


class SteadyDriver(LinuxDriver):
    """A driver whose keyboard one wrong byte cannot kill, and which sleeps until a key comes.

    Textual decodes strictly, and its thread ends on an error; it wakes ten times a second to see whether there is
    something to do, and sees no sooner that an Esc was not the beginning of an arrow key.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._wake, self._woken = os.pipe()
        """What is written into the second is seen by who waits for the first."""

    def _get_terminal_size(self) -> tuple[int, int]:
        """As Textual's, but no window is larger than anybody's: a terminal may claim 65,535 columns and lines, and each
        cell costs memory as it is drawn.
        """
        columns, lines = super()._get_terminal_size()
        return min(columns, MOST_COLUMNS), min(lines, MOST_LINES)

    def write(self, data: str) -> None:
        """As Textual's, without what a cut line would leave behind in the terminal of whoever sat there.

        Reports of focus and of the size would be typed into their shell, keys arrive there in another spelling, and
        long lines not be wrapped. The screens need none of it.
        """
        if not data.startswith(_LEFT_BEHIND):
            super().write(data)

    def run_input_thread(self) -> None:
        parser = SteadyParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with (
            selectors.SelectSelector() as selector,
            suppress(OSError),
        ):  # without a terminal the guard ends it all
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                for key, _ in selector.select(parser.patience):
                    if key.fd == self.fileno:
                        data = os.read(self.fileno, _MOST_BYTES)
                        if not data:
                            return
                        for message in messages_of(parser, decode(data), lambda seconds: decode(self._within(seconds))):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _within(self, seconds: float) -> bytes:
        """What else has come, or comes in a moment."""
        ready, _, _ = select([self.fileno], [], [], seconds)
        return os.read(self.fileno, _MOST_BYTES) if ready else b""

    def disable_input(self) -> None:
        os.write(self._woken, b"\0")
        super().disable_input()
        os.read(self._wake, 1)
