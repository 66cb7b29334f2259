"""What the terminal shows, cell by cell, and the shortest way from there to what it is to show: pure, and testable.

Only what a VT100 knows: the cursor to a place (CUP), onwards (CUF), blanks to the end of the line (EL), and SGR.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from tthtcd_tui.drawing.cells import BLANK, Cell, is_placed_anew_after

Piece: TypeAlias = tuple[int, int, Sequence[Cell]]
"""Cells to be shown from a row and a column on."""
_ERASE: Final = "\x1b[K"
_PLAIN: Final = "\x1b[m"
_JUMP: Final = 4
"""Bytes that it takes to go on a few columns: a shorter gap is drawn over."""


class Frame:
    """A terminal of this size, of which nothing is known yet. The cursor is hidden; it begins and ends without SGR."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._rows: list[list[Cell | None]] = [[None] * width for _ in range(height)]
        self._at: tuple[int, int] | None = None
        """Row and column of the terminal's cursor, where they are known."""
        self._codes = ""
        self._out: list[str] = []

    def show(self, pieces: Iterable[Piece], cursor: tuple[int, int] = (0, 0)) -> str:
        """What to send so that `pieces` are shown, later ones over earlier, and the cursor is at row and column."""
        wanted: dict[int, list[Cell | None]] = {}
        for y, x, cells in pieces:
            if 0 <= y < self.height:
                if y not in wanted:
                    wanted[y] = self._rows[y].copy()
                _lay(wanted[y], x, cells)
        for y in sorted(wanted):
            if wanted[y] != self._rows[y]:
                self._draw_row(y, wanted[y])
                self._rows[y] = wanted[y]
        self._style("")
        self._move(*cursor)
        sent, self._out = "".join(self._out), []
        return sent

    # -- a row --------------------------------------------------------------------------------------------------------

    def _draw_row(self, y: int, new: list[Cell | None]) -> None:
        old = self._rows[y]
        changed = [x for x in range(self.width) if new[x] != old[x] and new[x] is not None]
        if not changed:
            return
        blank_from = self.width
        while blank_from and new[blank_from - 1] == BLANK:
            blank_from -= 1
        tail = [x for x in changed if x >= blank_from]
        if len(tail) > len(_ERASE):
            changed = changed[: -len(tail)]
        else:
            tail = []
        done = 0
        for x in changed:
            if x >= done:
                done = self._draw_run(y, x, new, set(changed))
        if tail:
            self._style("")
            self._move(y, tail[0])
            self._out.append(_ERASE)

    def _draw_run(self, y: int, x: int, new: list[Cell | None], changed: set[int]) -> int:
        """Draws the changed cells from `x` on, and the few between them that are cheaper drawn than passed over.

        The column after the last it drew.
        """
        while x and _is_half(new[x]):
            x -= 1
        self._move(y, x)
        while x < self.width:
            end = self._next_changed(x, new, changed)
            if end is None:
                break
            while x < end:
                x = self._draw_cell(y, x, new)
        return x

    def _next_changed(self, x: int, new: list[Cell | None], changed: set[int]) -> int | None:
        """The column after the next changed cell, if what lies between costs less than the way past it."""
        cost = 0
        while x < self.width:
            if x in changed:
                return x + 1
            cell = new[x]
            if cell is None or (cell[0] and cell[1] != self._codes):
                return None
            cost += len(cell[0].encode())
            if cost >= _JUMP:
                return None
            x += 1
        return None

    def _draw_cell(self, y: int, x: int, new: list[Cell | None]) -> int:
        cell = new[x]
        assert cell is not None
        text, codes = cell
        if not text:
            return x + 1  # drawn with its first half
        self._move(y, x)
        self._style(codes)
        self._out.append(text)
        after = x + 1
        while after < self.width and _is_half(new[after]):
            after += 1
        # In the last column the cursor stays where it is, or hangs over the edge.
        self._at = None if after >= self.width or is_placed_anew_after(text) else (y, after)
        return after

    # -- the terminal -------------------------------------------------------------------------------------------------

    def _move(self, y: int, x: int) -> None:
        at, self._at = self._at, (y, x)
        if at == (y, x):
            return
        if at and at[0] == y and x > at[1]:
            self._out.append(f"\x1b[{x - at[1]}C" if x - at[1] > 1 else "\x1b[C")
        elif x:
            self._out.append(f"\x1b[{y + 1};{x + 1}H")
        else:
            self._out.append(f"\x1b[{y + 1}H" if y else "\x1b[H")

    def _style(self, codes: str) -> None:
        if codes != self._codes:
            self._out.append(_PLAIN if not codes else f"\x1b[0;{codes}m" if self._codes else f"\x1b[{codes}m")
            self._codes = codes


def _is_half(cell: Cell | None) -> bool:
    return cell is not None and not cell[0]


def _lay(row: list[Cell | None], x: int, cells: Sequence[Cell]) -> None:
    """Lays `cells` over a row; a wide letter of which only one half is covered is not known any more."""
    start, end = max(x, 0), min(x + len(cells), len(row))
    if start >= end:
        return
    if start and _is_half(row[start]):
        row[start - 1] = None
    if end < len(row) and _is_half(row[end]):
        row[end] = None
    row[start:end] = cells[start - x : end - x]
