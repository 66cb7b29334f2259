"""A table of members pasted on the screen of the board: shown where it is not sure, stored as one change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.paste_offers import PasteOffers, columns_words
from tthtcd_tui.screens.told_paste import Teller, ToldPaste, tell_pasted
from tthtcd_tui.tasks.session.refused_rows import refused_records
from tthtcd_tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.paste_board import BoardPaste


class Owner(Teller, Protocol):
    """The screen of the board."""

    sheet: Sheet
    offers: PasteOffers

    def stores(self, edits: Iterable[Edit]) -> bool:
        """Whether `edits` were saved; why not has been said."""

    def moved(self) -> None: ...

    def refuses(self) -> bool: ...


class BoardPastes:
    """Of one screen."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen

    def take(self, text: str) -> bool:
        """Whether `text` is a table of members, with which everything is done; words for paragraphs are none."""
        from tthtcd_tui.tasks.session.paste_block import is_block  # only a paste pays for it
        from tthtcd_tui.tasks.session.paste_board import board_in

        screen = self._screen
        cell = screen.sheet.cell
        if not is_block(text) or (cell is not None and cell.is_for_prose(text)):
            return False
        if board_in(screen.session, text) is None:
            return False
        if screen.sheet.leave() and not screen.refuses():  # what was typed is of the board the table is held against
            found = board_in(screen.session, text)
            if found is not None:
                self._propose(found, text)
        return True

    def _propose(self, found: BoardPaste, text: str) -> None:
        if not found.edits:
            self._store(found, text)
            return
        columns = columns_words(found.plan.columns, self._screen.session.form.records[PlaceKind.BOARD])
        said = " ".join(filter(None, (found.over, *found.plan.notes)))
        more = [f"{said} {columns}".strip(), said] if found.plan.is_guessed else [said]
        self._screen.offers.propose(found, more, lambda: self._store(found, text), text)

    def _store(self, found: BoardPaste, text: str) -> None:
        screen = self._screen
        latest = screen.sitting.latest
        if found.edits:
            if not screen.stores(found.edits):
                return
            if found.first is not None:
                screen.sheet.go_to(Place.of(found.first, "role"))
            screen.moved()
        over = f"Đã thay {len(found.replaced)} ô đã nhập." if found.replaced else ""
        rows = refused_records(found.plan, PlaceKind.BOARD)
        told = ToldPaste(found.words, rows, found.plan.notes, text, over, is_clean=not rows)
        tell_pasted(screen, told, latest, is_stored=bool(found.edits))
