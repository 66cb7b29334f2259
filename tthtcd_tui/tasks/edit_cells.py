"""One cell typed, or many: read, checked against the form, saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tthtcd_tui.forms.answer import Absent, Answer
from tthtcd_tui.forms.model import Form
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
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.problem import quoted


@dataclass(frozen=True, slots=True)
class Typed:
    """A place and what was typed for it."""

    place: str
    raw: str


class HasConflicts(TaskProblem):
    """Somebody changed the same cells meanwhile. Nothing was saved; both values are told."""

    def __init__(self, form: Form, conflicts: Iterable[Conflict]) -> None:
        self.conflicts = tuple(conflicts)
        super().__init__(
            "Chưa lưu, vì có người vừa sửa cùng chỗ. Xem hai giá trị dưới đây rồi nhập lại giá trị đúng.",
            [_both(form, conflict) for conflict in self.conflicts],
        )


def edit_of(snapshot: Snapshot, cell: Typed) -> list[Edit]:
    """The edits that saving `cell` takes, its mark as carried over among them. Raises TaskProblem."""
    place = Place.parse(cell.place)
    field = field_at(snapshot.form, place) if place else None
    if place is None or field is None:
        raise TaskProblem(f"Biểu mẫu không có chỗ {quoted(cell.place)}. Gõ “tthtcd show KỲ” để xem các chỗ.")
    answer = read(field, cell.raw, snapshot.form.link_names)
    if isinstance(answer, Problem):
        raise TaskProblem(f"{label_at(snapshot.form, place)} ({place}): {answer.message}")
    return [Edit(place, answer), *reviewed(snapshot.facts, place)]


def typed_lines(data: bytes) -> list[Typed]:
    """«PLACE VALUE» lines; a backslash and n in a value break its line, # begins a comment. Raises TaskProblem."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise TaskProblem("Đầu vào không phải chữ UTF-8. Hãy lưu lại tệp với bảng mã UTF-8.") from None
    cells = []
    for line in lines:
        place, _, raw = line.strip().partition(" ")
        if place and not place.startswith("#"):
            cells.append(Typed(place, raw.replace("\\n", "\n")))
    return cells


def save_cells(store: Store, year: Year, cells: Iterable[Typed], user: str) -> int:
    """Saves what was typed as one Change; the number of cells. Raises TaskProblem and saves nothing if one is wrong.

    Every wrong cell is told, not only the first.
    """
    snapshot = store.snapshot(year.report)
    edits: list[Edit] = []
    wrong: list[str] = []
    count = 0
    for cell in cells:
        count += 1
        try:
            edits += edit_of(snapshot, cell)
        except TaskProblem as problem:
            wrong.append(problem.message)
    if wrong:
        raise TaskProblem("Chưa lưu gì, vì có chỗ nhập sai:" if count > 1 else "Chưa lưu:", wrong)
    save(store, snapshot, edits, user)
    return count


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
    field = field_at(form, place)
    return _answer_words(content) or (typed(field, content).replace("\n", " ¶ ") if field else str(content))


def _answer_words(answer: Answer) -> str:
    words = {Absent.UNANSWERED: "(chưa nhập)", Absent.NIL: "không có", Absent.NOT_APPLICABLE: "không áp dụng"}
    return words[answer] if isinstance(answer, Absent) else ""


def _both(form: Form, conflict: Conflict) -> str:
    theirs, ours = (shown(form, conflict.place, content) for content in (conflict.theirs, conflict.ours))
    label = label_at(form, conflict.place)
    return f"{label} ({conflict.place}): {conflict.user} đã sửa thành {quoted(theirs)}; bạn nhập {quoted(ours)}."
