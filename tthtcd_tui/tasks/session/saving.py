"""What came of saving in a session, as values: each is shown in a way of its own."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place

if TYPE_CHECKING:
    from tthtcd_tui.models.writing import Conflict


class Saved(NamedTuple):
    """The change is on disk; `at` is the time in Viet Nam, `places` are those changed."""

    at: datetime
    places: tuple[Place, ...] = ()


class Refused(NamedTuple):
    """The input is invalid, with the reason. It stays in its cell."""

    problem: UserProblem

    @property
    def message(self) -> str:
        return self.problem.message


class NotSaved(NamedTuple):
    """Valid input that the store could not write: why."""

    problem: UserProblem

    @property
    def message(self) -> str:
        return self.problem.message


class SaveConflict(NamedTuple):
    """Somebody has changed the same cells meanwhile. Nothing was saved; `edits` wait for the user's choice."""

    conflicts: tuple[Conflict, ...]
    edits: tuple[Edit, ...]
    revision: int
    """The revision with the colleague's values. The choice is saved on it: a still later change is a new conflict."""


Saving = Saved | Refused | NotSaved | SaveConflict
