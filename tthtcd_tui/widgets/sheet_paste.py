"""What a paste does in a sheet: prose in a cell for prose, one text in the cell, a block over the cells from there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.pasted import pasted
from tthtcd_tui.widgets.paste_block import Spread, grid, spread
from tthtcd_tui.widgets.sheet_cursor import SheetCursor
from tthtcd_tui.widgets.sheet_rows import Cell

_STOPS: Final = ".!?:;…"


class Owner(Protocol):
    """Who the sheet hands on to."""

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None: ...

    def takes(self, place: Place, raw: str) -> bool: ...

    def opened(self, cell: Cell, typed: str) -> None: ...

    def pasted(self, laid: Spread, text: str, *, is_saved: bool) -> None: ...

    def told(self, message: str) -> None: ...


class Target(Protocol):
    """The sheet."""

    cursor: SheetCursor

    @property
    def cell(self) -> Cell | None: ...

    @property
    def typing(self) -> str | None: ...

    def type(self, typed: str) -> None:
        """As if somebody had typed it at the cursor."""

    def enter_value(self, raw: str) -> None: ...

    def leave(self) -> bool: ...

    def redraw(self) -> None: ...


class SheetPaste:
    """Of one sheet."""

    def __init__(self, sheet: Target, owner: Owner) -> None:
        self._sheet = sheet
        self._owner = owner

    def paste(self, text: str, *, is_piece: bool) -> None:
        """With `is_piece` it may go on with what was typed just before: a terminal without brackets parted it."""
        cell = self._sheet.cell
        try:
            if cell is not None and cell.is_for_prose(text):
                between = _between(self._sheet.typing or "", text) if is_piece else "\n"
                found = pasted(text)
                self._prose(cell, found.text.strip("\n"), between)
                if found.joined and self._sheet.typing is not None:
                    self._owner.told(f"Đã nối {found.joined} dòng bị ngắt vì hết trang. Hãy xem lại rồi Enter.")
                return
            block = grid(text)
            if (len(block) == 1 and len(block[0]) == 1) or cell is None:
                self._one(cell, clean_line(text))
                return
        except TextProblem as problem:
            self._owner.told(problem.message)
            return
        if self._sheet.leave():
            self._block(block, text)

    def _block(self, block: Sequence[Sequence[str]], text: str) -> None:
        cursor = self._sheet.cursor
        rows, at = cursor.rows, cursor.number
        laid = spread(block, rows[at:], cursor.column, self._owner.takes, above=rows[:at])
        problem = self._owner.enter(laid.cells) if laid.cells else None
        if problem is None:
            self._owner.pasted(laid, text, is_saved=bool(laid.cells))
        else:
            self._owner.told(problem)
        self._sheet.redraw()

    def _prose(self, cell: Cell, words: str, between: str) -> None:
        """Into a cell of one line as one; paragraphs open their editor, where they begin anew behind what is there."""
        if not words:
            return
        if not cell.opens or ("\n" not in words and not cell.raw):
            lines = [line for line in words.split("\n") if line]
            self._sheet.type(" ".join(lines))
            if len(lines) > 1 and self._sheet.typing is not None:
                self._owner.told(f"Ô này chỉ ghi một dòng: đã nối {len(lines)} dòng làm một. Hãy xem lại rồi Enter.")
        elif self._sheet.leave() and self._sheet.cell is not None:
            now = self._sheet.cell
            self._owner.opened(now, f"{between}{words}" if now.raw else words)

    def _one(self, cell: Cell | None, text: str) -> None:
        """Typed at the cursor; where one chooses, the number or the words of an option choose it."""
        if cell is not None and cell.options and len(text) > 1 and self._owner.takes(cell.place, text):
            self._sheet.enter_value(text)
        else:
            self._sheet.type(text)


def _between(typed: str, piece: str) -> str:
    """What parts a piece of a paste from what was typed: nothing in a word, a line break behind a sentence."""
    if not typed.strip() or typed.rstrip()[-1] in _STOPS or piece[:1] in ("\r", "\n"):
        return "\n"
    return "" if typed[-1].strip() and piece[:1].strip() else " "
