"""The contents of a file as a list to decide on: what is sure is taken at once, the rest one by one or by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from tthtcd_tui.errors import TaskProblem, WrongCell
from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.found import FoundFile
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.shown import shown
from tthtcd_tui.tasks.session.edit_cells import Typed, edit_of
from tthtcd_tui.tasks.session.import_file import FilePlan, plan_edits_of, plan_found
from tthtcd_tui.tasks.transfer.given_file import is_ours
from tthtcd_tui.tasks.transfer.import_report import Plan, plan_import, plan_tree, report_in
from tthtcd_tui.tasks.transfer.read_in_child import (
    OwnWord,
    Waiting,
    look_through,
    read_in_child,
    read_own_word,
)
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.problem import quoted

_LONGEST_SHOWN = 200
_LINK: Final = re.compile(r"(?<!\{)\{([a-z0-9_]+)\}")
_UNSURE: Final = "chưa chắc là của chỗ này"


class ItemKind(Enum):
    SURE = auto()
    DOUBTFUL = auto()
    UNPLACED = auto()


class Item(NamedTuple):
    """A line of the list. What has `edits` is taken with a key; what has none is filed by hand."""

    kind: ItemKind
    label: str
    text: str
    why: str = ""
    """Where it stands in the file, and why it is not sure."""
    edits: tuple[Edit, ...] = ()
    texts: Mapping[str, str] | None = None
    """Of an activity that lacks something, what was read, by field."""


@dataclass(frozen=True)
class ReadItems:
    """The contents of a file, compared with the year as of `revision`."""

    items: tuple[Item, ...]
    notes: tuple[str, ...]
    revision: int
    plan: Plan | None = None
    """For a whole report of ours: the plan of its import, which makes the year if there is none."""


class Outside(NamedTuple):
    """The contents of a file, read without access to the database."""

    name: str
    ours: bytes | None = None
    own: OwnWord | None = None
    found: FoundFile | None = None


def read_outside(form: Form, facts: Facts, uid: str, data: bytes, name: str, waiting: Waiting | None = None) -> Outside:
    """Read a file for the year of `facts` and `uid`, in processes with limits and without the database.

    Raises UnusableFile.
    """
    if is_ours(data, name):
        return Outside(name, ours=data)
    looked = look_through(data, name, waiting)
    own = read_own_word(looked.data, name, waiting) if looked.is_own else None
    if own is not None and (own.is_whole or own.uid == uid):
        return Outside(name, own=own)
    return Outside(name, found=read_in_child(form, facts, looked.data, name, waiting))


def items_of(store: Store, year: Year, outside: Outside) -> ReadItems:
    """The list of what was read, beside what stands in `year` now. Raises TaskProblem, CodecProblem."""
    if outside.ours is not None:
        return _of_plan(plan_import(store, outside.ours, outside.name), year)
    if outside.own is None:
        assert outside.found is not None  # one of the three
        return _of_file(plan_found(store, year, outside.found))
    if not outside.own.is_whole:
        _, report = report_in(store, outside.own.report)
        return _of_file(plan_edits_of(store, year, outside.own, report.facts))
    plan = plan_tree(store, outside.own.report)
    read = _of_plan(plan, year)
    if plan.year is None:
        return read
    edits = _of_file(plan_edits_of(store, year, outside.own, plan.report.facts))
    return ReadItems((*read.items, *edits.items), edits.notes, read.revision)


def _of_plan(plan: Plan, year: Year) -> ReadItems:
    if plan.year is None:
        return ReadItems((), (), 0, plan)
    if plan.year.report_id != year.report_id or plan.current is None:
        raise TaskProblem(
            f"Tệp là báo cáo {plan.year.period.title} của {plan.year.centre.name}. Hãy mở báo cáo ấy rồi nhập lại."
        )
    kind = ItemKind.SURE if plan.is_known else ItemKind.DOUBTFUL
    unknown = "" if plan.is_known else "không rõ tệp được làm từ bản nào"
    items = [
        Item(
            kind,
            _label(plan.form, place),
            shown(plan.form, place, file),
            _why(f"ở đây {shown(plan.form, place, here)}", unknown),
            (Edit(place, file),),
        )
        for place, here, file, _ in plan.proposals
    ]
    for clash in plan.clashes:
        base, here, file = (shown(plan.form, clash.place, content) for content in clash[1:])
        why = f"hai bên cùng sửa: gốc {base}, ở đây {here}"
        items.append(Item(ItemKind.DOUBTFUL, _label(plan.form, clash.place), file, why, (clash.as_in_file(),)))
    return ReadItems(tuple(items), (), plan.current.revision, plan)


def _of_file(plan: FilePlan) -> ReadItems:
    items = [*_offered(plan), *_activities(plan)]
    items += [Item(ItemKind.UNPLACED, each.where, each.text) for each in plan.unplaced]
    return ReadItems(tuple(items), plan.notes, plan.snapshot.revision)


def _offered(plan: FilePlan) -> Iterator[Item]:
    told = _Told(plan)
    for offer in (*plan.sure, *plan.doubtful):
        found = offer.found
        kind = ItemKind.SURE if found.is_sure else ItemKind.DOUBTFUL
        here = f"ở đây {quoted(offer.current, _LONGEST_SHOWN)}" if offer.current and found.is_sure else ""
        try:
            edits = tuple(edit_of(plan.snapshot, Typed(found.place, found.value)))
        except WrongCell as problem:
            yield Item(ItemKind.UNPLACED, found.where, found.value, problem.reason)
            continue
        doubt = found.doubt or ("" if found.is_sure else _UNSURE)
        yield Item(kind, told.label(found.place), told.text(found.value), _why(found.where, doubt, here), edits)


class _Told:
    """What a file says of a year, in the words of a list: a member by name, a link by the value it has there."""

    def __init__(self, plan: FilePlan) -> None:
        self._form = plan.snapshot.form
        self._found = {offer.found.place: offer.found.value for offer in plan.offers}

    def label(self, place: str) -> str:
        label = _label(self._form, Place(place))
        record, _, key = place.rpartition("/")
        name = self._found.get(f"{record}/name", "") if Place(place).kind == PlaceKind.BOARD and key != "name" else ""
        return f"{name}: {label.rpartition(': ')[2]}" if name else label

    def text(self, value: str) -> str:
        """No brace is shown that nobody typed."""
        return _LINK.sub(lambda link: self._linked(link[1]) or link[0], value)

    def _linked(self, name: str) -> str:
        place = Place(f"{PlaceKind.FIGURE}/{name}")
        field = field_at(self._form, place)
        if field is None:
            return ""
        value = self._found.get(place, "")
        return f"{value} {field.unit}".strip() if value else f"[{field.label}]"


def _activities(plan: FilePlan) -> Iterator[Item]:
    for each in plan.activities:
        kind = ItemKind.SURE if each.found.is_sure and each.activity else ItemKind.DOUBTFUL
        texts, activity = each.found.texts, each.activity
        day = format_date(activity.date) if activity else texts.get("date", "")
        edits = (Edit(Place.of(PlaceKind.ACTIVITY, activity.uid), activity),) if activity else ()
        why = _why(each.found.where, each.found.doubt)
        yield Item(kind, f"Hoạt động {day}", texts.get("title", ""), why, edits, None if activity else texts)


def _label(form: Form, place: Place) -> str:
    return label_at(form, place) or place


def _why(*parts: str) -> str:
    return " – ".join(filter(None, parts))


def counted(items: Iterable[Item]) -> str:
    """«5 chắc chắn, 2 cần xem lại, 1 chưa xếp chỗ», without what there is none of."""
    kinds = [item.kind for item in items]
    words = {ItemKind.SURE: "chắc chắn", ItemKind.DOUBTFUL: "cần xem lại", ItemKind.UNPLACED: "chưa xếp chỗ"}
    return ", ".join(f"{kinds.count(kind)} {word}" for kind, word in words.items() if kind in kinds)
