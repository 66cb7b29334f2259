"""A year opened by one person: the state that screens show, and the only way to change it.

What only saving needs is imported at the first save, because every start opens a year and shows it first.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from tthtcd_tui.checks.checker import Checker
from tthtcd_tui.checks.context import Context
from tthtcd_tui.errors import (
    NotAllowed,
    NotOnStaff,
    ReportFinal,
    ReportGone,
    StoreProblem,
    Supervises,
    TaskProblem,
)
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.report.completeness import Requirement
from tthtcd_tui.report.defaults import edited
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.finding import Finding, Tally
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import ReportRows, rows
from tthtcd_tui.report.status import Status
from tthtcd_tui.tasks.session.refused_rows import RefusedRows
from tthtcd_tui.tasks.session.saving import NotSaved, Refused, SaveConflict, Saved, Saving
from tthtcd_tui.tasks.session.sitting import Sitting
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

if TYPE_CHECKING:
    from tthtcd_tui.models.comments import Thread
    from tthtcd_tui.models.submissions import Standing
    from tthtcd_tui.models.undo import Reversible
    from tthtcd_tui.models.writing import Conflict
    from tthtcd_tui.report.appendices.material import Material
    from tthtcd_tui.report.base import Base
    from tthtcd_tui.report.stage import Stage
    from tthtcd_tui.tasks.session.edit_cells import Typed
    from tthtcd_tui.tasks.session.saver import Saver


class Session:
    """A year, its newest snapshot, and who is at the keyboard."""

    def __init__(self, store: Store, year: Year, user: str, *, is_starting: bool = False) -> None:
        """While `is_starting`, findings come from the first rules only, so that the first screen appears sooner."""
        self.store = store
        self.year = year
        self.user = user
        self._snapshot: Snapshot = store.snapshot(year.report_id)
        self._findings: tuple[Finding, ...] | None = None
        self._tally: Tally | None = None
        self._base_revisions: dict[Place, int] = {}
        self.sitting = Sitting()
        self.refused = RefusedRows(self.sitting)
        self._closed: StoreProblem | None = None
        """Why nothing can be saved here, as it was when it was last asked."""
        self._is_asked = False
        self._is_starting = is_starting
        self._checker: Checker | None = None
        self._threads: tuple[Thread, ...] | None = None
        """What is spoken of and not settled; None until it is asked for."""
        self._called: dict[str, str] = {}
        """What people are called, by their logins, of those who were asked for."""
        self._news: object | None = None
        """What the data said of others' changes when it was looked for them last, where they say so."""
        self._log_changes: set[str] | None = None
        """The activities changed since the findings were worked out last; None where that is not known."""

    @cached_property
    def previous(self) -> Facts | None:
        """The year before, to compare with; read when somebody looks. None where there is none that can be read."""
        from tthtcd_tui.tasks.years.year_context import readable_before

        return readable_before(self.store, self.year)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The centre's names in its years; read when a rule asks."""
        from tthtcd_tui.tasks.years.year_context import names_of

        return names_of(self.store, self.year.centre)

    @property
    def context(self) -> Context:
        """The year as rules see it."""
        from tthtcd_tui.tasks.years.year_context import StoredLog

        log = StoredLog(self.store, self.year.report_id)
        return Context(self.form, self.facts, lambda: self.previous, lambda: self._names, log)

    @property
    def material(self) -> Material:
        """What appendices are made of; read when one is written."""
        from tthtcd_tui.report.activity import ActivityLog
        from tthtcd_tui.report.appendices.material import Material
        from tthtcd_tui.report.comparison import chosen_years
        from tthtcd_tui.tasks.years.year_context import earlier_years

        log, chosen = self.context.log, chosen_years(self.facts)
        return Material(lambda: ActivityLog(tuple(log.all())), lambda: earlier_years(self.store, self.year, chosen))

    @cached_property
    def _saver(self) -> Saver:
        from tthtcd_tui.tasks.session.saver import Saver

        return Saver(self.store, self.year.report_id, self.user)

    @property
    def form(self) -> Form:
        return self._snapshot.form

    @property
    def facts(self) -> Facts:
        return self._snapshot.facts

    @property
    def revision(self) -> int:
        return self._snapshot.revision

    @property
    def is_final(self) -> bool:
        return self._snapshot.status is Status.FINAL

    @property
    def read_only(self) -> StoreProblem | None:
        """Why nothing can be saved here; None where it can. A save raises the same.

        Cached, since it is shown with every key; asked of the database again once somebody has saved, or failed to.
        """
        if not self._is_asked:
            try:
                self._closed = self.store.why_read_only(self.year.report_id, self.user)
            except StoreProblem as problem:
                self._closed = problem
            self._is_asked = not self.store.is_cut_off  # which says nothing of whether one may
        return self.store.refusal or self._closed

    @property
    def is_for_reading(self) -> bool:
        """Whether this person may write nothing here, however far the report is."""
        return isinstance(self.read_only, NotAllowed)

    @property
    def supervises(self) -> bool:
        """Whether this person is above the centre: they read and answer."""
        return isinstance(self.read_only, Supervises)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong or missing now; worked out when somebody looks."""
        if self._findings is None:
            self._findings = self._check()
        return self._findings

    def _check(self) -> tuple[Finding, ...]:
        if self._is_starting:
            from tthtcd_tui.checks.first import first_findings

            return first_findings(self.context)
        if self._checker is None:
            from tthtcd_tui.checks.run import RULES  # a start does without them

            self._checker = Checker(RULES)
        changes, self._log_changes = self._log_changes, set()
        try:
            return self._checker.check(self.context, changes)
        except StoreProblem:
            self._checker = None  # what it worked out by half is no ground to go on from
            raise

    @property
    def handed_in(self) -> Standing:
        """Where the report stands with its superior. Raises StoreProblem."""
        return self.store.submissions.standing(self.year.report_id)

    @property
    def stage(self) -> Stage:
        """How far the report is on its way up, for whoever has signed in. Raises StoreProblem."""
        year = self.year._replace(status=self._snapshot.status)
        return self.store.verdicts.stages([year])[year.report_id]

    def called(self, login: str) -> str:
        """Who `login` is, in words; the login where no name is known, or it cannot be read."""
        if login not in self._called:
            from tthtcd_tui.tasks.called import called  # who works alone reads of nobody

            try:
                self._called |= called(self.store, [login], self.year.centre.id)
            except StoreProblem:
                return login
        return self._called[login]

    def end_start(self) -> bool:
        """Run every rule from now on; returns whether this is a change."""
        if not self._is_starting:
            return False
        self._is_starting = False
        self._findings = self._tally = None
        return True

    @property
    def rows(self) -> ReportRows:
        """The rows of the report as it is now."""
        return rows(self.form, self.facts)

    @property
    def requirements(self) -> list[Requirement]:
        """What the form requires, and what of it is missing; worked out when somebody looks."""
        return self.rows.requirements

    @property
    def tally(self) -> Tally:
        """How many findings there are of each kind."""
        if self._tally is None:
            self._tally = Tally.of(self.findings)
        return self._tally

    @property
    def threads(self) -> tuple[Thread, ...]:
        """The open threads; read again once somebody else has saved. Empty where they cannot be read."""
        if self._threads is None:
            try:
                found = self.store.comments.of(self.year.report_id)
            except StoreProblem:
                return ()  # whoever wants to say something is told why they cannot
            self._threads = tuple(thread for thread in found if thread.is_open)
        return self._threads

    @property
    def carried(self) -> list[Place]:
        """The places that were carried over and nobody has reviewed, in the order of the report."""
        marked = [mark.subject for mark in self.facts.answers if mark.kind == PlaceKind.CARRIED]
        return sorted(marked, key=self.rows.rank)

    def review(self, places: Iterable[Place]) -> Saving:
        """Clear the not-reviewed marks of `places`."""
        return self.save(Edit(Place.of(PlaceKind.CARRIED, place), UNANSWERED) for place in places)

    def place_left(self) -> Place | None:
        """The place this person changed last, in this sitting or before, to resume at."""
        return self.store.history.last_place(self.year.report_id, self.user)

    def section_of(self, place: Place) -> str | None:
        """The key of the section that asks for `place`, an item of the centre's own in the one it was added to."""
        return self.rows.section_of(place) or None

    def refresh(self, thoroughly: bool = False) -> bool:
        """Take a new snapshot if somebody has saved; returns whether they have. Raises StoreProblem, ReportGone.

        `thoroughly` also re-reads what changes without a save in this report: the user's rights.
        """
        if thoroughly:
            self._is_asked = False
            self._called = {}
        news = None if thoroughly else self.store.news(self.year.report_id)
        if news is not None and news == self._news:
            return False
        is_new = self.store.revision(self.year.report_id) != self.revision
        if is_new:
            self._take()
        self._news = news
        return is_new

    def enter(self, cells: Iterable[Typed]) -> Saving:
        """Parse and save typed cells as one Change, all or nothing. Raises ReportGone."""
        edits = self._saver.edits_of(self._snapshot, list(cells))
        return edits if isinstance(edits, Refused) else self.save(edits)

    def copy_previous(self, cell: Typed, period: str) -> Saving:
        """Save the answer of `period` in the cell, marked as not yet reviewed. A number in another unit is refused."""
        from tthtcd_tui.checks.units import in_one_unit, unit_at
        from tthtcd_tui.tasks.years.carry_over import mark_of

        if not in_one_unit(self.context, cell.place):
            unit = unit_at(self.form, cell.place)
            return Refused(TaskProblem(f"Chưa chép: {period} có thể ghi theo đơn vị khác. Gõ số tính theo {unit}."))
        edits = self._saver.edits_of(self._snapshot, [cell])
        if isinstance(edits, Refused):
            return edits
        mark = mark_of(Place(cell.place), period)
        return self.save([*(edit for edit in edits if edit.place != mark.place), mark])

    def save(self, edits: Iterable[Edit]) -> Saving:
        """Save `edits`, made on this session's snapshot, or on the revision set by `base_revision`."""
        wanted = tuple(edits)
        return self._saving(self.revision_under(edit.place for edit in wanted), wanted)

    def save_read(self, edits: Iterable[Edit], revision: int, received: Base | None = None) -> Saving:
        """Save what was read from a file and compared with `revision`; `received` is the base of the whole file."""
        return self._saving(revision, tuple(edits), received)

    def revision_under(self, places: Iterable[Place]) -> int:
        """The revision on which the typing at `places` was begun."""
        return min([self.revision, *(self._base_revisions[place] for place in places if place in self._base_revisions)])

    def base_revision(self, place: Place, revision: int) -> None:
        """Note that the draft at `place` was begun on `revision`, before the line dropped; later changes conflict."""
        self._base_revisions[place] = revision

    def prune(self, places: Container[Place]) -> None:
        """Forget the base revisions of all places but these."""
        self._base_revisions = {place: revision for place, revision in self._base_revisions.items() if place in places}

    def keep_mine(self, met: SaveConflict) -> Saving:
        """Resolve a conflict: save our values over the colleague's, now that the user has seen both."""
        return self._saving(met.revision, met.edits)

    def use_theirs(self, met: SaveConflict) -> Saving:
        """Resolve a conflict: keep the colleague's values, and save the rest of our edits."""
        theirs = {conflict.place for conflict in met.conflicts}
        marks = {Place.of(PlaceKind.CARRIED, place) for place in theirs}
        return self._saving(met.revision, tuple(edit for edit in met.edits if edit.place not in theirs | marks))

    def can_keep_both(self, met: SaveConflict) -> bool:
        """Whether every conflict is between paragraphs, so that both can be kept."""
        return all(self._paragraphs(conflict) for conflict in met.conflicts)

    def keep_both(self, met: SaveConflict) -> Saving:
        """Resolve a conflict: save the paragraphs of both, the colleague's before ours. Requires `can_keep_both`."""
        from tthtcd_tui.tasks.session.both_texts import merged  # compares texts, which a start does not

        both = {conflict.place: merged(*found) for conflict in met.conflicts if (found := self._paragraphs(conflict))}
        return self._saving(met.revision, tuple(Edit(e.place, both.get(e.place, e.after)) for e in met.edits))

    def _paragraphs(self, conflict: Conflict) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Their paragraphs and ours; None for other answers."""
        field = field_at(self.form, conflict.place)
        if field is None or field.kind is not FieldType.PARAGRAPHS:
            return None
        match conflict.theirs, conflict.ours:
            case (Activity(), _) | (_, Activity()):
                return None
            case tuple() as theirs, tuple() as ours:
                return theirs, ours
            case _:
                return None

    def undo(self) -> Saving:
        return self._reverse(redo=False)

    def redo(self) -> Saving:
        return self._reverse(redo=True)

    def _saving(self, base: int, edits: tuple[Edit, ...], received: Base | None = None) -> Saving:
        """Saves `edits` made on revision `base`."""
        if self.store.refusal:  # known for longer than what was typed
            return Refused(self.store.refusal)
        change = Change(new_op_id(), edits)
        try:
            outcome = self._saver.write(change, base, received)
        except StoreProblem as problem:
            self._is_asked = False  # what could not be done may be somebody else's to do now
            if isinstance(problem, (NotOnStaff, ReportGone)):
                raise
            return Refused(problem) if isinstance(problem, (NotAllowed, ReportFinal)) else NotSaved(problem)
        if isinstance(outcome, SaveConflict):
            return outcome
        if outcome.is_written:
            self.sitting.did(change.op_id)
        return self._saved(edits, outcome.revision if outcome.is_written else None)

    def _reverse(self, redo: bool) -> Saving:
        try:
            steps = self.store.steps
            done = (steps.redo if redo else steps.undo)(self.year.report_id, self.user)
        except StoreProblem as problem:
            self._is_asked = False
            if isinstance(problem, (NotOnStaff, ReportGone)):
                raise
            return Refused(problem)
        if redo:
            self.sitting.did(done.op_id, redoes=done.undoes)
        elif done.undoes is not None:
            self.sitting.took_back(done.undoes, by=done.op_id)
        return self._saved(done.edits)

    def reversible(self, *, redo: bool = False) -> Reversible | None:
        """What `undo`, or `redo`, would take back; None where nothing is, or where it cannot be read."""
        try:
            return self.store.steps.reversible(self.year.report_id, self.user, redo=redo)
        except StoreProblem:
            return None  # doing it says why

    def _saved(self, edits: tuple[Edit, ...], revision: int | None = None) -> Saved:
        """Update this session after a change of ours was saved; `revision` is the one it made, if it made one."""
        places = tuple(edit.place for edit in edits)
        if revision == self.revision + 1 and all(place.kind != PlaceKind.ACTIVITY for place in places):
            self._advance(edits, revision)
        else:
            self._take(places)
        self._closed, self._is_asked = None, True
        for place in places:  # what is typed there next is begun on what was just saved
            self._base_revisions.pop(place, None)
        return Saved(datetime.now(HOUR_OF_VIETNAM), places)

    def _advance(self, edits: tuple[Edit, ...], revision: int) -> None:
        """Derive the new snapshot from the old one and our edits; if nobody else saved and the log's sums are the same.

        Reading the report again would double the cost of a saved cell. Default texts follow the answers.
        """
        form, facts = edited(self.form, self.facts, edits)
        self._snapshot = self._snapshot._replace(form=form, facts=facts, revision=revision)
        self._findings = self._tally = None

    def _take(self, places: Iterable[Place] | None = None) -> None:
        """Read the newest snapshot; `places` are those that we changed ourselves, None after somebody else's change."""
        before = self.revision
        self._snapshot = self.store.snapshot(self.year.report_id)
        self._follow_log(before, places)
        self._findings = self._tally = self._threads = None
        self._is_asked = False

    def _follow_log(self, before: int, places: Iterable[Place] | None) -> None:
        """Note which activities have changed since revision `before`, so that only those of the log are read again."""
        if self._log_changes is None:
            return
        if places is not None and self.revision == before + 1:
            self._log_changes |= {place.parts[1] for place in places if place.kind == PlaceKind.ACTIVITY}
        elif self.revision > before:
            self._log_changes |= self.store.history.activities_since(self.year.report_id, before)
