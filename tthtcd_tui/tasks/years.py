"""Centres and years: made, carried over, deleted so that they can be got back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.names import safe_name
from tthtcd_tui.files.problem import FileProblem
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.report.codec import Report, encode
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.carry_over import carried, defaults
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import TextProblem, quoted


def add_centre(store: Store, code: str, name: str) -> CentreRow:
    """A new centre. `code` is a short name for commands and files: lower-case letters without marks, digits, dashes."""
    if Place.parse(code) is None or "/" in code:
        raise TaskProblem(
            f"{quoted(code)} không dùng làm mã được. Mã chỉ gồm chữ thường không dấu, chữ số, dấu gạch: ví dụ mao-khe."
        )
    if any(centre.code == code for centre in store.centres()):
        raise TaskProblem(f"Đã có trung tâm mã {quoted(code)}. Chọn mã khác, hoặc “tthtcd centre edit” để đổi tên.")
    return CentreRow(store.add_centre(code, _name(name)), code, _name(name))


def rename_centre(store: Store, centre: CentreRow, name: str) -> CentreRow:
    store.rename_centre(centre.id, _name(name))
    return CentreRow(centre.id, centre.code, _name(name))


def _name(raw: str) -> str:
    try:
        name = clean_line(raw)
    except TextProblem as problem:
        raise TaskProblem(problem.message) from None
    if not name:
        raise TaskProblem("Tên trung tâm đang để trống. Hãy ghi tên, ví dụ “TTHTCĐ phường Mạo Khê”.")
    return name


def new_year(
    store: Store, centre: CentreRow, period: Period, form: Form, user: str, previous: Year | None = None
) -> Year:
    """A year with the form's default words, or with those of the year `previous`, marked as not yet reviewed."""
    if any(year.period.label == period.label and year.form.key == form.key for year in store.years(centre.id)):
        raise TaskProblem(f"Đã có báo cáo kỳ {quoted(period.label)} của {centre.name}. Không tạo thêm.")
    edits = defaults(form)
    if previous is not None:
        copied = carried(form, store.snapshot(previous.report).facts)
        places = {edit.place for edit in copied}
        edits = [edit for edit in edits if edit.place not in places] + copied
    return year_with(store, centre, period, form, user, edits)


def year_with(store: Store, centre: CentreRow, period: Period, form: Form, user: str, edits: list[Edit]) -> Year:
    """A new year and its first Change: both, or after a fault neither."""
    with store.together():
        report = store.add_year(centre.id, form, period)
        store.apply(report, Change(new_op_id(), tuple(edits)), 0, user)
    return next(year for year in store.years(centre.id) if year.report == report)


@dataclass(frozen=True, slots=True)
class Deleted:
    """Where the deleted year is kept: a JSON that `tthtcd import` takes."""

    copy: Path


def delete_year(store: Store, year: Year) -> Deleted:
    """Deletes a year, once a copy of it is written beside the database. Raises TaskProblem if that fails."""
    folder = store.path.with_name("da-xoa")
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = folder / safe_name(f"{year.centre.code}-{year.period.label}-{stamp}", ".json")
    with store.together():  # what a colleague saves meanwhile is in the copy, or not saved
        snapshot, log = store.snapshot_with_log(year.report)
        store.delete_year(year.report)  # for good once the copy is written: what is refused leaves none behind
        try:
            make_own_folder(folder)
            write_whole(copy, encode(Report(snapshot.facts, log)))
        except FileProblem as problem:
            raise TaskProblem(f"Chưa xóa, vì không ghi được bản sao: {problem.message}") from None
    return Deleted(copy)
