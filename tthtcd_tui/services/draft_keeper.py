"""Drafts: unsaved text is kept after each key, and offered when the user comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.services.open_report import OpenReport
from tthtcd_tui.tasks.session.unsaved import Unsaved

if TYPE_CHECKING:
    from tthtcd_tui.recovery.spool import Leftover
    from tthtcd_tui.tasks.session.recover import RecoveryItem
    from tthtcd_tui.tasks.session.session import Session


class Typing(Protocol):
    """A screen, as the keeper of drafts sees it."""

    def typed_cells(self) -> Iterable[tuple[Place, str]]: ...


class DraftKeeper:
    """Saves drafts of all screens; without an `Unsaved` nothing is kept."""

    def __init__(
        self,
        unsaved: Unsaved | None,
        report: OpenReport,
        screens: Callable[[], Iterable[Typing]],
        offer: Callable[[RecoveryItem], None],
    ) -> None:
        """`screens` are all on which something may be typed; `offer` shows what was left behind, unless it is shown."""
        self._unsaved = unsaved
        self._report = report
        self._screens = screens
        self._show_offer = offer
        self._shelved: dict[Place, str] = {}
        """Drafts of the open year that were left on a screen that is gone."""
        self._is_refused_kept = False
        """Whether rows of a paste that were refused are among what is kept."""
        self._discarded: list[tuple[Leftover, RecoveryItem]] = []
        """What is listed of what was thrown away."""
        report.on_change(self._leave_behind)

    def keep(self) -> None:
        """Keep what is typed, before it is drawn: what a user has seen is never lost. Then offer leftovers."""
        if self._unsaved is not None:
            self._keep(self._unsaved)
            self._offer(self._unsaved)

    def resolve_offer(self, later: bool = False) -> None:
        """What was left behind is taken up or not wanted; or stays for another start."""
        if self._unsaved is not None:
            self._keep(self._unsaved)
            self._unsaved.resolve_offer(later)

    def set_aside(self) -> None:
        """What is typed has lost its place, such as a report that was deleted: offer it, to be read at least."""
        if self._unsaved is not None:
            self._keep(self._unsaved)
            self._unsaved.set_aside()

    def shelve(self, place: Place, text: str) -> None:
        """Keep what could not be saved at `place` until it is opened again, or offered at another start."""
        session = self._report.current
        if session is not None:
            session.base_revision(place, session.revision_under([place]))
        self._shelved[place] = text

    def unshelve(self, place: Place) -> str | None:
        """What was shelved for `place`, to go on with it."""
        return self._shelved.pop(place, None)

    @property
    def waiting(self) -> list[Place]:
        """For which something is shelved."""
        return list(self._shelved)

    def discard(self, cells: Mapping[Place, str]) -> None:
        """Keep what a person threw away, for some days. Raises FileProblem."""
        if self._unsaved is not None:
            self._unsaved.discard(self._report.current, cells)

    def discarded(self) -> list[RecoveryItem]:
        """What was thrown away in the last days and is not saved since; nobody else's until `leave_discarded`."""
        from tthtcd_tui.tasks.session.recover import offers_of

        self.leave_discarded()
        for left in self._unsaved.discarded() if self._unsaved is not None else ():
            self._discarded += [(left, item) for item in offers_of(self._report.store, left.draft)]
        return [item for _, item in self._discarded]

    def take_discarded(self, taken: RecoveryItem) -> None:
        """`taken` goes on being typed: it is on the list no more."""
        left = next(left for left, item in self._discarded if item is taken)
        rest = [item for other, item in self._discarded if other is left and item is not taken]
        left.keep_only({place: text for item in rest for place, text in item.cells.items()})

    def leave_discarded(self) -> None:
        for left in {id(left): left for left, _ in self._discarded}.values():
            left.leave()
        self._discarded = []

    def _leave_behind(self, session: Session | None) -> None:
        """What was shelved in the year that is closed, and what a paste there was refused, is for another start."""
        is_gone_on_with = session is not None and bool(session.refused)  # the same year, opened again
        is_left = self._shelved or (self._is_refused_kept and not is_gone_on_with)
        if is_left and self._unsaved is not None:
            self._unsaved.leave_behind()
        self._shelved, self._is_refused_kept = {}, False

    def news(self) -> str:
        """Why drafts cannot be kept, to be told once; else nothing."""
        return self._unsaved.news() if self._unsaved is not None else ""

    def _keep(self, unsaved: Unsaved) -> None:
        typed = dict(cell for screen in self._screens() for cell in screen.typed_cells())
        cells = self._shelved | typed
        session = self._report.current
        if session is not None:
            session.prune(cells)
            refused = session.refused.drafts()
            self._is_refused_kept = bool(refused)
            cells |= refused
        unsaved.keep(session, cells, is_busy=bool(typed))

    def _offer(self, unsaved: Unsaved) -> None:
        """One thing after the other, each when nothing else is being typed."""
        try:
            offer = unsaved.next_offer(self._report.store)
        except StoreProblem:
            return  # whatever it is, the screens say it themselves
        if offer is not None:
            self._show_offer(offer)
