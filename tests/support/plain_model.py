"""What a report is, said again without a database: answers, activities, who touched what when, two stacks a person, and
the versions that were kept.

Slow and simple; the store must do the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from support.replay import cell_of, with_cell

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.change import Content, Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place


@dataclass
class Done:
    """A change somebody made, or took back: what it found and left at each place, and when."""

    found: dict[Place, Content]
    left: dict[Place, Content]
    revision: int

    def turned(self, revision: int) -> Done:
        return Done(self.left, self.found, revision)


@dataclass
class PlainReport:
    facts: Facts
    activities: dict[str, Activity] = field(default_factory=dict)
    revision: int = 0
    touches: list[tuple[int, str, Place]] = field(default_factory=list)
    undo_stacks: dict[str, list[Done]] = field(default_factory=dict)
    redo_stacks: dict[str, list[Done]] = field(default_factory=dict)
    is_final: bool = False
    versions: list[tuple[bytes, bytes]] = field(default_factory=list)

    @property
    def log(self) -> ActivityLog:
        return ActivityLog.of(self.activities.values())

    @property
    def now(self) -> Facts:
        return replace(self.facts, log=self.log.sums())

    def at(self, place: Place) -> Content:
        if place.kind != "activity":
            return self.facts.at(*place.parts)
        _, uid, *cell = place.parts
        activity = self.activities.get(uid)
        return cell_of(activity, cell[0]) if cell and activity else UNANSWERED if cell else activity or UNANSWERED

    def apply(self, edits: Iterable[Edit], base: int, user: str) -> set[Place] | None:
        """The places in conflict; empty if it is saved or changes nothing; None if an edit cannot be made at all."""
        after = PlainReport(self.facts, dict(self.activities))
        for edit in edits:
            if not after.put(edit):
                return None
        found = {place: self.at(place) for place in _places(edits)}
        found = {place: before for place, before in found.items() if before != after.at(place)}
        conflicts = {place for place in found if self.touched(place, base)}
        if found and not conflicts:
            self.make(Done(found, {place: after.at(place) for place in found}, 0), user)
            self.undo_stacks.setdefault(user, []).append(
                Done(found, {place: self.at(place) for place in found}, self.revision)
            )
            self.redo_stacks[user] = []
        return conflicts

    def put(self, edit: Edit) -> bool:
        if edit.place.kind != "activity":
            self.facts = self.facts.edited([edit])
            return True
        _, uid, *cell = edit.place.parts
        if cell:
            if uid not in self.activities:
                return False
            self.activities[uid] = with_cell(self.activities[uid], cell[0], edit.after)
        elif isinstance(edit.after, Activity):
            self.activities[uid] = edit.after
        else:
            self.activities.pop(uid, None)
        return True

    def make(self, done: Done, user: str) -> None:
        self.revision += 1
        for place, content in done.left.items():
            assert self.put(Edit(place, content))
            self.touches.append((self.revision, user, place))

    def touched(self, place: Place, since: int, not_by: str = "") -> bool:
        return any(
            revision > since and user != not_by and (place.within(other) or other.within(place))
            for revision, user, other in self.touches
        )

    def finalise(self, docx: bytes, json: bytes) -> None:
        self.is_final = True
        self.versions.append((docx, json))
        self.revision += 1

    def reopen(self) -> None:
        self.is_final = False
        self.revision += 1

    def undo(self, user: str) -> bool:
        return self._turn(user, self.undo_stacks, self.redo_stacks)

    def redo(self, user: str) -> bool:
        return self._turn(user, self.redo_stacks, self.undo_stacks)

    def _turn(self, user: str, source: dict[str, list[Done]], target: dict[str, list[Done]]) -> bool:
        if not source.get(user):
            return False
        done = source[user][-1]
        if any(self.at(place) != left or self.touched(place, done.revision, user) for place, left in done.left.items()):
            return False
        self.make(done.turned(0), user)
        target.setdefault(user, []).append(source[user].pop().turned(self.revision))
        return True


def _places(edits: Iterable[Edit]) -> list[Place]:
    """Each place once; an activity changed as a whole stands for its cells."""
    places = dict.fromkeys(edit.place for edit in edits)
    return [place for place in places if not (place.kind == "activity" and place.parent in places)]
