"""Unsaved text of one person: kept while they type, offered when they come back."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.recovery.draft import Draft
from tthtcd_tui.recovery.keeper import Keeper
from tthtcd_tui.recovery.spool import Leftover, Spool, leftovers
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.care.own_folder import DISCARDED

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.recover import RecoveryItem
    from tthtcd_tui.tasks.session.session import Session

_KEPT: Final = "Phần đang gõ được giữ lại; mở lại chương trình để khôi phục."


DAYS_KEPT: Final = 7


def _draft(session: Session | None, cells: Mapping[Place, str]) -> Draft:
    """`cells` as they are typed now, in the year that is open."""
    now = datetime.now(UTC)
    if session is None:
        return Draft("", "", "", 0, now, cells)
    year, revision = session.year, session.revision_under(cells)
    return Draft(year.centre.code, year.form.key, year.period.label, revision, now, cells)


class Unsaved:
    """The drafts of `user` on the database at `path`: this program's own, and those that others left behind."""

    def __init__(self, folder: Path, user: str, path: Path, lasting: bool = True) -> None:
        """`lasting`: whether `folder` survives until the next start."""
        self._leftovers = deque(leftovers(folder, user, path))
        self._offers: deque[RecoveryItem] = deque()
        self._postponed: dict[Place, str] = {}
        self._spooled = folder, user, path
        self._keeper = Keeper(Spool(folder, user, path))
        self._is_lasting = lasting
        self._is_typing = self._is_busy = False
        self._told: FileProblem | None = None
        if (folder / DISCARDED).is_dir():
            for left in self.discarded():
                left.leave()

    # -- while typing -------------------------------------------------------------------------------------------------

    def keep(self, session: Session | None, cells: Mapping[Place, str], *, is_busy: bool = True) -> None:
        """Keep `cells` as they are typed now. Called before they are drawn, and with no cells once all is saved.

        `is_busy`: somebody is typing them; else they wait to be resumed.
        """
        self._is_typing = bool(cells)
        self._is_busy = self._is_typing and is_busy
        self._keeper.keep(_draft(session, cells) if cells else None)

    def set_aside(self) -> None:
        """What is typed has lost its place, such as a report that was deleted: it is offered, to be read at least."""
        left = self._keeper.set_aside()
        self._is_typing = self._is_busy = False
        if left is not None:
            self._leftovers.append(left)

    def news(self) -> str:
        """Why drafts cannot be kept, to be shown once; empty otherwise."""
        told, self._told = self._told, self._keeper.problem
        if not self._told or (told and self._told.code == told.code):
            return ""
        return f"Phần đang gõ chưa được giữ phòng khi rớt mạng: nên rời ô thường xuyên để lưu. {self._told.message}"

    def close(self) -> str:
        """Puts what is typed on disk, from any thread, for the program ends; what has become of it, if there is any."""
        self._keeper.close()
        while self._leftovers:
            self._leftovers.popleft().leave()
        if not self._is_typing or not self._is_lasting:
            return ""
        problem = self._keeper.problem
        return f"Phần đang gõ chưa giữ lại được. {problem.message}" if problem else _KEPT

    def leave_behind(self) -> None:
        """Leave the present draft for another start; what is typed from now on goes into a new one."""
        self._keeper.close()
        self._keeper = Keeper(Spool(*self._spooled))
        self._is_typing = self._is_busy = False

    # -- what was thrown away -----------------------------------------------------------------------------------------

    def discard(self, session: Session | None, cells: Mapping[Place, str]) -> None:
        """Keep `cells`, which a person threw away unsaved, for some days. Raises FileProblem."""
        folder, user, path = self._spooled
        spool = Spool(folder / DISCARDED, user, path)
        spool.write(_draft(session, cells))
        spool.close()

    def discarded(self) -> list[Leftover]:
        """What was thrown away in the last days, the newest first; each is held until it is let go."""
        folder, user, path = self._spooled
        since = datetime.now(UTC) - timedelta(days=DAYS_KEPT)
        found = list(leftovers(folder / DISCARDED, user, path))[::-1]
        for left in found:
            if left.draft.at < since:
                left.keep_only({})
                left.leave()
        return [left for left in found if left.draft.at >= since]

    # -- on coming back -----------------------------------------------------------------------------------------------

    def next_offer(self, store: Store) -> RecoveryItem | None:
        """The next thing that was left behind and is not saved yet; none while something is being typed.

        What has been saved meanwhile is offered to nobody. Raises StoreProblem.
        """
        if self._is_busy:
            return None
        while not self._offers and self._leftovers:
            from tthtcd_tui.tasks.session.recover import offers_of  # hardly any start has something to offer

            self._offers += offers_of(store, self._leftovers[0].draft)
            if not self._offers:
                left = self._leftovers.popleft()
                left.keep_only({})
                left.leave()
        return self._offers[0] if self._offers else None

    def resolve_offer(self, later: bool = False) -> None:
        """The person has decided on the offer: it is taken up or not wanted, or stays for another start.

        What they took up is on disk as their own draft first.
        """
        offer = self._offers.popleft()
        if later:
            self._postponed |= offer.cells
        self._keeper.write()
        left = self._leftovers[0]
        left.keep_only(self._postponed | {place: text for more in self._offers for place, text in more.cells.items()})
        if not self._offers:
            self._leftovers.popleft().leave()
            self._postponed = {}
