"""Compares a report's tables with what replaying its audit gives."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tthtcd_tui.errors import UserProblem
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.models.activities import all_activities
from tthtcd_tui.models.chain import digest
from tthtcd_tui.models.core_tables import Report
from tthtcd_tui.models.place_map import KINDS, QUALIFIER, ColumnMap, place_of, slot_of
from tthtcd_tui.models.soundness.flaw import Amendment, Odd
from tthtcd_tui.models.soundness.history import Replayed
from tthtcd_tui.models.storage.engine import Database, all_rows
from tthtcd_tui.models.value_codec import restored
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.activity_json import activity_json, decode_activity
from tthtcd_tui.report.answer_json import decode_answer
from tthtcd_tui.report.content_json import SHORT, written
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place, PlaceKind

Columns = tuple[str | None, str | None]
"""An answer as its columns hold it: the text, and the qualifier beside it."""
NOTHING: Final[Columns] = (None, None)
_LONGEST: Final = 60
"""Letters of a value that are told."""
_NOT_IN_AUDIT: Final = "không khớp nhật ký sửa đổi"


class Stored:
    """What stands in the tables of one report."""

    def __init__(self, database: Database, report_id: int, form: Form) -> None:
        self.report_id = report_id
        self.form = form
        self.answers = dict(_answers(database, report_id, form))
        """By place, known to the form or not."""
        self.activities = [
            (activity, activity_json(activity, *SHORT)) for activity in all_activities(database, report_id)
        ]


def differing(stored: Stored, replayed: Replayed) -> Iterator[Odd]:
    """The places whose stored content differs from the replayed audit."""
    told = {place: text for place, text in replayed.answers.items() if not _is_status(place)}
    for place, found in stored.answers.items():
        text = told.pop(place, None)
        if found != (NOTHING if text is None else columns_of(json.loads(text))):
            yield _odd_answer(stored, place, text, found)
    yield from (_odd_answer(stored, Place(place), text, NOTHING) for place, text in told.items())
    yield from _differing_activities(stored, replayed.activities)


def label_of(form: Form, place: Place) -> str:
    return f"“{label_at(form, place) or place}”"


def columns_of(tree: Any) -> Columns:
    """The columns that hold an answer, given as JSON, whatever its field."""
    if isinstance(tree, list):
        return "\n".join(tree), None
    if isinstance(tree, dict):
        if "absent" in tree:
            return {"nil": "-", "not_applicable": "--"}[tree["absent"]], None
        return tree["number"], tree["qualifier"]
    return tree, None


def _is_status(place: str) -> bool:
    return place.partition("/")[0] in (PlaceKind.STATUS, PlaceKind.COMMENT)


# -- as the tables have it --------------------------------------------------------------------------------------------


def _answers(database: Database, report_id: int, form: Form) -> Iterator[tuple[Place, Columns]]:
    for name, kind in KINDS.items():
        for row in _rows(database, kind, report_id):
            for word, column in kind.columns.items():
                place = place_of(name, str(row[kind.key]) if kind.key else "", word)
                stored = _columns(form, place, kind, row, column)
                if stored != NOTHING:
                    yield place, stored


def _columns(form: Form, place: Place, kind: ColumnMap, row: Mapping[str, Any], column: str) -> Columns:
    if column != "number" or not kind.value_words:
        return row[column], row.get(QUALIFIER) if column == "number" else None
    field = field_at(form, place)
    slot = slot_of(place, field) if field else None
    used = slot.column if slot else column if row[column] is not None else kind.value_words
    other = kind.value_words if used == column else column
    if row[other] is not None:  # nobody would see it: as good as another answer
        return row[other], ""
    return row[used], row[QUALIFIER]


def _rows(database: Database, kind: ColumnMap, report_id: int) -> Iterator[dict[str, Any]]:
    if not kind.key:
        yield from Report.select().where(Report.id == report_id).dicts().execute(database)
        return
    names = [name for name in kind.table._meta.fields if name not in ("id", "report")]
    for row in all_rows(database, kind.table, names, report_id):
        yield dict(zip(names, row, strict=True))


# -- as it would be told ----------------------------------------------------------------------------------------------


def _odd_answer(stored: Stored, place: Place, before: str | None, found: Columns) -> Odd:
    """The finding for an answer that differs. It can be accepted, as a change in the audit, if the form can hold it."""
    label, seen = label_of(stored.form, place), digest(place, before, *found)
    field = field_at(stored.form, place)
    try:
        if field is None:
            raise ValueError(place)
        after = written(restored(field, *found))
        if after is not None:
            decode_answer(field, json.loads(after))
        if (NOTHING if after is None else columns_of(json.loads(after))) != found:
            raise ValueError(place)
        said = _said(field, before), _said(field, after)
    except (UserProblem, ValueError, ArithmeticError, LookupError, TypeError):
        return Odd(f"{label} {_NOT_IN_AUDIT}, và không hợp với biểu mẫu", seen)
    words = f"{label} {_NOT_IN_AUDIT}: nhật ký ghi {said[0]}, trong dữ liệu là {said[1]}"
    return Odd(words, seen, Amendment(stored.report_id, place, before, after))


def _said(field: Field, text: str | None) -> str:
    words = "" if text is None else " / ".join(typed(field, decode_answer(field, json.loads(text))).split("\n"))
    return f"“{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”" if words else "trống"


def _differing_activities(stored: Stored, told: Mapping[str, str | dict[str, Any]]) -> Iterator[Odd]:
    left = dict(told)
    for activity, text in stored.activities:
        expected = left.pop(activity.uid, None)
        if text != expected and (expected is None or json.loads(text) != _tree(expected)):
            yield _odd_activity(stored, activity.title, activity.uid, expected, activity)
    for uid, gone in left.items():
        yield _odd_activity(stored, str(_tree(gone).get("title", uid)), uid, gone, None)


def _odd_activity(
    stored: Stored, title: str, uid: str, told: str | dict[str, Any] | None, found: Activity | None
) -> Odd:
    before = json.dumps(told, ensure_ascii=False, separators=SHORT) if isinstance(told, dict) else told
    after = activity_json(found, *SHORT) if found else None
    what = "không có trong nhật ký sửa đổi" if told is None else _NOT_IN_AUDIT if found else "đã mất khỏi dữ liệu"
    words, seen = f"hoạt động “{title}” {what}", digest(uid, before, after)
    if not _reads_back(stored.form, after):
        return Odd(f"{words}, và không hợp với biểu mẫu", seen)
    place = Place.of(PlaceKind.ACTIVITY, uid)
    # Of one whose beginning the audit has lost, it can say no whole activity.
    said = before if _reads_back(stored.form, before) else None
    return Odd(words, seen, Amendment(stored.report_id, place, said, after))


def _reads_back(form: Form, text: str | None) -> bool:
    if text is None:
        return True
    try:
        return activity_json(decode_activity(form, json.loads(text)), *SHORT) == text
    except (UserProblem, ValueError):
        return False


def _tree(told: str | dict[str, Any]) -> dict[str, Any]:
    return json.loads(told) if isinstance(told, str) else told
