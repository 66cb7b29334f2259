"""Terminal driver: Textual's, hardened against what a bad line delivers."""

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
    """A driver that invalid bytes cannot stop, and that sleeps until a key arrives.

    Textual's decodes strictly, so that its thread ends on an error; it polls ten times a second, and takes that long to
    see that an Esc was not the beginning of an arrow key.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._wake, self._woken = os.pipe()
        """What is written into the second is seen by who waits for the first."""

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's size, limited: a terminal may claim 65,535 columns and lines, and each cell costs memory."""
        columns, lines = super()._get_terminal_size()
        return min(columns, MOST_COLUMNS), min(lines, MOST_LINES)

    def write(self, data: str) -> None:
        """Write to the terminal, leaving out modes that a cut line would leave set in the user's terminal.

        Focus and size reports would be typed into their shell, keys would be encoded differently, long lines would not
        wrap. The screens need none of these modes.
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
        """Further bytes that arrive within `seconds`."""
        ready, _, _ = select([self.fileno], [], [], seconds)
        return os.read(self.fileno, _MOST_BYTES) if ready else b""

    def disable_input(self) -> None:
        os.write(self._woken, b"\0")
        super().disable_input()
        os.read(self._wake, 1)
