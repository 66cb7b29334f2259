"""All that has to be known before a Change is written, read in one query: each round trip delays the save."""

from __future__ import annotations

from tthtcd_tui.errors import ReportGone
from tthtcd_tui.models.chain import START
from tthtcd_tui.models.core_tables import Report, Staff
from tthtcd_tui.models.people.rights import Person, person_of
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.orm import JOIN, fn
from tthtcd_tui.models.storage.prepared_query import PreparedQuery, given
from tthtcd_tui.models.tables import AuditChange
from tthtcd_tui.models.tables import Person as Known
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.status import Status

_OTHERS = Staff.alias()
_MADE = AuditChange.alias()
_QUERY = PreparedQuery(
    Report.select(
        Report.revision,
        Report.status,
        Report.centre,
        Report.form,
        AuditChange.hash,
        Known.number,
        Staff.role,
        Staff.centre,
        Staff.reads,
        fn.EXISTS(_OTHERS.select(_OTHERS.login)),
        fn.EXISTS(_MADE.select(_MADE.op_id).where(_MADE.op_id == given("op_id"))),
    )
    .join(Staff, JOIN.LEFT_OUTER, on=(Staff.login == given("login")))
    .switch(Report)
    .join(Known, JOIN.LEFT_OUTER, on=(Known.login == given("login")))
    .switch(Report)
    .join(
        AuditChange,
        JOIN.LEFT_OUTER,
        on=((AuditChange.report == Report.id) & (AuditChange.revision == Report.revision)),
    )
    .where(Report.id == given("report"))
)


class Standing(NamedTuple):
    """The state of a report, and one person's rights and number there, as the writing transaction sees them."""

    revision: int
    status: Status
    centre: int
    form: str
    """The hash of its form's text."""
    link: bytes
    """The last of the report's chain."""
    person: Person
    """Without the unit of a supervisor, who writes nothing here."""
    number: int | None
    """Stands for the person in the chains; None for one who never did anything."""
    is_done: bool
    """Whether the Change was written before."""


def standing(database: Database, report_id: int, login: str, op_id: str) -> Standing:
    """Read the Standing of `login` at the report; `op_id` names the Change to be written. Raises ReportGone."""
    for row in _QUERY.rows(database, report=report_id, login=login, op_id=op_id):
        revision, status, centre, form, link, number, role, bound, reads, anybody, done = row
        someone = person_of(login, role, bound, reads, None, is_list=bool(anybody))
        return Standing(revision, Status(status), centre, form, link or START, someone, number, bool(done))
    raise ReportGone(report_id)
