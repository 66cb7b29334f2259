"""What only saving needs, loaded at the first save of a session: cells become Edits, and a Change is written."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.errors import TaskProblem, WrongCell
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.writing import Applied, Conflicted
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.tasks.session.edit_cells import ANY_NAME, Opened, Typed, edit_of
from tthtcd_tui.tasks.session.saving import Refused, SaveConflict


class Saver:
    """Saves for one person in one report."""

    def __init__(self, store: Store, report_id: int, user: str) -> None:
        self._store = store
        self._report_id = report_id
        self._user = user

    def edits_of(self, snapshot: Opened, cells: Sequence[Typed]) -> list[Edit] | Refused:
        """The edits that save `cells`; of several the problem names the one that is wrong."""
        edits: list[Edit] = []
        try:
            for cell in cells:
                edits += edit_of(snapshot, cell, ANY_NAME)
        except WrongCell as problem:
            return Refused(TaskProblem(problem.reason if len(cells) == 1 else f"{problem.label}: {problem.reason}"))
        except TaskProblem as problem:
            return Refused(problem)
        return edits

    def write(self, change: Change, base: int, received: Base | None) -> Applied | SaveConflict:
        """Save `change`, made on revision `base`; `received` is the base of the file it was read from. Raises as
        `Store.apply`.
        """
        outcome = self._store.apply(self._report_id, change, base, self._user, received)
        if isinstance(outcome, Conflicted):
            return SaveConflict(outcome.conflicts, change.edits, outcome.revision)
        return outcome
