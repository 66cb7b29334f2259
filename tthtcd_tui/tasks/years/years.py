"""Making centres and years, carrying over, and deleting years with a copy to restore."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tthtcd_tui.errors import CentreExists, FileProblem, ReportGone, TaskProblem
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.names import safe_name
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.save_change import year_with
from tthtcd_tui.tasks.years.carry_over import carried, defaults, unedited
from tthtcd_tui.tasks.years.names import Commune, first_names
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted

DELETED: Final = "da-xoa"
"""The folder beside the database where copies of deleted years are kept."""


def add_centre(store: Store, code: str, name: str) -> CentreRow:
    """Make a centre. `code` is a short name for commands and files: a-z, digits, dashes."""
    if Place.parse(code) is None or "/" in code:
        raise TaskProblem(
            f"{quoted(code)} không dùng làm mã được. Mã chỉ gồm chữ thường không dấu, chữ số, dấu gạch: ví dụ mao-khe."
        )
    if store.centres.exists(code):
        raise CentreExists(f"Đã có trung tâm mã {quoted(code)}. Hãy chọn mã khác.")
    return CentreRow(store.centres.add(code, _name(name)), code, _name(name))


def rename_centre(store: Store, centre: CentreRow, name: str) -> CentreRow:
    store.centres.rename(centre.id, _name(name))
    return CentreRow(centre.id, centre.code, _name(name))


def _name(raw: str) -> str:
    name = clean_line(raw)
    if not name:
        raise TaskProblem("Tên trung tâm đang để trống. Hãy ghi tên, ví dụ “TTHTCĐ phường Mạo Khê”.")
    return name


def new_year(
    store: Store,
    centre: CentreRow,
    period: Period,
    form: Form,
    user: str,
    previous: Year | None = None,
    commune: Commune | None = None,
) -> Year:
    """Make a year with the form's default texts, or with those of `previous`, marked as not yet reviewed.

    `previous` is a year of this centre, or of one that it continues. The names of who reports are derived from the
    centre's name where possible, else from `commune`.
    """
    if any(year.period.label == period.label and year.form.key == form.key for year in store.years.of(centre.id)):
        raise TaskProblem(f"Đã có báo cáo kỳ {quoted(period.label)} của {centre.name}. Không tạo thêm.")
    edits = defaults(form) + (first_names(form, centre.name, commune) if form.follows else [])
    if previous is not None:
        kept = _snapshot_of(store, previous)
        code = previous.centre.code if previous.centre.id != centre.id else ""
        copied = carried(form, kept.facts, unedited(kept.form, kept.facts), code)
        places = {edit.place for edit in copied}
        edits = [edit for edit in edits if edit.place not in places] + copied
    return year_with(store, centre, period, form, user, edits)


def _snapshot_of(store: Store, previous: Year) -> Snapshot:
    try:
        return store.snapshot(previous.report_id)
    except ReportGone:
        words = f"Không chép được từ {previous.period.title}: báo cáo đó vừa bị xóa ở nơi khác. Hãy chọn năm khác."
        raise ReportGone(previous.report_id, words) from None


@dataclass(frozen=True, slots=True)
class Deleted:
    """The copy of a deleted year: a JSON file that `tthtcd import` takes."""

    copy: Path


def delete_year(store: Store, year: Year, why: str = "") -> Deleted:
    """Delete a year, after writing a copy of it beside the database. Raises TaskProblem if that fails.

    The ledger keeps that it existed, who deleted it, when and `why`.
    """
    folder = store.path.with_name(DELETED)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = folder / safe_name(f"{year.centre.code}-{year.period.label}-{stamp}", ".json")
    with store.together():  # what a colleague saves meanwhile is in the copy, or not saved
        snapshot, log, base = store.snapshot_with_base(year.report_id)
        store.years.delete(year.report_id, why)  # for good once the copy is written: what is refused leaves none behind
        try:
            make_own_folder(folder)
            write_whole(copy, encode(ReportData(snapshot.facts, log, base)))
        except FileProblem as problem:
            raise TaskProblem(f"Chưa xóa, vì không ghi được bản sao: {problem.message}") from problem
    return Deleted(copy)
