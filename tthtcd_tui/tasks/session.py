"""A year opened by one person: what the screens show, and the one way they change it.

What only saving needs is loaded when something is saved: every start opens a year, and shows it first.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tthtcd_tui.checks.order import report_order
from tthtcd_tui.checks.run import check
from tthtcd_tui.forms.model import Form, Kind
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.problem import RefusedFinal, RefusedRole, StoreProblem
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.areas import section_of
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.report.completeness import Requirement, requirements
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.finding import Finding, Severity, Tally
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import Status
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

if TYPE_CHECKING:
    from tthtcd_tui.models.writing import Conflict
    from tthtcd_tui.tasks.edit_cells import Typed


class Saved(NamedTuple):
    """It is on disk; `at` is the time in Viet Nam, `places` what was changed."""

    at: datetime
    places: tuple[Place, ...] = ()


class Refused(NamedTuple):
    """It cannot be taken as it was typed: why, in words. What was typed stays where it is."""

    message: str


class NotSaved(NamedTuple):
    """It is right, and could not be stored: why, in words."""

    message: str


class Met(NamedTuple):
    """Somebody changed the same cells meanwhile; nothing was saved, and `edits` wait for a person's choice."""

    conflicts: tuple[Conflict, ...]
    edits: tuple[Edit, ...]
    revision: int
    """What the report was with their values. The choice is made over these: a still later change is met again."""


Saving = Saved | Refused | NotSaved | Met


