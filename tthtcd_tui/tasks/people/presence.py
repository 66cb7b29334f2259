"""Who else is at the year, for the overview: «Trần Thị Thu đang sửa Ban Giám đốc»."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.session.session import Session

_AGAIN: Final = timedelta(seconds=20)
"""The interval of repeated announcements: a third of the time after which they expire."""


def _now() -> datetime:
    return datetime.now(UTC)


class PresenceTracker:
    """Announces the user's place to others, and lists where the others are."""

    def __init__(self, session: Session, clock: Callable[[], datetime] = _now) -> None:
        self._session = session
        self._clock = clock
        self._told: tuple[str, datetime] | None = None

    def tell(self, place: Place | None) -> None:
        """Announce that the user is at `place`, or at none. Cheap to call often: it is written only when the section
        changes, and at intervals.
        """
        session, now, label = self._session, self._clock(), section_label(self._session, place)
        if self._told and self._told[0] == label and abs(now - self._told[1]) < _AGAIN:
            return
        self._told = label, now
        session.store.presence.announce(session.year.report_id, session.user, place, now)

    def leave(self) -> None:
        """Take the user's presence away as they close the year."""
        self._told = None
        self._session.store.presence.leave(self._session.year.report_id, self._session.user)

    def others(self) -> list[str]:
        """A line for each of the others who are here, by name; none where that cannot be read."""
        return others_here(self._session, self._clock())


def others_here(session: Session, now: datetime) -> list[str]:
    """What `PresenceTracker.others` says, at the moment `now`."""
    try:
        found = session.store.presence.present(session.year.report_id, now)
        return [
            f"{session.called(each.user)} {_doing(session, each.user, each.place)}"
            for each in found
            if each.user != session.user
        ]
    except StoreProblem:  # such as a year deleted this very moment
        return []


def section_label(session: Session, place: Place | None) -> str:
    """What the screen that asks for `place` is called; nothing for no place."""
    if place is None:
        return ""
    section = session.section_of(place)
    found = (screen.label for screen in session.form.screens if section in screen.sections)
    return next(found, "chi tiết báo cáo")


def _doing(session: Session, user: str, place: Place | None) -> str:
    label = section_label(session, place)
    if not label:
        return "đang xem báo cáo"
    return f"đang {'xem' if session.store.why_read_only(session.year.report_id, user) else 'sửa'} {label}"
