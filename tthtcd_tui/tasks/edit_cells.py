"""One cell typed, or many: read, checked against the form, saved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tthtcd_tui.forms.answer import UNANSWERED, Absent, Answer
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.writing import Applied, Conflict, Conflicted
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Change, Content, Edit
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.carry_over import reviewed
from tthtcd_tui.tasks.log_activity import activity_of
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.problem import quoted


@dataclass(frozen=True, slots=True)
class Typed:
    """A place and what was typed for it."""

    place: str
    raw: str


class WrongCell(TaskProblem):
    """One cell that cannot be taken as it was typed; `reason` says why, to somebody who sees which it is."""

    def __init__(self, label: str, place: Place, reason: str) -> None:
        self.label = label
        self.reason = reason
        super().__init__(f"{label} ({place}): {reason}")


class HasConflicts(TaskProblem):
    """Somebody changed the same cells meanwhile. Nothing was saved; both values are told."""

    def __init__(self, form: Form, conflicts: Iterable[Conflict]) -> None:
        self.conflicts = tuple(conflicts)
        super().__init__(
            "Chưa lưu, vì có người vừa sửa cùng chỗ. Xem hai giá trị dưới đây rồi nhập lại giá trị đúng.",
            [_both(form, conflict) for conflict in self.conflicts],
        )


def edit_of(snapshot: Snapshot, cell: Typed) -> list[Edit]:
    """The edits that saving `cell` takes, its mark as carried over among them. Raises TaskProblem, WrongCell."""
    place = Place.parse(cell.place)
    if place and place.kind == "activity" and len(place.parts) == 2 and not cell.raw:
        return [Edit(place, UNANSWERED)]
    field = field_at(snapshot.form, place) if place else None
    if place is None or field is None:
        raise TaskProblem(f"Biểu mẫu không có chỗ {quoted(cell.place)}. Gõ “tthtcd show KỲ” để xem các chỗ.")
    answer = read(field, cell.raw, snapshot.form.link_names)
    if isinstance(answer, Problem):
        raise WrongCell(label_at(snapshot.form, place), place, answer.message)
    return [Edit(place, answer), *reviewed(snapshot.facts, place)]


def typed_lines(data: bytes) -> list[Typed]:
    r"""«PLACE VALUE» lines: \n in a value breaks its line, \\ is a backslash, # begins a comment.

    Raises TaskProblem.
    """
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise TaskProblem("Đầu vào không phải chữ UTF-8. Hãy lưu lại tệp với bảng mã UTF-8.") from None
    cells = []
    for line in lines:
        place, _, raw = line.strip().partition(" ")
        if place and not place.startswith("#"):
            cells.append(Typed(place, _ESCAPED.sub(lambda match: "\n" if match[1] == "n" else "\\", raw)))
    return cells


def typed_line(cell: Typed) -> str:
    """The line that `typed_lines` reads `cell` from."""
    raw = cell.raw.replace("\\", r"\\").replace("\n", r"\n")
    return f"{cell.place} {raw}".rstrip()


_ESCAPED = re.compile(r"\\([\\n])")


def save_cells(store: Store, year: Year, cells: Iterable[Typed], user: str) -> int:
    """Saves what was typed as one Change; the number of cells. Raises TaskProblem and saves nothing if one is wrong.

    Every wrong cell is told, not only the first. The cells of an activity that the log has not make a new one.
    """
    asked = list(cells)
    snapshot = store.snapshot(year.report)
    new = _new_activities(store, snapshot, asked)
    edits: list[Edit] = []
    wrong: list[str] = []
    for cell in asked:
        place = Place.parse(cell.place)
        if place and place.kind == "activity" and place.parts[1:2] and place.parts[1] in new:
            continue
        try:
            edits += edit_of(snapshot, cell)
        except TaskProblem as problem:
            wrong.append(problem.message)
    for uid, texts in new.items():
        made = activity_of(snapshot.form, uid, texts)
        if isinstance(made, Activity):
            edits.append(Edit(Place.of("activity", uid), made))
        else:
            wrong += [f"Hoạt động mới ({Place.of('activity', uid, each.key)}): {each.message}" for each in made]
    if wrong:
        raise TaskProblem("Chưa lưu gì, vì có chỗ nhập sai:" if len(asked) > 1 else "Chưa lưu:", wrong)
    save(store, snapshot, edits, user)
    return len(asked)


def _new_activities(store: Store, snapshot: Snapshot, cells: Iterable[Typed]) -> dict[str, dict[str, str]]:
    """By uid, what was typed for the cells of activities that the log has not."""
    texts: dict[str, dict[str, str]] = {}
    for cell in cells:
        place = Place.parse(cell.place)
        if place and place.kind == "activity" and field_at(snapshot.form, place):
            texts.setdefault(place.parts[1], {})[place.parts[2]] = cell.raw
    known = store.activities_called(snapshot.report, list(texts)) if texts else {}
    return {uid: typed for uid, typed in texts.items() if uid not in known}


def save(store: Store, snapshot: Snapshot, edits: Iterable[Edit], user: str) -> Applied:
    """Saves `edits` made on `snapshot` as one Change. Raises HasConflicts."""
    outcome = store.apply(snapshot.report, Change(new_op_id(), tuple(edits)), snapshot.revision, user)
    if isinstance(outcome, Conflicted):
        raise HasConflicts(snapshot.form, outcome.conflicts)
    return outcome


def shown(form: Form, place: Place, content: Content) -> str:
    """What stands at a place, in one line of words."""
    if isinstance(content, Activity):
        return f"{content.date:%d/%m/%Y} {content.title}"
    return shown_in(field_at(form, place), content)


def shown_in(field: Field | None, answer: Answer) -> str:
    """The answer to `field`, in one line of words."""
    if isinstance(answer, Absent):
        return _ABSENT[answer]
    return typed(field, answer).replace("\n", " ¶ ") if field else str(answer)


_ABSENT = {Absent.UNANSWERED: "(chưa nhập)", Absent.NIL: "không có", Absent.NOT_APPLICABLE: "không áp dụng"}


def _both(form: Form, conflict: Conflict) -> str:
    theirs, ours = (shown(form, conflict.place, content) for content in (conflict.theirs, conflict.ours))
    label = label_at(form, conflict.place)
    return f"{label} ({conflict.place}): {conflict.user} đã sửa thành {quoted(theirs)}; bạn nhập {quoted(ours)}."
