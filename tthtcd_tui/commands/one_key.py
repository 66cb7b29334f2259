"""One key read from a terminal before the screens stand."""

from __future__ import annotations

import os
import select
import termios
import tty
from typing import Final

_ENTER: Final = (b"\r", b"\n")
_LEAVE: Final = (b"", b"\x03", b"\x04", b"\x11")
"""The terminal is gone, Ctrl+C, Ctrl+D, Ctrl+Q."""
_REST_SECONDS: Final = 0.4
"""How long the rest of an arrow key may take on a slow line."""


def asks_enter_or_escape(question: str, terminal: int) -> bool:
    """Ask; Enter is True, Esc False. What was typed before the question stood there, and every other key, is none."""
    modes = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSAFLUSH)
    try:
        print(question, flush=True)
        while True:
            key = os.read(terminal, 1)
            if key in _ENTER:
                return True
            if key in _LEAVE:
                return False
            if key == b"\x1b" and not _swallow_rest(terminal):
                return False
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, modes)


def _swallow_rest(terminal: int) -> bool:
    """Whether that Esc was the beginning of another key, which is swallowed."""
    if not select.select([terminal], [], [], _REST_SECONDS)[0]:
        return False
    os.read(terminal, 64)
    return True
