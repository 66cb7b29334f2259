"""A report's audit, read through once: whether its chain holds, and what it says stands where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, Final

from tthtcd_tui.models.audit_append import change_link
from tthtcd_tui.models.audit_blocks import unpack
from tthtcd_tui.models.chain import START
from tthtcd_tui.models.soundness.flaw import NOBODY, By, Odd, Row, Seen, pinned
from tthtcd_tui.models.soundness.told import Numbers
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.orm import JOIN
from tthtcd_tui.models.tables import AuditBlock, AuditChange, AuditEntry
from tthtcd_tui.report.place import PlaceKind

_ACTIVITIES: Final = f"{PlaceKind.ACTIVITY}/"
_HEAD: Final = 6
_UNREADABLE: Final = (None, None, None, -1)
"""Stands for the entries of a block that cannot be read; no report has that number."""


class Replayed:
    """What the audit of one report leaves, as JSON: by place, and each activity by its uid."""

    def __init__(self, database: Database, report_id: int, numbers: Numbers) -> None:
        self.revision = 0
        self.answers: dict[str, str] = {}
        self.activities: dict[str, str | dict[str, Any]] = {}
        self._report_id = report_id
        self._last = START
        self._odds: list[Odd | str] = []
        self._read(database, numbers)

    def odds(self, revision: int) -> Iterator[Odd | str]:
        """Where the chain does not hold, of a report that is at `revision`."""
        yield from self._odds
        if revision > self.revision:
            yield self._missing(revision)
        elif revision < self.revision:  # the next one to be saved would be there already
            yield f"nhật ký sửa đổi kể {self.revision} trên {revision} lần lưu"

    def _read(self, database: Database, numbers: Numbers) -> None:
        packed = _packed(database, self._report_id)
        for head, rows in groupby(_rows(database, self._report_id), key=itemgetter(slice(0, _HEAD + 1))):
            op_id, revision, user, at, undoes, found, change = head
            entries = [*packed.get(change, ()), *(row[_HEAD + 1 :] for row in rows)]
            told = [(place, before, after) for place, before, after, _ in entries if place is not None]
            number = numbers.of(user)
            who = -1 if number is None else number
            is_next = revision == self.revision + 1
            # What is saved after a gap at the end begins a chain of its own.
            before = self._last if is_next else START
            expected = change_link(before, (self._report_id, op_id, revision, who, at, undoes), told)
            is_whole = bool(told) and all(of in (self._report_id, None) for *_, of in entries)
            follows = is_whole and found == expected
            by, row = (user, numbers.stable(user)), (op_id, at, undoes, found)
            if not (is_next and follows):
                row += tuple(chain.from_iterable(entries))
            if _UNREADABLE in entries:  # nobody's word makes it readable
                self._odds.append(f"lần lưu {revision} trong nhật ký sửa đổi không đọc được")
            elif not is_next:
                self._odds.append(self._missing(revision - 1, *(() if follows else (row, by))))
            elif not follows:
                self._odds.append(self._changed(revision, row, by))
            self.revision, self._last = revision, bytes(found or START)
            for place, _, after in told:
                self._apply(place, after)

    def _changed(self, revision: int, row: Row, by: By) -> Odd:
        words = f"lần lưu {revision} trong nhật ký sửa đổi bị thay đổi"
        return pinned(words, Seen.CHANGE, f"{self._report_id}/{revision}", *row, by=by)

    def _missing(self, last: int, row: Row = (), by: By = NOBODY) -> Odd:
        """Nothing is told between the last revision read and the one after `last`, whose `row` is given where it does
        not follow from what is left.
        """
        first = self.revision + 1
        which = f"lần lưu {first}" if first == last else f"các lần lưu {first}–{last}"
        of = f"{self._report_id}/{first}"
        return pinned(f"nhật ký sửa đổi thiếu {which}", Seen.CHANGE, of, first, last, self._last, *row, by=by)

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
        before = self.activities.get(uid, {})  # nothing, where the audit has lost how it began
        cells: dict[str, Any] = json.loads(before) if isinstance(before, str) else before
        if after is None:
            cells.pop(cell, None)
        else:
            cells[cell] = json.loads(after)
        self.activities[uid] = cells


def _packed(database: Database, report_id: int) -> dict[int, list[tuple[Any, ...]]]:
    """What the blocks of its changes hold, by change, each as an entry."""
    block, change = AuditBlock, AuditChange
    query = block.select(block.change, block.report, block.data).join(change).where(change.report == report_id)
    return {number: _entries(of, data) for number, of, data in query.tuples().execute(database)}


def _entries(of: int, data: bytes) -> list[tuple[Any, ...]]:
    try:
        return [(*row, of) for row in unpack(data)]
    except ValueError:
        return [_UNREADABLE]


def _rows(database: Database, report_id: int) -> Iterator[tuple[Any, ...]]:
    change, entry = AuditChange, AuditEntry
    columns = (
        *(change.op_id, change.revision, change.user, change.at, change.undoes, change.hash, change.id),
        *(entry.place, entry.before, entry.after, entry.report),
    )
    query = change.select(*columns).join(entry, JOIN.LEFT_OUTER).where(change.report == report_id)
    yield from query.order_by(change.revision, entry.id).tuples().execute(database)
