"""What is typed in a cell and cannot be saved: it is kept there as a draft, or thrown away and brought back."""

from __future__ import annotations

from typing import Protocol

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.sitting import Discarded, Sitting
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.sheet import Sheet


class Owner(Protocol):
    """The screen of a sheet."""

    sheet: Sheet

    @property
    def services(self) -> Services: ...

    @property
    def sitting(self) -> Sitting: ...

    def draft_place(self, place: Place) -> Place | None: ...

    def paste(self, text: str) -> None: ...

    def announce(self, text: str) -> None: ...


class UnsavedCell:
    """The one under the cursor of a sheet."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen

    def keep(self) -> None:
        """What is typed stays in its cell, and is offered at the next start."""
        sheet = self._screen.sheet
        if sheet.place is not None and sheet.typing is not None:
            self._screen.services.drafts.shelve(sheet.place, sheet.typing)
            sheet.set_aside(sheet.error)

    def take_up(self, place: Place, typed: str, problem: str) -> None:
        """Go on with `typed`; with a `problem` it was refused before, and waits in its cell."""
        sheet = self._screen.sheet
        sheet.begin(typed)
        if typed and problem:
            self._screen.services.drafts.shelve(place, typed)
            sheet.set_aside(problem)

    def throw_away(self) -> bool:
        """Drop what is typed, or was refused; return whether there was anything. Undo brings it back."""
        screen, place, text = self._screen, self._screen.sheet.place, self._screen.sheet.discardable
        if place is None or not text:
            return False
        kept = screen.draft_place(place)
        if kept is not None:
            screen.services.drafts.discard({kept: text})
        screen.sheet.discard()
        screen.services.drafts.unshelve(place)
        screen.sitting.did(Discarded(((place, text),)))
        screen.announce(f"Đã bỏ {quoted(text)}. Ctrl+Z lấy lại.")
        return True

    def bring_back(self, discarded: Discarded) -> bool:
        """Go on typing what was thrown away; return whether it was here."""
        screen = self._screen
        if not screen.sheet.go_to(discarded.place):
            return False
        if discarded.is_table:
            screen.paste(discarded.text)
        else:
            screen.sheet.begin(discarded.text)
            screen.announce("Đã lấy lại phần vừa bỏ, chưa lưu: Enter để lưu.")
        return True
