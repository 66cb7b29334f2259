"""What a sheet has from the year before and nobody has reviewed: the cell under the cursor is right, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.saving import Saving
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.widgets.sheet import Sheet


class Owner(Protocol):
    """The screen of a sheet."""

    sheet: Sheet

    @property
    def session(self) -> Session: ...

    def shows(self, place: Place) -> bool: ...

    def moved(self) -> None: ...

    def saved(self, saving: Saving) -> str | None: ...

    def go_on_reviewing(self, after: Place, words: str = ...) -> None: ...

    def announce(self, text: str, *, warn: bool = False) -> None: ...

    def ask(self, words: str, yes: Callable[[], None], no: str = ..., *, is_safe: bool = False) -> None: ...


class CarriedCells:
    """Of one sheet."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen

    def review_here(self) -> bool:
        """The cell under the cursor is right, and on to the next; return whether it was one of them."""
        screen, cell = self._screen, self._screen.sheet.cell
        facts = screen.session.facts
        carried = [place for place in (cell.place, cell.place.parent) if facts.carried_from(place)] if cell else []
        if carried and screen.saved(screen.session.review(carried)) is None:
            screen.go_on_reviewing(carried[0])
        return bool(carried)

    def review_all(self) -> None:
        """Everything carried over here is right: asked, once all of it stood on the screen."""
        screen, sheet = self._screen, self._screen.sheet
        carried = [place for place in screen.session.carried if screen.shows(place)]
        unseen = [place for place in carried if not any(cell.within(place) for cell in sheet.seen)]
        if not carried:
            screen.announce("Mục này không còn chỗ nào chép từ năm trước mà chưa rà soát.")
        elif unseen:
            sheet.go_to(unseen[0])
            screen.moved()
            screen.announce(f"Còn {len(unseen)} chỗ chưa hiện trên màn hình. PgDn xem hết rồi làm lại.", warn=True)
        else:
            words = f"{len(carried)} chỗ chép từ năm trước ở mục này đều đúng?"
            screen.ask(words, lambda: self._review(carried), "Chưa xác nhận gì.", is_safe=True)

    def _review(self, carried: Sequence[Place]) -> None:
        if self._screen.saved(self._screen.session.review(carried)) is None:
            self._screen.go_on_reviewing(carried[-1], f"Đã rà soát {len(carried)} chỗ.")
