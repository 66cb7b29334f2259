"""What somebody does to a report: Edits make a Change; an import only proposes."""

from __future__ import annotations

from dataclasses import dataclass

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.report.place import Place


@dataclass(frozen=True, slots=True)
class Edit:
    """`after` is what shall stand at `place`; Unanswered clears it."""

    place: Place
    after: Answer


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that belong together: a cell, a paste, a row moved, an import. Saved whole or not at all, undone whole.

    `op_id` is made once by whoever makes the Change: applied twice, after a dropped line, it changes nothing more.
    `undoes` names the op_id of the Change this one takes back.
    """

    op_id: str
    edits: tuple[Edit, ...]
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file says should stand at a place, beside what stands there now: for a person to accept or not."""

    place: Place
    current: Answer
    proposed: Answer
    origin: str
    """Where in the file it was found, in words."""

    @property
    def changes_something(self) -> bool:
        return self.current != self.proposed

    def accepted(self) -> Edit:
        return Edit(self.place, self.proposed)
