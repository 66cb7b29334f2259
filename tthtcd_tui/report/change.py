"""What somebody does to a report: Edits make a Change; an import only proposes."""

from __future__ import annotations

from typing import TypeAlias

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.place import Place

Content: TypeAlias = Answer | Activity
"""What can stand at a Place: an answer, or at `activity/‹uid›` a whole activity."""


class Edit(NamedTuple):
    """`after` is what shall stand at `place`; Unanswered clears it.

    An activity is made, replaced and deleted as a whole at `activity/‹uid›`, and changed cell by cell at
    `activity/‹uid›/title` and the like.
    """

    place: Place
    after: Content


class Change(NamedTuple):
    """Edits that belong together: a cell, a paste, a row moved, an import. Saved whole or not at all, undone whole.

    `op_id` is made once by whoever makes the Change: applied twice, after a dropped line, it changes nothing more.
    `undoes` names the op_id of the Change this one takes back.
    """

    op_id: str
    edits: tuple[Edit, ...]
    undoes: str | None = None


class Proposal(NamedTuple):
    """What a file says should stand at a place, beside what stands there now: for a person to accept or not."""

    place: Place
    current: Content
    proposed: Content
    origin: str
    """Where in the file it was found, in words."""

    def accepted(self) -> Edit:
        return Edit(self.place, self.proposed)
