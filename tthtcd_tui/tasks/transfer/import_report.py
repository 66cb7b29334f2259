"""Import a report of ours: planned first, then saved as one Change that can be undone."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from tthtcd_tui.errors import CodecProblem, FormMissing, NoSuchCentre, TaskProblem, WouldReplace
from tthtcd_tui.forms.known import shipped_named
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.report_json import ORIGIN, proposals
from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.base import Base, State
from tthtcd_tui.report.change import Content, Proposal
from tthtcd_tui.report.codec import ReportData, decode_tree, form_named, parse_json
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.shown import shown
from tthtcd_tui.tasks.care.gc_tuning import gc_paused
from tthtcd_tui.tasks.care.open_store import MOST_LISTED
from tthtcd_tui.tasks.save_change import save, year_with
from tthtcd_tui.tasks.transfer.evidence_copies import keep_copies, missing_copies
from tthtcd_tui.tasks.transfer.given_file import LARGEST_COPY, LARGEST_JSON, is_package
from tthtcd_tui.tasks.transfer.three_way import Clash, Taken, compared
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted

_MOST_LISTED: Final = 40


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. `year` is the existing year, if any, `current` its content."""

    form: Form
    report: ReportData
    year: Year | None
    current: Snapshot | None
    proposals: tuple[Proposal, ...]
    """What only the file has changed since its base; if that is unknown, every difference."""
    clashes: tuple[Clash, ...] = ()
    """What both sides have changed since the base."""
    is_known: bool = True
    """Whether the file's base was found in the year's history; then it is merged without asking."""
    copies: Mapping[str, bytes] = field(default_factory=dict)
    """Files of evidence that came with it and are not stored yet, by SHA-256."""
    is_kin: bool = False
    """Whether the file's base is also the base that exports of this year name; that then stays."""

    @property
    def received(self) -> Base | None:
        """The base to be stored once all of the file is taken; None where it stays."""
        return None if self.is_kin else self.name

    @property
    def name(self) -> Base | None:
        """The base that names the file's content, by which its maker recognises it again."""
        base = self.report.base
        return base and Base(base.year, State.of(self.report.facts, self.report.log).name())


@gc_paused()
def plan_import(store: Store, data: bytes, name: str) -> Plan:
    """Plan the import of `data`; `name` is what the user calls the file. Writes nothing. Raises TaskProblem.

    The form is that of the file's key and version: the one the database keeps, else the shipped one.
    """
    copies: Mapping[str, bytes] = {}
    if is_package(data, name):
        from tthtcd_tui.imports.data_package import read_package

        data, copies = read_package(data, LARGEST_JSON >> 20, LARGEST_COPY)
    try:
        plan = plan_tree(store, parse_json(data))
    except CodecProblem as problem:
        raise CodecProblem(problem.problems, quoted(name)) from None
    return dataclasses.replace(plan, copies=missing_copies(store, plan.report.facts, copies)) if copies else plan


def plan_tree(store: Store, tree: dict[str, Any]) -> Plan:
    """As `plan_import`, of JSON that is parsed already. Raises CodecProblem."""
    form, report = report_in(store, tree)
    year = year_like(store, report)
    if year is None:
        return Plan(form, report, None, None, tuple(proposals(report)))
    _refuse_unlike(year, form, report)
    snapshot, log, then = store.snapshot_since(year.report_id, report.base)
    if then is None:
        found = tuple(proposals(report, snapshot.facts, log))
        return Plan(form, report, year, snapshot, found, is_known=False)
    here, file = State.of(snapshot.facts, log), State.of(report.facts, report.log)
    merged = list(compared(then, here, file))
    return Plan(
        form,
        report,
        year,
        snapshot,
        tuple(Proposal(*each, ORIGIN) for each in merged if isinstance(each, Taken)),
        tuple(each for each in merged if isinstance(each, Clash)),
        is_kin=store.received(year.report_id) == report.base,
    )


def report_in(store: Store, tree: dict[str, Any]) -> tuple[Form, ReportData]:
    """The report in `tree`, with its form. Raises FormMissing, CodecProblem."""
    form = _form(store, form_named(tree))
    return form, decode_tree(tree, form)


