"""Presence poller: announces the user's place to colleagues, and shows theirs on the overview."""

from __future__ import annotations

from typing import Final, Protocol

from tthtcd_tui.services.open_report import OpenReport
from tthtcd_tui.tasks.people.presence import PresenceTracker
from tthtcd_tui.tasks.session.session import Session

PRESENCE_SECONDS: Final = 5.0
"""Seconds between two polls; presence may be late."""


class Overview(Protocol):
    """The screen where presence is shown."""

    @property
    def is_on_overview(self) -> bool: ...

    def refresh_top(self) -> None:
        """Show what has changed."""


class PresencePoller:
    """`others` is who else is at this year and where, a few words each."""

    def __init__(self, report: OpenReport, overview: Overview) -> None:
        self.others: list[str] = []
        self._report = report
        self._overview = overview
        self._tracker = PresenceTracker(report.current) if report.current else None
        report.on_change(self._follow)

    def poll(self) -> None:
        """Announce the user's place; on the overview, also read those of the others."""
        if self._tracker is None:
            return
        is_on_overview = self._overview.is_on_overview
        self._tracker.tell(None if is_on_overview else self._report.last_place)
        if is_on_overview and (others := self._tracker.others()) != self.others:
            self.others = others
            self._overview.refresh_top()

    def leave(self) -> None:
        """Take the user's presence away."""
        if self._tracker is not None:
            self._tracker.leave()

    def _follow(self, session: Session | None) -> None:
        self.leave()
        self._tracker = PresenceTracker(session) if session else None
        self.others = []
