"""The letterhead of a unit's own report, as its supervisor says it: told by the ledger, which keeps who said what."""

from __future__ import annotations

import json
from typing import Any

from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.part import Part, reads, writes
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import LedgerEntry

_OF_ALL = "*"
"""Stands in place of a unit's code for the letterhead of directors of all centres."""


class Letterheads(Part):
    """One letterhead for each unit, and one for directors of all centres, asked for by the empty code."""

    @reads
    def of(self, unit: str) -> dict[str, Any]:
        """The values set so far, by the name of the field; a field that was never set is missing."""
        return _of(self.database, unit)

    @writes
    def say(self, field: str, value: str | list[str]) -> None:
        """Set a field of the letterhead that the signed-in user keeps. Raises NotAllowed."""
        who = rights.person(self.database, self.access.user)
        if who.role is not Role.SUPERVISOR:
            rights.refuse_all_but_directors(who, None, "ghi thể thức báo cáo tổng hợp")
        unit = who.unit or ""
        head = _of(self.database, unit)
        if head.get(field) == value:
            return
        from tthtcd_tui.models.ledger import append  # a roll-up only reads

        words = {"head": json.dumps({**head, field: value}, ensure_ascii=False)}
        append(self.database, self.access.user, LedgerKind.LETTERHEAD, unit or _OF_ALL, words=words)


def _of(database: Database, unit: str) -> dict[str, Any]:
    told = LedgerEntry.kind == LedgerKind.LETTERHEAD
    asked = LedgerEntry.select(LedgerEntry.words).where(told, LedgerEntry.subject == (unit or _OF_ALL))
    with guard_decoding():
        for (words,) in asked.order_by(LedgerEntry.id.desc()).limit(1).tuples().execute(database):
            found: dict[str, Any] = json.loads(json.loads(words)["head"])
            return found
    return {}
