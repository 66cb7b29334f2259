"""The lines every screen has: the head with the save state, the message line, the keys."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from rich.cells import cell_len
from textual.geometry import Size

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import fit, room_for, wrap
from tthtcd_tui.widgets.look import BAD, GOOD, HEAD, KEY, PLAIN, QUIET, STRONG, WARN

MESSAGE_LINES: Final = 2
"""Lines there are for a message, in a window of the usual width."""
_NARROW: Final = 60
_LINES_WHERE_NARROW: Final = 4
_TALL_ENOUGH: Final = 18
"""Rows of a narrow window from which on it has so many lines for a message."""
_MOST_OF_WINDOW: Final = 3
_MOST_OF_NARROW: Final = 2
"""A message may take one row in this many of a narrow window."""
_LEAST_WHERE: Final = 12
_BETWEEN: Final = " · "
"""Between the centre and the year."""
_CENTRE: Final = "TTHTCĐ "
"""What the names of centres begin with, and need not where there is little room."""
_LEAST_CENTRE: Final = 9
_PART: Final = re.compile("( · | {3})")
"""Between what is told in a word about a screen."""


class Message(NamedTuple):
    """What is said in the message line, and how it is meant."""

    text: str
    wrong: bool = False
    warn: bool = False
    good: bool = False


class HeadBar(Canvas):
    """Row 1: centre and year on the left, the save state on the right. Row 2: the screen's title, and a remark."""

    DEFAULT_CSS = "HeadBar { height: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[object, ...] = ()

    def show(self, where: str, state: str, failed: bool, title: str, aside: str) -> None:
        """Show both rows. The reason of a failed save takes what room there is beside the beginning of `where`."""
        width = self.size.width or 80
        told = (where, state, failed, title, aside, width)
        if told != self._told:
            self._told = told
            self._show(where, state, failed, title, aside, width)

    def _show(self, where: str, state: str, failed: bool, title: str, aside: str, width: int) -> None:
        most = max(width - (_LEAST_WHERE if failed else 0) - 1, 0)
        told = state if room_for(state, most) <= most else fit(state, most)
        room = max(width - cell_len(told) - 1, 0)
        first: Line = ((fitted_where(where, room), HEAD), (" ", HEAD), (told, BAD if failed else HEAD))
        most = max(width - min(room_for(title, width), width // 2) - 1, 0)  # the title says where one is
        beside = _as_much_as_fits(aside, most)
        left = max(width - cell_len(beside) - 1, 0)
        self.paint([first, ((fit(title, left), STRONG), (" ", PLAIN), (beside, QUIET))])


def fitted_where(where: str, room: int) -> str:
    """The centre and the year in `room` cells: where there is too little, the centre gives way to the year."""
    centre, between, period = where.rpartition(_BETWEEN)
    if not between or room_for(where, room) <= room:
        return fit(where, room)
    label = f"{_BETWEEN}{period.split()[-1]}"
    left = room - cell_len(label)
    if left < _LEAST_CENTRE:
        return fit(f" {period}", room)
    return f"{fit(f' {centre.strip().removeprefix(_CENTRE)}', left).rstrip()}{label}".ljust(room)


def _as_much_as_fits(aside: str, most: int) -> str:
    """`aside` without as many of its last parts as do not fit; a single part is cut."""
    parts = _PART.split(aside)
    for count in range(len(parts), 0, -2):  # parts and what stands between them
        kept = "".join(parts[:count]).rstrip() + " "
        if room_for(kept, most) <= most:
            return kept if aside else ""
    return fit(aside, most)


def hint_lines(window: Size) -> int:
    """The number of lines of the message bar while it shows a hint."""
    return _LINES_WHERE_NARROW if _is_narrow(window) else MESSAGE_LINES


def most_lines(window: Size) -> int:
    """The most lines that a message or a question may take of the work area until the next key."""
    return max(hint_lines(window), window.height // (_MOST_OF_NARROW if _is_narrow(window) else _MOST_OF_WINDOW))


def _is_narrow(window: Size) -> bool:
    return window.width < _NARROW and window.height >= _TALL_ENOUGH


class MessageBar(Canvas):
    """The rows below the work: what is wrong and what to do next, or a hint.

    What is said, and a question, is never cut where the window has rows for it. Hints keep to their lines, so that
    the work stays where it is while the cursor moves; only in a narrow window a long one takes another.
    """

    DEFAULT_CSS = "MessageBar { height: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[Message, int, int] = (Message(""), 0, 0)
        self._rows = MESSAGE_LINES

    def show(self, message: Message, window: Size, *, is_hint: bool = False) -> None:
        """Tell `message` in a window of this size."""
        width = (self.size.width or 80) - 1
        least = hint_lines(window)
        most = least if is_hint and not _is_narrow(window) else most_lines(window)
        if (message, width, most) != self._told:
            self._told = message, width, most
            lines = wrap(message.text, width, most + 1) if message.text else []
            self._take(min(max(len(lines), least), most))
            self._show(message, lines, most, width)

    def _take(self, rows: int) -> None:
        """Take this many rows; the work area above is laid out again only if the number changes."""
        if rows != self._rows:
            self._rows = rows
            self.styles.height = rows

    def _show(self, message: Message, lines: list[str], most: int, width: int) -> None:
        _, wrong, warn, good = message
        style = BAD if wrong else WARN if warn else GOOD if good else QUIET
        if len(lines) > most:
            lines = [*lines[: most - 1], fit(" ".join(lines[most - 1 :]), width)]
        self.paint([((line, style),) for line in lines])


class KeyBar(Canvas):
    """The last row: the keys that work here, each with its word; what finds no room is in the help."""

    DEFAULT_CSS = "KeyBar { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[list[tuple[str, str]], int] = ([], 0)

    def show(self, keys: list[tuple[str, str]], pinned: Container[str] = ()) -> None:
        """Show the keys; `pinned` ones get room before any other, at the end of the row."""
        width = self.size.width or 80
        if (keys, width) != self._told:
            self._told = keys, width
            last = [each for each in keys if each[0] in pinned]
            self._show([each for each in keys if each not in last], last, width)

    def _show(self, keys: list[tuple[str, str]], last: list[tuple[str, str]], width: int) -> None:
        room = width + 1 - sum(_needed(each, width) for each in last)  # nothing stands after the last
        shown: list[tuple[str, str]] = []
        for each in keys:
            room -= _needed(each, width)
            if room < 0:
                break
            shown.append(each)
        spans = [span for key, word in (*shown, *last) for span in ((f" {key}", KEY), (f" {word} ", PLAIN))]
        self.paint([tuple(spans)])


def _needed(key: tuple[str, str], width: int) -> int:
    return sum(room_for(words, width) for words in key) + 3
