"""Where a year came from and what it said before: by which name a file made from it finds its way back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.activity_edits import after_edits
from tthtcd_tui.models.audit import Entry, newest_entries
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import AuditChange, AuditEntry, LedgerEntry
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.base import Base, State, content_hash
from tthtcd_tui.report.change import Content, Edit
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.status import BASE, FORM

_UID_LENGTH = 32


def received(database: Database, report_id: int) -> Base | None:
    """What was read into the year last, and is still in effect."""
    query = (
        AuditEntry.select(AuditEntry.after)
        .join(AuditChange)
        .where((AuditEntry.report == report_id) & (AuditEntry.place == BASE))
        .order_by(AuditChange.revision.desc())
        .limit(1)
    )
    for (after,) in query.tuples().execute(database):
        return None if after is None else Base.parse(after.strip('"'))
    return None


def year_uid(database: Database, report_id: int) -> str:
    """The year's own name: that of the year it was read in from, else what the ledger said when it was made."""
    came_from = received(database, report_id)
    return came_from.year if came_from else _own_uid(database, report_id)


def _own_uid(database: Database, report_id: int) -> str:
    query = (
        LedgerEntry.select(LedgerEntry.hash)
        .where((LedgerEntry.kind == LedgerKind.YEAR) & (LedgerEntry.subject == str(report_id)))
        .order_by(LedgerEntry.id)
        .limit(1)
    )
    ((found,),) = query.tuples().execute(database)
    return bytes(found).hex()[:_UID_LENGTH]


def base_of(database: Database, report_id: int, state: State) -> Base:
    """What a file made of the year now names as its base: what was read in last, else what the year says itself."""
    return received(database, report_id) or Base(_own_uid(database, report_id), state.name())


def state_named(database: Database, form: Form, report_id: int, now: State, base: Base) -> State | None:
    """What the year said when its content had that name; None where it never did, or is another year.

    Followed back from `now` through the audit, no further than the form the year has now.
    """
    if base.year not in (year_uid(database, report_id), _own_uid(database, report_id)):
        return None
    past = _Past(now)
    if past.name == base.facts:
        return now
    with guard_decoding():
        for _, entries in groupby(_before(database, form, report_id), key=attrgetter("revision")):
            for entry in entries:
                past.take_back(entry)
            if past.name == base.facts:
                return State(past.answers, past.activities)
    return None


class _Past:
    """What a year said, followed back a change at a time."""

    def __init__(self, now: State) -> None:
        self.answers, self.activities = dict(now.answers), dict(now.activities)
        self._hash = content_hash(now.answers, now.activities.values())

    @property
    def name(self) -> str:
        return self._hash.hexdigest()

    def take_back(self, entry: Entry) -> None:
        if entry.place.kind == PlaceKind.ACTIVITY:
            self._take_back_activity(entry)
        elif entry.place.kind not in (PlaceKind.STATUS, PlaceKind.COMMENT) and not isinstance(entry.before, Activity):
            self._replace(entry.place, self.answers.pop(entry.place, UNANSWERED), entry.before)
            if entry.before is not UNANSWERED:
                self.answers[entry.place] = entry.before

    def _take_back_activity(self, entry: Entry) -> None:
        uid = entry.place.parts[1]
        there = self.activities.pop(uid, None)
        stood = after_edits(there, [Edit(entry.place, entry.before)])
        if stood is not None:
            self.activities[uid] = stood
        self._replace(Place.of(PlaceKind.ACTIVITY, uid), there or UNANSWERED, stood or UNANSWERED)

    def _replace(self, place: Place, there: Content, before: Content) -> None:
        self._hash.remove(place, there)
        self._hash.add(place, before)


def _before(database: Database, form: Form, report_id: int) -> Iterator[Entry]:
    """What was done, the newest first, as far back as the form is the one of now."""
    for entry in newest_entries(database, form, report_id):
        if entry.place == FORM:
            return
        yield entry
