"""Which field a Place is: what may stand there, what it is called, and which section shows it."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.model import Field, FieldType, Form, Option
from tthtcd_tui.report.place import MARKS, Place, PlaceKind
from tthtcd_tui.report.rows import layout
from tthtcd_tui.report.status import (
    APPROVED,
    BASE,
    ENDORSED,
    FORM,
    REOPENED,
    RETURNED,
    STATUS,
    SUBMITTED,
    VERSION,
    Status,
    commented,
)
from tthtcd_tui.report.unit_kinds import UnitKind
from tthtcd_tui.text.dates import Days
from tthtcd_tui.text.periods import Period

_MARKED: Final = {
    PlaceKind.REASON: Field("Giải trình", FieldType.TEXT),
    PlaceKind.CARRIED: Field("Chép từ năm trước, chưa rà soát", FieldType.TEXT),
}
_STATUS: Final = {
    STATUS: Field("Trạng thái báo cáo", FieldType.CHOICE, options=(Option(Status.FINAL, Status.FINAL.words),)),
    VERSION: Field("Số bản chốt", FieldType.WHOLE),
    FORM: Field("Biểu mẫu", FieldType.TEXT),
    REOPENED: Field("Lý do mở lại", FieldType.TEXT),
    BASE: Field("Tệp đã nhập", FieldType.TEXT),
    SUBMITTED: Field("Bản chốt đã nộp", FieldType.WHOLE),
    RETURNED: Field("Cấp trên trả lại", FieldType.TEXT),
    APPROVED: Field("Cấp trên duyệt", FieldType.TEXT),
    ENDORSED[UnitKind.COMMUNE]: Field("Cấp xã duyệt", FieldType.TEXT),
    ENDORSED[UnitKind.PROVINCE]: Field("Cấp tỉnh duyệt", FieldType.TEXT),
    ENDORSED[UnitKind.MINISTRY]: Field("Cấp bộ duyệt", FieldType.TEXT),
}

_COMMENT: Final = Field("Góp ý", FieldType.TEXT)


def field_at(form: Form, place: Place) -> Field | None:
    """The field at `place`, or None where this form has no such place."""
    cell = layout(form).cell_at(place)
    return cell.field if cell else _mark_at(form, place)


def _mark_at(form: Form, place: Place) -> Field | None:
    """What is said of a place that this form has; of another mark nothing is said."""
    kind, _, rest = place.partition("/")
    if kind not in MARKS:
        return None
    subject, laid_out = Place(rest), layout(form)
    return _MARKED[PlaceKind(kind)] if laid_out.cell_at(subject) or laid_out.label_at(subject) else None


def status_field(place: Place) -> Field | None:
    """What the history tells at `place` of the report itself; None for a place that people fill in."""
    return _COMMENT if place.kind == PlaceKind.COMMENT else _STATUS.get(place)


def label_at(form: Form, place: Place) -> str:
    """What `place` is called: «Dân số», «Giáo dục pháp luật: Số lớp»; nothing where this form has no such place."""
    if place.kind == PlaceKind.COMMENT:
        return f"{_COMMENT.label}: {layout(form).label_at(commented(place))}"
    mark = _mark_at(form, place)
    return f"{mark.label}: {layout(form).label_at(place.subject)}" if mark else layout(form).label_at(place)


def section_at(form: Form, place: Place) -> str | None:
    """The key of the section that asks for `place`; None for the report's own details and a centre's own items."""
    return layout(form).section_at(place.subject)


def days_of(period: Period, place: Place) -> Days:
    """Among which days one typed without its year is looked for at `place`."""
    return period.issue_days if place.kind == PlaceKind.REPORT else period.days
