"""Window on the activity log: which activities are wanted, and the page of them that is shown. Read page by page."""

from __future__ import annotations

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.activities import Order, Page
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.log_rows import CATEGORY, ORDERS, SEARCH, Wanted
from tthtcd_tui.tasks.session.categories import categories_of
from tthtcd_tui.tasks.session.log_activity import cell_problem
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.clean import clean_line


class LogWindow:
    """Never more of the log is read than the screen has lines."""

    def __init__(self) -> None:
        self.wanted = Wanted()
        self.page = Page((), 0)

    def look_for(self, form: Form, place: Place, raw: str) -> str | None:
        """Want what was typed at `place` of the line to find, from the beginning on; None, or why it cannot be."""
        wanted = self.wanted
        if place == SEARCH:
            try:
                wanted.search = clean_line(raw)
            except TextProblem as problem:
                return problem.message
        elif place == CATEGORY:
            is_any = raw.strip() in ("", "0")
            option = None if is_any else categories_of(form).option(raw)
            if option is None and not is_any:
                return cell_problem(form, "category", raw)
            wanted.category = option.key if option else ""
        else:
            wanted.order = list(Order)[int(raw) - 1] if raw.isdigit() and 0 < int(raw) <= len(ORDERS) else Order.DATE
        wanted.offset = 0
        return None

    def show_category(self, category: str) -> None:
        """Want the activities of one category, or with nothing all, from the beginning on."""
        self.wanted.category, self.wanted.search, self.wanted.offset = category, "", 0

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
