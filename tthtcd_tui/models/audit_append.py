"""What a Change adds to the audit: its row, one for each place, and its link. In the transaction of the Change itself.

Nothing that is there is ever changed (`append_only`). `audit` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from tthtcd_tui.models.audit_blocks import block_of, parted
from tthtcd_tui.models.chain import START, Value, link
from tthtcd_tui.models.ledger import number_of
from tthtcd_tui.models.storage.engine import Below, Database
from tthtcd_tui.models.storage.prepared_query import PreparedQuery, given
from tthtcd_tui.models.tables import AuditChange, AuditEntry
from tthtcd_tui.models.times import written_time
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Change, Content
from tthtcd_tui.report.content_json import written
from tthtcd_tui.report.place import Place


class New(NamedTuple):
    """What a change adds to its report's chain, beside its content."""

    revision: int
    user: str
    number: int
    """Stands for the user in the chain."""
    last: bytes
    """The link that it follows."""


_COLUMNS: Final = ("change", "report", "place", "before", "after")
_LINK = PreparedQuery(
    AuditChange.select(AuditChange.hash).where(
        (AuditChange.report == given("report")) & (AuditChange.revision == given("revision"))
    )
)


def append(
    database: Database,
    report_id: int,
    change: Change,
    revision: int,
    user: str,
    rows: Iterable[tuple[Place, Content, Content]],
) -> None:
    """The audit of `change`: a row for it, and one for each place with what stood there before and after."""
    new = _next(database, report_id, revision, user)
    append_new(database, report_id, change, new, rows)


def append_new(
    database: Database, report_id: int, change: Change, new: New, rows: Iterable[tuple[Place, Content, Content]]
) -> None:
    """As `append`, with the values for the hash chain already looked up."""
    told = [(place, written(before), written(after)) for place, before, after in rows]
    _append_told(database, report_id, change, new, told)


def _append_told(
    database: Database,
    report_id: int,
    change: Change,
    new: New,
    told: Sequence[tuple[str, str | None, str | None]],
) -> None:
    """As `append_new`, with contents encoded as the audit's JSON."""
    revision, user, number, last = new
    at = written_time(datetime.now(UTC))
    packed, loose = parted(told)
    found = change_link(last, (report_id, change.op_id, revision, number, at, change.undoes), [*packed, *loose])
    values = {
        "report": report_id,
        "op_id": change.op_id,
        "revision": revision,
        "user": user,
        "at": at,
        "undoes": change.undoes,
        "hash": found,
    }
    rows = Below(AuditEntry, _COLUMNS, [(report_id, *row) for row in loose])
    database.insert_below(AuditChange, values, *([block_of(report_id, packed)] if packed else []), rows)


def append_raw(
    database: Database,
    report_id: int,
    change: Change,
    revision: int,
    user: str,
    told: Sequence[tuple[str, str | None, str | None]],
) -> None:
    """As `append`, with contents encoded as the audit's JSON."""
    new = _next(database, report_id, revision, user)
    _append_told(database, report_id, change, new, told)


def change_link(
    before: bytes,
    head: tuple[int, str, int, int, str, str | None],
    rows: Sequence[tuple[str, str | None, str | None]],
) -> bytes:
    """The link of a change in its report's chain. `head` is the report, op_id, revision, the person's number, time and
    what it undoes.
    """
    values: list[Value] = [*head]
    for row in rows:
        values += row
    return link(before, values)


def _next(database: Database, report_id: int, revision: int, user: str) -> New:
    return New(revision, user, number_of(database, user), _last_link(database, report_id, revision))


def _last_link(database: Database, report: int, revision: int) -> bytes:
    """The link before `revision`."""
    return next(
        (bytes(found) for (found,) in _LINK.rows(database, report=report, revision=revision - 1) if found), START
    )
