"""Hand in a final report: what was kept when it was finalised, as one file to be mailed."""

from __future__ import annotations

from typing import NamedTuple

from tthtcd_tui.errors import NotFinal, NotReducible
from tthtcd_tui.exports.submission import submission_bytes
from tthtcd_tui.forms.known import form_of
from tthtcd_tui.imports.sources.word_carried import carried_in
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.times import written_time
from tthtcd_tui.report.carried import Carry, read_carried
from tthtcd_tui.report.codec import decode, encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import Status
from tthtcd_tui.report.submitted import DATA, DOCX, Manifest, handed_in, manifest_digest, manifest_of


class Submission(NamedTuple):
    """What is mailed."""

    data: bytes
    manifest: Manifest

    @property
    def digest(self) -> str:
        """By which it is answered."""
        return manifest_digest(self.manifest)


def submission(store: Store, year: Year, carry: Carry = Carry.PRINTED) -> Submission:
    """The file of the newest version of a final report: the same version, the same bytes.

    Its data are what is printed or added up, or ALL of the year. Raises NotFinal, NotReducible.
    """
    if year.status is not Status.FINAL:
        raise NotFinal(
            f"Chưa nộp được: báo cáo {year.period.title} của {year.centre.name} còn là dự thảo."
            " Hãy đề nghị giám đốc chốt báo cáo rồi nộp."
        )
    return submission_of(store, year, store.versions.of(year.report_id)[-1].number, carry)


def submission_of(store: Store, year: Year, number: int, carry: Carry = Carry.PRINTED) -> Submission:
    """The file of version `number`. Raises KeyError where there is none, NotReducible."""
    files = store.versions.files(year.report_id, number)
    at = next(version.at for version in store.versions.of(year.report_id) if version.number == number)
    form = form_of(files.form, "biểu mẫu")
    report, told = decode(files.json, form), (number, written_time(at))
    manifest = manifest_of(form, report, *told, {DOCX: files.docx, DATA: files.json})
    if carry is Carry.ALL:
        return Submission(submission_bytes(manifest, files.docx, files.json), manifest)
    less = handed_in(form, report, _printed(files.docx, number))
    data = encode(less)
    manifest = manifest_of(form, less, *told, {DOCX: files.docx, DATA: data}).reduced_from(manifest)
    return Submission(submission_bytes(manifest, files.docx, data), manifest)


def _printed(docx: bytes, number: int) -> frozenset[Place]:
    """What the pages of the kept document show, as it says itself: a later program may print the year otherwise."""
    text = carried_in(docx)
    carried = read_carried(text) if text else None
    if carried is None or carried.carry is not Carry.PRINTED:
        raise NotReducible(
            f"Bản chốt {number} do phiên bản cũ của chương trình giữ, không tách được những gì đã in để nộp."
            " Hãy đề nghị giám đốc mở lại rồi chốt lại."
        )
    return carried.places


def hand_in(store: Store, year: Year, user: str, carry: Carry = Carry.PRINTED) -> Submission:
    """As `submission`, told in the year's history, once a version. Raises NotFinal, NotReducible, NotAllowed."""
    made = submission(store, year, carry)
    store.submissions.hand_in(year.report_id, made.manifest.version, user)
    return made
