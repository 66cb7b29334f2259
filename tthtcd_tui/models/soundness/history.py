"""A report's audit, read through once: whether its chain holds, and what it says stands where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from tthtcd_tui.models.audit import change_link
from tthtcd_tui.models.chain import START
from tthtcd_tui.models.soundness.registered import Numbers
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.orm import JOIN
from tthtcd_tui.models.tables import AuditChange, AuditEntry
from tthtcd_tui.report.place import PlaceKind

_ACTIVITIES: Final = f"{PlaceKind.ACTIVITY}/"
_HEAD: Final = 6


class Replayed:
    """What the audit of one report leaves, as JSON: by place, and each activity by its uid."""

    def __init__(self, database: Database, report_id: int, numbers: Numbers) -> None:
        self.revision = 0
        self.broken_at: int | None = None
        """The first revision that does not follow from the one before."""
        self.answers: dict[str, str] = {}
        self.activities: dict[str, str | dict[str, Any]] = {}
        self._report_id = report_id
        self._read(database, numbers)

    def _read(self, database: Database, numbers: Numbers) -> None:
        last = START
        for head, rows in groupby(_rows(database, self._report_id), key=itemgetter(slice(0, _HEAD + 1))):
            op_id, revision, user, at, undoes, found, _ = head
            entries = [row[_HEAD + 1 :] for row in rows]
            told = [(place, before, after) for place, before, after, _ in entries if place is not None]
            number = numbers.of(user)
            who = -1 if number is None else number
            last = change_link(last, (self._report_id, op_id, revision, who, at, undoes), told)
            is_whole = revision == self.revision + 1 and all(of in (self._report_id, None) for *_, of in entries)
            if self.broken_at is None and not (is_whole and told and found == last):
                self.broken_at = revision
            self.revision, last = revision, bytes(found or START)
            for place, _, after in told:
                self._apply(place, after)

    def _apply(self, place: str, after: str | None) -> None:
        if place.startswith(_ACTIVITIES):
            uid, _, cell = place.removeprefix(_ACTIVITIES).partition("/")
            self._apply_activity(uid, cell, after)
        elif after is None:
            self.answers.pop(place, None)
        else:
            self.answers[place] = after

    def _apply_activity(self, uid: str, cell: str, after: str | None) -> None:
        if not cell:
            if after is None:
                self.activities.pop(uid, None)
            else:
                self.activities[uid] = after
            return
        before = self.activities[uid]
        cells: dict[str, Any] = json.loads(before) if isinstance(before, str) else before
        if after is None:
            cells.pop(cell, None)
        else:
            cells[cell] = json.loads(after)
        self.activities[uid] = cells


def _rows(database: Database, report_id: int) -> Iterator[tuple[Any, ...]]:
    change, entry = AuditChange, AuditEntry
    columns = (
        *(change.op_id, change.revision, change.user, change.at, change.undoes, change.hash, change.id),
        *(entry.place, entry.before, entry.after, entry.report),
    )
    query = change.select(*columns).join(entry, JOIN.LEFT_OUTER).where(change.report == report_id)
    yield from query.order_by(change.revision, entry.id).tuples().execute(database)
