"""Changes to a report: Edits grouped into a Change, and the Proposals of an import."""

from __future__ import annotations

from typing import TypeAlias

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.place import Place

Content: TypeAlias = Answer | Activity
"""The content of a Place: an answer or, at `activity/‹uid›`, a whole activity."""


class Edit(NamedTuple):
    """A new content for one Place: `after` replaces what is at `place`; Unanswered clears it.

    An activity is made, replaced and deleted as a whole at `activity/‹uid›`, and changed cell by cell at
    `activity/‹uid›/title` and the like.
    """

    place: Place
    after: Content


class Change(NamedTuple):
    """Edits made together: a cell, a paste, a moved row, an import. Saved atomically, undone as a whole.

    `op_id` makes it idempotent: sent again after a dropped line, it changes nothing more. `undoes` is the op_id of the
    Change that this one reverts.
    """

    op_id: str
    edits: tuple[Edit, ...]
    undoes: str | None = None


class Proposal(NamedTuple):
    """A content that a file gives for a place, beside the present one, for a person to accept or reject."""

    place: Place
    current: Content
    proposed: Content
    origin: str
    """Where in the file it was found, in words."""

    def accepted(self) -> Edit:
        return Edit(self.place, self.proposed)
