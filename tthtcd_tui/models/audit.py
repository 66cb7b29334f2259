"""The audit log as it is read: who changed what, when, from what, to what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import merge
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.audit_blocks import REVISION, blocks, newest_first
from tthtcd_tui.models.part import Access, Part, reads_report
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.storage.orm import Field, ModelSelect
from tthtcd_tui.models.tables import AuditChange, AuditEntry
from tthtcd_tui.models.times import read_time
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.fields import field_at, status_field
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.status import COMMENTS, REOPENED, STATUS, comment_at

_ACTIVITIES: Final = f"{PlaceKind.ACTIVITY}/"
_CARRIED: Final = f"{PlaceKind.CARRIED}/"
_AFTER_SLASH: Final = "0"
"""The letter that follows the slash: what begins with «a/» sorts before «a0»."""


class LastChange(NamedTuple):
    """Who last changed a place, and when (UTC)."""

    revision: int
    user: str
    at: datetime


class Entry(NamedTuple):
    """One place of one Change."""

    op_id: str
    revision: int
    user: str
    at: datetime
    undoes: str | None
    place: Place
    before: Content
    after: Content


class LastChanges:
    """The places changed since some revision, each with who changed it last."""

    def __init__(self, touches: Iterable[tuple[Place, LastChange]]) -> None:
        """`touches` in chronological order: the last one of a place counts."""
        self._places: dict[Place, LastChange] = {}
        self._within: dict[Place, LastChange] = {}
        for place, touch in touches:
            self._places[place] = touch
            if place.kind == PlaceKind.ACTIVITY:
                self._within[Place.of(*place.parts[:2])] = touch

    def at(self, place: Place) -> LastChange | None:
        """The last change of `place`, of the activity it is a cell of, or of any cell of the activity it names."""
        if place.kind != PlaceKind.ACTIVITY:
            return self._places.get(place)
        if len(place.parts) == 2:
            return self._within.get(place)
        found = [touch for touch in (self._places.get(place), self._places.get(place.parent)) if touch]
        return max(found, key=lambda touch: touch.revision, default=None)


def changes_since(database: Database, report_id: int, revision: int, not_by: str | None = None) -> LastChanges:
    """What was changed after `revision`; by anybody but `not_by`, if given."""
    since, in_blocks = (AuditChange.report == report_id) & (AuditChange.revision > revision), revision < REVISION
    if not_by is not None:
        since &= AuditChange.user != not_by
        in_blocks &= AuditChange.user != not_by
    columns = (AuditEntry.place, AuditChange.revision, AuditChange.user, AuditChange.at)
    query = AuditEntry.select(*columns).join(AuditChange).where(since).order_by(AuditChange.revision)
    rows = list(query.tuples().execute(database))
    for block in blocks(database, report_id, in_blocks):
        rows += [(place, revision, user, at) for _, revision, user, at, _, place, *_ in block.rows]
    rows.sort(key=lambda row: int(row[1]))
    return LastChanges((Place(place), LastChange(number, user, read_time(at))) for place, number, user, at in rows)


class History(Part):
    """Who changed what, when, from what to what."""

    def __init__(self, access: Access, form_of: Callable[[int], Form]) -> None:
        """`form_of` is the form that a report was made with."""
        super().__init__(access)
        self._form_of = form_of

    @reads_report
    def of(self, report_id: int, place: Place | None = None, limit: int = -1) -> list[Entry]:
        """The history of `place` and its cells, with what was said of it, or of the whole report; the newest first."""
        found = [row for query in _newest(report_id, place, limit) for row in query.tuples().execute(self.database)]
        rows = [row[:-1] for row in sorted(found, key=lambda row: (-int(row[1]), -int(row[-1])))]
        # Of a long history no block is read that stands before all that is asked for.
        oldest = int(rows[limit - 1][1]) if 0 < limit <= len(rows) else 0
        of_blocks = newest_first(blocks(self.database, report_id, oldest <= REVISION))
        rows += [row for row in of_blocks if place is None or _is_of(place, row[5])]
        rows.sort(key=lambda row: -int(row[1]))
        form = self._form_of(report_id)
        return [_entry(form, row) for row in (rows if limit < 0 else rows[:limit])]

    @reads_report
    def activities_since(self, report_id: int, revision: int) -> set[str]:
        """The uids of the activities that were changed, added or taken away after `revision`."""
        query = (
            AuditEntry.select(AuditEntry.place)
            .join(AuditChange)
            .where((AuditChange.report == report_id) & (AuditChange.revision > revision))
            .where(AuditEntry.place.startswith(_ACTIVITIES))
        )
        places = [place for (place,) in query.tuples().execute(self.database)]
        for block in blocks(self.database, report_id, revision < REVISION):
            places += [place for place, *_ in block.told if place.startswith(_ACTIVITIES)]
        return {Place(place).parts[1] for place in places}

    @reads_report
    def last_place(self, report_id: int, user: str) -> Place | None:
        """The place `user` changed last and can go back to: no marks, and no entries about the report itself.

        The first Change does not count: it made the year, and nobody chose its places.
        """
        theirs = (AuditChange.user == user) & (REVISION > 1)
        query = (
            AuditEntry.select(AuditChange.revision, AuditEntry.place)
            .join(AuditChange)
            .where((AuditChange.report == report_id) & theirs)
            .where(~AuditEntry.place.startswith(_CARRIED))
            .where((AuditEntry.place != STATUS) & ~AuditEntry.place.startswith(f"{STATUS}/"))
            .where(~AuditEntry.place.startswith(COMMENTS))
            .order_by(AuditChange.revision.desc(), AuditEntry.id.desc())
            .limit(1)
        )
        revision, last = next(iter(query.tuples().execute(self.database)), (0, None))
        later = newest_first(blocks(self.database, report_id, theirs, revision < REVISION))
        found = next((row[5] for row in later if not row[5].startswith(_CARRIED)), last)
        return Place(found) if found else None


def entries_of(database: Database, form: Form, report_id: int, op_id: str) -> list[Entry]:
    """The entries of the Change `op_id`, in the order they were written."""
    asked = AuditChange.op_id == op_id
    query = _select().where((AuditChange.report == report_id) & asked).order_by(AuditEntry.id)
    packed = [row for block in blocks(database, report_id, asked) for row in block.rows]
    return [_entry(form, row) for row in (*packed, *query.tuples().execute(database))]


def newest_entries(database: Database, form: Form, report_id: int) -> Iterator[Entry]:
    """The whole history, the newest first, as it is asked for."""
    query = _select().where(AuditChange.report == report_id)
    loose = query.order_by(AuditChange.revision.desc(), AuditEntry.id.desc()).tuples().execute(database)
    for row in merge(loose, newest_first(blocks(database, report_id)), key=lambda row: -int(row[1])):
        yield _entry(form, row)


def reopened_because(database: Database, report_id: int) -> str:
    """The reason given when the report was last reopened; empty if it was never final, or is final now."""
    query = (
        AuditEntry.select(AuditEntry.after)
        .where((AuditEntry.report == report_id) & (AuditEntry.place == REOPENED))
        .order_by(AuditEntry.id.desc())
        .limit(1)
    )
    found = [after for (after,) in query.tuples().execute(database)]
    with guard_decoding():
        return str(json.loads(found[0])) if found and found[0] is not None else ""


def _newest(report_id: int, place: Place | None, limit: int) -> Iterator[ModelSelect[AuditEntry]]:
    """The entries that are rows, with their numbers, `limit` at most a query: of all, or of `place` and of its cells.

    Each is read from the end of an index, however long the history is: later entries have higher numbers.
    """
    most = limit if limit >= 0 else None
    if place is None:
        by = (AuditChange.revision.desc(), AuditEntry.id.desc())
        yield _select(AuditEntry.id).where(AuditChange.report == report_id).order_by(*by).limit(most)
        return
    cells = (AuditEntry.place > f"{place}/") & (AuditEntry.place < f"{place}{_AFTER_SLASH}")
    for asked in (AuditEntry.place == place, AuditEntry.place == comment_at(place), cells):
        yield (
            _select(AuditEntry.id)
            .where(AuditEntry.report == report_id, asked)
            .order_by(AuditEntry.id.desc())
            .limit(most)
        )


def _is_of(place: Place, entry: str) -> bool:
    return entry in (place, comment_at(place)) or entry.startswith(f"{place}/")


def _select(*also: Field) -> ModelSelect[AuditEntry]:
    return AuditEntry.select(
        AuditChange.op_id,
        AuditChange.revision,
        AuditChange.user,
        AuditChange.at,
        AuditChange.undoes,
        AuditEntry.place,
        AuditEntry.before,
        AuditEntry.after,
        *also,
    ).join(AuditChange)


def _entry(form: Form, row: tuple[str, int, str, str, str | None, str, str | None, str | None]) -> Entry:
    op_id, revision, user, at, undoes, place, before, after = row
    where = Place(place)
    with guard_decoding():
        contents = _read(form, where, before), _read(form, where, after)
        return Entry(op_id, revision, user, read_time(at), undoes, where, *contents)


def _read(form: Form, place: Place, text: str | None) -> Content:
    if text is None:
        return UNANSWERED
    tree = json.loads(text)
    if place.kind == PlaceKind.ACTIVITY and len(place.parts) == 2:
        from tthtcd_tui.report.activity_json import decode_activity

        return decode_activity(form, tree)
    asked = field_at(form, place) or status_field(place)
    if asked is None:
        raise ValueError(place)
    from tthtcd_tui.report.answer_json import decode_answer

    return decode_answer(asked, tree)
