"""Finalising a report (chốt), reopening it, and the versions that are kept of it, byte for byte.

Finalising is the director's, like the signature under the report: from then on nobody can write in it, and only a
director could set a clerk's mistake right.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.first import first_findings
from tthtcd_tui.errors import HasErrors, ReportFinal, TaskProblem
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.versions import Version, final_words
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.finding import NOT_REVIEWED, Finding, Severity, Tally
from tthtcd_tui.report.status import REOPENED, STATUS, Status
from tthtcd_tui.tasks.transfer.centre_template import centre_template
from tthtcd_tui.tasks.transfer.export_report import render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport
from tthtcd_tui.tasks.years.year_context import context_of
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

_WHAT: Final = "chốt báo cáo"
_KEPT: Final = (ExportFormat.DOCX, ExportFormat.JSON)
"""The document that is signed, and the data that a later program reads."""


class Reopening(NamedTuple):
    """When and why a version stopped being the report as it stands; the time is that of Viet Nam."""

    at: datetime
    user: str
    reason: str


class KeptVersion(NamedTuple):
    """A version as it is told: when and by whom it was finalised (in Viet Nam's time), and reopened, if it was."""

    version: Version
    at: datetime
    reopened: Reopening | None


def obstacles(context: Context) -> list[Finding]:
    """What stands in the way of finalising: errors, and what was carried over and neither reviewed nor excused."""
    return [
        finding
        for finding in first_findings(context)
        if finding.severity is Severity.ERROR or (finding.code == NOT_REVIEWED and finding.is_open)
    ]


def finalise(store: Store, year: Year, user: str, seen: int | None = None) -> KeptVersion:
    """Finalises the report: what is exported of it now is kept as its next version, and nobody writes in it any more.

    `seen` is the revision that the director has before them, if they look at a screen. Raises HasErrors with what
    stands in the way; StoreProblem where it is final already, is not for `user` to do, or was changed since.
    """
    store.refuse_all_but_directors(year.report_id, user, _WHAT)
    snapshot, log, base = store.snapshot_with_base(year.report_id)
    if snapshot.final_since is not None:
        raise ReportFinal(final_words(year.period, snapshot.final_since))
    context = context_of(store, year, snapshot.form, snapshot.facts)
    if found := obstacles(context):
        raise HasErrors(_told(found), found)
    opened = OpenedReport(snapshot.form, ReportData(snapshot.facts, log, base), context, uid=base.year)
    if template := centre_template(store, year.centre.id):
        opened = opened._replace(house=template.house, house_name=template.name)
    docx, json = (render(opened, kept) for kept in _KEPT)
    revision = snapshot.revision if seen is None else seen
    version = store.versions.finalise(year.report_id, revision, user, docx, json)
    return KeptVersion(version, version.at.astimezone(HOUR_OF_VIETNAM), None)


def reopen(store: Store, year: Year, user: str, reason: str) -> None:
    """Makes a final report one that can be written in. Raises TaskProblem, StoreProblem."""
    store.versions.reopen(year.report_id, user, clean_line(reason))


def kept_versions(store: Store, year: Year) -> list[KeptVersion]:
    """Every version, the oldest first."""
    reopenings = [
        Reopening(entry.at.astimezone(HOUR_OF_VIETNAM), entry.user, str(entry.after))
        for entry in reversed(store.history.of(year.report_id, STATUS))
        if entry.place == REOPENED and isinstance(entry.after, str)
    ]
    versions = store.versions.of(year.report_id)
    # A report is reopened once after each version, the newest perhaps not yet.
    followed = [*reopenings, *[None] * (len(versions) - len(reopenings))]
    return [
        KeptVersion(version, version.at.astimezone(HOUR_OF_VIETNAM), reopening)
        for version, reopening in zip(versions, followed, strict=True)
    ]


def version_bytes(store: Store, year: Year, number: int, export_format: ExportFormat) -> bytes:
    """The file that version `number` keeps, whatever an export would make of the report today. Raises TaskProblem."""
    if export_format not in _KEPT:
        raise TaskProblem(f"Bản chốt chỉ giữ tệp {' và '.join(_KEPT)}. Hãy chọn một trong các định dạng đó.")
    try:
        files = store.versions.files(year.report_id, number)
    except KeyError:
        known = ", ".join(str(version.number) for version in store.versions.of(year.report_id))
        raise TaskProblem(
            f"Báo cáo {year.period.title} không có bản chốt số {number}."
            + (f" Các bản đã có: {known}." if known else " Báo cáo này chưa chốt lần nào.")
        ) from None
    return files.docx if export_format is ExportFormat.DOCX else files.json


def issued_bytes(store: Store, year: Year, export_format: ExportFormat) -> bytes | None:
    """What was issued, while the report is final: the file of its newest version; None where it is to be made anew."""
    if year.status is not Status.FINAL or export_format not in _KEPT:
        return None
    return version_bytes(store, year, store.versions.of(year.report_id)[-1].number, export_format)


def _told(found: list[Finding]) -> str:
    wrong, copied = Tally.of(found).words(), sum(finding.code == NOT_REVIEWED for finding in found)
    unseen = f"{copied} chỗ chép từ năm trước chưa rà soát" if copied else ""
    said = f"{wrong} và {unseen}" if wrong and unseen else wrong or f"còn {unseen}"
    return f"Chưa chốt được: báo cáo {said}. Hãy nhập, sửa hoặc rà soát (hay ghi lý do) các chỗ dưới đây rồi chốt lại."
