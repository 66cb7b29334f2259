"""What a centre handed in to its superior and what came back, told in the history of the report itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from tthtcd_tui.errors import CannotAnswer
from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.models.ledger import append, submission_digest
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.part import Part, reads_report, writes_report
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.tables import AuditEntry, Submission
from tthtcd_tui.models.versions import write_status
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import APPROVED, ENDORSED, RETURNED, SUBMITTED, UPWARD, Status
from tthtcd_tui.report.unit_kinds import UnitKind


class Standing(NamedTuple):
    """Where a report stands with its superior: the version handed in last, and what was answered to it."""

    version: int = 0
    """The version handed in last; 0 where none was."""
    returned: str = ""
    """Why it was sent back, in the superior's words; empty where it was not."""
    approved: str = ""
    """Who approved it, in words; empty until every unit that has to has done so."""
    endorsed: Mapping[UnitKind, str] = {}
    """What each body above said as it approved, where they share the database."""

    @property
    def answers(self) -> list[tuple[Place, str]]:
        """The answers, each with the Place at which the history tells it."""
        said = [(RETURNED, self.returned), (APPROVED, self.approved)]
        said += [(ENDORSED[kind], words) for kind, words in self.endorsed.items()]
        return [(place, words) for place, words in said if words]


class Submissions(Part):
    """Handing in, and what is answered to it."""

    @reads_report
    def standing(self, report_id: int) -> Standing:
        return standing_of(self.database, report_id)

    @writes_report
    def hand_in(self, report_id: int, version: int, user: str, manifest: str = "") -> bool:
        """Record that a version was handed in; returns False where that was recorded before.

        `manifest`, as JSON, has the sums of the version; the first one of a version is kept. Raises NotAllowed,
        ReportGone, and CannotAnswer where the report is a draft again.
        """
        head = self._refuse(report_id, user)
        before = standing_of(self.database, report_id)
        if manifest and head.status is not Status.FINAL:
            raise CannotAnswer("Chưa nộp: báo cáo vừa được mở lại. Hãy đề nghị giám đốc chốt rồi nộp.")
        if manifest:
            _keep(self.database, user, report_id, version, manifest)
        if before.version == version:
            return False
        told: list[tuple[Place, Content, Content]] = [(SUBMITTED, _count(before.version), _count(version))]
        told += [(place, was, UNANSWERED) for place, was in before.answers]
        self._tell(report_id, user, told)
        return True

    @writes_report
    def answer(self, report_id: int, place: Place, words: str, user: str) -> bool:
        """Record the superior's answer: RETURNED with the reason, or APPROVED with who did; returns whether it is new.

        Raises NotAllowed, ReportGone.
        """
        self._refuse(report_id, user)
        before = standing_of(self.database, report_id)
        stood = {RETURNED: before.returned, APPROVED: before.approved}
        if stood[place] == words:
            return False
        other = APPROVED if place == RETURNED else RETURNED
        told: list[tuple[Place, Content, Content]] = [(place, stood[place] or UNANSWERED, words)]
        if stood[other]:
            told.append((other, stood[other], UNANSWERED))
        self._tell(report_id, user, told)
        return True

    def _refuse(self, report_id: int, user: str) -> rights.Head:
        """Raise NotAllowed unless `user` may write at the centre. The report may be final: nothing in it changes."""
        head = rights.head(self.database, report_id)
        rights.refuse_readers(rights.person(self.database, user), head.centre)
        return head

    def _tell(self, report_id: int, user: str, told: list[tuple[Place, Content, Content]]) -> None:
        write_status(self.database, report_id, rights.head(self.database, report_id).status, user, told)


def _keep(database: Database, user: str, report_id: int, version: int, manifest: str) -> None:
    """Keep the manifest of a version, unless one is kept: a version never changes."""
    table = Submission
    if not table.select().where((table.report == report_id) & (table.version == version)).exists(database):
        table.insert({table.report: report_id, table.version: version, table.manifest: manifest}).execute(database)
        of_row = submission_digest(report_id, version, manifest)
        append(database, user, LedgerKind.SUBMISSION, f"{report_id}/{version}", of_row)


def standing_of(database: Database, report_id: int) -> Standing:
    """As the history tells it."""
    table = AuditEntry
    query = (
        table.select(table.place, table.after)
        .where((table.report == report_id) & table.place.in_(UPWARD))
        .order_by(table.id)
    )
    return standing_told(query.tuples().execute(database))


def standing_told(rows: Iterable[tuple[str, str | None]]) -> Standing:
    """The Standing after `rows` of the history: pairs of a place and what stands there since, the oldest first."""
    with guard_decoding():
        last = {place: json.loads(after) if after is not None else "" for place, after in rows}
        endorsed = {kind: str(last[place]) for kind, place in ENDORSED.items() if last.get(place)}
        return Standing(
            int(last.get(SUBMITTED) or 0), str(last.get(RETURNED, "")), str(last.get(APPROVED, "")), endorsed
        )


def _count(number: int) -> Answer:
    return Quantity(Decimal(number)) if number else UNANSWERED
