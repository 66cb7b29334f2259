"""Where a year came from: by which name a file made from it finds its way back."""

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
    """What a file made of the year now names as its base: what was read in last, else what the year says itself."""
    return received(database, report_id) or Base(own_uid(database, report_id), state.name())


def told(database: Database, report_id: int, after: Base | None) -> list[tuple[Place, Content, Content]]:
    """What the audit says where `after` is the base from now on; nothing where it was before."""
    before = received(database, report_id)
    words = [UNANSWERED if base is None else str(base) for base in (before, after)]
    return [(BASE, words[0], words[1])] if before != after else []
