"""Moving a draft to the newest version of its form, after showing what changes; final reports never move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from tthtcd_tui.errors import ReportFinal, TaskProblem
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.audit import Entry
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.versions import final_words
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.answer_json import fits
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.defaults import in_its_words
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import ReportRows, layout
from tthtcd_tui.report.status import FORM, Status
from tthtcd_tui.report.writer import Writer
from tthtcd_tui.tasks.years.carry_over import unedited
from tthtcd_tui.tasks.years.known_forms import form_asked, form_numbered


class Renamed(NamedTuple):
    """A place with another label in the new version."""

    place: Place
    before: str
    after: str


class Reworded(NamedTuple):
    """Of a text nobody edited: sentences in a row, and those the new version has in their place; either may be none."""

    label: str
    before: str
    after: str


class Upgrade(NamedTuple):
    """The plan of moving a draft; nothing is written until `upgrade`."""

    year: Year
    form: Form
    revision: int
    kept: int
    """Answers that stay as they are."""
    renamed: tuple[Renamed, ...]
    following: tuple[tuple[Place, str], ...]
    """Texts nobody edited, with their label: from now on they are the new version's and follow the answers."""
    reworded: tuple[Reworded, ...]
    """Of texts that followed the answers before, too."""
    asked: tuple[tuple[Place, str], ...]
    """Labels of what the new version requires and the old one did not ask."""


def plan_upgrade(store: Store, year: Year) -> Upgrade:
    """Plan moving `year` to the newest version of its form. Raises TaskProblem, StoreProblem."""
    snapshot = store.snapshot(year.report_id)
    if snapshot.status is Status.FINAL and snapshot.final_since is not None:
        raise ReportFinal(final_words(year.period, snapshot.final_since))
    form = form_asked(store, snapshot.form.key)
    if form.version <= snapshot.form.version:
        raise TaskProblem(f"Báo cáo {year.period.title} đã dùng phiên bản mới nhất của biểu mẫu. Không cần đổi.")
    _refuse_losses(snapshot, form)
    given = unedited(snapshot.form, snapshot.facts) if form.follows and not snapshot.form.follows else frozenset()
    own, facts = in_its_words(form, snapshot.facts)
    before, after = layout(snapshot.form), layout(own)
    cells = {place: cell for place, cell in after.cells.items() if place in before.cells}
    return Upgrade(
        year,
        form,
        snapshot.revision,
        len(snapshot.facts.stored().answers) - len(given),
        tuple(
            Renamed(place, before.label_at(place), cell.label)
            for place, cell in cells.items()
            if cell.label != before.label_at(place)
        ),
        tuple((place, after.label_at(place)) for place in sorted(given)),
        tuple(_reworded(snapshot, own, facts)),
        tuple(
            (place, cell.label)
            for place, cell in after.cells.items()
            if place not in before.cells and cell.field.required
        ),
    )


def _reworded(snapshot: Snapshot, form: Form, facts: Facts) -> Iterator[Reworded]:
    writers = _writer(snapshot.form, snapshot.facts), _writer(form, facts)
    for place in layout(form).cells:
        if place in snapshot.facts.defaults and place in facts.defaults:
            before, after = (_sentences(writer, place) for writer in writers)
            for tag, first, last, start, end in SequenceMatcher(None, before, after, False).get_opcodes():
                if tag != "equal":
                    label = layout(form).label_at(place)
                    yield Reworded(label, " ".join(before[first:last]), " ".join(after[start:end]))


def _writer(form: Form, facts: Facts) -> Writer:
    return Writer(form, facts, ReportRows(form, facts))


def _sentences(writer: Writer, place: Place) -> list[str]:
    """What stands at `place`, as it prints."""
    lines = writer.facts.lines_at(place) or (writer.facts.text_at(place),)
    return [each for line in lines for each in re.split(r"(?<=\.)\s+", plain(writer.fill(line, place))) if each]


def upgrade(store: Store, plan: Upgrade, user: str) -> None:
    """Move the draft, as one Change. Raises StoreProblem where somebody has changed it since it was planned."""
    edits = [Edit(place, UNANSWERED) for place, _ in plan.following]
    store.change_form(plan.year.report_id, plan.form, edits, plan.revision, user)


def take_back(store: Store, year: Year, user: str) -> Form:
    """Move a draft back to its version before, while nothing has been changed since; returns that version.

    Raises TaskProblem, StoreProblem.
    """
    revision = store.revision(year.report_id)
    moved = _latest(store, year, revision)
    told = _move_in(moved)
    if told is None:
        raise TaskProblem(
            f"Báo cáo {year.period.title} không vừa đổi biểu mẫu, hoặc đã được sửa sau đó. Hãy giữ biểu mẫu này."
        )
    key, _, version = str(told.before).partition("/")
    form = form_numbered(store, key, int(version))
    store.change_form(year.report_id, form, list(_reversed(moved)), revision, user)
    return form


def moved_from(store: Store, year: Year) -> int | None:
    """The version that `take_back` would move the year back to; None where there is nothing to take back."""
    told = _move_in(_latest(store, year, store.revision(year.report_id)))
    before = int(str(told.before).partition("/")[2]) if told else None
    return before if before and before < year.form.version else None


def _latest(store: Store, year: Year, revision: int) -> list[Entry]:
    return [entry for entry in store.history.of(year.report_id) if entry.revision == revision]


def _move_in(entries: list[Entry]) -> Entry | None:
    return next((entry for entry in entries if entry.place == FORM), None)


def _reversed(moved: list[Entry]) -> Iterator[Edit]:
    for entry in moved:
        if entry.place != FORM:
            yield Edit(entry.place, entry.before)


def _refuse_losses(snapshot: Snapshot, form: Form) -> None:
    """Raise a problem where the new version cannot hold an answer, which would disappear."""
    after = layout(form)
    for place, answer in snapshot.facts.stored().answers.items():
        cell = after.cell_at(place)
        kept = fits(cell.field, answer) if cell else place.subject != place and bool(after.label_at(place.subject))
        if not kept:
            label = layout(snapshot.form).label_at(place) or place
            raise TaskProblem(f"Chưa đổi được biểu mẫu: phiên bản {form.version} không giữ được nội dung ở “{label}”.")


def told(plan: Upgrade) -> Iterator[str]:
    """What would change, in lines."""
    yield f"{plan.year.period.title}: biểu mẫu phiên bản {plan.year.form.version} → {plan.form.version}"
    yield f"Giữ nguyên {plan.kept} chỗ đã nhập."
    yield from (f"Đổi tên ô: {each.before} → {each.after}" for each in plan.renamed)
    yield from (f"Lời văn chưa ai sửa, nay lấy theo số liệu của năm: {label}" for _, label in plan.following)
    for label, sentences in groupby(plan.reworded, lambda each: each.label):
        yield f"Lời văn chưa ai sửa, nay viết khác: {label}"
        for each in sentences:
            yield from (f"  {said}: {words}" for said, words in (("trước", each.before), ("nay", each.after)) if words)
    yield from (f"Cần chọn thêm: {label} ({place})" for place, label in plan.asked)
