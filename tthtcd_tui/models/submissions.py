"""What a centre handed in to its superior and what came back, told in the history of the report itself."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Final, NamedTuple

from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.models.part import Part, reads_report, writes_report
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import AuditEntry
from tthtcd_tui.models.versions import write_status
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import APPROVED, RETURNED, SUBMITTED

_PLACES: Final = (SUBMITTED, RETURNED, APPROVED)


class Standing(NamedTuple):
    """What the superior has, and said of it."""

    version: int = 0
    """The version handed in last; 0 where none was."""
    returned: str = ""
    """Why it was sent back, in the superior's words."""
    approved: str = ""
    """Who approved it."""


NOT_SUBMITTED: Final = Standing()


class Submissions(Part):
    """Handing in, and what is answered to it."""

    @reads_report
    def standing(self, report_id: int) -> Standing:
        return _standing(self.database, report_id)

    @writes_report
    def hand_in(self, report_id: int, version: int, user: str) -> bool:
        """Tell that a version is handed in; whether that was not told yet. Raises NotAllowed, ReportGone."""
        self._refuse(report_id, user)
        before = _standing(self.database, report_id)
        if before.version == version:
            return False
        told: list[tuple[Place, Content, Content]] = [(SUBMITTED, _count(before.version), _count(version))]
        told += [
            (place, was, UNANSWERED) for place, was in ((RETURNED, before.returned), (APPROVED, before.approved)) if was
        ]
        self._tell(report_id, user, told)
        return True

    @writes_report
    def answer(self, report_id: int, place: Place, words: str, user: str) -> bool:
        """Tell what the superior said: RETURNED and why, or APPROVED and who; whether that is new.

        Raises NotAllowed, ReportGone.
        """
        self._refuse(report_id, user)
        before = _standing(self.database, report_id)
        stood = {RETURNED: before.returned, APPROVED: before.approved}
        if stood[place] == words:
            return False
        other = APPROVED if place == RETURNED else RETURNED
        told: list[tuple[Place, Content, Content]] = [(place, stood[place] or UNANSWERED, words)]
        if stood[other]:
            told.append((other, stood[other], UNANSWERED))
        self._tell(report_id, user, told)
        return True

    def _refuse(self, report_id: int, user: str) -> None:
        """A clerk may; a final report is no obstacle: nothing of it is changed."""
        head = rights.head(self.database, report_id)
        rights.refuse_readers(rights.person(self.database, user), head.centre)

    def _tell(self, report_id: int, user: str, told: list[tuple[Place, Content, Content]]) -> None:
        write_status(self.database, report_id, rights.head(self.database, report_id).status, user, told)


def _standing(database: Database, report_id: int) -> Standing:
    """What was told last at each place."""
    table = AuditEntry
    query = (
        table.select(table.place, table.after)
        .where((table.report == report_id) & table.place.in_(_PLACES))
        .order_by(table.id)
    )
    with guard_decoding():
        last = {
            place: json.loads(after) if after is not None else "" for place, after in query.tuples().execute(database)
        }
        return Standing(int(last.get(SUBMITTED) or 0), str(last.get(RETURNED, "")), str(last.get(APPROVED, "")))


def _count(number: int) -> Answer:
    return Quantity(Decimal(number)) if number else UNANSWERED
