"""What was undone, in the words of who did it: a member is back, an activity is gone, a figure is as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.problem import quoted

if TYPE_CHECKING:
    from tthtcd_tui.models.audit import Entry

_NAMES = {PlaceKind.BOARD: "name", PlaceKind.OWN: "label", PlaceKind.EVIDENCE: "code"}
"""The field by which a record that was added is called."""


_WHAT = {PlaceKind.BOARD: "thành viên", PlaceKind.OWN: "nội dung", PlaceKind.EVIDENCE: "minh chứng"}


def record_words(form: Form, facts: Facts, record: Place) -> str:
    """«thành viên Nông Văn Dền», «nội dung “Thư viện”»."""
    name = facts.text_at(record, _NAMES[PlaceKind(record.kind)])
    if record.kind == PlaceKind.OWN:
        return f"nội dung {quoted(name)}" if name else "nội dung này"
    if record.kind == PlaceKind.EVIDENCE:
        return f"minh chứng {name}" if name else "minh chứng này"
    role = form.records[PlaceKind.BOARD]["role"].option(facts.text_at(record, "role"))
    called = name or (role.label if role else "")
    return f"thành viên {called}" if called else "thành viên này"


def reversal_words(entries: Sequence[Entry]) -> str:
    """What taking back `entries` does to a record as a whole; nothing where it is no record that comes or goes."""
    for entry in entries:
        is_back = entry.after is UNANSWERED
        does = "Đã lấy lại" if is_back else "Đã bỏ"
        content = entry.before if is_back else entry.after
        if isinstance(content, Activity) and (is_back or entry.before is UNANSWERED):
            return f"{does} hoạt động {quoted(content.title)} ({format_date(content.date)})."
        is_record = entry.place.kind in _NAMES and entry.place.parts[-1] == "order"
        if is_record and (is_back or entry.before is UNANSWERED):
            return f"{does} {_called(entries, entry.place.parent)}."
    return ""


def _called(entries: Sequence[Entry], record: Place) -> str:
    kind = PlaceKind(record.kind)
    named = next((entry for entry in entries if entry.place == Place.of(record, _NAMES[kind])), None)
    name = next((each for each in (named.before, named.after) if isinstance(each, str)), "") if named else ""
    what = _WHAT[kind]
    return f"{what} {name}" if name else f"{what} ấy"
