"""What Edits make of activities: pure, so that the store and its tests' plain model share it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tthtcd_tui.errors import ActivityGone, CannotEdit
from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Content, Edit
from tthtcd_tui.report.place import Place

_NUMBERS = frozenset({"classes", "participations"})
_REQUIRED = {"date": "ngày", "title": "tên hoạt động", "category": "loại hoạt động"}


def after_edits(activity: Activity | None, edits: Sequence[Edit]) -> Activity | None:
    """What `edits`, all of one uid, leave of `activity`; None for one that is not there.

    Raises CannotEdit for a cell that cannot hold its new answer, or a cell of an activity that is not there.
    """
    for edit in edits:
        after = edit.after
        if isinstance(after, Activity) and edit.place == f"activity/{after.uid}":
            activity = after
        elif len(parts := edit.place.parts) > 2:
            activity = _with_cell(activity, parts[2], after)
        elif after is UNANSWERED:
            activity = None
        else:
            raise CannotEdit("Nội dung này không phải một hoạt động. Hãy nhập lại hoạt động.")
    return activity


def content_of(activity: Activity | None, place: Place) -> Content:
    """What stands at `place`, which is the activity as a whole or a cell of it."""
    _, _, *cell = place.parts
    return _cell_of(activity, cell[0]) if cell else activity or UNANSWERED


def _cell_of(activity: Activity | None, key: str) -> Answer:
    value = getattr(activity, key) if activity else None
    if isinstance(value, int):
        return Quantity(Decimal(value))
    return value if isinstance(value, date) or (isinstance(value, str) and value) else UNANSWERED


def _with_cell(activity: Activity | None, key: str, after: Content) -> Activity:
    if activity is None:
        raise ActivityGone
    if after is UNANSWERED:
        if key in _REQUIRED:
            raise CannotEdit(f"Hoạt động phải có {_REQUIRED[key]}. Hãy nhập {_REQUIRED[key]}, hoặc xóa cả hoạt động.")
        return _with(activity, key, None if key in _NUMBERS else "")
    if key in _NUMBERS:
        if not isinstance(after, Quantity) or after.qualifier or after.number != after.number.to_integral_value():
            raise CannotEdit("Ô này của hoạt động chỉ nhận số nguyên, hoặc để trống. Hãy nhập lại số.")
        return _with(activity, key, int(after.number))
    wanted = date if key == "date" else str
    if not isinstance(after, wanted):
        raise CannotEdit("Ô này của hoạt động không nhận “không có” hay “không áp dụng”. Hãy nhập giá trị.")
    return _with(activity, key, after)


def _with(activity: Activity, key: str, value: object) -> Activity:
    changes: dict[str, Any] = {key: value}
    return activity._replace(**changes)
