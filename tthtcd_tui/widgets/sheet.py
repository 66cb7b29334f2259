"""The sheet: rows of cells in one widget, for figures, results, ratings, checklists, the board, report details.

Every key is dealt with at once and in order, in `take`: nothing bubbles, so what is typed ahead on a slow line lands
where it was meant to. A cell is saved on leaving it; what cannot be taken stays in the cell with its reason beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.pasted import pasted
from tthtcd_tui.widgets.bars import MESSAGE_LINES
from tthtcd_tui.widgets.canvas import Canvas, Line
from tthtcd_tui.widgets.fit import first_that_fits
from tthtcd_tui.widgets.line_buffer import LineBuffer, is_text
from tthtcd_tui.widgets.look import DRAWN, Glyphs
from tthtcd_tui.widgets.paste_block import Spread, grid, spread
from tthtcd_tui.widgets.sheet_cursor import SheetCursor
from tthtcd_tui.widgets.sheet_lines import SheetLines
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, RowKind, SheetRow

_USUAL_WIDTH: Final = 80
_USUAL_HEIGHT: Final = 19
"""Of a sheet that is not on the screen yet."""
_STOPS: Final = ".!?:;…"
_AROUND_CHOICES: Final = 50
"""Cells of a message that its other words take, and those lost at the end of a line."""


class Refused(NamedTuple):
    """What was typed in a cell and could not be read, and why."""

    raw: str
    problem: str


class SheetOwner(Protocol):
    """Who a sheet hands on to. Each call is made and answered before the next key is looked at."""

    def refuses(self) -> bool:
        """Whether nothing may be written here; asked before the first letter, and told why if so."""

    def stray(self, typed: str, why: str) -> None:
        """`typed` went nowhere, and `why`: it is told with what went nowhere right before it."""

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        """Save what was typed; None, or why it was not taken. The owner shows the new rows itself."""

    def takes(self, place: Place, raw: str) -> bool:
        """Whether `raw` can be read at `place`."""

    def keeps(self, place: Place, raw: str, problem: str) -> bool:
        """Whether `raw`, which was not taken for `problem`, is kept as a draft, so that one may go on."""

    def opened(self, cell: Cell, typed: str) -> None:
        """Enter on a cell that has an editor of its own, or something typed for it."""

    def acted(self, row: SheetRow) -> None:
        """Enter on a row that is an action."""

    def moved(self) -> None:
        """The cursor stands elsewhere, or what it stands on has changed."""

    def pasted(self, laid: Spread, text: str, *, is_saved: bool) -> None:
        """Of the block `text` all that could be laid was saved, if anything could."""

    def told(self, message: str) -> None:
        """Something to say in the message line."""


class Sheet(Canvas):
    """Rows of cells, with a cursor, and the keys that move it, type and save."""

    def __init__(self, owner: SheetOwner) -> None:
        super().__init__(id="sheet")
        self.glyphs: Glyphs = DRAWN
        self.cursor = SheetCursor()
        self._error = ""
        self._refused: dict[Place, Refused] = {}
        """What was typed, could not be read and stays in its cell while one goes on."""
        self._rows: Sequence[SheetRow] = ()
        self._owner = owner
        self._buffer: LineBuffer | None = None
        self.is_armed = True
        """Whether what is typed goes into the cell: not before one has gone there, after a digit opened the screen."""
        self._keeps_digits_out = False
        """Whether a digit just chose the last of its kind, and the cursor went on to a cell of another."""
        self._kept_out = False
        """Whether one was kept out since."""
        self._is_behind_letters = False
        """Whether the key before was a letter that went nowhere, because the cursor was not armed."""
        self._undirected: tuple[int, int] | None = None
        """The cell of a choice in which a letter was typed: digits choose nothing there until the cursor moves."""
        self._drawn = SheetLines((), 80, self.glyphs)
        self._in_sight = range(0)
        self.seen: set[Place] = set()
        """The cells that stood on the screen."""

    # -- what it shows ------------------------------------------------------------------------------------------------

    def show(self, rows: Sequence[SheetRow]) -> None:
        """Show `rows`; the cursor stays on its place, and so does what is being typed, or was refused."""
        self._rows = rows
        self.cursor.show(tuple(map(self._with_refused, rows)) if self._refused else rows)
        self.redraw()

    @property
    def rows(self) -> Sequence[SheetRow]:
        """The rows last given to `show`."""
        return self._rows

    def _with_refused(self, row: SheetRow) -> SheetRow:
        if not any(cell.place in self._refused for cell in row.cells):
            return row
        return row._replace(cells=tuple(map(self._as_refused, row.cells)), mark=Mark.ERROR)

    def _as_refused(self, cell: Cell) -> Cell:
        refused = self._refused.get(cell.place)
        return cell._replace(raw=refused.raw, shown=refused.raw, mark=Mark.ERROR) if refused else cell

    def settle(self, places: Iterable[Place]) -> None:
        """Forget what was refused at `places`: something else is stored there now."""
        settled = [place for place in places if self._refused.pop(place, None)]
        if settled:
            self.show(self._rows)

    def forget(self) -> None:
        """Forget all that was refused: another year will be shown."""
        self._refused = {}

    @property
    def error(self) -> str:
        """Why what stands in the cell under the cursor was not taken, or nothing."""
        refused = self._refused.get(self.place) if self.place and self._buffer is None else None
        return self._error or (refused.problem if refused else "")

    def go_to_refused(self) -> bool:
        """Go to the next cell in which something was refused, round to the first; return whether there is another."""
        cells = [(n, c, cell.place) for n, row in enumerate(self.cursor.rows) for c, cell in enumerate(row.cells)]
        here = (self.cursor.number, self.cursor.column)
        ahead = sorted(cells, key=lambda each: each[:2] <= here)
        found = next((place for n, c, place in ahead if place in self._refused and (n, c) != here), None)
        return found is not None and self.go_to(found)

    def go_to(self, place: Place) -> bool:
        """Put the cursor on `place`, or where one is added to that table; return whether it is here."""
        found = self.cursor.go_to(place)
        self._arm()
        self.redraw()
        return found

    def set_armed(self, is_armed: bool) -> None:
        """If not, what is typed is refused until one has gone to a cell; what is being typed goes on."""
        self.is_armed = is_armed or self._buffer is not None
        self._is_behind_letters = False

    def _arm(self) -> None:
        self.is_armed = True
        self._keeps_digits_out = self._kept_out = False
        self._undirected = None

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
        if self._is_digit_too_many(key, character):
            return True
        if not self.is_armed and self._is_stopped(key, character):
            return True
        action = _KEYS.get(key)
        if action is not None:
            return bool(action(self))
        if is_text(character) and self.cell is not None:
            self._type(character)
            return True
        return False

    def _is_digit_too_many(self, key: str, character: str | None) -> bool:
        """Whether it is one digit more than there was to choose: no number and no text for the cell behind the last.

        Once one was kept out, what is typed on is too: half of «1,3» is no answer. Enter then goes into that cell, as
        it was told; anything else is what it always is.
        """
        if not self._keeps_digits_out:
            return False
        if is_text(character) and (self._kept_out or character.isdigit()):
            self._kept_out = True
            self._owner.stray(character, _UNARMED)
            return True
        was_kept_out, self._keeps_digits_out, self._kept_out = self._kept_out, False, False
        if key == "enter" and was_kept_out:
            self._changed()
            return True
        return False

    def _is_stopped(self, key: str, character: str | None) -> bool:
        """Whether a cursor that is not armed stops the key: Enter only arms it, letters go nowhere.

        But for a row that is no cell, where there is nothing to write over and the hint says what Enter does; an Enter
        right behind letters was meant for them, unless that row ends a form.
        """
        row, is_behind = self.row, self._is_behind_letters
        self._is_behind_letters = is_text(character)
        if row is None or row.kind is RowKind.FINISH or (key == "enter" and row.is_action and not is_behind):
            self.is_armed = True
            return False
        if is_text(character):
            self._owner.stray(character, _UNARMED)
        elif key in ("backspace", "delete"):
            self._owner.told(f"Chưa xóa gì: {_UNARMED}.")
        else:
            self.is_armed = key in _KEYS
            if key == "enter":
                self._changed()
            return key == "enter"
        return True

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
        problem = self._owner.enter([(cell.place, raw)])
        if problem is not None and self._owner.keeps(cell.place, raw, problem):
            self._refused[cell.place] = Refused(raw, problem)
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
            self._refused[self.cell.place] = Refused(self._buffer.text, problem)
            self._buffer = None
            self.show(self._rows)
            self._done()

    @property
    def discardable(self) -> str:
        """What is being typed under the cursor, or was refused there."""
        refused = self._refused.get(self.place) if self.place else None
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
        self._arm()
        self._changed()

    def enter_value(self, raw: str) -> None:
        """Saves `raw` in the cell under the cursor, as if typed and left."""
        cell = self.cell
        if cell is not None:
            self._buffer = LineBuffer.at_end(raw)
            self._arm()
            self.leave()

    def copy_above(self) -> None:
        """What stands in the nearest cell above that is of the same column and takes the same."""
        cell = self.cell
        if cell is None:
            return
        for row in reversed(self.cursor.rows[: self.cursor.number]):
            above = row.cells[self.cursor.column] if self.cursor.column < len(row.cells) else None
            if above is not None and _kind(above) == _kind(cell):
                text = above.raw or (above.shown if above.right else "")  # a number the log gives is copied too
                if text:
                    self.enter_value(text)
                else:
                    self._owner.told("Ô trên còn trống.")
                return
        self._owner.told("Phía trên không có ô nào cùng loại.")

    def previous(self) -> tuple[Place, str] | None:
        """Last year's answer, for an empty cell or an untyped number; None once it was told why."""
        cell = self.cell
        if cell is None or cell.raw or (cell.shown and not cell.right) or self.typing:
            self._owner.told("Chỉ chép vào ô còn trống.")
        elif not cell.previous:
            self._owner.told("Năm trước ô này cũng trống.")
        else:
            self._arm()
            return cell.place, cell.previous
        return None

    def paste(self, text: str, is_piece: bool = False) -> None:
        """Prose into a cell for prose; a single text into the cell; a block over the cells from the cursor on.

        A table is a block for a cell of one line, too: its rows are never joined.

        With `is_piece` it may go on with what was typed just before: a terminal without brackets parted it.
        """
        cell = self.cell
        self._arm()
        try:
            if cell is not None and cell.is_for_prose(text):
                between = _between(self.typing or "", text) if is_piece else "\n"
                found = pasted(text)
                self._paste_prose(cell, found.text.strip("\n"), between)
                if found.joined and self._buffer is not None:
                    self._owner.told(f"Đã nối {found.joined} dòng bị ngắt vì hết trang. Hãy xem lại rồi Enter.")
                return
            block = grid(text)
            if (len(block) == 1 and len(block[0]) == 1) or cell is None:
                self._paste_one(cell, clean_line(text))
                return
        except TextProblem as problem:
            self._owner.told(problem.message)
            return
        if not self.leave():
            return
        rows, at = self.cursor.rows, self.cursor.number
        laid = spread(block, rows[at:], self.cursor.column, self._owner.takes, above=rows[:at])
        problem_met = self._owner.enter(laid.cells) if laid.cells else None
        if problem_met is None:
            self._owner.pasted(laid, text, is_saved=bool(laid.cells))
        else:
            self._owner.told(problem_met)
        self.redraw()

    def _paste_prose(self, cell: Cell, words: str, between: str) -> None:
        """Into a cell of one line as one; paragraphs open their editor, where they begin anew behind what is there."""
        if not words:
            return
        if not cell.opens or ("\n" not in words and not cell.raw):
            lines = [line for line in words.split("\n") if line]
            self._type(" ".join(lines))
            if len(lines) > 1 and self._buffer is not None:
                self._owner.told(f"Ô này chỉ ghi một dòng: đã nối {len(lines)} dòng làm một. Hãy xem lại rồi Enter.")
        elif self.leave() and self.cell is not None:
            self._owner.opened(self.cell, f"{between}{words}" if self.cell.raw else words)

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
            if not self._owner.refuses():
                self._choose(cell, typed)
            return
        if self._buffer is None:
            if self._owner.refuses():
                return
            if cell.opens and cell.raw:
                self._owner.opened(cell, typed)  # a key pressed by chance must not write over paragraphs
                return
            self._buffer = LineBuffer()
        self._buffer.insert(typed)
        self._error = ""
        self._changed()

    def _choose(self, cell: Cell, typed: str) -> None:
        """A digit chooses and goes down; 0 clears and stays. A letter is never a command: the digits behind it may be
        those of a sentence, and choose nothing until the cursor moves.
        """
        here = (self.cursor.number, self.cursor.column)
        is_digit = typed.isascii() and typed.isdigit()
        if not is_digit or self._undirected == here:
            self._undirected = here
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
            self._keeps_digits_out = self.cell is not None and not self.cell.options
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
        if self._undirected != (self.cursor.number, self.cursor.column):
            self._undirected = None
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
        if not self.leave():
            return True
        is_there = self.cursor.move_to_cell(step)
        self._changed()
        if not is_there:
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


_UNARMED: Final = "bấm Enter hoặc mũi tên vào ô trước"


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


def _between(typed: str, piece: str) -> str:
    """What parts a piece of a paste from what was typed: nothing in a word, a line break behind a sentence."""
    if not typed.strip() or typed.rstrip()[-1] in _STOPS or piece[:1] in ("\r", "\n"):
        return "\n"
    return "" if typed[-1].strip() and piece[:1].strip() else " "
