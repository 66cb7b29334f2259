"""A report opened, its audit replayed and held against what stands in its tables, its versions against their hashes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, Final

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.activities import all_activities, stored_search
from tthtcd_tui.models.core_tables import Report
from tthtcd_tui.models.place_map import KINDS, QUALIFIER, ColumnMap, place_of, slot_of
from tthtcd_tui.models.reading import Reader
from tthtcd_tui.models.soundness.history import Replayed
from tthtcd_tui.models.soundness.registered import Numbers
from tthtcd_tui.models.storage.engine import Database, all_rows
from tthtcd_tui.models.tables import Activity, ReportVersion
from tthtcd_tui.report.activity_json import activity_json
from tthtcd_tui.report.codec import parse_json
from tthtcd_tui.report.content_json import SHORT
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.status import FORM, STATUS, VERSION, Status

_Stored = tuple[str | None, str | None]
"""An answer as its columns hold it: the text, and the qualifier beside it."""
_NOTHING: Final[_Stored] = (None, None)
_MOST: Final = 3
"""Places told by name."""


def report_flaws(database: Database, reader: Reader, report_id: int, numbers: Numbers) -> Iterator[str]:
    """What is wrong with one report; nothing for a sound one."""
    snapshot = reader.read(report_id)
    replayed = Replayed(database, report_id, numbers)
    if replayed.broken_at is not None:
        yield f"nhật ký sửa đổi bị thay đổi từ lần lưu {replayed.broken_at}"
    if replayed.revision != snapshot.revision:
        yield f"nhật ký sửa đổi kể {replayed.revision} trên {snapshot.revision} lần lưu"
    differing = list(_differing(database, report_id, snapshot.form, replayed))
    if differing:
        more = f" và {len(differing) - _MOST} chỗ khác" if len(differing) > _MOST else ""
        yield f"{', '.join(differing[:_MOST])}{more} không khớp nhật ký sửa đổi"
    yield from _head_flaws(database, report_id, snapshot.form, replayed)
    yield from _version_flaws(database, report_id, replayed, is_final=snapshot.status is Status.FINAL)


# -- answers ----------------------------------------------------------------------------------------------------------


def _differing(database: Database, report_id: int, form: Form, replayed: Replayed) -> Iterator[str]:
    """The labels of places where something else stands than the audit left there."""
    told = {place: text for place, text in replayed.answers.items() if not _is_status(place)}
    for place, found in _stored_answers(database, report_id, form):
        text = told.pop(place, None)
        expected = _NOTHING if text is None else _columns_of(json.loads(text))
        if found != expected:
            yield _label(form, place)
    yield from (_label(form, Place(place)) for place in told)
    yield from _differing_activities(database, report_id, replayed.activities)


def _is_status(place: str) -> bool:
    return place.partition("/")[0] == PlaceKind.STATUS


def _label(form: Form, place: Place) -> str:
    return f"“{label_at(form, place) or place}”"


def _stored_answers(database: Database, report_id: int, form: Form) -> Iterator[tuple[Place, _Stored]]:
    """What stands in the tables, by place, known to the form or not."""
    for name, kind in KINDS.items():
        for row in _rows(database, kind, report_id):
            for word, column in kind.columns.items():
                place = place_of(name, str(row[kind.key]) if kind.key else "", word)
                stored = _stored(form, place, kind, row, column)
                if stored != _NOTHING:
                    yield place, stored


def _stored(form: Form, place: Place, kind: ColumnMap, row: Mapping[str, Any], column: str) -> _Stored:
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


def _columns_of(tree: Any) -> _Stored:
    """An answer's JSON as its columns hold it, whatever field it belongs to."""
    if isinstance(tree, list):
        return "\n".join(tree), None
    if isinstance(tree, dict):
        if "absent" in tree:
            return {"nil": "-", "not_applicable": "--"}[tree["absent"]], None
        return tree["number"], tree["qualifier"]
    return tree, None


def _differing_activities(
    database: Database, report_id: int, told: Mapping[str, str | dict[str, Any]]
) -> Iterator[str]:
    left = dict(told)
    for activity in all_activities(database, report_id):
        text, expected = activity_json(activity, *SHORT), left.pop(activity.uid, None)
        if text != expected and (expected is None or json.loads(text) != _tree(expected)):
            yield f"hoạt động “{activity.title}”"
    yield from (f"hoạt động “{_tree(gone).get('title', uid)}”" for uid, gone in left.items())
    columns = (Activity.title, Activity.place, Activity.partner, Activity.note, Activity.search)
    for title, *rest, search in (
        Activity.select(*columns).where(Activity.report == report_id).tuples().execute(database)
    ):
        if stored_search(title, *rest) != search:
            yield f"chữ để tìm của hoạt động “{title}”"


def _tree(told: str | dict[str, Any]) -> dict[str, Any]:
    return json.loads(told) if isinstance(told, str) else told


# -- the report as a whole --------------------------------------------------------------------------------------------


def _head_flaws(database: Database, report_id: int, form: Form, replayed: Replayed) -> Iterator[str]:
    status = next(iter(Report.select(Report.status).where(Report.id == report_id).tuples().execute(database)))[0]
    if (status == Status.FINAL) != (replayed.answers.get(STATUS) == f'"{Status.FINAL}"'):
        yield "trạng thái chốt không khớp nhật ký sửa đổi"
    moved = replayed.answers.get(FORM)
    if moved is not None and json.loads(moved) != f"{form.key}/{form.version}":
        yield "biểu mẫu không khớp nhật ký sửa đổi"


def _version_flaws(database: Database, report_id: int, replayed: Replayed, is_final: bool) -> Iterator[str]:
    table = ReportVersion
    columns = (table.number, table.docx, table.docx_sha256, table.json, table.json_sha256)
    last, count = b"", 0
    query = table.select(*columns).where(table.report == report_id).order_by(table.number)
    for number, docx, docx_sha256, kept, json_sha256 in query.tuples().execute(database):
        count += 1
        if (sha256(docx).hexdigest(), sha256(kept).hexdigest()) != (docx_sha256, json_sha256):
            yield f"tệp của bản chốt số {number} không còn như khi chốt"
        last = bytes(kept)
    told = replayed.answers.get(VERSION)
    if (int(json.loads(told)) if told else 0) != count:
        yield "số bản chốt không khớp nhật ký sửa đổi"
    if is_final and last:
        yield from _kept_flaws(last, replayed)


def _kept_flaws(kept: bytes, replayed: Replayed) -> Iterator[str]:
    """A final report says what its newest version says."""
    try:
        tree = parse_json(kept)
    except CodecProblem:
        yield "không đọc được tệp JSON của bản chốt mới nhất"
        return
    answers = {place: json.loads(text) for place, text in replayed.answers.items() if not _is_status(place)}
    shown = {place: value for place, value in answers.items() if place in tree["answers"]}
    activities = {uid: _tree(activity) for uid, activity in replayed.activities.items()}
    if tree["answers"] != shown or {each["uid"]: each for each in tree["activities"]} != activities:
        yield "nội dung đã chốt không khớp tệp JSON của bản chốt mới nhất"
