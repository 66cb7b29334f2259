"""Hand in a final report: what was kept when it was finalised, as one file to be mailed."""

from __future__ import annotations

from typing import NamedTuple

from tthtcd_tui.errors import NotFinal
from tthtcd_tui.exports.submission import submission_bytes
from tthtcd_tui.forms.known import form_of
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.times import written_time
from tthtcd_tui.report.codec import decode
from tthtcd_tui.report.status import Status
from tthtcd_tui.report.submitted import DATA, DOCX, Manifest, manifest_digest, manifest_of


class Submission(NamedTuple):
    """What is mailed."""

    data: bytes
    manifest: Manifest

    @property
    def digest(self) -> str:
        """By which it is answered."""
        return manifest_digest(self.manifest)


def submission(store: Store, year: Year) -> Submission:
    """The file of the newest version of a final report: the same version, the same bytes. Raises NotFinal."""
    if year.status is not Status.FINAL:
        raise NotFinal(
            f"Chưa nộp được: báo cáo {year.period.title} của {year.centre.name} còn là dự thảo."
            " Hãy đề nghị giám đốc chốt báo cáo rồi nộp."
        )
    return submission_of(store, year, store.versions.of(year.report_id)[-1].number)


def submission_of(store: Store, year: Year, number: int) -> Submission:
    """The file of version `number`. Raises KeyError where there is none."""
    files = store.versions.files(year.report_id, number)
    at = next(version.at for version in store.versions.of(year.report_id) if version.number == number)
    form = form_of(files.form, "biểu mẫu")
    kept = {DOCX: files.docx, DATA: files.json}
    manifest = manifest_of(form, decode(files.json, form), number, written_time(at), kept)
    return Submission(submission_bytes(manifest, files.docx, files.json), manifest)


def hand_in(store: Store, year: Year, user: str) -> Submission:
    """As `submission`, told in the year's history, once a version. Raises NotFinal, NotAllowed."""
    made = submission(store, year)
    store.submissions.hand_in(year.report_id, made.manifest.version, user)
    return made
