"""The sheet: rows of cells in one widget, for figures, results, ratings, checklists, the board, report details.

Every key is dealt with at once and in order, in `take`: nothing bubbles, so what is typed ahead on a slow line lands
where it was meant to. A cell is saved on leaving it; what cannot be taken stays in the cell with its reason beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tthtcd_tui.text.clean import clean, clean_line
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.widgets.line_buffer import LineBuffer, is_text
from tthtcd_tui.widgets.paste_block import grid, spread
from tthtcd_tui.widgets.sheet_cursor import USUAL_HEIGHT, SheetCursor
from tthtcd_tui.widgets.sheet_rows import Cell


class Sheet(SheetCursor):
    """Rows of cells, with a cursor, and the keys that move it, type and save."""

    # -- keys ---------------------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:
        """Deals with a key; whether it was one of the sheet's."""
        action = _KEYS.get(key)
        if action is not None:
            return bool(action(self))
        if is_text(character) and self.cell is not None:
            self._type(character)
            return True
        return False

    def leave(self) -> bool:
        """Saves the cell being typed in; False if it was not taken, and then the cursor stays."""
        if self._buffer is None:
            self.error = ""
            return True
        cell = self.cell
        raw = self._buffer.text
        if cell is None or raw == cell.raw:
            return self._done()
        problem = self._owner.enter([(cell.place, raw)])
        if problem is not None:
            self.error = problem
            self.draw()
            self._owner.moved()
            return False
        return self._done()

    def cancel(self) -> bool:
        """Drops what is being typed; whether there was anything."""
        if self._buffer is None:
            return False
        self._done()
        return True

    def begin(self, typed: str) -> None:
        """Goes on with `typed` in the cell under the cursor, as if it had just been typed."""
        self._buffer = LineBuffer.at_end(typed)
        self.error = ""
        self.draw()
        self._owner.moved()

    def enter_value(self, raw: str) -> None:
        """Saves `raw` in the cell under the cursor, as if typed and left."""
        cell = self.cell
        if cell is not None:
            self._buffer = LineBuffer.at_end(raw)
            self.leave()

    def copy_above(self) -> None:
        """What stands in the nearest cell above that is of the same column and takes the same."""
        cell = self.cell
        if cell is None:
            return
        for row in reversed(self._rows[: self._row]):
            above = row.cells[self._column] if self._column < len(row.cells) else None
            if above is not None and _kind(above) == _kind(cell):
                text = above.raw or (above.shown if above.right else "")  # a number the log gives is copied too
                if text:
                    self.enter_value(text)
                else:
                    self._owner.told("Ô trên còn trống.")
                return
        self._owner.told("Phía trên không có ô nào cùng loại.")

    def copy_previous(self) -> None:
        """Last year's answer, into an empty cell only."""
        cell = self.cell
        if cell is None or cell.raw or cell.shown or self.typing:
            self._owner.told("F4 chỉ chép vào ô còn trống.")
        elif not cell.previous:
            self._owner.told("Năm trước ô này cũng trống.")
        else:
            self.enter_value(cell.previous)

    def paste(self, text: str) -> None:
        """A block over the cells from the cursor on; a single text into the cell."""
        try:
            block = grid(text)
            cell = self.cell
            if cell is not None and cell.opens and len(block) > 1 and "\t" not in text:
                if self.leave():
                    self._owner.opened(cell, clean(text))
                return
            if (len(block) == 1 and len(block[0]) == 1) or cell is None:
                self._paste_one(cell, clean_line(text))
                return
        except TextProblem as problem:
            self._owner.told(problem.message)
            return
        if not self.leave():
            return
        laid = spread(block, self._rows[self._row :], self._column, self._owner.takes)
        problem_met = self._owner.enter(laid.cells) if laid.cells else None
        self._owner.told(problem_met or laid.words())
        self.draw()

    def _paste_one(self, cell: Cell | None, text: str) -> None:
        """Typed at the cursor; where one chooses, the number or the words of an option choose it."""
        if cell is not None and cell.options and len(text) > 1 and self._owner.takes(cell.place, text):
            self.enter_value(text)
        else:
            self._type(text)

    def _type(self, typed: str) -> None:
        cell = self.cell
        if cell is None or not typed:
            return
        if cell.has_digits and self._buffer is None:
            self._choose(cell, typed)
            return
        if self._buffer is None:
            if cell.opens and cell.raw:
                self._owner.opened(cell, typed)  # a key pressed by chance must not write over paragraphs
                return
            self._buffer = LineBuffer()
        self._buffer.insert(typed)
        self.error = ""
        self.draw()
        self._owner.moved()

    def _choose(self, cell: Cell, typed: str) -> None:
        """A digit chooses and goes down; 0 clears and stays. A letter is never a command."""
        if not typed.isascii() or not typed.isdigit() or int(typed) > len(cell.options):
            self._owner.told("Bấm số để chọn: " + " · ".join(f"{n} {words}" for n, words in enumerate(cell.options, 1)))
            return
        chosen = "" if typed == "0" else cell.values[int(typed) - 1] if cell.values else typed
        problem = self._owner.enter([(cell.place, chosen)])
        self.error = problem or ""
        if problem is None and typed != "0":
            self._go_down()
        else:
            self.draw()
            self._owner.moved()

    def _go_down(self) -> None:
        """To the next row of the same table, over what stands between its parts; after the last one, just down."""
        row = self.row
        shape = row.shape if row is not None else ()
        below = range(self._row + 1, len(self._rows))
        following = next((number for number in below if self._rows[number].shape == shape), None)
        step = following - self._row if following is not None and len(shape) > 1 else 1
        self._row += step - 1
        self._move(1, keep_column=True)

    def _done(self) -> bool:
        self._buffer = None
        self.error = ""
        self.draw()
        self._owner.moved()
        return True

    def _edit(self) -> LineBuffer | None:
        """The buffer of the cell under the cursor, begun with what stands there."""
        if self._buffer is None and self.cell is not None and not self.cell.has_digits:
            self._buffer = LineBuffer.at_end(self.cell.raw)
        return self._buffer

    # -- moving -------------------------------------------------------------------------------------------------------

    def _next(self, step: int) -> bool:
        """To the next or the last cell, row after row."""
        if not self.leave():
            return True
        column = self._column + step
        if 0 <= column < self._stops(self._row):
            self._column = column
            self.draw()
            self._owner.moved()
        else:
            self._move(step, keep_column=False)
        return True

    def _vertical(self, step: int) -> bool:
        if self.leave():
            self._move(step, keep_column=True)
        return True

    def _page(self, step: int) -> bool:
        """To the next member, indicator, section, or back; a page where the sheet has none."""
        if not self.leave():
            return True
        begins = [number for number, row in enumerate(self._rows) if row.begins]
        if begins:
            self._go_to_beginning(begins, step)
            return True
        for _ in range(max((self.size.height or USUAL_HEIGHT) - 2, 1)):
            self._move(step, keep_column=True)
        return True

    def _enter(self) -> bool:
        cell, row = self.cell, self.row
        if self._buffer is None and cell is not None and cell.options and row is not None:
            following = row.cells[self._column + 1 : self._column + 2]
            if following and following[0].opens:
                self._column += 1  # of a checklist's item Enter opens what is written of it
                cell = following[0]
        if self._buffer is None and cell is not None and cell.opens:
            self._owner.opened(cell, "")
            return True
        if cell is None and row is not None and row.action:
            self._owner.acted(row)
            return True
        return self._next(1)

    def _horizontal(self, step: int) -> bool:
        """In a cell being typed in, through its letters; else to the cell beside."""
        if self._buffer is None:
            return self._next(step)
        self._buffer.left() if step < 0 else self._buffer.right()
        self.draw()
        return True

    def _ends(self, end: bool) -> bool:
        if self._buffer is not None:
            self._buffer.end() if end else self._buffer.home()
        else:
            self._column = max(self._stops(self._row) - 1, 0) if end else 0
        self.draw()
        self._owner.moved()
        return True

    def _backspace(self) -> bool:
        if self._buffer is None and self.cell is not None and self.cell.opens:
            return self._enter()
        buffer = self._edit()
        if buffer is not None:
            buffer.backspace()
            self.error = ""
            self.draw()
            self._owner.moved()
        return True

    def _delete(self) -> bool:
        """In a cell being typed in, the letter after the cursor; else it clears the cell."""
        if self._buffer is not None:
            self._buffer.delete()
            self.draw()
        elif self.cell is not None and self.cell.raw:
            problem = self._owner.enter([(self.cell.place, "")])
            self.error = problem or ""
            self._owner.moved()
        return True


def _kind(cell: Cell) -> tuple[bool, bool, tuple[str, ...]]:
    """What a cell takes, as far as the sheet knows."""
    return cell.right, cell.opens, cell.options


_KEYS: Final[Mapping[str, Callable[[Sheet], bool]]] = {
    "enter": Sheet._enter,
    "tab": lambda sheet: sheet._next(1),
    "shift+tab": lambda sheet: sheet._next(-1),
    "up": lambda sheet: sheet._vertical(-1),
    "down": lambda sheet: sheet._vertical(1),
    "left": lambda sheet: sheet._horizontal(-1),
    "right": lambda sheet: sheet._horizontal(1),
    "pageup": lambda sheet: sheet._page(-1),
    "pagedown": lambda sheet: sheet._page(1),
    "home": lambda sheet: sheet._ends(end=False),
    "end": lambda sheet: sheet._ends(end=True),
    "backspace": Sheet._backspace,
    "delete": Sheet._delete,
}
