"""The only door to what is stored: everything above asks a Store, nothing above knows a table.

What only some questions need is imported when they are asked: `tthtcd years` is answered before a form is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.models import catalogue
from tthtcd_tui.models.database import reading, writing
from tthtcd_tui.models.problem import RefusedUndo
from tthtcd_tui.models.schema import open_database

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.models.activities import Order, Page
    from tthtcd_tui.models.audit import Entry
    from tthtcd_tui.models.catalogue import CentreRow, FormRow, Year
    from tthtcd_tui.models.reading import Reader, Snapshot
    from tthtcd_tui.models.undo import Step
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
    """A database of centres and their years. Whatever the engine cannot do is raised as StoreProblem, in words."""

    def __init__(self, path: Path) -> None:
        """Opens the database at `path`, makes it if it is missing, brings an older one up to date."""
        self.path = path
        self._database = open_database(path)

    @cached_property
    def _reader(self) -> Reader:
        from tthtcd_tui.models.reading import Reader

        return Reader(self._database)

    def close(self) -> None:
        self._database.close()

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
        with writing(self._database):
            return catalogue.add_centre(self._database, code, name)

    def rename_centre(self, centre: int, name: str) -> None:
        with writing(self._database):
            catalogue.rename_centre(self._database, centre, name)

    def forms(self) -> list[FormRow]:
        with reading(self._database):
            return catalogue.forms(self._database)

    def form(self, digest: str) -> Form:
        with reading(self._database):
            return self._reader.form(digest)

    def add_form(self, form: Form) -> None:
        """Keeps the form's text; a form kept already is not kept twice."""
        with writing(self._database):
            catalogue.keep_form(self._database, form.digest, form.key, form.version, form.text)

    def years(self, centre: int | None = None) -> list[Year]:
        with reading(self._database):
            return catalogue.years(self._database, centre)

    def add_year(self, centre: int, form: Form, period: Period) -> int:
        """An empty year of `form`, at revision 0; the number of its report."""
        with writing(self._database):
            catalogue.keep_form(self._database, form.digest, form.key, form.version, form.text)
            return catalogue.add_year(self._database, centre, form.digest, period)

    def delete_year(self, report: int) -> None:
        """The year with its activity log and its history."""
        with writing(self._database):
            catalogue.delete_year(self._database, report)

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

        Applying the same op_id again changes nothing. Raises RefusedEdit, StoreProblem, KeyError.
        """
        from tthtcd_tui.models.writing import Writer

        with writing(self._database):
            form = self._reader.form_of(report)
            return Writer(self._database, form, report).apply_within(change, base_revision, user)

    # -- history ------------------------------------------------------------------------------------------------------

    def history(self, report: int, place: Place | None = None, limit: int = -1) -> list[Entry]:
        """Who changed `place` (or anything) when, and from what to what; the newest first."""
        from tthtcd_tui.models import audit

        with reading(self._database):
            return audit.entries(self._database, self._reader.form_of(report), report, place, limit)

    def undo(self, report: int, user: str) -> Change:
        """Takes back the latest change of `user` that is in effect; what was done. Raises RefusedUndo."""
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
