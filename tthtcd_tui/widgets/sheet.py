"""The sheet: rows of cells in one widget, for figures, results, ratings, checklists, the board, report details.

Every key is dealt with at once and in order, in `take`: nothing bubbles, so what is typed ahead on a slow line lands
where it was meant to. A cell is saved on leaving it; what cannot be taken stays in the cell with its reason beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from tthtcd_tui.report.place import Place
from tthtcd_tui.widgets.arming import Arming, Meant
from tthtcd_tui.widgets.bars import MESSAGE_LINES
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.copied_cell import cell_above, copied_from, last_years
from tthtcd_tui.widgets.fit import first_that_fits
from tthtcd_tui.widgets.line_buffer import LineBuffer, is_text
from tthtcd_tui.widgets.look import DRAWN, Glyphs
from tthtcd_tui.widgets.refused_texts import RefusedTexts
from tthtcd_tui.widgets.sheet_cursor import SheetCursor
from tthtcd_tui.widgets.sheet_lines import SheetLines
from tthtcd_tui.widgets.sheet_owner import SheetOwner
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

_USUAL_WIDTH: Final = 80
_USUAL_HEIGHT: Final = 19
"""Of a sheet that is not on the screen yet."""
_ENDS_OF_SENTENCES: Final = (".", "!", "?", ";", ":", "…")
_AROUND_CHOICES: Final = 50
"""Cells of a message that its other words take, and those lost at the end of a line."""


class Sheet(Canvas):
    """Rows of cells, with a cursor, and the keys that move it, type and save."""

    def __init__(self, owner: SheetOwner) -> None:
        super().__init__(id="sheet")
        self.glyphs: Glyphs = DRAWN
        self.cursor = SheetCursor()
        self._error = ""
        self._refused = RefusedTexts()
        self._rows: Sequence[SheetRow] = ()
        self._owner = owner
        self._buffer: LineBuffer | None = None
        self._written_over: LineBuffer | None = None
        """What is being typed, where something stood in the cell and the first letter took its place."""
        self._ended_at: Place | None = None
        """The last cell, when the key before saved what was typed there and had nowhere to go on to."""
        self._arming = Arming(owner)
        self._drawn = SheetLines((), 80, self.glyphs)
        self._in_sight = self._told_in_sight = range(0)
        self.sight_changed: Callable[[], None] = _nobody_counts
        """Called when other rows than before are `in_sight`, before they are drawn."""
        self.seen: set[Place] = set()
        """The cells that stood on the screen."""

    # -- what it shows ------------------------------------------------------------------------------------------------

    def show(self, rows: Sequence[SheetRow]) -> None:
        """Show `rows`; the cursor stays on its place, and so does what is being typed, or was refused."""
        self._rows = rows
        self.cursor.show(self._refused.shown_in(rows))
        self.redraw()

    @property
    def rows(self) -> Sequence[SheetRow]:
        """The rows last given to `show`."""
        return self._rows

    def settle(self, places: Iterable[Place]) -> None:
        """Forget what was refused at `places`: something else is stored there now."""
        if self._refused.settle(places):
            self.show(self._rows)

    def forget(self) -> None:
        """Forget all that was refused: another year will be shown."""
        self._refused.forget()

    @property
    def error(self) -> str:
        """Why what stands in the cell under the cursor was not taken, or nothing."""
        refused = self._refused.at(self.place) if self._buffer is None else None
        return self._error or (refused.problem if refused else "")

    def go_to_refused(self) -> bool:
        """Go to the next cell in which something was refused, round to the first; return whether there is another."""
        found = self._refused.next_in(self.cursor.rows, (self.cursor.number, self.cursor.column))
        return found is not None and self.go_to(found)

    def go_to(self, place: Place) -> bool:
        """Put the cursor on `place`, or where one is added to that table; return whether it is here."""
        found = self.cursor.go_to(place)
        self._arming.arm()
        self.redraw()
        return found

    def go_to_first(self) -> None:
        """Put the cursor on the first row one can stand in."""
        self.cursor.go_to_first()
        self.redraw()

    def set_armed(self, is_armed: bool) -> None:
        """If not, what is typed is refused until one has gone to a cell; what is being typed goes on."""
        self._arming.set(is_armed or self._buffer is not None)

    @property
    def is_armed(self) -> bool:
        """Whether what is typed goes into the cell."""
        return self._arming.is_armed

    @property
    def cell(self) -> Cell | None:
        """The cell under the cursor."""
        return self.cursor.cell

    @property
    def row(self) -> SheetRow | None:
        """The row under the cursor."""
        return self.cursor.row

    @property
    def place(self) -> Place | None:
        cell = self.cursor.cell
        return cell.place if cell else None

    @property
    def typing(self) -> str | None:
        """What is being typed and not yet saved."""
        return self._buffer.text if self._buffer else None

    @property
    def has_untitled_notes(self) -> bool:
        """Whether something stands beside the cells that no title of a column explains."""
        noted = [row for row in self.cursor.rows if row.note]
        are_titled = any(row.kind is RowKind.HEADS for row in noted)
        return bool(noted) and not are_titled and self._lines().shows_notes

    @property
    def cut_label(self) -> str:
        """The label of the row under the cursor, where there is no room for all of it."""
        row = self.row
        return row.label.strip() if row and self._lines().cuts_label(row) else ""

    @property
    def _height(self) -> int:
        return self.size.height or _USUAL_HEIGHT

    def _lines(self) -> SheetLines:
        """The rows as lines; measured once for the same rows, width and signs."""
        rows, width = self.cursor.rows, self.size.width or 80
        if not self._drawn.are_of(rows, width, self.glyphs):
            self._drawn = SheetLines(rows, width, self.glyphs)
        return self._drawn

    def redraw(self) -> None:
        """Scroll at each key, whether it is drawn or not: where one is must not depend on how fast one types."""
        self._in_sight = self.cursor.scroll(self._height, len(self._error_lines()))
        super().redraw()
        if self.in_sight != self._told_in_sight:
            self._told_in_sight = self.in_sight
            self.sight_changed()

    @property
    def in_sight(self) -> range:
        """The rows that stand on the screen; the reason why something was not taken has the room of those below."""
        return self._in_sight[: self._height - len(self._error_lines())]

    def _error_lines(self) -> list[Line]:
        """What was not taken has its reason on a line of its own right below it."""
        return self._lines().error(self.error)[: max(self._height - 1, 0)] if self.error else []

    def new_lines(self) -> list[Line]:
        if not self._in_sight:
            return []
        cursor, drawn = self.cursor, self._lines()
        for row in cursor.rows[self._in_sight.start : self._in_sight.stop]:
            self.seen.update(cell.place for cell in row.cells)
        row = cursor.rows[cursor.number]
        here = [drawn.line(cursor.number, cursor.column, self._buffer), *self._error_lines()]
        above = drawn.lines(range(self._in_sight.start, cursor.number))
        self.show_caret(drawn.caret(row, cursor.column, self._buffer), len(above))
        below = drawn.lines(range(cursor.number + 1, self._in_sight.stop))
        return [*above, *here, *below][: self._height]

    def on_resize(self) -> None:
        self.redraw()

    # -- keys ---------------------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:
        """Handle a key; return whether the sheet consumed it."""
        meant = self._arming.judge(key, character, self.row, is_known=key in _KEYS)
        if meant is not Meant.FOR_THE_SHEET:
            return self._changed() if meant is Meant.GOES_IN else True
        action = _KEYS.get(key)
        if action is not None:
            self._ended_at = None
            return bool(action(self))
        if is_text(character) and self.cell is not None:
            self.type(character)
            return True
        return False

    def leave(self) -> bool:
        """Saves the cell being typed in; False if it was not taken, and then the cursor stays.

        What the owner keeps, because it cannot be read, stays there, and the cursor may go on.
        """
        if self._buffer is None:
            self._error = ""
            return True
        cell = self.cell
        raw = self._buffer.text
        if cell is None or raw == cell.raw:
            return self._done()
        if not raw and self._buffer is self._written_over and self._owner.stays(cell):
            return self._done()
        problem = self._owner.enter([(cell.place, raw)])
        if problem is not None and self._owner.keeps(cell.place, raw, problem):
            self._refused.add(cell.place, raw, problem)
            self._buffer = None
            self.show(self._rows)
            return self._done()
        if problem is not None:
            self._error = problem
            self._changed()
            return False
        return self._done()

    def cancel(self) -> bool:
        """Drops what is being typed; whether there was anything."""
        if self._buffer is None:
            return False
        self._done()
        return True

    def set_aside(self, problem: str) -> None:
        """Leave what is being typed as a draft in its cell, refused for `problem`."""
        if self._buffer is not None and self.cell is not None:
            self._refused.add(self.cell.place, self._buffer.text, problem)
            self._buffer = None
            self.show(self._rows)
            self._done()

    @property
    def discardable(self) -> str:
        """What is being typed under the cursor, or was refused there."""
        refused = self._refused.at(self.place)
        return refused.raw if self.typing is None and refused else self.typing or ""

    def discard(self) -> None:
        """Drop what is being typed under the cursor, or was refused there."""
        place = self.place
        self.cancel()
        if place is not None:
            self.settle([place])

    def begin(self, typed: str) -> None:
        """Goes on with `typed` in the cell under the cursor, as if it had just been typed."""
        self._buffer = LineBuffer.at_end(typed)
        self._error = ""
        self._arming.arm()
        self._changed()

    def enter_value(self, raw: str) -> None:
        """Saves `raw` in the cell under the cursor, as if typed and left."""
        cell = self.cell
        if cell is not None:
            self._buffer = LineBuffer.at_end(raw)
            self._arming.arm()
            self.leave()

    def copy_above(self) -> None:
        """What stands in the nearest cell above that is of the same column and takes the same."""
        cell = self.cell
        if cell is None:
            return
        above = cell_above(self.cursor.rows[: self.cursor.number], self.cursor.column, cell)
        if above is None:
            self._owner.told("Phía trên không có ô nào cùng loại.")
        elif text := copied_from(above):
            self.enter_value(text)
        else:
            self._owner.told("Ô trên còn trống.")

    def previous(self) -> tuple[Place, str] | None:
        """Last year's answer, for an empty cell or an untyped number; None once it was told why."""
        cell = None if self.typing else self.cell
        found, problem = last_years(cell)
        if cell is None or not found:
            self._owner.told(problem)
            return None
        self._arming.arm()
        return cell.place, found

    def paste(self, text: str, is_piece: bool = False) -> None:
        """Prose into a cell for prose; a single text into the cell; a block over the cells from the cursor on.

        A table is a block for a cell of one line, too: its rows are never joined.

        With `is_piece` it may go on with what was typed just before: a terminal without brackets parted it.
        """
        from tthtcd_tui.widgets.sheet_paste import SheetPaste  # only a paste pays for it

        self._arming.arm()
        SheetPaste(self, self._owner).paste(text, is_piece=is_piece)

    def paste_named(self, text: str) -> bool:
        """Of a table most lines of which name a row here, all that can be laid; return whether it was one."""
        from tthtcd_tui.widgets.sheet_paste import SheetPaste  # only a paste pays for it

        return SheetPaste(self, self._owner).paste_named(text)

    def type(self, typed: str) -> None:
        """What comes in at the cursor: it chooses, opens an editor, or goes into the cell."""
        cell = self.cell
        if cell is None or not typed:
            return
        if cell.has_digits and self._buffer is None:
            if not self._owner.refuses():
                self._choose(cell, typed)
            return
        if self._buffer is None:
            if self._owner.refuses():
                return
            if cell.opens and cell.raw:
                # A key pressed by chance must not write over paragraphs.
                self._owner.opened(cell, f"{self._parting(cell, typed)}{typed}")
                return
            self._buffer = LineBuffer()
            self._written_over = self._buffer if cell.raw else None
        self._buffer.insert(typed)
        self._error = ""
        self._changed()

    def _parting(self, cell: Cell, typed: str) -> str:
        """What parts `typed` from the paragraphs it goes on with: an Enter that had nowhere to go began another one."""
        is_ended, self._ended_at = self._ended_at == cell.place, None
        if is_ended:
            return "\n"
        return " " if cell.raw.endswith(_ENDS_OF_SENTENCES) and typed[:1].isalnum() else ""

    def _choose(self, cell: Cell, typed: str) -> None:
        """A digit chooses and goes down; 0 clears and stays. A letter is never a command: the digits behind it may be
        those of a sentence, and choose nothing until the cursor moves.
        """
        if not self._arming.takes_digit(typed, (self.cursor.number, self.cursor.column)):
            self._owner.stray(typed, f"ở đây {self._choices(cell)}; bấm mũi tên trước")
            return
        if int(typed) > len(cell.options):
            choices = self._choices(cell)
            self._owner.told(choices[0].upper() + choices[1:])
            return
        chosen = "" if typed == "0" else cell.values[int(typed) - 1] if cell.values else typed
        problem = self._owner.enter([(cell.place, chosen)])
        self._error = problem or ""
        if problem is None and typed != "0":
            self.cursor.go_down_the_table()
            self._arming.keep_digits_out(self.cell is not None and not self.cell.options)
        self._changed()

    def _choices(self, cell: Cell) -> str:
        """All of them, where the lines of a message have room for that."""
        all_of_them = " · ".join(f"{n} {words}" for n, words in enumerate(cell.options, 1))
        said = (f"bấm số để chọn: {all_of_them}", f"bấm số để chọn, từ 1 đến {len(cell.options)}")
        room = (self.size.width or _USUAL_WIDTH) * MESSAGE_LINES - _AROUND_CHOICES
        return first_that_fits(said, room, 1)

    def _done(self) -> bool:
        self._buffer = None
        self._error = ""
        return self._changed()

    def _changed(self) -> bool:
        """Have it drawn anew, and the owner told; return that the key was consumed."""
        self._arming.moved_to((self.cursor.number, self.cursor.column))
        self.redraw()
        self._owner.moved()
        return True

    def _edit(self) -> LineBuffer | None:
        """The buffer of the cell under the cursor, begun with what stands there."""
        is_closed = self.cell is None or self.cell.has_digits or (self._buffer is None and self._owner.refuses())
        if self._buffer is None and self.cell is not None and not is_closed:
            self._buffer = LineBuffer.at_end(self.cell.raw)
        return self._buffer

    # -- moving -------------------------------------------------------------------------------------------------------

    def _next(self, step: int) -> bool:
        """To the next cell that takes an answer, or the one before, row after row; at the end it stays."""
        was_typing = self.typing is not None
        if not self.leave():
            return True
        is_there = self.cursor.move_to_cell(step)
        self._changed()
        if not is_there:
            self._ended_at = self.place if was_typing and step > 0 else None
            self._owner.told("Đây là ô cuối của màn hình này." if step > 0 else "Đây là ô đầu của màn hình này.")
        return True

    def _vertical(self, step: int) -> bool:
        if self.leave():
            self.cursor.move(step)
            self._changed()
        return True

    def _page(self, step: int) -> bool:
        if self.leave():
            self.cursor.page(step, self._height)
            self._changed()
        return True

    def _enter(self) -> bool:
        cell, row = self.cell, self.row
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
        self.redraw()
        return True

    def _ends(self, end: bool) -> bool:
        if self._buffer is not None:
            self._buffer.end() if end else self._buffer.home()
        else:
            self.cursor.column = max(self.cursor.stops(self.cursor.number) - 1, 0) if end else 0
        return self._changed()

    def _backspace(self) -> bool:
        if self._buffer is None and self.cell is not None and self.cell.opens:
            return self._enter()
        buffer = self._edit()
        if buffer is not None:
            buffer.backspace()
            self._error = ""
            self._changed()
        return True

    def _erase(self, erase: Callable[[LineBuffer], None]) -> bool:
        """Of what is being typed, all on one side of the caret, as where paragraphs are written."""
        if self._buffer is not None:
            erase(self._buffer)
            self._error = ""
            self._changed()
        return True

    def _delete(self) -> bool:
        """In a cell being typed in, the letter after the cursor; else it clears the cell."""
        if self._buffer is not None:
            self._buffer.delete()
            self.redraw()
        elif self.cell is not None and self.cell.raw and not self._owner.refuses():
            problem = self._owner.enter([(self.cell.place, "")])
            self._error = problem or ""
            self._owner.moved()
        return True


def _nobody_counts() -> None:
    """A sheet whose rows say nothing of how many there are."""


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
    "ctrl+u": lambda sheet: sheet._erase(LineBuffer.erase_before),
    "ctrl+k": lambda sheet: sheet._erase(LineBuffer.erase_after),
}
