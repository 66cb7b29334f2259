"""What a pasted table would do, shown before it is done: a sure plan at once, any other when Enter takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Protocol

from tthtcd_tui.forms.model import Field
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.session.sitting import Discarded, Sitting
from tthtcd_tui.widgets.sheet import Sheet


class Plan(Protocol):
    """Where each part of a table would go."""

    @property
    def is_sure(self) -> bool: ...

    @property
    def offer(self) -> str:
        """What would be pasted, behind «Dán»."""


class Owner(Protocol):
    """The screen of a sheet."""

    sheet: Sheet
    TABLE: ClassVar[Place | None]

    @property
    def services(self) -> Services: ...

    @property
    def sitting(self) -> Sitting: ...

    def draft_place(self, place: Place) -> Place | None: ...

    def as_fits(self, *words: str) -> str: ...

    def announce(self, text: str, *, warn: bool = False) -> None: ...

    def offer(self, words: str, take: Callable[[], None], decline: Callable[[], None]) -> None: ...


class PasteOffers:
    """Of one screen."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen

    def propose(self, plan: Plan, more: Iterable[str], store: Callable[[], None], text: str) -> None:
        """Show the plan of `text` and do `store` when it is taken; a sure one is stored at once, as one change.

        `more` is what else can be said of it, the most first: as much of it is said as fits.
        """
        if plan.is_sure:
            store()
            return
        asks = f"Dán {plan.offer}? Enter để nhận, Esc: không dán."
        words = self._screen.as_fits(*(f"{asks} {each}".strip() for each in more), asks)
        self._screen.offer(words, store, lambda: self._decline(text))

    def _decline(self, text: str) -> None:
        """A table whose plan was not taken is not lost: it can be pasted again from where it was."""
        screen = self._screen
        place = screen.sheet.place or screen.TABLE
        if place is None:
            screen.announce("Chưa dán gì.", warn=True)
            return
        kept = screen.draft_place(place)
        if kept is not None:
            screen.services.drafts.discard({kept: text})
        screen.sitting.did(Discarded(((place, text),), is_table=True))
        screen.announce("Chưa dán gì. Ctrl+Z để xem lại bảng vừa dán.", warn=True)


def columns_words(columns: Iterable[str], fields: Mapping[str, Field]) -> str:
    """What each column is taken for: «Các cột: Ngày, Tên hoạt động, (bỏ).»"""
    return f"Các cột: {', '.join(fields[key].label if key in fields else '(bỏ)' for key in columns)}."
