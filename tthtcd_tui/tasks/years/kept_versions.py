"""The versions kept of a report, one each time it is finalised, byte for byte."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.versions import Version
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.status import REOPENED, STATUS, Status
from tthtcd_tui.tasks.called import called
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

KEPT: Final = (ExportFormat.DOCX, ExportFormat.JSON)
"""The kept formats: the document that is signed, and the data that a later program reads."""


class Reopening(NamedTuple):
    """When (in Viet Nam's time) and why the report was reopened after a version."""

    at: datetime
    user: str
    who: str
    """The display name of who reopened it."""
    reason: str


class KeptVersion(NamedTuple):
    """A version for display: when (in Viet Nam's time) and by whom it was finalised, and reopened, if it was."""

    version: Version
    who: str
    """The display name of who finalised it."""
    at: datetime
    reopened: Reopening | None


def kept_versions(store: Store, year: Year) -> list[KeptVersion]:
    """Every version, the oldest first."""
    told = [
        entry
        for entry in reversed(store.history.of(year.report_id, STATUS))
        if entry.place == REOPENED and isinstance(entry.after, str)
    ]
    versions = store.versions.of(year.report_id)
    logins = [entry.user for entry in told] + [version.user for version in versions]
    people = called(store, logins, year.centre.id)
    reopenings = [
        Reopening(entry.at.astimezone(HOUR_OF_VIETNAM), entry.user, people[entry.user], str(entry.after))
        for entry in told
    ]
    # A report is reopened once after each version, the newest perhaps not yet.
    followed = [*reopenings, *[None] * (len(versions) - len(reopenings))]
    return [
        KeptVersion(version, people[version.user], version.at.astimezone(HOUR_OF_VIETNAM), reopening)
        for version, reopening in zip(versions, followed, strict=True)
    ]


def version_bytes(store: Store, year: Year, number: int, export_format: ExportFormat) -> bytes:
    """The file that version `number` keeps, whatever an export would make of the report today. Raises TaskProblem."""
    if export_format not in KEPT:
        raise TaskProblem(f"Bản chốt chỉ giữ tệp {' và '.join(KEPT)}. Hãy chọn một trong các định dạng đó.")
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
    """The file of the newest version, while the report is final; None where the export has to be made anew."""
    if year.status is not Status.FINAL or export_format not in KEPT:
        return None
    return version_bytes(store, year, store.versions.of(year.report_id)[-1].number, export_format)
