"""Undo and redo of a screen: what was done last and is seen goes back at once, anything else once it was said what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.sight import Sight
from tthtcd_tui.tasks.session.saving import Saving
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.sitting import Discarded, Sitting

if TYPE_CHECKING:
    from tthtcd_tui.models.undo import Reversible
    from tthtcd_tui.screens.undo_words import Reversal


class Owner(Protocol):
    """The screen."""

    @property
    def session(self) -> Session: ...

    @property
    def sitting(self) -> Sitting:
        """What was done here since the year was opened."""

    @property
    def sight(self) -> Sight: ...

    def shows(self, place: Place) -> bool:
        """Whether `place` is seen here."""

    def announce(self, text: str, *, warn: bool = False) -> None: ...

    def reverse(self, saving: Saving, told: str) -> None:
        """Show what undo or redo came to; `told` says it, where it was done."""

    def restore(self, discarded: Discarded) -> None:
        """Go on typing what was thrown away, wherever that is."""


class Asked(NamedTuple):
    """What will be taken back if the same key comes again."""

    step: Reversible | Discarded


class TakingBack:
    """Of one screen. A key that came before the words were drawn confirms nothing."""

    def __init__(self, screen: Owner) -> None:
        self._screen = screen
        self._asked: Asked | None = None

    @property
    def is_asking(self) -> bool:
        return self._asked is not None

    @property
    def asked(self) -> list[Asked]:
        """What the message line asks."""
        return [self._asked] if self._asked is not None else []

    def forget(self) -> None:
        """Another key came."""
        self._asked = None

    def undo(self) -> None:
        """The latest thing done here, or thrown away here."""
        screen, latest = self._screen, self._screen.sitting.latest
        if isinstance(latest, Discarded):
            if self._are_shown(place for place, _ in latest.cells) or self._is_confirmed(latest, "Ctrl+Z", "lấy lại"):
                screen.sitting.took_back(latest)
                screen.restore(latest)
            return
        step = screen.session.reversible()
        is_here = step is not None and step.op_id == latest
        is_seen = is_here and step is not None and self._are_shown(entry.place for entry in step.entries)
        if step is None or is_seen or self._is_confirmed(step, "Ctrl+Z", "hoàn tác"):
            told = self._reversal(step, "hoàn tác").told  # as it stands before
            screen.reverse(screen.session.undo(), told)

    def redo(self) -> None:
        screen = self._screen
        step = screen.session.reversible(redo=True)
        is_seen = step is None or self._are_shown(entry.place for entry in step.entries)
        if is_seen or self._is_confirmed(step, "Ctrl+Y", "làm lại"):
            told = self._reversal(step, "làm lại").told
            screen.reverse(screen.session.redo(), told)

    def _are_shown(self, places: Iterable[Place]) -> bool:
        """Whether some of `places` are seen here: what was done in one go is taken back in one."""
        return any(self._screen.shows(place.subject) for place in places)

    def _is_confirmed(self, step: Reversible | Discarded | None, key: str, what: str) -> bool:
        """Whether it was said before what will be taken back, and seen; else it is said now."""
        if step is None:
            return True
        if self._asked is None or self._asked.step != step:
            self._asked = Asked(step)
        elif self._screen.sight.was_seen(self._asked):
            return True
        self._screen.announce(f"{key} lần nữa để {self._reversal(step, what).asked}", warn=True)
        return False

    def _reversal(self, step: Reversible | Discarded | None, does: str) -> Reversal:
        from tthtcd_tui.screens.undo_words import Reversal, places_words, reversal  # only undo pays for it

        session = self._screen.session
        if isinstance(step, Discarded):
            return Reversal(does, places_words(session, (place for place, _ in step.cells)), is_record=False)
        return reversal(session, does, step.entries if step is not None else ())
