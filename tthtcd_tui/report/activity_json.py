"""One activity as a line of JSON, and back. A log may have a hundred thousand, so repeated values are cached."""

from __future__ import annotations

from datetime import date
from json.encoder import encode_basestring
from typing import Any, Final

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.answer_json import is_plain_line, shown
from tthtcd_tui.report.decoding import Decoding
from tthtcd_tui.report.place import Place, PlaceKind

_CELLS: Final = ("date", "title", "category", "classes", "participations", "place", "partner", "note")
"""Of an Activity, in its order."""
_REQUIRED_CELLS: Final = frozenset({"title", "category"})
_LONGEST_REMEMBERED: Final = 40


def activity_json(activity: Activity, comma: str = ", ", colon: str = ": ") -> str:
    """An activity as one line of JSON; empty fields are left out.

    Built from strings: a general encoder takes twice as long, and a log may have a hundred thousand activities.
    """
    uid, day, title, category, classes, participations, place, partner, note = activity
    words = (
        f'{{"uid"{colon}"{uid}"{comma}"date"{colon}"{day.isoformat()}"{comma}"title"{colon}{encode_basestring(title)}'
        f'{comma}"category"{colon}{encode_basestring(category)}'
    )
    if classes is not None:
        words += f'{comma}"classes"{colon}"{classes}"'
    if participations is not None:
        words += f'{comma}"participations"{colon}"{participations}"'
    for key, text in (("place", place), ("partner", partner), ("note", note)):
        if text:
            words += f'{comma}"{key}"{colon}{encode_basestring(text)}'
    return words + "}"


def decode_activity(form: Form, tree: object) -> Activity:
    """The activity in `tree`, the parsed JSON of `activity_json`. Raises CodecProblem."""
    decoding = Decoding(form)
    activity = ActivityDecoder(decoding).activity("activity", tree)
    if activity is None or decoding.problems:
        raise CodecProblem(decoding.problems)
    return activity


class ActivityDecoder:
    """Decodes the activities of one file; caches cells, since a log repeats them."""

    def __init__(self, decoding: Decoding) -> None:
        self._decoding = decoding
        self._cells: dict[str, dict[str, Any]] = {key: {} for key in _CELLS}
        self._keys = decoding.form.records[PlaceKind.ACTIVITY].keys() | {"uid"}

    def familiar(self, tree: object) -> Activity | None:
        """The activity, where every cell but uid and title was decoded before, as in most of a long log; else None."""
        if not isinstance(tree, dict) or not tree.keys() <= self._keys:
            return None
        cell = tree.get
        uid, title = cell("uid"), cell("title")
        if type(uid) is not str or type(title) is not str or not Place.is_part(uid) or not is_plain_line(title):
            return None
        days, _, categories, classes, participations, places, partners, notes = self._cells.values()
        try:
            when, category = days[cell("date", "")], categories[cell("category", "")]
            rest = (
                classes[cell("classes", "")],
                participations[cell("participations", "")],
                places[cell("place", "")],
                partners[cell("partner", "")],
                notes[cell("note", "")],
            )
        except (KeyError, TypeError):  # never read, or nothing that could be
            return None
        return Activity(uid, when, title, category, *rest) if when and category else None

    def activity(self, where: str, tree: object) -> Activity | None:
        if not isinstance(tree, dict):
            self._decoding.add_error(where, "phải là một bảng")
            return None
        if not tree.keys() <= self._keys:
            for key in sorted(tree.keys() - self._keys):
                self._decoding.add_error(f"{where}/{shown(key)}", "hoạt động không có mục này")
        uid = self._decoding.uid(f"{where}/uid", tree.get("uid"))
        when, title, category, *rest = [self.cell(where, key, tree.get(key, "")) for key in _CELLS]
        if when is None or not title or not category:
            self._decoding.add_error(where, "phải có ngày, tên và loại hoạt động")
            return None
        return Activity(uid, when, title, category, *rest) if uid else None

    def cell(self, where: str, key: str, value: object) -> Any:
        """A cell as an Activity holds it, cached: a long log repeats days and places."""
        known = self._cells[key]
        if type(value) is str and value in known:
            return known[value]
        before = len(self._decoding.problems)
        read = self.new_cell(f"{where}/{key}", key, value)
        if type(value) is str and len(value) <= _LONGEST_REMEMBERED and len(self._decoding.problems) == before:
            known[value] = read
        return read

    def new_cell(self, where: str, key: str, value: object) -> date | str | int | None:
        field = self._decoding.form.records[PlaceKind.ACTIVITY][key]
        answer = self._decoding.answer(where, field, value)
        if field.kind is FieldType.DATE:
            return answer if isinstance(answer, date) else None
        if key in _REQUIRED_CELLS:  # the activity says of all it lacks at once
            return answer if isinstance(answer, str) else ""
        return self.count(where, answer) if field.kind.is_number else self.words(where, answer)

    def count(self, where: str, answer: Answer) -> int | None:
        if isinstance(answer, Quantity) and answer.qualifier is None:
            return int(answer.number)
        if answer is not UNANSWERED:
            self._decoding.add_error(where, "phải là một số, hoặc để trống")
        return None

    def words(self, where: str, answer: Answer) -> str:
        if answer is not UNANSWERED and not isinstance(answer, str):
            self._decoding.add_error(where, "phải là một dòng chữ, hoặc để trống")
        return answer if isinstance(answer, str) else ""
