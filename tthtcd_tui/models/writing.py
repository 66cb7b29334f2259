"""Change → rows, with its audit: one transaction, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from typing import Final

from tthtcd_tui.errors import CannotEdit
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.models.activities import delete_activities, insert_activities, some_activities, update_activity
from tthtcd_tui.models.activity_edits import after_edits, content_of
from tthtcd_tui.models.audit import changes_since
from tthtcd_tui.models.audit_append import New, append_new
from tthtcd_tui.models.core_tables import Report
from tthtcd_tui.models.ledger import number_of
from tthtcd_tui.models.people import rights
from tthtcd_tui.models.place_map import QUALIFIER, ColumnMap, Shape, Slot, slot_of
from tthtcd_tui.models.standing import Standing, standing
from tthtcd_tui.models.storage.engine import Database, writing
from tthtcd_tui.models.storage.orm import Expression, Value
from tthtcd_tui.models.storage.prepared_query import PreparedQuery, given
from tthtcd_tui.models.value_codec import restored, stored
from tthtcd_tui.models.versions import refuse_final
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.answer_json import fits
from tthtcd_tui.report.change import Change, Content, Edit
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.problem import quoted


@dataclass(frozen=True, slots=True)
class Applied:
    """The Change is on disk. `revision` is the report's now; a Change that changed nothing leaves it as it was."""

    revision: int
    is_written: bool = field(default=False, compare=False)
    """Whether a new revision was made; a Change that changes nothing, or was applied before, makes none."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that somebody else has changed to another value since the revision that the Change was made on."""

    place: Place
    theirs: Content
    ours: Content
    user: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Conflicted:
    """Nothing was written: each of these places has two values, and a person must choose."""

    conflicts: tuple[Conflict, ...]
    revision: int
    """The revision at which `conflicts` were read: a choice made on them is a Change on this revision."""


Outcome = Applied | Conflicted


_Row = tuple[ColumnMap, str | None]
"""By its kind and key."""


@dataclass(slots=True)
class _Plan:
    """What a Change would do: each place before and after, and each activity.

    `made` are the activities that come whole where there was none: of an import a hundred thousand.
    """

    before: dict[Place, Content] = field(default_factory=dict)
    after: dict[Place, Content] = field(default_factory=dict)
    activities: dict[str, tuple[Activity | None, Activity | None]] = field(default_factory=dict)
    made: dict[Place, Activity] = field(default_factory=dict)
    rows: set[_Row] = field(default_factory=set)
    """Those that are there already, of the answers it changes."""

    def changes(self) -> list[tuple[Place, Content, Content]]:
        """Each place whose content would change, with its content before and after."""
        found = ((place, self.before[place], after) for place, after in self.after.items())
        changes = [change for change in found if change[1] != change[2]]
        return changes + [(place, UNANSWERED, activity) for place, activity in self.made.items()]


_FORMS_KEPT: Final = 16
_ACTIVITIES = "activity/"
"""How the Places of activities and their cells begin."""
_BUMP = PreparedQuery(Report.update({Report.revision: given("revision")}).where(Report.id == given("report")))


@cache
def _read(shape: Shape) -> PreparedQuery:
    """The answer of one place, with its qualifier where the shape has one."""
    fields = shape.kind.table._meta.fields
    columns = [fields[name] for name in _columns(shape)]
    return PreparedQuery(shape.kind.table.select(*columns).where(_row(shape.kind)))


@cache
def _update(shape: Shape) -> PreparedQuery:
    return PreparedQuery(shape.kind.table.update(_columns(shape)).where(_row(shape.kind)))


@cache
def _insert(shape: Shape) -> PreparedQuery:
    head = {"report": given("report"), shape.kind.key: given("key")}
    return PreparedQuery(shape.kind.table.insert(head | _columns(shape)))


@cache
def _delete_if_empty(kind: ColumnMap) -> PreparedQuery:
    """Delete a row once none of its columns holds an answer: a member taken off the board leaves no trace."""
    empty = _row(kind)
    for column in sorted({*kind.columns.values(), kind.value_words} - {""}):
        empty &= kind.table._meta.fields[column].is_null()
    return PreparedQuery(kind.table.delete().where(empty))


def _columns(shape: Shape) -> dict[str, Value]:
    return {shape.column: given("value")} | ({QUALIFIER: given("qualifier")} if shape.qualified else {})


def _row(kind: ColumnMap) -> Expression:
    fields = kind.table._meta.fields
    row: Expression = fields["report" if kind.key else "id"] == given("report")
    return row & (fields[kind.key] == given("key")) if kind.key else row


