"""Three-way merge: a file, the state of the year it was exported from (the base), and the year now.

What the file did not change is left alone; what only the file changed is taken; what both changed differently is a
Clash: nobody's value is lost without asking.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.activity_edits import content_of
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.base import State
from tthtcd_tui.report.change import Content, Edit
from tthtcd_tui.report.kinds.registry import is_added
from tthtcd_tui.report.place import Place, PlaceKind

_CELLS: Final = Activity._fields[1:]


class Taken(NamedTuple):
    """A place that only the file has changed."""

    place: Place
    current: Content
    proposed: Content


class Clash(NamedTuple):
    """A place that both sides have changed differently: the base's, our and the file's content."""

    place: Place
    base: Content
    here: Content
    file: Content

    def as_in_file(self) -> Edit:
        return Edit(self.place, self.file)


Compared = Taken | Clash


def compared(base: State, here: State, file: State) -> Iterator[Compared]:
    """Every place at which the file and the year differ and the file has changed something."""
    gone_here, gone_in_file = (_records(base) - _records(state) for state in (here, file))
    changed_here = {_record(place) for place in {*base.answers, *here.answers} if _at(here, place) != _at(base, place)}
    for place in dict.fromkeys([*file.answers, *base.answers, *here.answers]):
        found = _compared(place, _at(base, place), _at(here, place), _at(file, place))
        if found is None:
            continue
        record = _record(place)
        # A record that one side took away is not left with a single cell of the other's.
        if record in gone_here or (record in gone_in_file and record in changed_here):
            found = Clash(place, _at(base, place), _at(here, place), _at(file, place))
        yield found
    for uid in dict.fromkeys([*file.activities, *base.activities, *here.activities]):
        yield from _activity(uid, *(state.activities.get(uid) for state in (base, here, file)))


def _compared(place: Place, base: Content, here: Content, file: Content) -> Compared | None:
    if file in (base, here):
        return None
    return Taken(place, here, file) if here == base else Clash(place, base, here, file)


def _activity(uid: str, base: Activity | None, here: Activity | None, file: Activity | None) -> Iterator[Compared]:
    """Compare one activity: as a whole where one side does not have it, else cell by cell."""
    whole = Place.of(PlaceKind.ACTIVITY, uid)
    if base is None or here is None or file is None:
        found = _compared(whole, *(activity or UNANSWERED for activity in (base, here, file)))
        if found:
            yield found
    elif file not in (base, here):
        for key in _CELLS:
            place = Place.of(whole, key)
            found = _compared(place, *(content_of(activity, place) for activity in (base, here, file)))
            if found:
                yield found


def _at(state: State, place: Place) -> Content:
    return state.answers.get(place, UNANSWERED)


def _record(place: Place) -> Place | None:
    """The record that `place` is a cell of, if people can add such records; None otherwise."""
    return place.parent if is_added(place.kind) else None


def _records(state: State) -> set[Place]:
    return {record for place in state.answers if (record := _record(place))}
