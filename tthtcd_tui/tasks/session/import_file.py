"""Import a file of any kind into a year: what is sure becomes one Change, the rest waits for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, Final

from tthtcd_tui.errors import NoPeriod
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.imports.columns import Rows
from tthtcd_tui.imports.found import FileKind, Found, FoundActivities, FoundActivity, FoundFile, Unplaced
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.reading import Snapshot
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import ACTIVITY_FIELDS, Activity, ActivityLog
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.care.gc_tuning import gc_paused
from tthtcd_tui.tasks.care.open_store import find_centre, find_year
from tthtcd_tui.tasks.save_change import save
from tthtcd_tui.tasks.session.doubles import doubles
from tthtcd_tui.tasks.session.edit_cells import Typed, edit_of
from tthtcd_tui.tasks.session.log_activity import ActivityReader, texts_of
from tthtcd_tui.tasks.transfer.import_report import report_in, year_like
from tthtcd_tui.tasks.transfer.read_in_child import OwnWord, Waiting, read_in_child
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted

__all__ = (
    "FileKind",
    "FilePlan",
    "Offer",
    "OfferedActivity",
    "Unplaced",
    "plan_edits",
    "plan_edits_of",
    "plan_file",
    "plan_found",
    "run_file",
    "told",
    "tree_of",
    "year_for",
)

_SHOWN: Final = 60
_MOST_LISTED: Final = 40
_MISSING: Final = "còn thiếu thông tin"
_uid_of: Final = attrgetter("uid")
_NONE_FOUND: Final = FoundActivities()


class Offer(NamedTuple):
    """A value found for a place, beside its present one."""

    found: Found
    current: str
    """The present answer as it would be typed; empty where nobody has written anything."""

    @property
    def is_new(self) -> bool:
        """Whether taking it changes anything."""
        return self.found.value != self.current


class OfferedActivity(NamedTuple):
    found: FoundActivity
    activity: Activity | None
    """None where a field is missing or cannot be read."""


class OfferedActivities(Rows[OfferedActivity]):
    """The activities found: as read, as Activity, and by index the objections to each."""

    def __init__(
        self,
        found: FoundActivities = _NONE_FOUND,
        made: Sequence[Activity | None] = (),
        doubts: Mapping[int, str] | None = None,
    ) -> None:
        self._found = found
        self._made = made
        self._doubts = doubts or {}

    def __len__(self) -> int:
        return len(self._made)

    def _row(self, number: int) -> OfferedActivity:
        return self._told(number, self._found[number])

    def __iter__(self) -> Iterator[OfferedActivity]:
        return (self._told(number, found) for number, found in enumerate(self._found))

    def _told(self, number: int, found: FoundActivity) -> OfferedActivity:
        if doubt := self._doubts.get(number):
            found = found._replace(is_sure=False, doubt=doubt)
        return OfferedActivity(found, self._made[number])

    @property
    def sure(self) -> tuple[Activity, ...]:
        """Those that may be stored without asking."""
        doubtful = {*self._doubts, *self._found.doubtful}
        made = [each for row, each in enumerate(self._made) if row not in doubtful] if doubtful else self._made
        return tuple(filter(None, made))

    @property
    def doubtful(self) -> tuple[OfferedActivity, ...]:
        return tuple(map(self._row, sorted({*self._doubts, *self._found.doubtful})))


@dataclass(frozen=True)
class FilePlan:
    """What importing a file would do to the year, as that was when the file was read."""

    year: Year
    snapshot: Snapshot
    kind: FileKind
    offers: tuple[Offer, ...]
    activities: OfferedActivities
    unplaced: tuple[Unplaced, ...]
    notes: tuple[str, ...]

    @property
    def sure(self) -> tuple[Offer, ...]:
        """Those that are stored without asking, and change something."""
        return tuple(offer for offer in self.offers if offer.found.is_sure and offer.is_new)

    @property
    def doubtful(self) -> tuple[Offer, ...]:
        return tuple(offer for offer in self.offers if not offer.found.is_sure and offer.is_new)

    @cached_property
    def sure_activities(self) -> tuple[Activity, ...]:
        return self.activities.sure

    @property
    def doubtful_activities(self) -> tuple[OfferedActivity, ...]:
        return self.activities.doubtful


def year_for(store: Store, centre: str | None, label: str | None) -> Year:
    """The year that a file goes into: the one named, else the only one. Raises TaskProblem."""
    if label is not None:
        return find_year(store, centre, label)
    years = store.years.of(find_centre(store, centre).id)
    if len(years) == 1:
        return years[0]
    known = ", ".join(year.period.label for year in years)
    raise NoPeriod(f"Chưa rõ nhập vào báo cáo kỳ nào. Các kỳ đã có: {known or 'chưa có'}.")


@gc_paused()
def plan_file(store: Store, year: Year, data: bytes, name: str, waiting: Waiting | None = None) -> FilePlan:
    """Read a file for `year`; `name` is what the user calls it. Writes nothing. Raises UnusableFile."""
    snapshot = store.snapshot(year.report_id)
    return plan_found(store, year, read_in_child(snapshot.form, snapshot.facts, data, name, waiting))


def plan_found(store: Store, year: Year, found: FoundFile) -> FilePlan:
    """The plan for what was found in a file, beside the present content of `year`."""
    snapshot, log = store.snapshot_with_log(year.report_id)
    offers = tuple(_offers(snapshot, found, dict(_board_uids(snapshot.facts, found.found))))
    activities = _activities(snapshot.form, log, found.activities)
    return FilePlan(year, snapshot, found.kind, offers, activities, found.unplaced, found.notes)


@gc_paused()
def plan_edits(store: Store, own: OwnWord) -> FilePlan | None:
    """The edits made in a DOCX of ours, as proposals for its year; None where that year is not in this database."""
    form, report = report_in(store, own.report)
    year = year_like(store, report)
    if year is None or not own.uid or store.uid(year.report_id) != own.uid or year.form.digest != form.digest:
        return None
    return plan_edits_of(store, year, own, report.facts)


def plan_edits_of(store: Store, year: Year, own: OwnWord, then: Facts) -> FilePlan:
    """As `plan_edits`, for a given year; `then` are the facts that the document was made from."""
    snapshot = store.snapshot(year.report_id)
    offers = [_edited_offer(snapshot, offer, then) for offer in _offers(snapshot, own.edited, {})]
    known = {offer.found.place for offer in offers}
    left = [Unplaced(each.value, each.where) for each in own.edited.found if each.place not in known]
    unplaced = (*left, *own.edited.unplaced)
    return FilePlan(year, snapshot, own.edited.kind, tuple(offers), OfferedActivities(), unplaced, own.edited.notes)


def _edited_offer(snapshot: Snapshot, offer: Offer, then: Facts) -> Offer:
    """The offer; its doubt names both values where the place was changed here too since the document was made."""
    place = Place(offer.found.place)
    field = field_at(snapshot.form, place)
    was = typed(field, then.answers.get(place, UNANSWERED)) if field else ""
    if place not in then.answers or was == offer.current:
        return offer
    doubt = f"{offer.found.doubt}; khi xuất là {quoted(was, _SHOWN)}, ở đây nay là {quoted(offer.current, _SHOWN)}"
    return offer._replace(found=offer.found._replace(doubt=doubt))


@gc_paused()
def run_file(store: Store, plan: FilePlan, user: str) -> int:
    """Save what is sure as one Change; returns how many places and activities. Raises TaskProblem, EditConflict."""
    if closed := store.why_read_only(plan.year.report_id, user):
        raise closed
    edits = edits_of(plan, (offer.found for offer in plan.sure), plan.sure_activities)
    if edits:
        save(store, plan.snapshot, edits, user)
    return len(plan.sure) + len(plan.sure_activities)


def edits_of(plan: FilePlan, found: Iterable[Found], activities: Iterable[Activity]) -> list[Edit]:
    """The edits that take these values. Raises WrongCell for one that the year does not accept."""
    edits: dict[Place, Edit] = {}
    for each in found:
        for edit in edit_of(plan.snapshot, Typed(each.place, each.value)):
            edits[edit.place] = edit
    made = list(activities)
    places = map(Place, map(f"{PlaceKind.ACTIVITY}/".__add__, map(_uid_of, made)))
    return [*edits.values(), *map(Edit, places, made)]


# -- beside what is there ---------------------------------------------------------------------------------------------


def _offers(snapshot: Snapshot, found: FoundFile, uids: Mapping[str, str]) -> Iterator[Offer]:
    """Each beside what stands there; `uids` are those of the members found, by what they were found as."""
    form, facts = snapshot.form, snapshot.facts
    for each in found.found:
        place = _with_uid(Place(each.place), uids)
        known = field_at(form, place)
        if known is None:
            continue
        stored = UNANSWERED if place in facts.defaults else facts.answers.get(place, UNANSWERED)
        current = typed(known, stored)
        offered = each._replace(place=place)
        if current and current != each.value and each.is_sure:
            offered = offered._replace(is_sure=False, doubt=f"ở đây đang là {quoted(current, _SHOWN)}")
        yield Offer(offered, current)


def _board_uids(facts: Facts, found: Iterable[Found]) -> Iterator[tuple[str, str]]:
    """The uid of each member found: that of the same person on the board, or one that nobody has."""
    there = {fold(member.name): member.uid for member in facts.board if member.name}
    taken = {member.uid for member in facts.board}
    names = {Place(each.place).parts[1]: each.value for each in found if _is_name(each)}
    uids = dict.fromkeys(Place(each.place).parts[1] for each in found if Place(each.place).kind == PlaceKind.BOARD)
    for uid in uids:
        same = there.get(fold(names.get(uid, "")))
        if same is None and uid in taken:
            same = next(f"{uid}-{n}" for n in range(2, 10_000) if f"{uid}-{n}" not in taken)
        taken.add(same or uid)
        yield uid, same or uid


def _is_name(each: Found) -> bool:
    place = Place(each.place)
    return place.kind == PlaceKind.BOARD and place.parts[-1] == "name"


def _with_uid(place: Place, uids: Mapping[str, str]) -> Place:
    if place.kind != PlaceKind.BOARD:
        return place
    kind, uid, *rest = place.parts
    return Place.of(kind, uids.get(uid, uid), *rest)


def _activities(form: Form, log: ActivityLog, found: FoundActivities) -> OfferedActivities:
    """Each row with its Activity; a duplicate of one in the log is not sure."""
    made = ActivityReader(form).read_all(found.fields)
    double = doubles(log.activities, made)
    missing = [number for number, activity in enumerate(made) if activity is None] if None in made else []
    doubts = double | {number: _MISSING for number in missing if found[number].is_sure}
    return OfferedActivities(found, made, doubts)


# -- told -------------------------------------------------------------------------------------------------------------


def told(plan: FilePlan) -> Iterator[str]:
    """The plan in lines: what is sure, what is not and why, what has no place."""
    form = plan.snapshot.form
    for note in plan.notes:
        yield f"! {note}"
    for offer in plan.sure:
        yield f"  {label_at(form, Place(offer.found.place))}: {_one_line(offer.found.value)} ({offer.found.where})"
    activities = plan.sure_activities
    for activity in activities[:_MOST_LISTED]:
        yield f"  {format_date(activity.date)} {activity.title}"
    if len(activities) > _MOST_LISTED:
        yield f"  … và {format_number(len(activities) - _MOST_LISTED)} hoạt động nữa"
    for offer in plan.doubtful:
        label = label_at(form, Place(offer.found.place))
        doubt = offer.found.doubt or "cần xem lại"
        yield f"? {label}: {_one_line(offer.found.value)} ({offer.found.where}) – {doubt}"
    for each in plan.doubtful_activities:
        texts, where, doubt = each.found.texts, each.found.where, each.found.doubt
        yield f"? {texts.get('date', '')} {texts.get('title', '')} ({where}) – {doubt}"
    for left in plan.unplaced:
        yield f"- chưa xếp chỗ ({left.where}): {_one_line(left.text)}"


def _one_line(text: str) -> str:
    return text.replace("\n", " ¶ ")


def tree_of(plan: FilePlan) -> dict[str, Any]:
    """The plan as data: what was found, the activities, what has no place, notes."""
    return {
        "kind": plan.kind.value,
        "found": [_found_tree(offer) for offer in plan.offers],
        "activities": [_activity_tree(plan.snapshot.form, each) for each in plan.activities],
        "unplaced": [{"text": each.text, "where": each.where} for each in plan.unplaced],
        "notes": list(plan.notes),
    }


def _found_tree(offer: Offer) -> dict[str, Any]:
    found = offer.found
    tree: dict[str, Any] = {"place": found.place, "value": found.value, "sure": found.is_sure, "where": found.where}
    if found.doubt:
        tree["doubt"] = found.doubt
    if offer.current and offer.is_new:
        tree["current"] = offer.current
    return tree


def _activity_tree(form: Form, each: OfferedActivity) -> dict[str, Any]:
    texts = dict(each.found.texts)
    if each.activity is not None:
        texts = texts_of(form, each.activity) | {
            "date": each.activity.date.isoformat(),
            "category": each.activity.category,
        }
    tree: dict[str, Any] = {}
    for key in ACTIVITY_FIELDS:
        if value := texts.get(key, ""):
            whole = key in ("classes", "participations") and value.replace(".", "").isdecimal()
            tree[key] = int(value.replace(".", "")) if whole else value
    tree |= {"sure": each.found.is_sure, "where": each.found.where}
    if each.found.doubt:
        tree["doubt"] = each.found.doubt
    return tree