class _Slots:
    """Cache of the slots of a form's places: most saves ask for the same few."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self.categories = {option.key for option in form.records[PlaceKind.ACTIVITY]["category"].options}
        self._found: dict[Place, tuple[Field, Slot]] = {}

    def at(self, place: Place) -> tuple[Field, Slot]:
        """The field at `place` and its column. Raises KeyError for a place that the form has not."""
        found = self._found.get(place)
        if found is None:
            asked = field_at(self._form, place)
            if asked is None:
                raise KeyError(place)
            found = self._found[place] = asked, slot_of(place, asked)
        return found


_slots: Final = lru_cache(_FORMS_KEPT)(_Slots)


class Writer:
    """Writes to one report, with the form it was made with."""

    def __init__(self, database: Database, form: Form, report_id: int) -> None:
        self._database = database
        self._form = form
        self._report_id = report_id
        self._slots = _slots(form)

    def apply(self, change: Change, base_revision: int, user: str) -> Outcome:
        """Write `change`, which was made on what stood at `base_revision`. Idempotent by its op_id.

        Raises NotAllowed for a user who may not write here, ReportFinal for a report that is final, CannotEdit for
        an edit that leaves an activity without its date, name or category, StoreProblem for what the engine cannot do,
        KeyError for a place or a report that is not there.
        """
        with writing(self._database, self._report_id):
            return self.apply_within(change, base_revision, user)

    def apply_within(
        self, change: Change, base_revision: int, user: str, told: Sequence[tuple[Place, Content, Content]] = ()
    ) -> Outcome:
        """As `apply`, inside a transaction of the caller that has claimed this report.

        `told` are further audit entries, about the report itself.
        """
        known = standing(self._database, self._report_id, user, change.op_id)
        return self.apply_knowing(known, change, base_revision, user, told)

    def apply_knowing(
        self,
        known: Standing,
        change: Change,
        base_revision: int,
        user: str,
        told: Sequence[tuple[Place, Content, Content]],
    ) -> Outcome:
        """As `apply_within`, with the Standing already read in the same transaction."""
        revision = known.revision
        if known.is_done:
            return Applied(revision)
        rights.refuse_readers(known.person, known.centre)
        if known.status is Status.FINAL:
            refuse_final(self._database, self._report_id)
        plan = self._plan(change)
        changes = plan.changes()
        if not changes and not told:
            return Applied(revision)
        if base_revision < revision and (conflicts := self._conflicts(changes, base_revision)):
            return Conflicted(conflicts, revision)
        self._write_answers(plan, changes)
        self._write_activities(plan)
        self._append(change, user, [*changes, *told], known)
        _BUMP.tell(self._database, report=self._report_id, revision=revision + 1)
        return Applied(revision + 1, is_written=True)

    def _append(
        self, change: Change, user: str, told: Sequence[tuple[Place, Content, Content]], known: Standing
    ) -> None:
        """Append the audit of `change`; a person's first change gives them their number in the chains."""
        number = number_of(self._database, user) if known.number is None else known.number
        append_new(self._database, self._report_id, change, New(known.revision + 1, user, number, known.link), told)

    def _conflicts(self, changes: list[tuple[Place, Content, Content]], base_revision: int) -> tuple[Conflict, ...]:
        """The places that a later change shares with ours; an activity and each of its cells count as the same."""
        newer = changes_since(self._database, self._report_id, base_revision)
        return tuple(
            Conflict(place, theirs, ours, touch.user, touch.at)
            for place, theirs, ours in changes
            if (touch := newer.at(place))
        )

    # -- what it would do ---------------------------------------------------------------------------------------------

    def current_values(self, places: Iterable[Place]) -> dict[Place, Content]:
        """What stands at `places` now."""
        asked = list(places)
        there = self._activities(asked)
        answers = self._answers(place for place in asked if place.kind != PlaceKind.ACTIVITY)
        return {
            place: answers[place] if place in answers else content_of(there.get(place.parts[1]), place)
            for place in asked
        }

    def _plan(self, change: Change) -> _Plan:
        plan = _Plan()
        of_activities: list[Edit] = []
        for edit in change.edits:
            place, after = edit
            if place.startswith(_ACTIVITIES):
                of_activities.append(edit)
            elif isinstance(after, Activity):
                raise CannotEdit("Chỗ này không chứa cả một hoạt động. Hãy nhập hoạt động vào nhật ký.")
            else:
                plan.after[place] = after
        plan.before.update(self._answers(plan.after, plan.rows))
        self._plan_activities(plan, of_activities)
        return plan

    def _plan_activities(self, plan: _Plan, wanted: list[Edit]) -> None:
        by_uid: dict[str, list[Edit]] = {}
        for edit in wanted:
            uid, _, cell = edit.place.removeprefix(_ACTIVITIES).partition("/")
            if cell and field_at(self._form, edit.place) is None:
                raise KeyError(edit.place)
            by_uid.setdefault(uid, []).append(edit)
        there = some_activities(self._database, self._report_id, list(by_uid))
        for uid, edits in by_uid.items():
            before = there.get(uid)
            activity = after_edits(before, edits)
            if activity and activity.category not in self._slots.categories:
                raise _misfit(self._form, Place.of(PlaceKind.ACTIVITY, uid, "category"))
            if before is None and activity and len(edits) == 1:
                plan.made[edits[0].place] = activity
            else:
                plan.activities[uid] = before, activity
                self._plan_activity(plan, uid, [edit.place for edit in edits])

    def _plan_activity(self, plan: _Plan, uid: str, places: list[Place]) -> None:
        """Plan the edits of one activity: cell by cell, or as a whole where one edit is of the whole activity.

        Audit rows of an activity and of its cells in one Change would overlap, and could not be undone.
        """
        before, after = plan.activities[uid]
        whole = Place.of(PlaceKind.ACTIVITY, uid)
        for place in [whole] if whole in places else places:
            content = content_of(after, place)
            asked = field_at(self._form, place)
            if asked and not isinstance(content, Activity) and not fits(asked, content):
                raise _misfit(self._form, place)
            plan.before[place] = content_of(before, place)
            plan.after[place] = content

    def _activities(self, places: Iterable[Place]) -> dict[str, Activity]:
        uids = dict.fromkeys(place.parts[1] for place in places if place.kind == PlaceKind.ACTIVITY)
        return some_activities(self._database, self._report_id, list(uids))

    def _answers(self, places: Iterable[Place], rows: set[_Row] | None = None) -> dict[Place, Answer]:
        """The answers at `places` (none of an activity); the rows found are added to `rows`."""
        slots = self._slots
        asked = [(place, *slots.at(place)) for place in places]
        known = {"report": self._report_id}
        questions = [_read(slot.shape).question(self._database, {**known, "key": slot.key}) for _, _, slot in asked]
        found: dict[Place, Answer] = {}
        for (place, wanted, slot), stands in zip(asked, self._database.ask_all(questions), strict=True):
            found[place] = restored(wanted, *stands[0]) if stands else UNANSWERED
            if stands and rows is not None:
                rows.add((slot.kind, slot.key))
        return found

    # -- doing it -----------------------------------------------------------------------------------------------------

    def _write_answers(self, plan: _Plan, changes: Iterable[tuple[Place, Content, Content]]) -> None:
        emptied: dict[_Row, None] = {}
        for place, _, after in changes:
            if isinstance(after, Activity) or place.startswith(_ACTIVITIES):
                continue
            row = self._write(place, after, plan.rows)
            if after is UNANSWERED and row[1] is not None:
                emptied[row] = None
        for kind, key in emptied:
            _delete_if_empty(kind).tell(self._database, report=self._report_id, key=key)

    def _write(self, place: Place, answer: Answer, rows: set[_Row]) -> _Row:
        """Write one answer: update its row if that is in `rows`, else insert it. Returns the row, now in `rows`."""
        asked, slot = self._slots.at(place)
        if not fits(asked, answer):
            raise _misfit(self._form, place)
        text, qualifier = stored(answer)
        values = {"report": self._report_id, "key": slot.key, "value": text, "qualifier": qualifier}
        row = slot.kind, slot.key
        (_update if row in rows else _insert)(slot.shape).tell(self._database, **values)
        rows.add(row)
        return row

    def _write_activities(self, plan: _Plan) -> None:
        activities = plan.activities
        new = [after for before, after in activities.values() if before is None and after is not None]
        new += plan.made.values()
        gone = [before.uid for before, after in activities.values() if before is not None and after is None]
        if new:
            insert_activities(self._database, self._report_id, new)
        delete_activities(self._database, self._report_id, gone)
        for before, after in activities.values():
            if before is not None and after is not None and before != after:
                update_activity(self._database, self._report_id, after)


def _misfit(form: Form, place: Place) -> CannotEdit:
    label = quoted(label_at(form, place))
    return CannotEdit(f"Nội dung nhập vào {label} không hợp với biểu mẫu. Hãy kiểm tra rồi nhập lại.")
