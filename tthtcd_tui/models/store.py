"""The only door to what is stored: everything above asks a Store, nothing above knows a table.

What only some questions need is imported when they are asked: `tthtcd years` is answered before a form is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.models import catalogue
from tthtcd_tui.models.database import reading, writing, writing_at_once
from tthtcd_tui.models.opening import open_as_can_be
from tthtcd_tui.models.problem import RefusedFinal, RefusedRole, RefusedUndo, StoreProblem
from tthtcd_tui.models.schema import open_database
from tthtcd_tui.report.status import Status

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.models.activities import Order, Page
    from tthtcd_tui.models.audit import Entry
    from tthtcd_tui.models.catalogue import CentreRow, FormRow, Year
    from tthtcd_tui.models.presence import Present
    from tthtcd_tui.models.reading import Reader, Snapshot
    from tthtcd_tui.models.staff import Member, StaffEntry
    from tthtcd_tui.models.undo import Step
    from tthtcd_tui.models.versions import Files, Version
    from tthtcd_tui.models.writing import Outcome
    from tthtcd_tui.report.activity import Activity, ActivityLog
    from tthtcd_tui.report.change import Change
    from tthtcd_tui.report.place import Place
    from tthtcd_tui.text.periods import Period


def new_op_id() -> str:
    """A name for a Change that nobody else will ever make."""
    from uuid import uuid4

    return uuid4().hex


class Store:
    """A database of centres and their years. Whatever the engine cannot do is raised as StoreProblem, in words.


    What somebody may not do is refused here, with RefusedRole, and nothing is written: `user` where a method is told
    who it is, else the one who has signed in.
    """

    def __init__(self, path: Path, user: str = "") -> None:
        """Opens the database at `path` for `user`, makes it if it is missing, brings an older one up to date.

        Of a database that is made here, `user` is the director; one who is not on the list of staff is refused. One
        that may not be written to, or is damaged, is opened to read: `refusal` says so.
        """
        self.path = path
        self.user = ""
        self._database = open_as_can_be(path, lambda: open_database(path, owner=user))
        if user:
            try:
                self.sign_in(user)
            except BaseException:
                self.close()
                raise

    @cached_property
    def _reader(self) -> Reader:
        from tthtcd_tui.models.reading import Reader

        return Reader(self._database)

    def close(self) -> None:
        self._database.close()

    @property
    def refusal(self) -> str:
        """Why nothing can be saved, in words; empty while it can."""
        return self._database.refusal

    def before_writing(self, prepare: Callable[[], None] | None) -> None:
        """What is done once, before the first thing is saved."""
        self._database.before_writing = prepare

    # -- who may do what ----------------------------------------------------------------------------------------------

    def has_staff(self) -> bool:
        """Whether there is a list of staff; without one, whoever can open the file may write."""
        with reading(self._database):
            return catalogue.has_staff(self._database)

    def sign_in(self, user: str) -> None:
        """Who is at the keyboard. Raises RefusedRole for one who is not on the list of staff there is."""
        from tthtcd_tui.models import rights

        with reading(self._database):
            rights.refuse_strangers(rights.person(self._database, user))
        self.user = user

    def why_read_only(self, report: int, user: str) -> str:
        """Why `user` could not save anything in `report` now, in words; nothing where they could."""
        with reading(self._database):
            try:
                self._refuse_closed(report, user)
            except (RefusedRole, RefusedFinal) as problem:
                return problem.message
        return ""

    def _refuse_closed(self, report: int, user: str) -> None:
        from tthtcd_tui.models import rights

        head = rights.head(self._database, report)
        rights.refuse_readers(rights.person(self._database, user), head.centre)
        if head.status is Status.FINAL:
            from tthtcd_tui.models.versions import refuse_final  # every start asks, and most reports are drafts

            refuse_final(self._database, report)

    def refuse_all_but_directors(self, report: int, user: str, what: str) -> None:
        """Raises RefusedRole unless `user` directs the centre of `report`; `what` is what they want to do."""
        from tthtcd_tui.models import rights

        with reading(self._database):
            centre = rights.head(self._database, report).centre
            rights.refuse_all_but_directors(rights.person(self._database, user), centre, what)

    def staff(self) -> list[Member]:
        from tthtcd_tui.models import staff

        with reading(self._database):
            return staff.members(self._database)

    def add_staff(self, member: Member) -> None:
        """The first one directs all centres; those after it are for directors to add. Raises RefusedStaff."""
        from tthtcd_tui.models import staff

        with writing(self._database):
            staff.add(self._database, self.user, member)

    def edit_staff(self, member: Member) -> None:
        """Puts `member` in the place of the one of that login. Raises RefusedStaff."""
        from tthtcd_tui.models import staff

        with writing(self._database):
            staff.edit(self._database, self.user, member)

    def remove_staff(self, login: str) -> None:
        """From now on they can neither open the database nor write in it. Raises RefusedStaff."""
        from tthtcd_tui.models import staff

        with writing(self._database):
            staff.remove(self._database, self.user, login)

    def staff_history(self, limit: int = -1) -> list[StaffEntry]:
        """Who was put on the list, changed there or taken off it, when and by whom; the newest first."""
        from tthtcd_tui.models import staff

        with reading(self._database):
            return staff.history(self._database, limit)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is done inside is one transaction: a new year with its first Change. Never held while a user thinks."""
        with writing(self._database):
            yield

    # -- centres, forms, years ----------------------------------------------------------------------------------------

    def centres(self) -> list[CentreRow]:
        with reading(self._database):
            return catalogue.centres(self._database)

    def add_centre(self, code: str, name: str) -> int:
        with self._writing(None):
            return catalogue.add_centre(self._database, code, name)

    def rename_centre(self, centre: int, name: str) -> None:
        with self._writing(centre):
            catalogue.rename_centre(self._database, centre, name)

    def forms(self) -> list[FormRow]:
        with reading(self._database):
            return catalogue.forms(self._database)

    def form(self, digest: str) -> Form:
        with reading(self._database):
            return self._reader.form(digest)

    def add_form(self, form: Form) -> None:
        """Keeps the form's text; a form kept already is not kept twice."""
        with self._writing(None):
            catalogue.keep_form(self._database, form.digest, form.key, form.version, form.text)

    def years(self, centre: int | None = None) -> list[Year]:
        with reading(self._database):
            return catalogue.years(self._database, centre)

    def add_year(self, centre: int, form: Form, period: Period) -> int:
        """An empty year of `form`, at revision 0; the number of its report."""
        with self._writing(centre):
            catalogue.keep_form(self._database, form.digest, form.key, form.version, form.text)
            return catalogue.add_year(self._database, centre, form.digest, period)

    def delete_year(self, report: int) -> None:
        """The year with its activity log and its history. Raises RefusedFinal for one that is or was final."""
        from tthtcd_tui.models import rights
        from tthtcd_tui.models.versions import refuse_deletion

        with writing(self._database):
            centre = rights.head(self._database, report).centre
            rights.refuse_readers(rights.person(self._database, self.user), centre)
            refuse_deletion(self._database, report)
            catalogue.delete_year(self._database, report)

    @contextmanager
    def _writing(self, centre: int | None) -> Iterator[None]:
        """A transaction of one who may write at `centre`; None: at all of them."""
        from tthtcd_tui.models import rights

        with writing(self._database):
            rights.refuse_readers(rights.person(self._database, self.user), centre)
            yield

    # -- a report -----------------------------------------------------------------------------------------------------

    def snapshot(self, report: int) -> Snapshot:
        """The Facts and the revision, of one moment. Raises KeyError for a report that is not there."""
        return self._reader.snapshot(report)

    def snapshot_with_log(self, report: int) -> tuple[Snapshot, ActivityLog]:
        """As `snapshot`, with every activity of the same moment."""
        return self._reader.snapshot_with_log(report)

    def revision(self, report: int) -> int:
        """The report's revision now: it has moved when there is something new to show."""
        with reading(self._database):
            return self._reader.revision(report)

    def apply(self, report: int, change: Change, base_revision: int, user: str) -> Outcome:
        """Saves `change`, which `user` made on what they saw at `base_revision`: all of it, or Conflicted and nothing.

        Applying the same op_id again changes nothing. Raises RefusedRole, RefusedFinal, RefusedEdit, StoreProblem,
        KeyError.
        """
        from tthtcd_tui.models.writing import Writer

        with writing(self._database):
            form = self._reader.form_of(report)
            return Writer(self._database, form, report).apply_within(change, base_revision, user)

    # -- final reports ------------------------------------------------------------------------------------------------

    def finalise(self, report: int, seen: int, user: str, docx: bytes, json: bytes) -> Version:
        """Keeps these files, made of the report at revision `seen`, as its next version; from now on it is read only.

        Raises RefusedRole for all but directors, RefusedFinal, and RefusedFinalising if it was changed since.
        """
        from tthtcd_tui.models import versions

        with writing(self._database):
            return versions.finalise(self._database, report, seen, user, docx, json)

    def reopen(self, report: int, user: str, reason: str) -> None:
        """Makes a final report a draft again; its versions stay. Raises RefusedRole, RefusedFinalising."""
        from tthtcd_tui.models import versions

        with writing(self._database):
            versions.reopen(self._database, report, user, reason)

    def versions(self, report: int) -> list[Version]:
        """The oldest first."""
        from tthtcd_tui.models import versions

        with reading(self._database):
            return versions.versions(self._database, report)

    def version_files(self, report: int, number: int) -> Files:
        """What version `number` keeps, to the byte. Raises KeyError."""
        from tthtcd_tui.models import versions

        with reading(self._database):
            return versions.files(self._database, report, number)

    # -- who is where -------------------------------------------------------------------------------------------------

    def here(self, report: int, user: str, place: Place | None, now: datetime | None = None) -> None:
        """Tells the others that `user` is at `place`. Whatever stands in the way, nobody is disturbed for it."""
        from tthtcd_tui.models import presence

        with suppress(StoreProblem), writing_at_once(self._database):
            presence.here(self._database, report, user, place, now or datetime.now(UTC))

    def left(self, report: int, user: str) -> None:
        """`user` is no longer at `report`; where this cannot be written, it will be out of date in a minute."""
        from tthtcd_tui.models import presence

        with suppress(StoreProblem), writing_at_once(self._database):
            presence.left(self._database, report, user)

    def present(self, report: int, now: datetime | None = None) -> list[Present]:
        """Who has told within the last minute that they are at `report`, by name."""
        from tthtcd_tui.models import presence

        with reading(self._database):
            return presence.present(self._database, report, now or datetime.now(UTC))

    # -- history ------------------------------------------------------------------------------------------------------

    def history(self, report: int, place: Place | None = None, limit: int = -1) -> list[Entry]:
        """Who changed `place` (or anything) when, and from what to what; the newest first."""
        from tthtcd_tui.models import audit

        with reading(self._database):
            return audit.entries(self._database, self._reader.form_of(report), report, place, limit)

    def last_place(self, report: int, user: str) -> Place | None:
        """What `user` changed last that one can go to; the first Change made the year."""
        from tthtcd_tui.models import audit

        with reading(self._database):
            return audit.last_place(self._database, report, user)

    def undo(self, report: int, user: str) -> Change:
        """Takes back the latest change of `user` that is in effect; what was done. Raises RefusedUndo or as `apply`."""
        from tthtcd_tui.models import undo

        return self._reverse(report, user, undo.undo_target, "Bạn chưa sửa gì để hoàn tác.")

    def redo(self, report: int, user: str) -> Change:
        """Does again what `user` undid last, unless they have changed something since. Raises RefusedUndo."""
        from tthtcd_tui.models import undo

        return self._reverse(report, user, undo.redo_target, "Không có gì để làm lại.")

    def _reverse(self, report: int, user: str, target: Callable[[list[Step]], Step | None], nothing: str) -> Change:
        from tthtcd_tui.models import audit, undo
        from tthtcd_tui.models.writing import Writer

        with writing(self._database):
            self._refuse_closed(report, user)
            revision = self._reader.revision(report)
            step = target(undo.steps_of(self._database, report, user))
            if step is None:
                raise RefusedUndo(nothing)
            form = self._reader.form_of(report)
            writer = Writer(self._database, form, report)
            done = audit.entries_of(self._database, form, report, step.op_id)
            standing = writer.standing(entry.place for entry in done)
            others = audit.changes_since(self._database, report, step.revision, not_by=user)
            change = undo.reversal(form, step, done, standing, others)
            writer.apply_within(change, revision, user)
            return change

    # -- the activity log ---------------------------------------------------------------------------------------------

    def activities_called(self, report: int, uids: Sequence[str]) -> dict[str, Activity]:
        """Those of `uids` that the log has, by uid."""
        from tthtcd_tui.models.activities import some_activities

        with reading(self._database):
            return some_activities(self._database, report, uids)

    def activities(
        self,
        report: int,
        *,
        search: str = "",
        category: str = "",
        order: Order | None = None,
        offset: int = 0,
        limit: int = 50,
    ) -> Page:
        """A page of the log: by `order` (the newest first), and searched without minding marks or case, in SQL."""
        from tthtcd_tui.models.activities import Order, page

        by = order or Order.DATE
        with reading(self._database):
            return page(self._database, report, search=search, category=category, order=by, offset=offset, limit=limit)
