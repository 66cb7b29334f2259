"""Recovery of unsaved text: drafts compared with the present report, what to offer, and how to resume it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.links import pieces
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read, typed
from tthtcd_tui.models.audit import Entry
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store
from tthtcd_tui.recovery.draft import Draft
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.kinds.registry import is_added
from tthtcd_tui.report.links import linked, links_in
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.status import commented
from tthtcd_tui.tasks.session.log_activity import texts_of
from tthtcd_tui.tasks.session.refused_rows import REFUSED, readable
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM, format_date

_OF_CENTRES: Final = ("new", "rename", "rollup_head")
"""Kinds of places outside reports: the fields where centres and years are made or named, and a unit's letterhead."""


_NOT_PLACED: Final = "Dòng dán chưa xếp được"


class RecoveryAction(Enum):
    """How a recovered draft is resumed."""

    CELL = auto()
    """It goes on being typed in its cell."""
    CELLS = auto()
    """They are saved at once: several that were to be saved together, or cells of the log, of which pages are shown."""
    PROSE = auto()
    """It goes on being written in its editor."""
    ACTIVITY = auto()
    """The fields of an activity that was never saved stand in the log's first line again."""
    REFUSED = auto()
    """Rows of a pasted table that were not stored: they stand in their list again."""
    REMARK = auto()
    """What was to be asked or answered at a cell stands in its line again; it is no cell of the report."""
    CENTRE = auto()
    """It was typed where centres and years are made."""
    NOWHERE = auto()
    """Its year, or its place in it, is no longer there: it can only be read."""


@dataclass(frozen=True, slots=True)
class RecoveryItem:
    """A draft that is not saved. `year` is the one it belongs to, if that still exists."""

    way: RecoveryAction
    year: Year | None
    draft: Draft
    cells: Mapping[Place, str]
    labels: Mapping[Place, str]
    newer: Entry | None = None
    """The change that somebody else has made at its only place since."""
    stored: str = ""
    """What stands there now, as it would be typed."""
    values: Mapping[str, str] | None = None
    """What the links in a text print, by name."""

    def read(self, place: Place) -> str:
        """What was typed at `place` as a person reads it: links by their values, and what is not there already."""
        text = readable(place, self.cells[place])
        if self.values is None:
            return text
        standing = set(self.stored.split("\n"))
        unsaved = [paragraph for paragraph in text.split("\n") if paragraph not in standing]
        return _filled("\n".join(unsaved) or text, self.values)

    @property
    def place(self) -> Place:
        return next(iter(self.cells))

    @property
    def text(self) -> str:
        return self.cells[self.place]

    @property
    def both(self) -> str:
        """Of prose that was changed since: what both say once; where they differ, theirs and then what was left."""
        from tthtcd_tui.tasks.session.both_texts import merged  # compares texts, which a start does not

        theirs = self.stored.split("\n") if self.stored else []
        return "\n".join(merged(theirs, self.text.split("\n")))


