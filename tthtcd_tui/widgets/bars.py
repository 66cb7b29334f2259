"""The lines every screen has: the head with the save state, the message line, the keys."""

from __future__ import annotations

from rich.cells import cell_len

from tthtcd_tui.widgets.canvas import Canvas, Line, Span
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.look import BAD, GOOD, HEAD, KEY, PLAIN, QUIET, STRONG, WARN


class HeadBar(Canvas):
    """Row 1: where one is on the left, the save state on the right. Row 2: the screen's title, and a word about it."""

    DEFAULT_CSS = "HeadBar { height: 2; }"

    def show(self, where: str, state: str, failed: bool, title: str, aside: str) -> None:
        width = self.size.width or 80
        room = max(width - cell_len(state) - 1, 0)
        first: Line = ((fit(where, room), HEAD), (" ", HEAD), (state[:width], BAD if failed else HEAD))
        left = max(width - cell_len(aside) - 1, 0)
        self.paint([first, ((fit(title, left), STRONG), (" ", PLAIN), (aside[:width], QUIET))])


class MessageBar(Canvas):
    """Two rows below the work: what is wrong and what to do next, or a hint."""

    DEFAULT_CSS = "MessageBar { height: 2; }"

    def show(self, text: str, *, wrong: bool = False, warn: bool = False, good: bool = False) -> None:
        style = BAD if wrong else WARN if warn else GOOD if good else QUIET
        lines = wrap(text, (self.size.width or 80) - 1)[:2] if text else []
        self.paint([((line, style),) for line in lines])


class KeyBar(Canvas):
    """The last row: the keys that work here, each with its word; what finds no room is in the help."""

    DEFAULT_CSS = "KeyBar { height: 1; }"

    def show(self, keys: list[tuple[str, str]]) -> None:
        width = self.size.width or 80
        spans: list[Span] = []
        used = 0
        for key, word in keys:
            needed = cell_len(key) + cell_len(word) + 3
            if used + needed > width:
                break
            spans += [(f" {key}", KEY), (f" {word} ", PLAIN)]
            used += needed
        self.paint([tuple(spans)])