class Session:
    """A year, its newest snapshot, and who is at the keyboard."""

    def __init__(self, store: Store, year: Year, user: str) -> None:
        self.store = store
        self.year = year
        self.user = user
        self._snapshot: Snapshot = store.snapshot(year.report)
        self._findings: tuple[Finding, ...] | None = None
        self._tally: Tally | None = None
        self._requirements: list[Requirement] | None = None
        self._made_on: dict[Place, int] = {}
        self._read_only: str | None = None

    @cached_property
    def previous(self) -> Facts | None:
        """The year before, to compare with; read when somebody looks. None where there is none.

        Nor one that is damaged: this year does without it, and whoever opens that one is told why they cannot.
        """
        from tthtcd_tui.tasks.stored_report import facts_before

        try:
            return facts_before(self.store, self.year)
        except StoreProblem:
            return None

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
    def read_only(self) -> str:
        """Why nothing can be saved here, in words; nothing where it can. Told when it is tried, too.

        Asked of the database when somebody has saved something, or could not; it is shown with every key.
        """
        if self._read_only is None:
            try:
                with _while_it_is_there():
                    self._read_only = self.store.why_read_only(self.year.report, self.user)
            except StoreProblem as problem:
                self._read_only = problem.message
        return self.store.refusal or self._read_only

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong or missing now; worked out when somebody looks."""
        if self._findings is None:
            self._findings = check(self.form, self.facts)
        return self._findings

    @property
    def requirements(self) -> list[Requirement]:
        """What the form requires, and what of it is missing; worked out when somebody looks."""
        if self._requirements is None:
            self._requirements = requirements(self.form, self.facts)
        return self._requirements

    @property
    def tally(self) -> Tally:
        """How many findings there are of each kind."""
        if self._tally is None:
            self._tally = Tally.of(self.findings)
        return self._tally

    def gap_after(self, place: Place | None, inclusive: bool = False) -> Finding | None:
        """The next cell missing or wrong after `place`, or at it, as one reads the report; round to the first."""
        rank = report_order(self.form, self.facts)
        gaps = sorted(self._gaps(), key=rank)
        if place is None or not gaps:
            return gaps[0] if gaps else None
        at = rank(Finding("", Severity.ERROR, place, ""))[:3]
        return next((gap for gap in gaps if (there := rank(gap)[:3]) > at or (inclusive and there == at)), gaps[0])

    def _gaps(self) -> Iterator[Finding]:
        """What is open, cell by cell: what a row lacks is one finding, and a gap at each of its empty cells."""
        missing = {need.missing[0]: need.missing for need in self.requirements if need.missing}
        for finding in self.findings:
            if finding.is_missing:
                yield from (finding._replace(place=place) for place in missing.get(finding.place, (finding.place,)))
            elif finding.is_open:
                yield finding

    def place_left(self) -> Place | None:
        """What this person changed last, today or before, to go on from there."""
        return self.store.last_place(self.year.report, self.user)

    def section_of(self, place: Place) -> str | None:
        """The key of the section that asks for `place`, an item of the centre's own in the one it was added to."""
        return section_of(self.form, self.facts, place) or None

    def refresh(self, thoroughly: bool = False) -> bool:
        """Takes a new snapshot if somebody saved something; whether they did. Raises StoreProblem.

        `thoroughly` asks anew what changes without anybody saving in this report: whether one may write here.
        """
        if thoroughly:
            self._read_only = None
        with _while_it_is_there():
            if self.store.revision(self.year.report) == self.revision:
                return False
            self._take()
        return True

    def enter(self, cells: Iterable[Typed]) -> Saving:
        """Reads and saves what was typed, as one Change; of a paste, all of it or nothing."""
        from tthtcd_tui.tasks.edit_cells import WrongCell, edit_of

        typed = list(cells)
        edits: list[Edit] = []
        try:
            for cell in typed:
                edits += edit_of(self._snapshot, cell)
        except WrongCell as problem:
            return Refused(problem.reason if len(typed) == 1 else f"{problem.label}: {problem.reason}")
        except TaskProblem as problem:
            return Refused(problem.message)
        return self.save(edits)

    def save(self, edits: Iterable[Edit]) -> Saving:
        """Saves `edits`, made on what this session shows, or on what `made_on` says."""
        wanted = tuple(edits)
        return self._saving(self.revision_under(edit.place for edit in wanted), wanted)

    def revision_under(self, places: Iterable[Place]) -> int:
        """The revision that what is typed at `places` was begun on."""
        return min([self.revision, *(self._made_on[place] for place in places if place in self._made_on)])

    def made_on(self, place: Place, revision: int) -> None:
        """What is typed at `place` was begun on `revision`, before a line dropped: it may meet what came since."""
        self._made_on[place] = revision

    def still_typed(self, places: Container[Place]) -> None:
        """Elsewhere nothing goes on from before."""
        self._made_on = {place: revision for place, revision in self._made_on.items() if place in places}

    def keep_mine(self, met: Met) -> Saving:
        """Saves what met a colleague's change over it, now that the person has seen both."""
        return self._saving(met.revision, met.edits)

    def use_theirs(self, met: Met) -> Saving:
        """Leaves the colleague's values where they met ours, and saves the rest of what was to be saved together."""
        theirs = {conflict.place for conflict in met.conflicts}
        marks = {Place.of("carried", place) for place in theirs}
        return self._saving(met.revision, tuple(edit for edit in met.edits if edit.place not in theirs | marks))

    def can_keep_both(self, met: Met) -> bool:
        """Whether what met are paragraphs, each time on both sides."""
        return all(self._paragraphs(conflict) for conflict in met.conflicts)

    def keep_both(self, met: Met) -> Saving:
        """Saves the paragraphs of both: where they differ, the colleague's and then mine. For `can_keep_both` alone."""
        from tthtcd_tui.tasks.both_texts import merged  # compares texts, which a start does not

        both = {conflict.place: merged(*found) for conflict in met.conflicts if (found := self._paragraphs(conflict))}
        return self._saving(met.revision, tuple(Edit(e.place, both.get(e.place, e.after)) for e in met.edits))

    def _paragraphs(self, conflict: Conflict) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Theirs and ours, if they are paragraphs."""
        field = field_at(self.form, conflict.place)
        if field is None or field.kind is not Kind.PARAGRAPHS:
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

    def _saving(self, base: int, edits: tuple[Edit, ...]) -> Saving:
        """Saves `edits` made on revision `base`."""
        from tthtcd_tui.models.writing import Conflicted

        if self.store.refusal:  # known for longer than what was typed
            return Refused(self.store.refusal)
        try:
            with self._trying():
                outcome = self.store.apply(self.year.report, Change(new_op_id(), edits), base, self.user)
        except (RefusedRole, RefusedFinal) as problem:
            return Refused(problem.message)
        except StoreProblem as problem:
            return NotSaved(problem.message)
        if isinstance(outcome, Conflicted):
            return Met(outcome.conflicts, edits, outcome.revision)
        return self._saved(edits)

    def _reverse(self, redo: bool) -> Saving:
        try:
            with self._trying():
                done = (self.store.redo if redo else self.store.undo)(self.year.report, self.user)
        except StoreProblem as problem:
            return Refused(problem.message)
        return self._saved(done.edits)

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """What could not be done may be somebody else's to do now."""
        try:
            with _while_it_is_there():
                yield
        except StoreProblem:
            self._read_only = None
            raise

    def _saved(self, edits: Iterable[Edit]) -> Saved:
        self._take()
        self._read_only = ""
        return Saved(datetime.now(HOUR_OF_VIETNAM), tuple(edit.place for edit in edits))

    def _take(self) -> None:
        self._snapshot = self.store.snapshot(self.year.report)
        self._findings = self._tally = self._requirements = self._read_only = None


@contextmanager
def _while_it_is_there() -> Iterator[None]:
    """A report that a colleague has deleted meanwhile is a StoreProblem like others."""
    try:
        yield
    except KeyError:
        raise StoreProblem("Báo cáo này vừa bị xóa ở nơi khác. Hỏi người đã xóa trước khi nhập lại.") from None
