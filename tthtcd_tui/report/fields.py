"""Look-ups by Place: its field (what may be answered there), its label, its section."""

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
    """The field of a mark (reason, carried …) on a place that the form has; None for other places."""
    kind, _, rest = place.partition("/")
    if kind not in MARKS:
        return None
    subject, laid_out = Place(rest), layout(form)
    return _MARKED[PlaceKind(kind)] if laid_out.cell_at(subject) or laid_out.label_at(subject) else None


def status_field(place: Place) -> Field | None:
    """The field at `place` of an entry about the report itself, known to the history alone; None for other places."""
    return _COMMENT if place.kind == PlaceKind.COMMENT else _STATUS.get(place)


def label_at(form: Form, place: Place) -> str:
    """The label of `place`: «Dân số», «Giáo dục pháp luật: Số lớp»; empty where this form has no such place."""
    if place.kind == PlaceKind.COMMENT:
        return f"{_COMMENT.label}: {layout(form).label_at(commented(place))}"
    mark = _mark_at(form, place)
    return f"{mark.label}: {layout(form).label_at(place.subject)}" if mark else layout(form).label_at(place)


def section_at(form: Form, place: Place) -> str | None:
    """The key of the section that asks for `place`; None for the report's own details and a centre's own items."""
    return layout(form).section_at(place.subject)


def days_of(period: Period, place: Place) -> Days:
    """The range of days in which a date typed without a year is looked for at `place`."""
    return period.issue_days if place.kind == PlaceKind.REPORT else period.days
