"""Accepting data that the program did not write and that are right all the same: by a director, recorded for good.

Accepting adds an entry to the ledger (of a row) or to the report's audit (of an answer), as if the program had written
it. A later change behind the program's back is therefore found again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final
from uuid import uuid4

from tthtcd_tui.errors import NothingToAccept
from tthtcd_tui.models.audit_append import append_raw
from tthtcd_tui.models.core_tables import Report
from tthtcd_tui.models.ledger import append, number_of
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.part import Part, reads, writes
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.soundness.check import flaws
from tthtcd_tui.models.soundness.flaw import Amendment, Flaw, Pin
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import LedgerEntry
from tthtcd_tui.models.times import read_time
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Change

WHAT: Final = "chấp nhận dữ liệu bị sửa ngoài chương trình"
_LONGEST_SUBJECT: Final = 64


class Accepted(NamedTuple):
    """A difference that was accepted: when, by whom, why, and what the deep reading had said of it."""

    at: datetime
    user: str
    why: str
    said: str


class Acceptances(Part):
    """What was accepted, and the way to accept more."""

    @writes
    def accept(self, wanted: Sequence[Flaw], why: str) -> list[Flaw]:
        """Accept the flaws `wanted`, all or none, if the data are still as they were found; returns what was accepted.

        Raises NotAllowed for all but a director of all centres, NothingToAccept where one of `wanted` is not found.
        """
        database, user = self.database, self.access.user
        rights.refuse_all_but_directors(rights.person(database, user), None, WHAT)
        found = _found(database, wanted)
        if strangers := [login for flaw in found if isinstance(flaw.mend, Pin) for login in flaw.mend.logins]:
            for login in strangers:
                number_of(database, login)
            found = _found(database, wanted)
        amended = [(flaw, flaw.mend) for flaw in found if isinstance(flaw.mend, Amendment)]
        for report, each in groupby(sorted(amended, key=_report), key=_report):
            _amend(database, user, report, [amendment for _, amendment in each])
        for flaw in found:
            _tell(database, user, flaw, why)
        return found

    @reads
    def all(self) -> list[Accepted]:
        """The newest first."""
        return accepted(self.database)


def accepted(database: Database) -> list[Accepted]:
    """What was accepted, the newest first; inside a transaction of the caller's."""
    table = LedgerEntry
    query = table.select(table.at, table.user, table.words).where(table.kind == LedgerKind.ACCEPTED.value)
    rows = query.order_by(table.id.desc()).tuples().execute(database)
    told = ((at, user, json.loads(words)) for at, user, words in rows)
    return [Accepted(read_time(at), user, words["why"], words["said"]) for at, user, words in told]


def _found(database: Database, wanted: Iterable[Flaw]) -> list[Flaw]:
    codes = {flaw.code: flaw for flaw in wanted}
    reports = {flaw.report for flaw in wanted if flaw.report is not None}
    found = {flaw.code: flaw for flaw in flaws(database, only=reports) if flaw.code in codes}
    if gone := [str(flaw) for code, flaw in codes.items() if code not in found]:
        raise NothingToAccept("Chưa chấp nhận gì: dữ liệu vừa bị đổi nữa. Hãy kiểm tra lại.", gone)
    return list(found.values())


def _report(pair: tuple[Flaw, Amendment]) -> int:
    return pair[1].report


def _amend(database: Database, user: str, report: int, amendments: Sequence[Amendment]) -> None:
    """Append one Change to the audit of a report, draft or final; its tables hold the content already."""
    revision = rights.head(database, report).revision + 1
    told = [(each.place, each.before, each.after) for each in amendments]
    append_raw(database, report, Change(uuid4().hex, ()), revision, user, told)
    Report.update({Report.revision: revision}).where(Report.id == report).execute(database)


def _tell(database: Database, user: str, flaw: Flaw, why: str) -> None:
    words = {"why": why, "said": flaw.kept}
    if isinstance(flaw.mend, Pin):
        pin = flaw.mend
        words |= {"kind": str(pin.kind), "of": pin.of, **pin.words}
        append(database, user, LedgerKind.ACCEPTED, f"{pin.kind}/{pin.of}"[:_LONGEST_SUBJECT], pin.found, words)
    elif flaw.mend:
        subject = f"{flaw.mend.report}/{flaw.mend.place}"[:_LONGEST_SUBJECT]
        append(database, user, LedgerKind.ACCEPTED, subject, None, words)
