"""Frame: a model of the terminal's contents, and the shortest output that changes it to new contents. Pure, testable.

It uses VT100 sequences only: cursor to a position (CUP) or a few cells aside (CUU, CUD, CUF, CUB, BS, CR), erase to the
end of the line (EL), scrolling between margins (DECSTBM, IND, RI), and SGR. No ECH or REP: runs of blanks inside a line
that are long enough to pay are rare, and not every terminal has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from tthtcd_tui.terminal.cells import BLANK, Cell, is_placed_anew_after, shows_on_blanks
from tthtcd_tui.terminal.scroll import FEWEST, Scroll, scroll_between

Piece: TypeAlias = tuple[int, int, Sequence[Cell]]
"""Cells to be shown, starting at a row and a column."""
_ERASE: Final = "\x1b[K"
_PLAIN: Final = "\x1b[m"
_UP: Final = "\x1bD"
"""Index: at the lower margin the rows between the margins move up."""
_DOWN: Final = "\x1bM"
_JUMP: Final = 4
"""The bytes of a cursor movement; over a shorter gap it draws instead."""


class Frame:
    """The model of a terminal of unknown contents. The cursor is hidden; output begins and ends with SGR 0."""

    def __init__(self, width: int, height: int, *, scrolls: bool = True) -> None:
        """`scrolls`: whether the terminal supports scrolling between margins (DECSTBM)."""
        self.width = width
        self.height = height
        self._scrolls = scrolls
        self._rows: list[list[Cell | None]] = [[None] * width for _ in range(height)]
        self._at: tuple[int, int] | None = None
        """Row and column of the terminal's cursor, where they are known."""
        self._codes = ""
        self._out: list[str] = []

    def show(self, pieces: Iterable[Piece], cursor: tuple[int, int] = (0, 0)) -> str:
        """The output that shows `pieces`, later ones over earlier, and puts the cursor at row and column."""
        wanted: dict[int, list[Cell | None]] = {}
        for y, x, cells in pieces:
            if 0 <= y < self.height:
                if y not in wanted:
                    wanted[y] = self._rows[y].copy()
                _lay(wanted[y], x, cells)
        self._scroll(wanted)
        # The cursor's row comes last: from there it is not far to where the cursor is to stand.
        for y in sorted(wanted, key=lambda y: (y == cursor[0], y)):
            if wanted[y] != self._rows[y]:
                self._draw_row(y, wanted[y])
                self._rows[y] = wanted[y]
        self._style("")
        self._move(*cursor)
        sent, self._out = "".join(self._out), []
        return sent

    # -- rows that have moved ------------------------------------------------------------------------------------------

    def _scroll(self, wanted: dict[int, list[Cell | None]]) -> None:
        """Have the terminal move rows, where that leaves less to be drawn; `wanted` then has all of those it moved.

        Margins that a cut line leaves behind would be another terminal's: they are set and reset in one go.
        """
        if not self._scrolls or len(wanted) < FEWEST:
            return
        blank: list[Cell | None] = [BLANK] * self.width
        after = [wanted.get(y, row) for y, row in enumerate(self._rows)]
        scroll = scroll_between(self._rows, after, blank, self._at[0] if self._at is not None else None)
        if scroll is None:
            return
        for y in range(scroll.top, scroll.bottom + 1):
            wanted[y] = after[y]
        self._draw_before(scroll, after)
        self._rows = [row.copy() for row in scroll.applied(self._rows, blank)]
        self._out.append(f"\x1b[{scroll.top + 1};{scroll.bottom + 1}r")
        edge, order = (scroll.bottom, _UP) if scroll.rows > 0 else (scroll.top, _DOWN)
        self._out.append(f"{_to(edge, 0)}{order * abs(scroll.rows)}\x1b[r")
        self._at = None

    def _draw_before(self, scroll: Scroll, after: Sequence[list[Cell | None]]) -> None:
        """Draw the row that the terminal's cursor stands in before it moves: it is not far to there now."""
        at = self._at
        to = scroll.target(at[0]) if at is not None else None
        if at is not None and to is not None:
            self._draw_row(at[0], after[to])
            self._rows[at[0]] = after[to]
            self._style("")  # of the row that comes in nothing is to be seen

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
        for part in self._from_cursor(y, changed):
            done, marked = 0, set(part)
            for x in part:
                if x >= done:
                    done = self._draw_run(y, x, new, marked)
        if tail:
            self._style("")
            self._move(y, tail[0])
            self._out.append(_ERASE)

    def _from_cursor(self, y: int, changed: list[int]) -> tuple[list[int], ...]:
        """What changed, from the terminal's cursor on where a run begins at it, and then what is before it."""
        at = self._at[1] if self._at is not None and self._at[0] == y else 0
        if not at or at not in changed or at - 1 in changed:
            return (changed,)
        return [x for x in changed if x >= at], [x for x in changed if x < at]

    def _draw_run(self, y: int, x: int, new: list[Cell | None], changed: set[int]) -> int:
        """Draw the changed cells from `x` on, and unchanged ones between them that cost less than a movement.

        Returns the column after the last cell drawn.
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
        """The column after the next changed cell, if what lies between costs less than the way past it.

        Blanks of another style are drawn in that of the cell behind them, if that is plain as they are.
        """
        cost, ends_style = 0, False
        while x < self.width:
            cell = new[x]
            if x in changed:
                return x + 1 if not ends_style or cell is None or not cell[1] else None
            if cell is None or (cell[0] and cell != BLANK and not self._draws_alike(cell)):
                return None
            ends_style |= cell == BLANK and not self._draws_alike(cell)
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
        if not self._draws_alike(cell):
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
        if at != (y, x):
            ways = [_to(y, x)] if at is None else [_to(y, x), _vertically(y - at[0]) + _sideways(at[1], x)]
            self._out.append(min(ways, key=len))

    def _style(self, codes: str) -> None:
        if codes == self._codes:
            return
        added = codes.removeprefix(f"{self._codes};")
        if not codes:
            self._out.append(_PLAIN)
        elif not self._codes or added != codes:
            self._out.append(f"\x1b[{added}m")
        else:
            self._out.append(f"\x1b[;{codes}m")  # nothing before the first «;» is a 0
        self._codes = codes

    def _draws_alike(self, cell: Cell) -> bool:
        """Whether the cell looks as it is to in the style that is on: a blank has no colour of its own."""
        return cell[1] == self._codes or (cell == BLANK and not shows_on_blanks(self._codes))


def _to(y: int, x: int) -> str:
    if x:
        return f"\x1b[{y + 1};{x + 1}H"
    return f"\x1b[{y + 1}H" if y else "\x1b[H"


def _vertically(rows: int) -> str:
    return _by(abs(rows), "A" if rows < 0 else "B")


def _sideways(at: int, x: int) -> str:
    if x >= at:
        return _by(x - at, "C")
    return "\r" if not x else min("\b" * (at - x), _by(at - x, "D"), key=len)


def _by(steps: int, order: str) -> str:
    return "" if not steps else f"\x1b[{order}" if steps == 1 else f"\x1b[{steps}{order}"


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
