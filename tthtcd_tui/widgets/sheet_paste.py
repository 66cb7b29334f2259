"""What a paste does in a sheet: prose in a cell for prose, one text in the cell, a block over the cells from there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.clean import clean, clean_line
from tthtcd_tui.text.pasted import Pasted, is_table, pasted, without_list_tabs
from tthtcd_tui.widgets.paste_block import grid, spread
from tthtcd_tui.widgets.paste_labels import is_called
from tthtcd_tui.widgets.paste_outcome import LeftOver, Spread, shown
from tthtcd_tui.widgets.sheet_cursor import SheetCursor
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow

_STOPS: Final = ".!?:;…"
_OF_A_PERSON: Final = frozenset({(PlaceKind.BOARD, "name"), (PlaceKind.REPORT, "signer")})
"""The cells that hold the name of one person."""
_RECIPIENTS: Final = Place.of(PlaceKind.REPORT, "recipients")
_CELL_GAP: Final = re.compile(r"\t+| {2,}")
_WIDE_GAP: Final = re.compile(r"\t| {3,}")
_FEWEST_DIGITS: Final = 7
"""Of a telephone number."""
_MOST_SHOWN: Final = 3


class Owner(Protocol):
    """Who the sheet hands on to."""

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None: ...

    def takes(self, place: Place, raw: str) -> bool: ...

    def is_of_another_year(self, title: str) -> bool: ...

    def opened(self, cell: Cell, typed: str, told: str = "") -> None: ...

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
            if cell is not None and cell.opens and (laid := self._of_several_rows(cell, text)) is not None:
                if self._sheet.leave():
                    self._take(laid, text)
                return
            if cell is not None and (refused := self._refused(cell, text, is_piece)) is not None:
                if self._sheet.leave():
                    self._take(refused, text)
                return
            text = text if cell is None else self._without_label(cell, text)
            if cell is not None and cell.is_for_prose(text):
                between = _between(self._sheet.typing or "", text) if is_piece else "\n"
                kept, left_out = _received(cell, text)
                found = pasted(kept)
                self._prose(cell, found, between, left_out)
                if found.told and self._sheet.typing is not None:
                    self._owner.told(f"{found.told}. Hãy xem lại rồi Enter.")
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

    def paste_named(self, text: str) -> bool:
        """A table most lines of which name a row here, where the cursor stands in no cell; return whether it is one."""
        try:
            laid = self._by_rows(text)
        except TextProblem as problem:
            self._owner.told(problem.message)
            return True
        if laid is not None:
            self._take(laid, text)
        return laid is not None

    def _block(self, block: Sequence[Sequence[str]], text: str) -> None:
        cursor = self._sheet.cursor
        rows, at = cursor.rows, cursor.number
        self._take(
            spread(block, rows[at:], cursor.column, self._owner.takes, rows[:at], self._owner.is_of_another_year), text
        )

    def _of_several_rows(self, cell: Cell, text: str) -> Spread | None:
        """A table of the rows of which one has its paragraphs in `cell`: it is no paragraph of that one.

        A table of other rows is: in a cell for prose everything is prose. So it is where paragraphs stand already.
        """
        laid = self._by_rows(text)
        if laid is None or any(place.kind != cell.place.kind for place, _ in laid.cells):
            return None
        return None if _writes_over(laid, self._sheet.cursor.rows) else laid

    def _by_rows(self, text: str) -> Spread | None:
        """A table most lines of which name a row here.

        Its columns begin with the first cell, or with the one under the cursor where the first does not take them.
        """
        if not is_table(text):
            return None
        cursor, block = self._sheet.cursor, grid(text)
        rows, at = cursor.rows, cursor.number
        while at and not rows[at].cells:  # a line that adds a row is below those of its table
            at -= 1
        for column in dict.fromkeys((0, cursor.column)):
            laid = spread(block, rows[at:], column, self._owner.takes, rows[:at], self._owner.is_of_another_year)
            if laid.by_labels and laid.rows > 1 and laid.cells and len({each.line for each in laid.left}) < laid.rows:
                return laid
        return None

    def _take(self, laid: Spread, text: str) -> None:
        problem = self._owner.enter(laid.cells) if laid.cells else None
        if problem is None:
            self._owner.pasted(laid, text, is_saved=bool(laid.cells))
        else:
            self._owner.told(problem)
        self._sheet.redraw()

    def _prose(self, cell: Cell, found: Pasted, between: str, left_out: str) -> None:
        """Into a cell of one line as one; paragraphs open their editor, where they begin anew behind what is there."""
        told = ", ".join(filter(None, (left_out, found.told)))
        words = found.text.strip("\n")
        if not words:
            if told:
                self._owner.told(f"{told}.")
            return
        if not cell.opens or ("\n" not in words and not cell.raw and not left_out):
            lines = [line for line in words.split("\n") if line]
            line = " ".join(lines)
            typed = line if cell.opens else re.sub(" {2,}", " ", line)
            self._sheet.type(typed)
            if len(lines) > 1 and self._sheet.typing is not None:
                self._owner.told(f"Ô này chỉ ghi một dòng: đã nối {len(lines)} dòng làm một. Hãy xem lại rồi Enter.")
            elif typed != line and self._sheet.typing is not None:
                self._owner.told("Dòng dán có khoảng trắng thừa: đã bỏ. Hãy xem lại rồi Enter.")
        elif self._sheet.leave() and self._sheet.cell is not None:
            now = self._sheet.cell
            self._owner.opened(now, f"{between}{words}" if now.raw else words, told)

    def _refused(self, cell: Cell, text: str, is_piece: bool) -> Spread | None:
        """What is more than a cell takes where it would be joined: several people, several cells of a line."""
        people = _several_people(cell, text)
        if people is not None or (is_piece and self._sheet.typing):
            return people
        cells = _cells_of_line(cell, text)
        return _several_cells(cell, cells) if len(cells) > 1 and not is_called(self._label, cells[0]) else None

    def _without_label(self, cell: Cell, text: str) -> str:
        """The rest of a line whose first cell is the row's own label."""
        cells = _cells_of_line(cell, text)
        return " ".join(cells[1:]) if len(cells) > 1 and is_called(self._label, cells[0]) else text

    @property
    def _label(self) -> str:
        cursor = self._sheet.cursor
        return cursor.rows[cursor.number].label

    def _one(self, cell: Cell | None, text: str) -> None:
        """Typed at the cursor; where one chooses, the number or the words of an option choose it."""
        if cell is not None and cell.options and len(text) > 1 and self._owner.takes(cell.place, text):
            self._sheet.enter_value(text)
        else:
            self._sheet.type(text)


