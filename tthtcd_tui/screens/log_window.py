"""Window on the activity log: which activities are wanted, and the page of them that is shown. Read page by page."""

from __future__ import annotations

from tthtcd_tui.models.activities import Page
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.log_rows import Wanted
from tthtcd_tui.tasks.session.session import Session


class LogWindow:
    """Never more of the log is read than the screen has lines."""

    def __init__(self) -> None:
        self.wanted = Wanted()
        self.page = Page((), 0)

    def read(self, session: Session, lines: int) -> None:
        """Read the page that is wanted as it stands in the log now; the last one there is, if the log ends before."""
        self.page = self._read(session, lines)
        if not self.page.activities and self.page.total:
            self.wanted.offset = max(self.page.total - lines, 0)
            self.page = self._read(session, lines)

    def _read(self, session: Session, limit: int) -> Page:
        wanted = self.wanted
        return session.store.log.page(
            session.year.report_id,
            search=wanted.search,
            category=wanted.category,
            order=wanted.order,
            offset=wanted.offset,
            limit=limit,
        )

    def index(self, place: Place | None) -> int | None:
        """Which of the page's activities `place` is of, counted from 0; None where it is of none."""
        if place is None or place.kind != PlaceKind.ACTIVITY:
            return None
        uids = [activity.uid for activity in self.page.activities]
        return uids.index(place.parts[1]) if place.parts[1] in uids else None

    def number(self, place: Place | None) -> int | None:
        """As `index`, counted through the whole log."""
        index = self.index(place)
        return None if index is None else self.wanted.offset + index

    def activity(self, place: Place | None) -> Activity | None:
        index = self.index(place)
        return None if index is None else self.page.activities[index]

    def shows(self, number: int) -> bool:
        """Whether the activity of that number, counted through the whole log, is on the page."""
        return self.wanted.offset <= number < self.wanted.offset + len(self.page.activities)

    def turn_to(self, number: int, session: Session, lines: int, *, at_top: bool) -> Activity | None:
        """Turn the page, if it must be, so that the activity of that number is on it; return it, if there is one."""
        if not 0 <= number < self.page.total:
            return None
        if not self.shows(number):
            kept = max(lines - 1, 1)  # a line of the page before stays, so that one knows where one is
            self.wanted.offset = max(number - 1 if at_top and kept > 1 else number if at_top else number - kept, 0)
            self.read(session, lines)
        index = number - self.wanted.offset
        return self.page.activities[index] if index < len(self.page.activities) else None