def refuse_unknown_centre(store: Store, plan: Plan) -> None:
    """Raise NoSuchCentre where the file's centre is not in the database.

    Its code may be mistyped; importing would make a second centre that nobody could remove.
    """
    code = plan.report.facts.centre.code
    if store.centres.called(code) is None:
        known = [centre.code for centre in store.centres.all()]
        others = f" và {more} trung tâm khác" if (more := len(known) - MOST_LISTED) > 0 else ""
        raise NoSuchCentre(
            f"Tệp là của trung tâm mã {quoted(code)}, ở đây không có.{did_you_mean(code, known)} Các trung tâm ở đây:"
            f" {', '.join(known[:MOST_LISTED]) or 'chưa có'}{others}."
            " Hãy sửa mã trong tệp, hoặc nhờ quản trị viên thêm trung tâm."
        )


@gc_paused()
def run_import(store: Store, plan: Plan, user: str, replace: bool = False) -> Year:
    """Carry out `plan`: make a new year, or save one Change to the existing one.

    Without `replace`, takes only what nobody here has changed since the base; if that is unknown, nothing.
    Raises TaskProblem; WouldReplace; EditConflict if somebody has changed the same places since it was planned.
    """
    facts = plan.report.facts
    edits = [proposal.accepted() for proposal in plan.proposals]
    if plan.year is None or plan.current is None:
        with store.together():
            centre = _centre(store, facts.centre.code, facts.centre.name)
            year = year_with(store, centre, facts.period, plan.form, user, edits, plan.name)
            keep_copies(store, year.report_id, user, plan.copies)
            return year
    if closed := store.why_read_only(plan.year.report_id, user):
        raise closed
    if replace:
        edits += [clash.as_in_file() for clash in plan.clashes]
    elif not plan.is_known and edits:
        raise WouldReplace(
            f"Đã có báo cáo kỳ {quoted(facts.period.label)} của {plan.year.centre.name}, và không rõ tệp được làm từ"
            f" bản nào; nhập tệp sẽ thay {len(edits)} chỗ (hoàn tác được), nên chưa nhập.",
            difference_lines(plan),
        )
    if not edits and not plan.copies:
        return plan.year
    with store.together():
        if edits:
            # With something left aside, what stands here is not yet what the file's maker has.
            is_whole = replace or not plan.clashes
            save(store, plan.current, edits, user, plan.received if is_whole else None)
        keep_copies(store, plan.year.report_id, user, plan.copies)
    return plan.year


def difference_lines(plan: Plan) -> list[str]:
    """A line for each difference, with both values; of a long list the beginning."""
    lines = [proposal_line(plan.form, proposal) for proposal in plan.proposals[:_MOST_LISTED]]
    more = len(plan.proposals) - len(lines)
    return [*lines, *([f"… và {format_number(more)} chỗ nữa"] if more else [])]


def proposal_line(form: Form, proposal: Proposal) -> str:
    """What an import would change, in a line."""
    before, after = (shown(form, proposal.place, content) for content in (proposal.current, proposal.proposed))
    return f"{proposal.place}: {before} → {after}"


def clash_line(form: Form, clash: Clash) -> str:
    """A line for a place that both sides have changed, with all three values."""
    base, here, file = (shown(form, clash.place, content) for content in clash[1:])
    label = label_at(form, clash.place)
    return f"{label or clash.place} ({clash.place}): gốc {base} · ở đây {here} · trong tệp {file}"


def tree_of(plan: Plan) -> dict[str, Any]:
    """The plan as data: what would be taken, and where both sides have changed the same."""

    def words(place: Place, content: Content) -> str:
        return shown(plan.form, place, content)

    return {
        "known_base": plan.is_known,
        "changes": [
            {"place": place, "here": words(place, here), "file": words(place, file)}
            for place, here, file, _ in plan.proposals
        ],
        "conflicts": [
            {"place": place, "base": words(place, base), "here": words(place, here), "file": words(place, file)}
            for place, base, here, file in plan.clashes
        ],
    }


def _form(store: Store, named: tuple[str, int] | None) -> Form:
    for row in store.forms.all():
        if (row.key, row.version) == named:
            return store.forms.read(row.digest)
    if shipped := shipped_named(named):
        return shipped
    shown = f"{named[0]} phiên bản {named[1]}" if named else "không rõ"
    raise FormMissing(f"Tệp dùng biểu mẫu chưa có ở đây ({shown}). Hãy thêm biểu mẫu đó trước.")


def year_like(store: Store, report: ReportData) -> Year | None:
    """The existing year of the same centre, period and form; None where there is none."""
    facts = report.facts
    called = store.years.called(facts.centre.code, facts.period.label)
    return next((year for year in called if year.form.key == facts.form), None)


def _refuse_unlike(year: Year, form: Form, report: ReportData) -> None:
    """Raise a problem where the file has another form or other days than the year, which cannot change."""
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
    return store.centres.called(code) or CentreRow(store.centres.add(code, name), code, name)