def _filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its links as they read; an unknown one as it was typed."""
    if not values:
        return text
    return "".join(
        piece if isinstance(piece, str) else values.get(piece.name, f"{{{piece.name}}}") for piece in pieces(text)
    )


def moment(at: datetime, now: datetime) -> str:
    """«14:02», of another day than today «14:02 ngày 5/6/2021», as the clock in Viet Nam says."""
    there = at.astimezone(HOUR_OF_VIETNAM)
    words = f"{there:%H:%M}"
    is_today = there.date() == now.astimezone(HOUR_OF_VIETNAM).date()
    return words if is_today else f"{words} ngày {format_date(there.date())}"


def offers_of(store: Store, draft: Draft) -> list[RecoveryItem]:
    """The unsaved parts of `draft`, in the order in which they are offered. Raises StoreProblem."""
    centre = {place: text for place, text in draft.cells.items() if place.kind in _OF_CENTRES}
    report = {place: text for place, text in draft.cells.items() if place not in centre}
    offers = [RecoveryItem(RecoveryAction.CENTRE, None, draft, centre, dict.fromkeys(centre, ""))] if centre else []
    if not report:
        return offers
    called = store.years.called(draft.centre, draft.period)
    year = next((year for year in called if year.form.key == draft.form), None)
    if year is None:
        return [*offers, RecoveryItem(RecoveryAction.NOWHERE, None, draft, report, dict.fromkeys(report, ""))]
    return [*offers, *DraftMatcher(store, year, draft, report).offers()]


class DraftMatcher:
    """Compares one draft with the present state of its year."""

    def __init__(self, store: Store, year: Year, draft: Draft, cells: Mapping[Place, str]) -> None:
        self._store = store
        self._year = year
        self._draft = draft
        self._cells = cells
        self._activities: Mapping[str, Activity] = {}
        self._snapshot = self._taken()

    def _taken(self) -> Snapshot:
        """The log is read only where the draft speaks of it."""
        if all(place.kind != PlaceKind.ACTIVITY for place in self._cells):
            return self._store.snapshot(self._year.report_id)
        snapshot, log = self._store.snapshot_with_log(self._year.report_id)
        self._activities = {activity.uid: activity for activity in log.activities}
        return snapshot

    @property
    def _form(self) -> Form:
        return self._snapshot.form

    def offers(self) -> Iterator[RecoveryItem]:
        cells: dict[Place, str] = {}
        begun: dict[str, dict[Place, str]] = {}
        for place, text in self._cells.items():
            field = field_at(self._form, place)
            if place.kind == REFUSED:
                yield RecoveryItem(RecoveryAction.REFUSED, self._year, self._draft, {place: text}, {place: _NOT_PLACED})
            elif place.kind == PlaceKind.COMMENT and self._is_there(commented(place)):
                if not self._is_said(place, text):
                    yield self._offer(RecoveryAction.REMARK, {place: text})
            elif field is None or self._is_gone(place):
                yield self._offer(RecoveryAction.NOWHERE, {place: text})
            elif self._is_begun(place):
                begun.setdefault(place.parts[1], {})[place] = text
            elif self._is_saved(place, text):
                continue
            elif field.kind in (FieldType.PARAGRAPHS, FieldType.LINES):
                yield self._offer(RecoveryAction.PROSE, {place: text})
            else:
                cells[place] = text
        for texts in begun.values():
            yield self._offer(RecoveryAction.ACTIVITY, texts)
        if cells:
            alone = len(cells) == 1 and not any(place.kind == PlaceKind.ACTIVITY for place in cells)
            yield self._offer(RecoveryAction.CELL if alone else RecoveryAction.CELLS, cells)

    def _offer(self, way: RecoveryAction, cells: Mapping[Place, str]) -> RecoveryItem:
        labels = {place: label_at(self._form, place) for place in cells}
        newer, stored, values = None, "", None
        if way in (RecoveryAction.CELL, RecoveryAction.PROSE):
            (place,) = cells
            newer, stored = self._newer(place), self._stored(place)
        if way is RecoveryAction.PROSE:
            values = self._values(place)
        return RecoveryItem(way, self._year, self._draft, cells, labels, newer, stored, values)

    def _values(self, place: Place) -> Mapping[str, str]:
        """What the links typed at `place` print, by name; a list of names has none."""
        field = field_at(self._form, place)
        names = links_in(self._cells[place]) if field is not None and field.kind is FieldType.PARAGRAPHS else []
        found = {name: linked(self._form, self._snapshot.facts, name) for name in names}
        return {name: target.shown for name, target in found.items() if target is not None}

    def _is_begun(self, place: Place) -> bool:
        """Whether it is a field of an activity that is not in the log."""
        return place.kind == PlaceKind.ACTIVITY and place.parts[1] not in self._activities

    def _is_there(self, place: Place) -> bool:
        return field_at(self._form, place) is not None and not self._is_gone(place)

    def _is_said(self, place: Place, text: str) -> bool:
        """Whether this remark was written before the line dropped."""
        threads = self._store.comments.of(self._year.report_id)
        return any(remark.text == text for each in threads if each.place == commented(place) for remark in each.remarks)

    def _is_gone(self, place: Place) -> bool:
        """Whether `place` is a cell of a row that somebody has deleted."""
        row = place.parent
        return is_added(place.kind) and not any(there.within(row) for there in self._snapshot.facts.answers)

    def _is_saved(self, place: Place, text: str) -> bool:
        """Whether `text` is saved, in whatever spelling, or was saved and has been changed again since."""
        if place.kind == PlaceKind.ACTIVITY:
            return self._is_saved_activity(place, text)
        field = field_at(self._form, place)
        assert field is not None
        answer = read(field, text, self._form.link_names)
        return text == self._stored(place) or (
            not isinstance(answer, Problem) and answer == self._snapshot.facts.answers.get(place, UNANSWERED)
        )

    def _is_saved_activity(self, place: Place, text: str) -> bool:
        if text == self._stored(place):
            return True
        entered = self._store.history.of(self._year.report_id, Place.of(*place.parts[:2]))[-1:]
        return any(entry.revision > self._draft.revision for entry in entered)

    def _stored(self, place: Place) -> str:
        if place.kind == PlaceKind.ACTIVITY:
            return texts_of(self._form, self._activities[place.parts[1]])[place.parts[2]]
        field = field_at(self._form, place)
        assert field is not None
        return typed(field, self._snapshot.facts.answers.get(place, UNANSWERED))

    def _newer(self, place: Place) -> Entry | None:
        newest = self._store.history.of(self._year.report_id, place, 1)
        return newest[0] if newest and newest[0].revision > self._draft.revision else None
