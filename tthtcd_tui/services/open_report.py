"""The open report, and the place to resume at."""

from __future__ import annotations

from collections.abc import Callable

from tthtcd_tui.errors import ReportGone
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.first_year import opened_session
from tthtcd_tui.tasks.session.session import Session


class OpenReport:
    """One person's Session on one year, or on none while there is none."""

    def __init__(self, store: Store, user: str, session: Session | None) -> None:
        self.store = store
        self.user = user
        self.current = session
        self.last_place: Place | None = session.place_left() if session else None
        """Where the cursor stood last, to go on from."""
        self._followers: list[Callable[[Session | None], None]] = []

    @property
    def has_year(self) -> bool:
        return self.current is not None

    @property
    def session(self) -> Session:
        """The open year; only the screens about years may be shown without one."""
        if self.current is None:
            raise RuntimeError("no year is open")
        return self.current

    def on_change(self, follow: Callable[[Session | None], None]) -> None:
        """Register a callback for when another year is opened, or the open one closed."""
        self._followers.append(follow)

    def open(self, year: Year) -> None:
        """Open `year`, to go on where this person left it. Raises StoreProblem, which names the year; ReportGone."""
        session = opened_session(self.store, year, self.user)
        self._switch(session)
        self.last_place = session.place_left()

    def reload(self) -> None:
        """Open the same year again after its centre was renamed or its status changed.

        Raises ReportGone.
        """
        if self.current is not None:
            report = self.current.year.report_id
            year = self.store.years.get(report)
            if year is None:
                raise ReportGone(report)
            session = Session(self.store, year, self.user)
            for block in reversed(self.current.refused.pending):
                session.refused.take_up(block)
            self._switch(session)

    def close(self) -> None:
        """Close the open year."""
        self._switch(None)
        self.last_place = None

    def _switch(self, session: Session | None) -> None:
        self.current = session
        for follow in self._followers:
            follow(session)