def _several_people(cell: Cell, text: str) -> Spread | None:
    """Lines pasted where one person is named, each kept for whom it names: joined they would name nobody.

    A line whose name has a number beside it in a cell of its own, a telephone, is kept whole too.
    """
    if (cell.place.kind, cell.place.parts[-1]) not in _OF_A_PERSON or not cell.is_for_prose(text):
        return None
    lines = [line for line in pasted(text).text.split("\n") if line]
    key = "" if cell.place.kind == PlaceKind.REPORT else cell.place.parts[-1]
    if len(lines) == 1 and "\t" in text.strip() and any(map(str.isdigit, lines[0])):
        left = [LeftOver(1, tuple(text.strip().split("\t")), "ô này chỉ ghi họ tên một người", texts={key: lines[0]})]
        return Spread(
            why="ô này chỉ ghi họ tên một người. Hãy dán riêng họ tên, rồi số điện thoại vào ô của nó.", left=left
        )
    if len(lines) < 2:
        return None
    why = f"ô này ghi tên một người, khối dán có {len(lines)} dòng"
    left = [LeftOver(number, (line,), why, texts={key: line}) for number, line in enumerate(lines, 1)]
    return Spread(why=f"{why}. Hãy dán từng tên vào ô của người ấy.", left=left)


def _cells_of_line(cell: Cell, text: str) -> list[str]:
    """The cells of one pasted line where one is written: parted by tabs, or by blanks as in a PDF."""
    lines = [line for line in clean(text).split("\n") if line.strip()]
    if len(lines) != 1 or cell.opens or not cell.is_prose:
        return []
    line = without_list_tabs(lines[0]).strip()
    cells = [part.strip() for part in _CELL_GAP.split(line) if part.strip()]
    is_slip = any(map(_goes_on, cells[1:])) or not all(map(_can_stand_alone, cells))
    return [line] if is_slip and not _WIDE_GAP.search(line) else cells


def _goes_on(words: str) -> bool:
    return words[0].islower() and " " in words


def _can_stand_alone(words: str) -> bool:
    """Whether what two blanks part may be a cell of its own: one blank too many stands within a name as well."""
    if sum(map(str.isdigit, words)) >= _FEWEST_DIGITS or re.fullmatch(r"[^\s.]+(?:[.][^\s.]+)+", words):
        return True
    return " " in words


def _several_cells(cell: Cell, cells: Sequence[str]) -> Spread:
    """Nothing is laid: joined the cells would say what none of them does."""
    why = f"dòng dán có {len(cells)} ô ({', '.join(map(shown, cells[:_MOST_SHOWN]))}), ở đây chỉ ghi một ô"
    left = [LeftOver(1, tuple(cells), "ở đây chỉ ghi một ô", cell.place, {cell.place.parts[-1]: " ".join(cells)})]
    return Spread(why=f"{why}. Hãy dán riêng ô cần ghi.", left=left)


def _received(cell: Cell, text: str) -> tuple[str, str]:
    """`text` without the half of who signs where it is pasted as recipients, and what is said of that."""
    if cell.place != _RECIPIENTS:
        return text, ""
    from tthtcd_tui.text.signing_half import halves  # only this place has one

    found = halves(text)
    return found.recipients, found.told


def _writes_over(laid: Spread, rows: Sequence[SheetRow]) -> bool:
    """Whether paragraphs would go that stand there now."""
    standing = {cell.place for row in rows for cell in row.cells if cell.opens and cell.raw}
    return any(place in standing for place, _ in laid.cells)


def _between(typed: str, piece: str) -> str:
    """What parts a piece of a paste from what was typed: nothing in a word, a line break behind a sentence."""
    if not typed.strip() or typed.rstrip()[-1] in _STOPS or piece[:1] in ("\r", "\n"):
        return "\n"
    return "" if typed[-1].strip() and piece[:1].strip() else " "
