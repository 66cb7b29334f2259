"""Answers of the units above a centre to its submission, where all share a database: returned, or approved in turn.

Each stands in the history of the report, with who and when; returning it makes the report a draft again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Final, TypeVar

from tthtcd_tui.errors import CannotAnswer
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.above import chain_of, unit_of
from tthtcd_tui.models.catalogue import FormRow, Year, years
from tthtcd_tui.models.comments import open_threads
from tthtcd_tui.models.core_tables import Centre, FormText, Report, Staff
from tthtcd_tui.models.ledger import append
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.part import Part, reads, writes, writes_report
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.reach import Reach
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.engine import Database, guard_decoding
from tthtcd_tui.models.storage.orm import Expression, Model, ModelSelect
from tthtcd_tui.models.submissions import Standing, standing_of, standing_told
from tthtcd_tui.models.tables import AuditChange, AuditEntry, LedgerEntry, ReportVersion, Submission
from tthtcd_tui.models.times import read_time
from tthtcd_tui.models.unit_list import belongings
from tthtcd_tui.models.versions import versions_of, write_status
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import APPROVED, ENDORSED, REOPENED, RETURNED, STATUS, SUBMITTED, UPWARD, Status
from tthtcd_tui.text.periods import Period, PeriodKind

_Of = TypeVar("_Of", bound=Model)
_PERIOD: Final = (Report.period_kind, Report.period_start, Report.period_end, Report.period_label)

Key = tuple[int, int]
"""A version: the number of the report, and its own."""


class Approval(NamedTuple):
    """The result of approving: whether it was new, and who is next."""

    is_new: bool
    waits_for: str
    """Name of the unit that has to approve next; nothing where all have."""


class HandedIn(NamedTuple):
    """A year as those above it see it, whether it was handed in or not."""

    year: Year
    unit: str
    """The code of the unit that its centre belongs to; nothing where it belongs to none."""
    standing: Standing
    at: datetime | None = None
    """When it was handed in last."""
    answered: tuple[datetime, str] | None = None
    """When it was last answered, and by whom."""

    @property
    def version(self) -> Key:
        """The one that was handed in last."""
        return self.year.report_id, self.standing.version


class Finalised(NamedTuple):
    """A version as it was finalised, without its files."""

    form: FormRow
    at: str
    """UTC, as stored: 2021-06-05T07:00:00.000000Z."""


class Verdicts(Part):
    """Sending back and approving; who has handed in, and by when they have to."""

    @writes_report
    def send_back(self, report_id: int, reason: str, user: str) -> str:
        """Return a submission to its centre and make the final report a draft again; returns the words of the history.

        Raises NotAllowed, CannotAnswer, ReportGone.
        """
        found = _Case(self.database, report_id, user)
        if not reason:
            raise CannotAnswer("Trả lại báo cáo phải có lý do. Hãy ghi lý do.")
        words = f"{found.mine.name}: {reason}"
        told: list[tuple[Place, Content, Content]] = [(RETURNED, UNANSWERED, words), *found.taken_back()]
        status = found.head.status
        if found.is_as_handed_in:
            told += [(STATUS, Status.FINAL.value, UNANSWERED), (REOPENED, UNANSWERED, words)]
            status = Status.DRAFT
        write_status(self.database, report_id, status, user, told)
        return words

    @writes_report
    def approve(self, report_id: int, remark: str, user: str) -> Approval:
        """Approve a submission, once the units below have. Raises NotAllowed, CannotAnswer, ReportGone."""
        found = _Case(self.database, report_id, user)
        found.refuse_moved_on()
        found.refuse_too_early()
        if left := len(open_threads(self.database, report_id)):
            raise CannotAnswer(f"Còn {left} góp ý chưa xong. Hãy xem câu trả lời, khép góp ý rồi duyệt, hoặc trả lại.")
        mine, before = found.mine, found.standing
        words = before.endorsed.get(mine.kind) or (f"{mine.name}: {remark}" if remark else mine.name)
        endorsed = {**before.endorsed, mine.kind: words}
        waiting = next((unit.name for unit in found.chain if unit.answers and unit.kind not in endorsed), "")
        told: list[tuple[Place, Content, Content]] = []
        if mine.kind not in before.endorsed:
            told.append((ENDORSED[mine.kind], UNANSWERED, words))
        if not waiting and not before.approved:
            said = "; ".join(endorsed[unit.kind] for unit in found.chain if unit.kind in endorsed)
            told.append((APPROVED, UNANSWERED, said))
        if told:
            write_status(self.database, report_id, found.head.status, user, told)
        return Approval(bool(told), waiting)

    @reads
    def of_period(self, period: Period) -> list[HandedIn]:
        """Every year of just its days that whoever has signed in may read, without a number. Raises NotOnStaff."""
        reach = self._reach()
        told = {report: _history(rows) for report, rows in _told(self.database, reach, period)}
        units = belongings(self.database)
        found = []
        for year in years(self.database, reach, period):
            standing, at, answered = told.get(year.report_id, (Standing(), None, None))
            found.append(HandedIn(year, units.get(year.centre.id, ""), standing, at, answered))
        return found

    @reads
    def finalised(self, period: Period) -> dict[Key, Finalised]:
        """Every version of those years. Raises NotOnStaff."""
        table = ReportVersion
        columns = (table.report, table.number, table.at, FormText.hash, FormText.key, FormText.version)
        query = table.select(*columns).join(FormText).switch(table).join(Report)
        rows = self._of_days(query, period).tuples().execute(self.database)
        return {(report, number): Finalised(FormRow(*form), at) for report, number, at, *form in rows}

    @reads
    def manifests(self, period: Period, *, of_no_unit: bool = False) -> dict[Key, str]:
        """The manifests of what was handed in of those years, as JSON; submissions of early releases have none.

        `of_no_unit`: only those of centres that belong to no unit. Raises NotOnStaff.
        """
        table = Submission
        query = table.select(table.report, table.version, table.manifest).join(Report)
        if of_no_unit:
            query = query.join(Centre).where(Centre.unit.is_null()).switch(Report)
        rows = self._of_days(query, period).tuples().execute(self.database)
        return {(report, version): manifest for report, version, manifest in rows}

    @reads
    def periods(self) -> list[Period]:
        """The periods with any submission that the signed-in user may read, newest first."""
        query = Report.select(*_PERIOD).join(AuditEntry, on=(AuditEntry.report == Report.id)).distinct()
        return self._periods(query.where(AuditEntry.place == SUBMITTED))

    @reads
    def begun(self) -> list[Period]:
        """The periods with any year, begun or further, that the signed-in user may read, newest first."""
        return self._periods(Report.select(*_PERIOD).distinct())

    def _periods(self, query: ModelSelect[Report]) -> list[Period]:
        query = self._reach().narrowed(query, Report.centre)
        with guard_decoding():
            found = {
                (start, end): Period(PeriodKind(kind), date.fromisoformat(start), date.fromisoformat(end), label)
                for kind, start, end, label in query.tuples().execute(self.database)
            }
        return [found[key] for key in sorted(found, reverse=True)]

    @reads
    def answering(self) -> frozenset[str]:
        """The codes of the units that somebody supervises: what is approved waits for those alone."""
        query = Staff.select(Staff.unit).where(Staff.unit.is_null(is_null=False)).distinct()
        with guard_decoding():
            return frozenset(code for (code,) in query.tuples().execute(self.database))

    @reads
    def deadlines(self, period: Period) -> dict[str, date]:
        """The deadlines of a period by the code of the unit that set each; under "" the one for everybody."""
        table = LedgerEntry
        query = table.select(table.words).where((table.kind == LedgerKind.DEADLINE) & (table.subject == _days(period)))
        with guard_decoding():
            told = [json.loads(words) for (words,) in query.order_by(table.id).tuples().execute(self.database)]
            return {tree["unit"]: date.fromisoformat(tree["day"]) for tree in told}

    @reads
    def deadline_of(self, year: Year) -> date | None:
        """The deadline that holds for a year: that of the nearest unit above it, else the one for everybody."""
        return self.deadlines_of([year]).get(year.report_id)

    @reads
    def deadlines_of(self, years: Iterable[Year]) -> dict[int, date]:
        """As `deadline_of`, for many years: by the number of the report, where there is one."""
        found: dict[int, date] = {}
        paths: dict[int, tuple[str, ...]] = {}
        for year in years:
            if told := self.deadlines(year.period):
                centre = year.centre.id
                if centre not in paths:
                    paths[centre] = (*(unit.code for unit in chain_of(self.database, centre)), "")
                if nearest := next((told[code] for code in paths[centre] if code in told), None):
                    found[year.report_id] = nearest
        return found

    @writes
    def set_deadline(self, period: Period, day: date) -> None:
        """Set the deadline: a supervisor for all below the unit, a director of all for everybody. Raises NotAllowed."""
        who = rights.person(self.database, self.access.user)
        if who.role is not Role.SUPERVISOR:
            rights.refuse_all_but_directors(who, None, "đặt hạn nộp")
        words = {"unit": who.unit or "", "day": day.isoformat()}
        append(self.database, self.access.user, LedgerKind.DEADLINE, _days(period), words=words)

    def _of_days(self, query: ModelSelect[_Of], period: Period) -> ModelSelect[_Of]:
        """Restrict a query that joins Report to the period's exact days and to what the signed-in user may read."""
        return self._reach().narrowed(query.where(_is_of(period)), Report.centre)

    def _reach(self) -> Reach:
        return rights.reach_of(rights.person(self.database, self.access.user))


