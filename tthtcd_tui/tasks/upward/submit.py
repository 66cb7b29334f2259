"""Hand in a final report: what was kept when it was finalised, as one file to be mailed."""

from __future__ import annotations

from tthtcd_tui.errors import NotFinal, NotReducible, NoUnit
from tthtcd_tui.exports.submission import submission_bytes
from tthtcd_tui.forms.known import form_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.sources.word_carried import carried_in
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.times import written_time
from tthtcd_tui.models.versions import Files
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.carried import Carry, read_carried
from tthtcd_tui.report.codec import ReportData, decode, encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import Status
from tthtcd_tui.report.submitted import (
    DATA,
    DOCX,
    Manifest,
    encode_manifest,
    handed_in,
    manifest_digest,
    manifest_of,
)


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
    return submission_of(store, year, _newest(store, year), carry)


def _newest(store: Store, year: Year) -> int:
    """The version that a final report is. Raises NotFinal."""
    if year.status is not Status.FINAL:
        raise NotFinal(
            f"Chưa nộp được: báo cáo {year.period.title} của {year.centre.name} còn là dự thảo."
            " Hãy đề nghị giám đốc chốt báo cáo rồi nộp."
        )
    return store.versions.of(year.report_id)[-1].number


def submission_of(store: Store, year: Year, number: int, carry: Carry = Carry.PRINTED) -> Submission:
    """The file of version `number`. Raises KeyError where there is none, NotReducible."""
    files, form, report, manifest = _kept(store, year, number)
    if carry is Carry.ALL:
        return Submission(submission_bytes(manifest, files.docx, files.json), manifest)
    less = handed_in(form, report, _printed(files.docx, number))
    data = encode(less)
    told = number, manifest.finalised
    manifest = manifest_of(form, less, *told, {DOCX: files.docx, DATA: data}).reduced_from(manifest)
    return Submission(submission_bytes(manifest, files.docx, data), manifest)


def kept_manifest(store: Store, year: Year, number: int) -> Manifest:
    """That of all the data of version `number`. Raises KeyError where there is none."""
    return _kept(store, year, number).manifest


class _Kept(NamedTuple):
    """A version as it was kept, read."""

    files: Files
    form: Form
    report: ReportData
    manifest: Manifest


def _kept(store: Store, year: Year, number: int) -> _Kept:
    files = store.versions.files(year.report_id, number)
    at = next(version.at for version in store.versions.of(year.report_id) if version.number == number)
    form = form_of(files.form, "biểu mẫu")
    report = decode(files.json, form, is_ours=True)
    manifest = manifest_of(form, report, number, written_time(at), {DOCX: files.docx, DATA: files.json})
    return _Kept(files, form, report, manifest)


def _printed(docx: bytes, number: int) -> frozenset[Place]:
    """What the pages of the kept document show, as it says itself: a later program may print the year otherwise."""
    text = carried_in(docx)
    carried = read_carried(text) if text else None
    if carried is None or carried.carry is not Carry.PRINTED:
        raise NotReducible(
            f"Bản chốt {number} do phiên bản cũ của chương trình giữ, không tách được những gì đã in để nộp."
            " Giám đốc mở lại rồi chốt lại là nộp được."
        )
    return carried.places


def hand_in(store: Store, year: Year, user: str, carry: Carry = Carry.PRINTED) -> Submission:
    """As `submission`, told in the year's history, once a version. Raises NotFinal, NotReducible, NotAllowed."""
    made = submission(store, year, carry)
    tell_handed_in(store, year, made, user)
    return made


def tell_handed_in(store: Store, year: Year, made: Submission, user: str) -> None:
    """Tell in the year's history that `made` is handed in, once a version. Raises NotAllowed."""
    _tell(store, year, made.manifest.version, user)


class Handed(NamedTuple):
    """What came of handing in where those above read the database themselves."""

    version: int
    is_new: bool
    to: str
    """The unit that the centre belongs to."""


def hand_in_here(store: Store, year: Year, user: str) -> Handed:
    """Hand in to those above who share the database: told in the year's history, once a version.

    Raises NotFinal, NoUnit, NotAllowed.
    """
    version, unit = _newest(store, year), store.units.of_centre(year.centre.id)
    if unit is None:
        raise NoUnit(
            f"{year.centre.name} chưa thuộc xã, phường nào trong dữ liệu này, chưa có cấp trên để nộp ở đây."
            " Hãy đề nghị giám đốc gán đơn vị, hoặc làm tệp để gửi thư."
        )
    return Handed(version, _tell(store, year, version, user), unit.name)


def _tell(store: Store, year: Year, version: int, user: str) -> bool:
    """With what it adds up to, so that a roll-up unpacks nothing."""
    manifest = encode_manifest(kept_manifest(store, year, version)).decode()
    return store.submissions.hand_in(year.report_id, version, user, manifest)
