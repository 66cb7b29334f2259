"""Undo and redo on the audit log: they survive a dropped line, and are themselves Changes in the history.

To undo is to make a Change that puts back what stood before and names the Change it undoes; to redo is to undo that.
Everybody undoes their own changes, the latest first, and never over what somebody else made of the place since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from tthtcd_tui.errors import CannotUndo
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.audit import Entry, LastChanges
from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.tables import AuditChange, AuditEntry
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.change import Change, Content, Edit
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import BASE, COMMENTS, FORM, STATUS, UPWARD
from tthtcd_tui.text.problem import quoted

_DEPTH = 1_000
"""How many of their own changes a person can go back."""


@dataclass(frozen=True, slots=True)
class Step:
    """A Change in a person's own history."""

    op_id: str
    revision: int
    undoes: str | None


@dataclass(frozen=True, slots=True)
class Reversible:
    """What undo or redo would take back: the Change, and what it did."""

    op_id: str
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class _Line:
    """A change that a person made, with the latest undo or redo of it."""

    made: int
    latest: Step
    undone: bool = False


class Moved(NamedTuple):
    """How a Change moved the base that exported files name (`origins`)."""

    before: Base | None
    after: Base | None


def parted(done: Iterable[Entry]) -> tuple[tuple[Entry, ...], Moved | None]:
    """Split the entries of a Change: those of the report's places, and what became of the base, if anything did."""
    entries = tuple(done)
    found = next((entry for entry in entries if entry.place == BASE), None)
    if found is None:
        return entries, None
    before, after = (Base.parse(said) if isinstance(said, str) else None for said in (found.before, found.after))
    return tuple(entry for entry in entries if entry is not found), Moved(before, after)


def undo_target(steps: Iterable[Step]) -> Step | None:
    """What undo takes back: the latest change still in effect. `steps` are one person's, the oldest first."""
    standing = [line for line in _lines(steps) if not line.undone]
    return max(standing, key=lambda line: line.made).latest if standing else None


def redo_target(steps: Iterable[Step]) -> Step | None:
    """The undo that redo takes back: the latest one, unless the person has made another change since."""
    lines = _lines(steps)
    undone = [line for line in lines if line.undone]
    if not undone:
        return None
    latest = max(undone, key=lambda line: line.latest.revision).latest
    return None if any(line.made > latest.revision for line in lines) else latest


def _lines(steps: Iterable[Step]) -> list[_Line]:
    by_op: dict[str, _Line] = {}
    lines: list[_Line] = []
    for step in steps:
        line = by_op.get(step.undoes) if step.undoes else None
        if line is None and step.undoes:
            continue  # it took back a change too far back to be seen here: no change of its own
        if line is None:
            line = _Line(step.revision, step)
            lines.append(line)
        else:
            line.latest = step
            line.undone = not line.undone
        by_op[step.op_id] = line
    return lines


def steps_of(database: Database, report_id: int, user: str) -> list[Step]:
    """A person's changes to a report that undo knows, oldest first.

    Left out are finalising, which only reopening takes back; moving to another version of the form, which
    `tasks.years.upgrade` takes back; submissions with their answers; and comments.
    """
    of_itself = AuditEntry.place.in_([STATUS, FORM, *UPWARD]) | AuditEntry.place.startswith(COMMENTS)
    finalising = AuditEntry.select(AuditEntry.change).where((AuditEntry.report == report_id) & of_itself)
    query = (
        AuditChange.select(AuditChange.op_id, AuditChange.revision, AuditChange.undoes)
        .where((AuditChange.report == report_id) & (AuditChange.user == user) & AuditChange.id.not_in(finalising))
        .order_by(AuditChange.revision.desc())
        .limit(_DEPTH)
    )
    return [Step(*row) for row in query.tuples().execute(database)][::-1]


def reversal(
    form: Form, step: Step, done: Sequence[Entry], standing: Mapping[Place, Content], others: LastChanges
) -> Change:
    """The Change that takes back `step`, which did what `done` says.

    `done` are its entries, `standing` the present contents of its places, `others` the later changes by other people.
    Raises CannotUndo where a place no longer holds what the step left there.
    """
    for entry in done:
        touch = others.at(entry.place)
        if touch or standing[entry.place] != entry.after:
            label = quoted(label_at(form, entry.place) or entry.place)
            who = f"đã được {quoted(touch.user)} sửa sau đó" if touch else "đã được sửa sau đó"
            raise CannotUndo(f"Không hoàn tác được: {label} {who}. Hãy sửa thẳng ô này.")
    return Change(uuid4().hex, tuple(Edit(entry.place, entry.before) for entry in reversed(done)), step.op_id)
