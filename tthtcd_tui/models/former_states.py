"""What a year said earlier, at the state that an exported file names as its base."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.activity_edits import after_edits
from tthtcd_tui.models.audit import Entry, newest_entries
from tthtcd_tui.models.origins import own_uid, year_uid
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.base import Base, State, content_hash
from tthtcd_tui.report.change import Content, Edit
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.status import FORM


def state_named(database: Database, form: Form, report_id: int, now: State, base: Base) -> State | None:
    """The year's content when it had the name (a hash) in `base`; None if it never had, or `base` is of another year.

    Replays the audit backwards from `now`, as far back as the year has had its present form.
    """
    if base.year not in (year_uid(database, report_id), own_uid(database, report_id)):
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
    """The content of a year while its audit is replayed backwards."""

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
    """The audit entries, newest first, as far back as the year has had its present form."""
    for entry in newest_entries(database, form, report_id):
        if entry.place == FORM:
            return
        yield entry
