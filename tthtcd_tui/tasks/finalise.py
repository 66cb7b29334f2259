"""Finalising a report (chốt), reopening it, and the versions that are kept of it, byte for byte.

Finalising is the director's, like the signature under the report: from then on nobody can write in it, and only a
director could set a clerk's mistake right.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

from tthtcd_tui.checks.run import check
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.problem import RefusedFinal
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.versions import Version, final_words
from tthtcd_tui.report.codec import Report
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import NOT_REVIEWED, Finding, Severity, Tally
from tthtcd_tui.report.status import REOPENED, STATUS, Status
from tthtcd_tui.tasks.export_report import render
from tthtcd_tui.tasks.problem import HasErrors, TaskProblem
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.problem import TextProblem

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


def obstacles(form: Form, facts: Facts) -> list[Finding]:
    """What stands in the way of finalising: errors, and what was carried over and neither reviewed nor excused."""
    return [
        finding
        for finding in check(form, facts)
        if finding.severity is Severity.ERROR or (finding.code == NOT_REVIEWED and finding.is_open)
    ]


def finalise(store: Store, year: Year, user: str, seen: int | None = None) -> KeptVersion:
    """Finalises the report: what is exported of it now is kept as its next version, and nobody writes in it any more.

    `seen` is the revision that the director has before them, if they look at a screen. Raises HasErrors with what
    stands in the way; StoreProblem where it is final already, is not for `user` to do, or was changed since.
    """
    store.refuse_all_but_directors(year.report, user, _WHAT)
    snapshot, log = store.snapshot_with_log(year.report)
    if snapshot.final_since is not None:
        raise RefusedFinal(final_words(year.period, snapshot.final_since))
    if found := obstacles(snapshot.form, snapshot.facts):
        raise HasErrors(found, _told(found))
    docx, json = (render(snapshot.form, Report(snapshot.facts, log), kept) for kept in _KEPT)
    revision = snapshot.revision if seen is None else seen
    version = store.finalise(year.report, revision, user, docx, json)
    return KeptVersion(version, version.at.astimezone(HOUR_OF_VIETNAM), None)


def reopen(store: Store, year: Year, user: str, reason: str) -> None:
    """Makes a final report one that can be written in. Raises TaskProblem, StoreProblem."""
    try:
        words = clean_line(reason)
    except TextProblem as problem:
        raise TaskProblem(problem.message) from None
    store.reopen(year.report, user, words)


def kept_versions(store: Store, year: Year) -> list[KeptVersion]:
    """Every version, the oldest first."""
    reopenings = [
        Reopening(entry.at.astimezone(HOUR_OF_VIETNAM), entry.user, str(entry.after))
        for entry in reversed(store.history(year.report, STATUS))
        if entry.place == REOPENED and isinstance(entry.after, str)
    ]
    versions = store.versions(year.report)
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
        files = store.version_files(year.report, number)
    except KeyError:
        known = ", ".join(str(version.number) for version in store.versions(year.report))
        raise TaskProblem(
            f"Báo cáo {year.period.title} không có bản chốt số {number}."
            + (f" Các bản đã có: {known}." if known else " Báo cáo này chưa chốt lần nào.")
        ) from None
    return files.docx if export_format is ExportFormat.DOCX else files.json


def issued_bytes(store: Store, year: Year, export_format: ExportFormat) -> bytes | None:
    """What was issued, while the report is final: the file of its newest version; None where it is to be made anew."""
    if year.status is not Status.FINAL or export_format not in _KEPT:
        return None
    return version_bytes(store, year, store.versions(year.report)[-1].number, export_format)


def _told(found: list[Finding]) -> str:
    wrong, copied = Tally.of(found).words(), sum(finding.code == NOT_REVIEWED for finding in found)
    unseen = f"{copied} chỗ chép từ năm trước chưa rà soát" if copied else ""
    said = f"{wrong} và {unseen}" if wrong and unseen else wrong or f"còn {unseen}"
    return f"Chưa chốt được: báo cáo {said}. Hãy nhập, sửa hoặc rà soát (hay ghi lý do) các chỗ dưới đây rồi chốt lại."
