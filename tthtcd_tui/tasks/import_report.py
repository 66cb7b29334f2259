"""A report read from a file into the database: proposed first, saved as one Change that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tthtcd_tui.files.problem import FileProblem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.report_json import proposals
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.change import Proposal
from tthtcd_tui.report.codec import CodecProblem, Report, decode_tree, form_named, parse_json
from tthtcd_tui.tasks.edit_cells import save
from tthtcd_tui.tasks.many_values import without_collecting
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.tasks.read_report import LARGEST_JSON
from tthtcd_tui.tasks.years import year_with
from tthtcd_tui.text.problem import quoted


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. `year` is the one there is already, if any, and `current` what it said."""

    form: Form
    report: Report
    year: Year | None
    current: Snapshot | None
    proposals: tuple[Proposal, ...]


def read_import(path: Path) -> tuple[bytes, str]:
    """The file's bytes and what to call it. Raises TaskProblem."""
    try:
        return read_bounded(path, LARGEST_JSON), path.name
    except FileProblem as problem:
        raise TaskProblem(problem.message) from None


def read_stream(stream: BinaryIO) -> bytes:
    """All that comes from `stream`, of which nobody knows how much there will be. Raises TaskProblem."""
    data = stream.read(LARGEST_JSON + 1)
    if len(data) > LARGEST_JSON:
        raise TaskProblem(f"Đầu vào lớn hơn {LARGEST_JSON // (1024 * 1024)} MB. Hãy chia bớt nhật ký hoạt động.")
    return data


@without_collecting()
def plan_import(store: Store, data: bytes, name: str) -> Plan:
    """Reads `data`, which the user calls `name`; nothing is written. Raises TaskProblem.

    The form is the one of that key and version that the database keeps, else the shipped one.
    """
    try:
        tree = parse_json(data)
        named = form_named(tree)
        form = _form(store, named)
        report = decode_tree(tree, form)
    except CodecProblem as problem:
        raise TaskProblem(f"{quoted(name)} không dùng được:", problem.problems) from None
    year = _existing(store, report)
    if year is None:
        return Plan(form, report, None, None, tuple(proposals(report)))
    _refuse_unlike(year, form, report)
    snapshot, log = store.snapshot_with_log(year.report)
    return Plan(form, report, year, snapshot, tuple(proposals(report, snapshot.facts, log)))


@without_collecting()
def run_import(store: Store, plan: Plan, user: str, replace: bool = False) -> Year:
    """Does what `plan` proposes: a new year, or with `replace` one Change to the year there is.

    Raises TaskProblem; HasConflicts if somebody has changed the same places since it was planned.
    """
    facts = plan.report.facts
    edits = [proposal.accepted() for proposal in plan.proposals]
    if plan.year is None or plan.current is None:
        with store.together():
            centre = _centre(store, facts.centre.code, facts.centre.name)
            return year_with(store, centre, facts.period, plan.form, user, edits)
    if words := store.why_read_only(plan.year.report, user):
        raise TaskProblem(words)
    if not replace:
        raise TaskProblem(
            f"Đã có báo cáo kỳ {quoted(facts.period.label)} của {plan.year.centre.name}; nhập tệp sẽ thay"
            f" {len(edits)} chỗ. Thêm --replace để thay (hoàn tác được), hoặc --dry-run để xem trước."
        )
    save(store, plan.current, edits, user)
    return plan.year


def _form(store: Store, named: tuple[str, int] | None) -> Form:
    for row in store.forms():
        if (row.key, row.version) == named:
            return store.form(row.digest)
    shipped = load_shipped()
    if (shipped.key, shipped.version) == named:
        return shipped
    shown = f"{named[0]} phiên bản {named[1]}" if named else "không rõ"
    raise TaskProblem(f"Tệp dùng biểu mẫu chưa có ở đây ({shown}). Thêm biểu mẫu bằng “tthtcd forms --add TỆP” trước.")


def _existing(store: Store, report: Report) -> Year | None:
    facts = report.facts
    for year in store.years():
        same = year.centre.code == facts.centre.code and year.period.label == facts.period.label
        if same and year.form.key == facts.form:
            return year
    return None


def _refuse_unlike(year: Year, form: Form, report: Report) -> None:
    """A year keeps its form and its days: a file that has others cannot take its place."""
    label = quoted(year.period.label)
    if year.form.digest != form.digest:
        raise TaskProblem(
            f"Báo cáo kỳ {label} ở đây dùng biểu mẫu phiên bản {year.form.version}, tệp dùng phiên bản {form.version}."
            " Hãy nhập tệp cùng phiên bản, hoặc xóa báo cáo kỳ này trước (có giữ bản sao)."
        )
    if year.period != report.facts.period:
        raise TaskProblem(
            f"Kỳ {label} ở đây là {year.period.title}, trong tệp là {report.facts.period.title}."
            " Hãy sửa tên kỳ hoặc ngày trong tệp."
        )


def _centre(store: Store, code: str, name: str) -> CentreRow:
    for centre in store.centres():
        if centre.code == code:
            return centre
    return CentreRow(store.add_centre(code, name), code, name)
