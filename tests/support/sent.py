"""Counts the bytes that a terminal is sent while one types: the same on any machine and under any load."""

from __future__ import annotations

from support.screens import Screens

from tthtcd_tui.terminal.frame import Frame
from tthtcd_tui.terminal.lean_renderer import LeanRenderer

_RESULTS = "4"
_MOST_KEYS = 200
_SCROLLED = (b"\x1bD", b"\x1bM")


class Sent:
    """A terminal of the size of the screens, of which each drawing is sent what has changed."""

    def __init__(self, screens: Screens) -> None:
        self._screens = screens
        self._renderer = LeanRenderer(screens.app)
        self._frame = Frame(*screens.app.size)
        self.draw()

    def draw(self) -> bytes:
        """What is sent of what has changed since the last drawing."""
        app = self._screens.app
        update = app.screen._compositor.render_full_update()
        x, y = app.cursor_position
        return self._frame.show(self._renderer._pieces(update), (y, x)).encode()


def bytes_of_numbers(screens: Screens) -> int:
    """The bytes of 22 numbers typed into the results table, two to four digits each, by one who does not pause before
    the last: each key is drawn by itself, and at the end what waits for a pause.
    """
    screens.press(_RESULTS, "down", "up")
    screens.settles = False
    sent = Sent(screens)
    total = 0
    for number in range(22):
        for digit in str(20 + number if number % 2 == 0 else 500 + 37 * number):
            screens.type(digit)
            total += len(sent.draw())
        screens.press("enter")
        total += len(sent.draw())
    screens.settles = True
    screens.pause()
    return total + len(sent.draw())


def bytes_of_scrolled_lines(screens: Screens, lines: int) -> list[int]:
    """The bytes of each of so many lines that scroll while the key for down is held down."""
    screens.settles = False
    sent = Sent(screens)
    found: list[int] = []
    for _ in range(_MOST_KEYS):
        screens.press("down")
        drawn = sent.draw()
        if any(order in drawn for order in _SCROLLED):
            found.append(len(drawn))
        if len(found) == lines:
            break
    screens.settles = True
    return found
