"""Who is where in a report now. It expires within a minute, and a failure to write it is ignored."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.part import Part, reads_report
from tthtcd_tui.models.storage.engine import guard_decoding, writing_at_once
from tthtcd_tui.models.tables import Presence
from tthtcd_tui.models.times import read_time, written_time
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place

LASTS: Final = timedelta(seconds=60)


class Present(NamedTuple):
    """Somebody at a report; without a `place`, at nothing in particular."""

    user: str
    place: Place | None
    at: datetime


class Presences(Part):
    """The presence of users at reports. Where it cannot be written, nothing happens: it is not worth an error."""

    def announce(self, report_id: int, user: str, place: Place | None, now: datetime | None = None) -> None:
        """Say that `user` is at `place`; sweep out what is out of date, of everybody and every report."""
        at = now or datetime.now(UTC)
        old = _is_of(report_id, user) | (Presence.at < written_time(at - LASTS))
        values = {"report": report_id, "user": user, "place": place or "", "at": written_time(at)}
        with suppress(StoreProblem), writing_at_once(self.database):
            Presence.delete().where(old).execute(self.database)
            Presence.insert(values).execute(self.database)

    def leave(self, report_id: int, user: str) -> None:
        """`user` is no longer at `report`; where this cannot be written, it will be out of date in a minute."""
        with suppress(StoreProblem), writing_at_once(self.database):
            Presence.delete().where(_is_of(report_id, user)).execute(self.database)

    @reads_report
    def present(self, report_id: int, now: datetime | None = None) -> list[Present]:
        """Those who announced themselves within the last minute, by name; a time in the future does not count."""
        query = Presence.select(Presence.user, Presence.place, Presence.at).where(Presence.report == report_id)
        rows = query.order_by(Presence.user).tuples().execute(self.database)
        with guard_decoding():
            found = [Present(user, Place(place) if place else None, read_time(at)) for user, place, at in rows]
        at = now or datetime.now(UTC)
        return [each for each in found if abs(at - each.at) < LASTS]


def _is_of(report_id: int, user: str) -> object:
    return (Presence.report == report_id) & (Presence.user == user)
