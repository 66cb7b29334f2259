"""Contents of a place as one line of text, for histories, conflicts and listings."""

from __future__ import annotations

from tthtcd_tui.forms.answer import Absent, Answer
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Content
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place

_ABSENT = {Absent.UNANSWERED: "(chưa nhập)", Absent.NIL: "không có", Absent.NOT_APPLICABLE: "không áp dụng"}


def shown(form: Form, place: Place, content: Content) -> str:
    """The content of a place as one line of text."""
    if isinstance(content, Activity):
        return f"{content.date:%d/%m/%Y} {content.title}"
    return shown_in(field_at(form, place), content)


def shown_in(field: Field | None, answer: Answer) -> str:
    """An answer to `field` as one line of text."""
    if isinstance(answer, Absent):
        return _ABSENT[answer]
    return typed(field, answer).replace("\n", " ¶ ") if field else str(answer)
