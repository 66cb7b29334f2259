"""Finalising and reopening a report: each one audited Change, in the transaction that keeps the version's files."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from uuid import uuid4

from tthtcd_tui.errors import CannotFinalise, Damaged, ReportFinal
from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.models.audit import reopened_because
from tthtcd_tui.models.audit_append import append
from tthtcd_tui.models.catalogue import year
from tthtcd_tui.models.catalogue_edits import year_heads
from tthtcd_tui.models.core_tables import FormText, Report
from tthtcd_tui.models.ledger import append as tell
from tthtcd_tui.models.ledger import number_of, version_digest
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.part import Part, reads_report, writes_report
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.orm import fn
from tthtcd_tui.models.tables import ReportVersion
from tthtcd_tui.models.times import read_time, written_time
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Change, Content
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import REOPENED, STATUS, VERSION, Status
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM, format_date
from tthtcd_tui.text.periods import Period


class Version(NamedTuple):
    """A version as a list shows it."""

    number: int
    revision: int
    """The report's revision when it was finalised."""
    user: str
    at: datetime
    docx_size: int
    json_size: int


class Files(NamedTuple):
    """What a version keeps, to the byte."""

    docx: bytes
    json: bytes
    form: str
    """The TOML of the form it was made with."""


def refuse_final(database: Database, report_id: int) -> None:
    """Raise ReportFinal if the report is final. Raises ReportGone."""
    if rights.head(database, report_id).status is Status.FINAL:
        found = year(database, report_id)
        assert found is not None  # its head was there a moment ago, in this transaction
        raise ReportFinal(final_words(found.period, final_since(database, report_id)))


def refuse_deletion(database: Database, report_id: int) -> None:
    """Raise ReportFinal if the report is or ever was final: its versions are kept for good."""
    refuse_final(database, report_id)
    if kept := versions_of(database, report_id):
        raise ReportFinal(
            f"Không xóa được: báo cáo này đã từng chốt, {len(kept)} bản chốt phải được giữ lại. Hãy để nguyên."
        )


def final_words(period: Period, since: datetime) -> str:
    """Why a report that was finalised at `since` cannot be changed, and what to do about it."""
    day = format_date(since.astimezone(HOUR_OF_VIETNAM).date())
    return f"Báo cáo {period.title} đã chốt ngày {day}, chỉ xem được. Muốn sửa thì giám đốc mở lại."


def final_since(database: Database, report_id: int) -> datetime:
    """When a report that is final was finalised: when its newest version was kept."""
    found = versions_of(database, report_id)
    if not found:
        raise Damaged
    return found[-1].at


class Versions(Part):
    """The versions of final reports."""

    @writes_report
    def finalise(self, report_id: int, seen: int, user: str, docx: bytes, json: bytes) -> Version:
        """Make the report final and keep its files, which were made from revision `seen`, as its next version.

        Raises NotAllowed; ReportFinal where it is final already; CannotFinalise where somebody has changed it since.
        """
        now, head = datetime.now(UTC), rights.head(self.database, report_id)
        rights.refuse_all_but_directors(rights.person(self.database, user), head.centre, "chốt báo cáo")
        refuse_final(self.database, report_id)
        if head.revision != seen:
            raise CannotFinalise("Chưa chốt: báo cáo vừa được sửa. Hãy xem lại chỗ vừa sửa rồi chốt lần nữa.")
        before = len(versions_of(self.database, report_id))
        ((_, form, *_),) = year_heads(self.database, report_id)
        at, hashes = written_time(now), (sha256(docx).hexdigest(), sha256(json).hexdigest())
        row = {
            ReportVersion.report: report_id,
            ReportVersion.number: before + 1,
            ReportVersion.form: form,
            ReportVersion.revision: seen,
            ReportVersion.user: user,
            ReportVersion.at: at,
            ReportVersion.docx: docx,
            ReportVersion.docx_sha256: hashes[0],
            ReportVersion.json: json,
            ReportVersion.json_sha256: hashes[1],
        }
        ReportVersion.insert(row).execute(self.database)
        of_row = version_digest(report_id, before + 1, form, seen, number_of(self.database, user), at, *hashes)
        tell(self.database, user, LedgerKind.VERSION, f"{report_id}/{before + 1}", of_row)
        told: list[tuple[Place, Content, Content]] = [
            (STATUS, UNANSWERED, Status.FINAL.value),
            (VERSION, _count(before), _count(before + 1)),
        ]
        if reason := reopened_because(self.database, report_id):
            told.append((REOPENED, reason, UNANSWERED))
        write_status(self.database, report_id, Status.FINAL, user, told)
        return versions_of(self.database, report_id)[-1]

    @writes_report
    def reopen(self, report_id: int, user: str, reason: str) -> None:
        """Make a final report a draft again. Raises NotAllowed, CannotFinalise."""
        head = rights.head(self.database, report_id)
        rights.refuse_all_but_directors(rights.person(self.database, user), head.centre, "mở lại báo cáo")
        if head.status is not Status.FINAL:
            raise CannotFinalise("Báo cáo này chưa chốt, không cần mở lại. Hãy sửa thẳng vào báo cáo.")
        if not reason:
            raise CannotFinalise("Mở lại báo cáo đã chốt phải có lý do. Hãy ghi lý do.")
        told: list[tuple[Place, Content, Content]] = [
            (STATUS, Status.FINAL.value, UNANSWERED),
            (REOPENED, UNANSWERED, reason),
        ]
        write_status(self.database, report_id, Status.DRAFT, user, told)

    @reads_report
    def of(self, report_id: int) -> list[Version]:
        """Every version of a report, the oldest first."""
        return versions_of(self.database, report_id)

    @reads_report
    def files(self, report_id: int, number: int) -> Files:
        """The files of a version, each checked against its hash. Raises KeyError where there is no such version."""
        table = ReportVersion
        columns = (table.docx, table.docx_sha256, table.json, table.json_sha256, FormText.toml, FormText.hash)
        query = table.select(*columns).join(FormText).where((table.report == report_id) & (table.number == number))
        for docx, docx_sha256, json, json_sha256, toml, digest in query.tuples().execute(self.database):
            kept = ((docx, docx_sha256), (json, json_sha256), (toml.encode(), digest))
            if any(sha256(content).hexdigest() != known for content, known in kept):
                raise Damaged
            return Files(bytes(docx), bytes(json), toml)
        raise KeyError(number)


def versions_of(database: Database, report_id: int) -> list[Version]:
    """Every version of a report, the oldest first."""
    table = ReportVersion
    sizes = fn.LENGTH(table.docx), fn.LENGTH(table.json)
    query = table.select(table.number, table.revision, table.user, table.at, *sizes).where(table.report == report_id)
    rows = query.order_by(table.number).tuples().execute(database)
    return [Version(number, revision, user, read_time(at), *rest) for number, revision, user, at, *rest in rows]


def write_status(
    database: Database, report_id: int, status: Status, user: str, told: list[tuple[Place, Content, Content]]
) -> None:
    """Append one Change about the report itself to the history, and store its `status`; `told` are the entries."""
    revision = rights.head(database, report_id).revision + 1
    append(database, report_id, Change(uuid4().hex, ()), revision, user, told)
    values = {Report.status: status.value, Report.revision: revision}
    Report.update(values).where(Report.id == report_id).execute(database)


def _count(number: int) -> Answer:
    return Quantity(Decimal(number)) if number else UNANSWERED
