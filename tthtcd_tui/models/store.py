"""The only door to what is stored: everything above asks a Store, nothing above knows a table.

What only some questions need is imported when they are asked: `tthtcd years` is answered before a form is known.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.errors import NotAllowed, ReportFinal, StoreProblem, TargetTaken
from tthtcd_tui.models.part import Access
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.storage.engine import news, reading, translate_errors, writing
from tthtcd_tui.models.storage.locations import is_there, open_at
from tthtcd_tui.report.status import Status

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.models.activities import LogPages
    from tthtcd_tui.models.audit import History
    from tthtcd_tui.models.centre_looks import CentreLooks
    from tthtcd_tui.models.centres import Centres
    from tthtcd_tui.models.changes import Changes
    from tthtcd_tui.models.comments import Comments
    from tthtcd_tui.models.evidence_files import EvidenceFiles
    from tthtcd_tui.models.kept_forms import Forms
    from tthtcd_tui.models.letterheads import Letterheads
    from tthtcd_tui.models.people.presence import Presences
    from tthtcd_tui.models.people.rights import Rights
    from tthtcd_tui.models.people.staff import StaffList
    from tthtcd_tui.models.people.units import UnitList
    from tthtcd_tui.models.reading import Reader, Snapshot
    from tthtcd_tui.models.soundness.accepting import Acceptances
    from tthtcd_tui.models.steps import Steps
    from tthtcd_tui.models.storage.engine import Database
    from tthtcd_tui.models.submissions import Submissions
    from tthtcd_tui.models.verdicts import Verdicts
    from tthtcd_tui.models.versions import Versions
    from tthtcd_tui.models.writing import Outcome
    from tthtcd_tui.models.years import Years
    from tthtcd_tui.report.activity import ActivityLog
    from tthtcd_tui.report.base import Base, State
    from tthtcd_tui.report.change import Change, Edit


def _seal(database: Database) -> None:
    from tthtcd_tui.models.ledger import seal_schema  # only a file that is made or upgraded

    seal_schema(database)


def _refuse_unreadable(database: Database, user: str, report_id: int) -> None:
    from tthtcd_tui.models.people import rights  # a database of one's own has no rights to ask for

    rights.refuse_unreadable(database, user, report_id)


def _refuse_closed(database: Database, user: str, report_id: int) -> None:
    from tthtcd_tui.models.people import rights

    head = rights.head(database, report_id)
    rights.refuse_readers(rights.person(database, user), head.centre)
    if head.status is Status.FINAL:
        from tthtcd_tui.models.versions import refuse_final  # every start asks, and most reports are drafts

        refuse_final(database, report_id)


def new_op_id() -> str:
    """A random, unique name for a Change; applying it twice under that name changes nothing the second time."""
    return os.urandom(16).hex()


class Store:
    """A database of centres and their years. What the engine cannot do is raised as StoreProblem, in Vietnamese.

    The methods here read and save one report. Everything else is a part, named after what it knows (`centres`,
    `years`, `versions` …), each of whose methods is one transaction (`models/part.py`). Rights are checked in the
    transaction that acts: those of `user` where a method takes one, else those of the signed-in user. What they may
    not do raises NotAllowed, and nothing is written.
    """

    def __init__(self, place: Location, user: str = "") -> None:
        """Open the database at `place` for `user`; create it if it is missing, migrate it if its schema is older.

        `user` becomes the director of a database that is created here, and is refused (NotOnStaff) where the list of
        staff does not have them. A database that is damaged or not writable is opened to be read: see `refusal`.
        """
        self.place = place
        self.path = place if isinstance(place, Path) else place.local
        """The file; of data on a server what stands for it on this machine."""
        self._database = open_at(place, self._create_for(user), _seal)
        self._access = Access(self._database, refusal=_refuse_unreadable)
        if user:
            try:
                self.sign_in(user)
            except BaseException:
                self.close()
                raise

    @staticmethod
    def _create_for(owner: str) -> Callable[[Database], None]:
        def create(database: Database) -> None:
            from tthtcd_tui.models.creation import create_tables  # a database that is there needs none

            create_tables(database, owner)

        return create

    # -- parts, each loaded when it is asked for -----------------------------------------------------------------------

    @cached_property
    def centres(self) -> Centres:
        """The centres, and which continue which."""
        from tthtcd_tui.models.centres import Centres

        return Centres(self._access, self.rights)

    @cached_property
    def years(self) -> Years:
        """The years of the centres: which there are, made and deleted."""
        from tthtcd_tui.models.years import Years

        return Years(self._access, self.rights)

    @cached_property
    def forms(self) -> Forms:
        """The forms that years are made with."""
        from tthtcd_tui.models.kept_forms import Forms

        return Forms(self._access, self.rights, self._reader.form)

    @cached_property
    def rights(self) -> Rights:
        """Who may do what."""
        from tthtcd_tui.models.people.rights import Rights

        return Rights(self._access)

    @cached_property
    def steps(self) -> Steps:
        """What each person did in a report, taken back and done again."""
        from tthtcd_tui.models.steps import Steps

        return Steps(self._access, self._reader, _refuse_closed)

    @cached_property
    def staff(self) -> StaffList:
        from tthtcd_tui.models.people.staff import StaffList

        return StaffList(self._access)

    @cached_property
    def versions(self) -> Versions:
        """Final reports: finalising, reopening, and the files that are kept."""
        from tthtcd_tui.models.versions import Versions

        return Versions(self._access)

    @cached_property
    def submissions(self) -> Submissions:
        """What was handed in to the superior, and what came of it."""
        from tthtcd_tui.models.submissions import Submissions

        return Submissions(self._access)

    @cached_property
    def comments(self) -> Comments:
        """What was asked and answered at places of a report."""
        from tthtcd_tui.models.comments import Comments

        return Comments(self._access)

    @cached_property
    def verdicts(self) -> Verdicts:
        """What those above a centre say of what it handed in, where they share the database."""
        from tthtcd_tui.models.verdicts import Verdicts

        return Verdicts(self._access)

    @cached_property
    def units(self) -> UnitList:
        """The administrative units, and which of them a centre belongs to."""
        from tthtcd_tui.models.people.units import UnitList

        return UnitList(self._access)

    @cached_property
    def presence(self) -> Presences:
        from tthtcd_tui.models.people.presence import Presences

        return Presences(self._access)

    @cached_property
    def history(self) -> History:
        from tthtcd_tui.models.audit import History

        return History(self._access, self._reader.form_of)

    @cached_property
    def log(self) -> LogPages:
        from tthtcd_tui.models.activities import LogPages

        return LogPages(self._access)

    @cached_property
    def evidence_files(self) -> EvidenceFiles:
        from tthtcd_tui.models.evidence_files import EvidenceFiles

        return EvidenceFiles(self._access)

    @cached_property
    def centre_looks(self) -> CentreLooks:
        """What the documents of centres look like that chose it themselves."""
        from tthtcd_tui.models.centre_looks import CentreLooks

        return CentreLooks(self._access)

    @cached_property
    def letterheads(self) -> Letterheads:
        """Who issues what adds up the reports below a unit, and who signs it."""
        from tthtcd_tui.models.letterheads import Letterheads

        return Letterheads(self._access)

    @cached_property
    def acceptances(self) -> Acceptances:
        """What was not written by the program and was found right all the same."""
        from tthtcd_tui.models.soundness.accepting import Acceptances

        return Acceptances(self._access)

    @property
    def user(self) -> str:
        """The login of the signed-in user."""
        return self._access.user

    @user.setter
    def user(self, user: str) -> None:
        self._access.user = user

    @cached_property
    def _reader(self) -> Reader:
        from tthtcd_tui.models.reading import Reader  # a list of years is told before a form is known

        return Reader(self._database)

    @cached_property
    def _changes(self) -> Changes:
        from tthtcd_tui.models.changes import Changes

        return Changes(self._access, self._reader, _refuse_closed)

    # -- opening and closing -------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the connections. Where a full or broken disk prevents the checkpoint, the log keeps what was saved."""
        with suppress(StoreProblem), translate_errors():
            self._database.close()

    @property
    def refusal(self) -> StoreProblem | None:
        """Why nothing can be saved; None while it can."""
        return self._database.refusal

    @property
    def is_cut_off(self) -> bool:
        """Whether the server that keeps the data could not be reached when it was tried last."""
        return self._database.is_cut_off

    def answers(self) -> bool:
        """Try whether the data can be reached now. It may block, so call it in a thread of its own."""
        return self._database.answers()

    @property
    def keeps_backups(self) -> bool:
        """Whether this program makes the backups: of a file it does, of a server its administrator."""
        return isinstance(self.place, Path)

    def before_writing(self, prepare: Callable[[], None] | None) -> None:
        """Set a one-shot callback that runs before the first write."""
        self._database.before_writing = prepare

    def copy_to(self, target: Location) -> int:
        """Copy everything to where nothing stands yet, held against the original row by row; how many rows.

        Raises NotAllowed, TargetTaken, CopyDiffers; then nothing of it is kept. Others go on writing meanwhile.
        """
        from tthtcd_tui.models.copying import fill_from
        from tthtcd_tui.models.people import rights

        copied: list[int] = []
        with reading(self._database):
            if rights.has_staff(self._database):
                who = rights.person(self._database, self.user)
                rights.refuse_all_but_directors(who, None, "chép cả dữ liệu")

            def fill(database: Database) -> None:
                copied.append(fill_from(self._database, database))

            if is_there(target):
                raise TargetTaken(f"Ở “{target}” đã có dữ liệu. Hãy chọn chỗ khác.")
            open_at(target, fill, _seal).close()
        if not copied:  # somebody else was quicker
            raise TargetTaken(f"Ở “{target}” vừa có dữ liệu của người khác. Hãy chọn chỗ khác.")
        return copied[0]

    def sign_in(self, user: str) -> None:
        """Set the user of the calls that follow. Raises NotOnStaff where the list of staff does not have them."""
        from tthtcd_tui.models.people import rights

        with reading(self._database):
            rights.refuse_strangers(rights.person(self._database, user))
        self.user = user

    @contextmanager
    def together(self) -> Iterator[None]:
        """Run the block as one transaction: a new year with its first Change. Never held while a user thinks."""
        with writing(self._database):
            yield

    # -- a report -----------------------------------------------------------------------------------------------------

    def why_read_only(self, report_id: int, user: str) -> StoreProblem | None:
        """Why `user` could not save anything in `report` now; None where they could. Raises ReportGone."""
        with reading(self._database):
            try:
                _refuse_closed(self._database, user, report_id)
            except (NotAllowed, ReportFinal) as problem:
                return problem
        return None

    def snapshot(self, report_id: int) -> Snapshot:
        """Facts and revision, as one consistent snapshot. Raises ReportGone, and NotAllowed for who may not read it."""
        with reading(self._database):
            self._access.refuse_unreadable(report_id)
            return self._reader.read(report_id)

    def snapshot_with_log(self, report_id: int) -> tuple[Snapshot, ActivityLog]:
        """As `snapshot`, with every activity of the same moment."""
        with reading(self._database):
            self._access.refuse_unreadable(report_id)
            return self._reader.snapshot_with_log(report_id)

    def snapshot_with_base(self, report_id: int) -> tuple[Snapshot, ActivityLog, Base]:
        """As `snapshot_with_log`, with what a file made of it names as its base."""
        from tthtcd_tui.models import origins
        from tthtcd_tui.report.base import State

        with reading(self._database):
            snapshot, log = self.snapshot_with_log(report_id)
            base = origins.base_of(self._database, report_id, State.of(snapshot.facts, log))
            return snapshot, log, base

    def snapshot_since(self, report_id: int, base: Base | None) -> tuple[Snapshot, ActivityLog, State | None]:
        """As `snapshot_with_log`, with what the report said at `base`; None where it never did."""
        from tthtcd_tui.models.former_states import state_named
        from tthtcd_tui.report.base import State

        with reading(self._database):
            snapshot, log = self.snapshot_with_log(report_id)
            if base is None:
                return snapshot, log, None
            form, now = self._reader.form_of(report_id), State.of(snapshot.facts, log)
            return snapshot, log, state_named(self._database, form, report_id, now, base)

    def uid(self, report_id: int) -> str:
        """The year's own name, which every copy keeps."""
        from tthtcd_tui.models import origins

        with reading(self._database):
            self._access.refuse_unreadable(report_id)
            return origins.year_uid(self._database, report_id)

    def received(self, report_id: int) -> Base | None:
        """What was read into the report last, and is still in effect."""
        from tthtcd_tui.models import origins

        with reading(self._database):
            self._access.refuse_unreadable(report_id)
            return origins.received(self._database, report_id)

    def news(self, report_id: int) -> object | None:
        """A token that changes once somebody else may have changed the report; None where `revision` must be polled."""
        return news(self._database, report_id)

    def revision(self, report_id: int) -> int:
        """The report's revision now: it has moved when there is something new to show."""
        with reading(self._database):
            return self._reader.revision(report_id)

    def apply(
        self, report_id: int, change: Change, base_revision: int, user: str, received: Base | None = None
    ) -> Outcome:
        """Save `change`, which `user` made on what they saw at `base_revision`: all of it, or Conflicted and nothing.

        `received` is the base of the file that it was read from; files exported later name it as theirs. Applying the
        same op_id again changes nothing. Raises NotAllowed, ReportFinal, ReportGone, CannotEdit.
        """
        return self._changes.apply(report_id, change, base_revision, user, received)

    def change_form(self, report_id: int, form: Form, edits: Iterable[Edit], base_revision: int, user: str) -> None:
        """Move the report to another version of its form and apply `edits`, in one Change.

        The report must stand at `base_revision`, and `edits` be of places that both versions have. Raises as `apply`.
        """
        from tthtcd_tui.report.change import Change

        change = Change(new_op_id(), tuple(edits))
        self._changes.change_form(report_id, form, change, base_revision, user)
