"""Where a year came from, and the base that its exported files name, by which they can be merged back."""

from __future__ import annotations

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import AuditChange, AuditEntry, LedgerEntry
from tthtcd_tui.report.base import Base, State
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import BASE

_UID_LENGTH = 32


def received(database: Database, report_id: int) -> Base | None:
    """The base of the file that was last read into the year and not undone; None where there is none."""
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
    return came_from.year if came_from else own_uid(database, report_id)


def own_uid(database: Database, report_id: int) -> str:
    query = (
        LedgerEntry.select(LedgerEntry.hash)
        .where((LedgerEntry.kind == LedgerKind.YEAR) & (LedgerEntry.subject == str(report_id)))
        .order_by(LedgerEntry.id)
        .limit(1)
    )
    ((found,),) = query.tuples().execute(database)
    return bytes(found).hex()[:_UID_LENGTH]


def base_of(database: Database, report_id: int, state: State) -> Base:
    """The base that a file exported now names: what was last read in, else the year's own state."""
    return received(database, report_id) or Base(own_uid(database, report_id), state.name())


def told(database: Database, report_id: int, after: Base | None) -> list[tuple[Place, Content, Content]]:
    """The audit rows that make `after` the base from now on; none where it is the base already."""
    before = received(database, report_id)
    words = [UNANSWERED if base is None else str(base) for base in (before, after)]
    return [(BASE, words[0], words[1])] if before != after else []
