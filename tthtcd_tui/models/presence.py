"""Who is where in a report now: told to the others, out of date in a minute, and never worth disturbing anybody for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from tthtcd_tui.models.database import Database, undamaged
from tthtcd_tui.models.tables import Presence
from tthtcd_tui.models.times import read_time, written_time
from tthtcd_tui.report.place import Place

LASTS: Final = timedelta(seconds=60)


class Present(NamedTuple):
    """Somebody at a report; without a `place`, at nothing in particular."""

    user: str
    place: Place | None
    at: datetime


def here(database: Database, report: int, user: str, place: Place | None, now: datetime) -> None:
    """Says that `user` is at `place`; sweeps out what is out of date, of everybody and every report."""
    Presence.delete().where(_is_of(report, user) | (Presence.at < written_time(now - LASTS))).execute(database)
    values = {"report": report, "user": user, "place": place or "", "at": written_time(now)}
    Presence.insert(values).execute(database)


def left(database: Database, report: int, user: str) -> None:
    Presence.delete().where(_is_of(report, user)).execute(database)


def present(database: Database, report: int, now: datetime) -> list[Present]:
    """Those who said so within the last minute, by name. A time to come is a clock set back since: as good as none."""
    query = Presence.select(Presence.user, Presence.place, Presence.at).where(Presence.report == report)
    rows = query.order_by(Presence.user).tuples().execute(database)
    with undamaged():
        found = [Present(user, Place(place) if place else None, read_time(at)) for user, place, at in rows]
    return [each for each in found if abs(now - each.at) < LASTS]


def _is_of(report: int, user: str) -> object:
    return (Presence.report == report) & (Presence.user == user)