def _is_of(period: Period) -> Expression:
    """The condition that a report covers exactly the period's days."""
    return (Report.period_start == period.start.isoformat()) & (Report.period_end == period.end.isoformat())


def _days(period: Period) -> str:
    return f"{period.start.isoformat()}_{period.end.isoformat()}"


class _Case:
    """A submission that `user` is about to answer. Raises NotAllowed, CannotAnswer, ReportGone."""

    def __init__(self, database: Database, report_id: int, user: str) -> None:
        self.head = rights.head(database, report_id)
        self.chain = chain_of(database, self.head.centre)
        self.mine = unit_of(rights.person(database, user), self.chain)
        self.standing = standing_of(database, report_id)
        if not self.standing.version:
            raise CannotAnswer(
                "Trung tâm chưa nộp báo cáo này, chưa có gì để trả lại hay duyệt. Hãy đợi trung tâm nộp."
            )
        if self.standing.returned:
            raise CannotAnswer("Báo cáo này đã được trả lại, trung tâm chưa nộp lại. Hãy đợi bản nộp mới.")
        versions = versions_of(database, report_id)
        self.is_as_handed_in = self.head.status is Status.FINAL and versions[-1].number == self.standing.version

    def taken_back(self) -> Iterator[tuple[Place, Content, Content]]:
        """The entries that clear earlier approvals."""
        return ((place, was, UNANSWERED) for place, was in self.standing.answers)

    def refuse_moved_on(self) -> None:
        if not self.is_as_handed_in:
            raise CannotAnswer(
                f"Trung tâm đã mở lại báo cáo sau khi nộp bản chốt {self.standing.version}, không duyệt bản ấy nữa."
                " Hãy đợi trung tâm nộp bản mới, hoặc trả lại."
            )

    def refuse_too_early(self) -> None:
        below = self.chain[: self.chain.index(self.mine)]
        lacking = [unit.name for unit in below if unit.answers and unit.kind not in self.standing.endorsed]
        if lacking:
            raise CannotAnswer(f"{' và '.join(lacking)} chưa duyệt báo cáo này. Hãy đợi cấp dưới duyệt trước.")


_Row = tuple[int, str, str | None, str, str]


def _told(database: Database, reach: Reach, period: Period) -> Iterator[tuple[int, list[_Row]]]:
    """The history rows that tell the standing of a period's reports, grouped by report."""
    entry, change = AuditEntry, AuditChange
    query = (
        entry.select(entry.report, entry.place, entry.after, change.at, change.user)
        .join(change)
        .switch(entry)
        .join(Report)
        .where(_is_of(period))
        .where(entry.place.in_(UPWARD))
        .order_by(entry.report, entry.id)
    )
    rows = reach.narrowed(query, Report.centre).tuples().execute(database)
    return ((report, list(told)) for report, told in groupby(rows, key=itemgetter(0)))


def _history(rows: list[_Row]) -> tuple[Standing, datetime | None, tuple[datetime, str] | None]:
    """How it stands, when it was handed in, and when and by whom it was answered since."""
    standing = standing_told((place, after) for _, place, after, *_ in rows)
    submitted, answered = None, None
    with guard_decoding():
        for _, place, after, at, user in rows:
            if place == SUBMITTED:
                submitted, answered = read_time(at), None
            elif after is not None:
                answered = read_time(at), user
    return standing, submitted, answered
