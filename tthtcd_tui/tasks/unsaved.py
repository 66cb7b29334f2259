"""What one person has typed and not saved: kept while they type, offered when they come back."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tthtcd_tui.line.draft import Draft
from tthtcd_tui.line.keeper import Keeper
from tthtcd_tui.line.spool import Spool, leftovers
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place

if TYPE_CHECKING:
    from tthtcd_tui.tasks.recover import Offer
    from tthtcd_tui.tasks.session import Session

FOLDER: Final = "chua-luu"
"""Of the drafts, among the user's own files."""
_KEPT: Final = "Phần đang gõ được giữ lại; mở lại chương trình để khôi phục."


class Unsaved:
    """The drafts of `user` on the database at `path`: this program's own, and those that others left behind."""

    def __init__(self, folder: Path, user: str, path: Path, lasting: bool = True) -> None:
        """`lasting` says whether `folder` is there at the next start."""
        self._leftovers = deque(leftovers(folder, user, path))
        self._offers: deque[Offer] = deque()
        self._postponed: dict[Place, str] = {}
        self._keeper = Keeper(Spool(folder, user, path))
        self._is_lasting = lasting
        self._is_typing = False
        self._told = ""

    # -- while typing -------------------------------------------------------------------------------------------------

    def keep(self, session: Session | None, cells: Mapping[Place, str]) -> None:
        """`cells` are typed now; called before any of it is on the screen, and with none when all is saved."""
        self._is_typing = bool(cells)
        if not cells:
            self._keeper.keep(None)
            return
        now = datetime.now(UTC)
        if session is None:
            self._keeper.keep(Draft("", "", "", 0, now, cells))
            return
        year, revision = session.year, session.revision_under(cells)
        self._keeper.keep(Draft(year.centre.code, year.form.key, year.period.label, revision, now, cells))

    def news(self) -> str:
        """Why what is typed cannot be kept, to be told once; else nothing."""
        told, self._told = self._told, self._keeper.problem
        if not self._told or self._told == told:
            return ""
        return f"Phần đang gõ chưa được giữ phòng khi rớt mạng: nên rời ô thường xuyên để lưu. {self._told}"

    def close(self) -> str:
        """Puts what is typed on disk, from any thread, for the program ends; what has become of it, if there is any."""
        self._keeper.close()
        while self._leftovers:
            self._leftovers.popleft().leave()
        if not self._is_typing or not self._is_lasting:
            return ""
        return f"Phần đang gõ chưa giữ lại được. {self._keeper.problem}" if self._keeper.problem else _KEPT

    # -- on coming back -----------------------------------------------------------------------------------------------

    def next_offer(self, store: Store) -> Offer | None:
        """The next thing that was left behind and is not saved yet; none while something is being typed.

        What has been saved meanwhile is offered to nobody. Raises StoreProblem.
        """
        if self._is_typing:
            return None
        while not self._offers and self._leftovers:
            from tthtcd_tui.tasks.recover import offers_of  # hardly any start has something to offer

            self._offers += offers_of(store, self._leftovers[0].draft)
            if not self._offers:
                left = self._leftovers.popleft()
                left.keep_only({})
                left.leave()
        return self._offers[0] if self._offers else None

    def settle(self, later: bool = False) -> None:
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
