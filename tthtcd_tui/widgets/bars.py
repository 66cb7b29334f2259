"""The lines every screen has: the head with the save state, the message line, the keys."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len

from tthtcd_tui.widgets.canvas import Canvas, Line, Span
from tthtcd_tui.widgets.fit import fit, room_for, wrap
from tthtcd_tui.widgets.look import BAD, GOOD, HEAD, KEY, PLAIN, QUIET, STRONG, WARN

_MESSAGE: Final = 2
"""Lines of a message."""
_LEAST_WHERE: Final = 12


class HeadBar(Canvas):
    """Row 1: where one is on the left, the save state on the right. Row 2: the screen's title, and a word about it."""

    DEFAULT_CSS = "HeadBar { height: 2; }"

    def show(self, where: str, state: str, failed: bool, title: str, aside: str) -> None:
        """Why something could not be saved is told as far as there is room for it beside the beginning of `where`."""
        width = self.size.width or 80
        most = max(width - (_LEAST_WHERE if failed else 0) - 1, 0)
        told = state if room_for(state, most) <= most else fit(state, most)
        room = max(width - cell_len(told) - 1, 0)
        first: Line = ((fit(where, room), HEAD), (" ", HEAD), (told, BAD if failed else HEAD))
        most = max(width - min(room_for(title, width), width // 2) - 1, 0)  # the title says where one is
        beside = aside if room_for(aside, most) <= most else fit(aside, most)
        left = max(width - cell_len(beside) - 1, 0)
        self.paint([first, ((fit(title, left), STRONG), (" ", PLAIN), (beside, QUIET))])


class MessageBar(Canvas):
    """Two rows below the work: what is wrong and what to do next, or a hint."""

    DEFAULT_CSS = "MessageBar { height: 2; }"

    def show(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None:
        style = BAD if wrong else WARN if warn else GOOD if good else QUIET
        width = (self.size.width or 80) - 1
        lines = wrap(text, width, _MESSAGE + 1) if text else []
        if len(lines) > _MESSAGE:
            lines = [*lines[: _MESSAGE - 1], fit(" ".join(lines[_MESSAGE - 1 :]), width)]
        self.paint([((line, style),) for line in lines])


class KeyBar(Canvas):
    """The last row: the keys that work here, each with its word; what finds no room is in the help."""

    DEFAULT_CSS = "KeyBar { height: 1; }"

    def show(self, keys: list[tuple[str, str]]) -> None:
        width = self.size.width or 80
        spans: list[Span] = []
        used = 0
        for key, word in keys:
            shown = f" {word} " if word else " "
            needed = 1 + room_for(key, width) + room_for(shown, width)
            if used + needed > width + 1:  # nothing stands after the last
                break
            spans += [(f" {key}", KEY), (shown, PLAIN)]
            used += needed
        self.paint([tuple(spans)])
