"""Arming: decides whether a key is meant for the cell under a sheet's cursor. If not, it is dropped, and the user told.

A digit that opens a screen, or chooses in the last cell of its kind, may be followed by further digits meant for it;
letters typed into a choice may be followed by digits of the same sentence.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, Protocol

from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow

_UNARMED: Final = "bấm Enter hoặc mũi tên vào ô trước"


class Teller(Protocol):
    """Shows messages to the user."""

    def stray(self, typed: str, why: str) -> None:
        """`typed` was dropped; `why` is the reason."""

    def told(self, message: str) -> None:
        """Something to say in the message line."""


class Meant(Enum):
    """The decision about a key."""

    FOR_THE_SHEET = auto()
    TAKEN = auto()
    """It is dropped."""
    GOES_IN = auto()
    """It goes into the cell, and does nothing else."""


class Arming:
    """The state of arming of one sheet."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
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

    def arm(self) -> None:
        self.is_armed = True
        self._keeps_digits_out = self._kept_out = False
        self._undirected = None

    def set(self, is_armed: bool) -> None:
        self.is_armed = is_armed
        self._is_behind_letters = False

    def keep_digits_out(self, keeps: bool) -> None:
        self._keeps_digits_out = keeps

    def moved_to(self, here: tuple[int, int]) -> None:
        """Note that the cursor is at this row and column."""
        if self._undirected != here:
            self._undirected = None

    def takes_digit(self, typed: str, here: tuple[int, int]) -> bool:
        """Whether `typed` chooses an option; letters do not, nor digits after them."""
        is_digit = typed.isascii() and typed.isdigit()
        if is_digit and self._undirected != here:
            return True
        self._undirected = here
        return False

    def judge(self, key: str, character: str | None, row: SheetRow | None, *, is_known: bool) -> Meant:
        """Decide about a key in `row`; `is_known`: whether it is a key that moves or edits."""
        meant = self._too_many(key, character)
        if meant is Meant.FOR_THE_SHEET and not self.is_armed:
            return self._unarmed(key, character, row, is_known=is_known)
        return meant

    def _too_many(self, key: str, character: str | None) -> Meant:
        """One digit more than there was to choose is no number and no text for the cell behind the last.

        Once one was kept out, what is typed on is too: half of «1,3» is no answer. Enter then goes into that cell, as
        it was told; anything else is what it always is.
        """
        if not self._keeps_digits_out:
            return Meant.FOR_THE_SHEET
        if is_text(character) and (self._kept_out or character.isdigit()):
            self._kept_out = True
            self._teller.stray(character, _UNARMED)
            return Meant.TAKEN
        was_kept_out, self._keeps_digits_out, self._kept_out = self._kept_out, False, False
        return Meant.GOES_IN if key == "enter" and was_kept_out else Meant.FOR_THE_SHEET

    def _unarmed(self, key: str, character: str | None, row: SheetRow | None, *, is_known: bool) -> Meant:
        """A cursor that is not armed stops the key: Enter only arms it, letters go nowhere.

        But for a row that is no cell, where there is nothing to write over and the hint says what Enter does; an Enter
        right behind letters was meant for them, unless that row ends a form.
        """
        is_behind, self._is_behind_letters = self._is_behind_letters, is_text(character)
        if row is None or row.kind is RowKind.FINISH or (key == "enter" and row.is_action and not is_behind):
            self.is_armed = True
            return Meant.FOR_THE_SHEET
        if is_text(character):
            self._teller.stray(character, _UNARMED)
        elif key in ("backspace", "delete"):
            self._teller.told(f"Chưa xóa gì: {_UNARMED}.")
        else:
            self.is_armed = is_known
            return Meant.GOES_IN if key == "enter" else Meant.FOR_THE_SHEET
        return Meant.TAKEN
