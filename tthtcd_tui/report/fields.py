"""Which field a Place is: what may stand there, what it is called, and which section shows it."""

from __future__ import annotations

from tthtcd_tui.forms.model import Content, Field, Form, Kind, Option
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.status import REOPENED, STATUS, VERSION, Status

_REASON = Field("Giải trình", Kind.TEXT)
_CARRIED = Field("Chép từ năm trước, chưa rà soát", Kind.TEXT)
_STATUS = {
    STATUS: Field("Trạng thái báo cáo", Kind.CHOICE, options=(Option(Status.FINAL, Status.FINAL.words),)),
    VERSION: Field("Số bản chốt", Kind.WHOLE),
    REOPENED: Field("Lý do mở lại", Kind.TEXT),
}


def field_at(form: Form, place: Place) -> Field | None:
    """The field at `place`, or None where this form has no such place."""
    kind, *rest = place.parts
    match kind, rest:
        case "figure", [key]:
            figure = form.figures.get(key)
            return figure.field if figure else None
        case "narrative", [key]:
            section = form.section_by_key.get(key)
            printed = section is not None and Content.NARRATIVE in section.prints
            return form.records["narrative"]["text"] if printed else None
        case "report", [key]:
            return form.records["report"].get(key)
        case (("reason" | "carried"), [_, *_]):
            target = Place.of(*rest)
            known = target.kind not in ("reason", "carried") and (field_at(form, target) or label_at(form, target))
            return (_REASON if kind == "reason" else _CARRIED) if known else None
        case (("board" | "own" | "activity"), [_, key]):
            return form.records[kind].get(key)
        case "results", [row, key]:
            return form.records["results"].get(key) if row in form.rows and not form.rows[row].group else None
        case "checklist", [item, key]:
            return form.records["checklist"].get(key) if item in form.items else None
        case "rating", [group, key]:
            return form.records["rating"].get(key) if group in form.groups else None
        case "indicator", [name, key]:
            indicator = form.indicators.get(name)
            if indicator is None:
                return None
            return indicator.value if key == "value" else form.records["indicator"].get(key)
        case _:
            return None


def status_field(place: Place) -> Field | None:
    """What the history tells at `place` of the report itself; None for a place that people fill in."""
    return _STATUS.get(place)


def label_at(form: Form, place: Place) -> str:
    """What `place` is called: «Dân số», «Giáo dục pháp luật: Số lớp»; nothing where this form has no such place."""
    kind, *rest = place.parts
    field = field_at(form, place)
    if field is None and len(rest) > 1:
        return ""
    match kind, rest:
        case (("figure" | "report"), [_]):
            return field.label if field else ""
        case "narrative", [key]:
            return f"{form.section_by_key[key].name}: {field.label}" if field else ""
        case (("reason" | "carried"), [_, *_]):
            return f"{field.label}: {label_at(form, Place.of(*rest))}" if field else ""
        case (("board" | "own" | "activity"), [_, *_]):
            return f"{_ROW_LABELS[kind]}: {field.label}" if field else _ROW_LABELS[kind]
        case (("board" | "own" | "activity"), []):
            return _ROW_LABELS[kind]
        case (("results" | "checklist" | "rating" | "indicator"), [key, *_]):
            row = _row_label(form, kind, key)
            return f"{row}: {field.label}" if field and field.label != row else row
        case "results", []:
            return "Kết quả hoạt động"
        case _:
            return ""


def section_at(form: Form, place: Place) -> str | None:
    """The key of the section that asks for `place`; None for the report's own details and a centre's own items."""
    kind, *rest = place.parts
    if kind in ("reason", "carried") and rest:
        return section_at(form, Place.of(*rest))
    if kind in ("board", "results", "activity"):
        content = Content.BOARD if kind == "board" else Content.RESULTS
        return next((section.key for section in form.sections if content in section.prints), None)
    if not rest:
        return None
    key = rest[0]
    match kind:
        case "narrative":
            return key if key in form.section_by_key else None
        case "figure":
            return form.figures[key].section if key in form.figures else None
        case "checklist":
            return form.items[key].section if key in form.items else None
        case "rating":
            return form.groups[key].section if key in form.groups else None
        case "indicator":
            return form.indicators[key].section if key in form.indicators else None
        case _:
            return None


_ROW_LABELS = {
    "board": "Thành viên Ban Giám đốc",
    "own": "Nội dung tự đánh giá thêm",
    "activity": "Hoạt động",
}


def _row_label(form: Form, kind: str, key: str) -> str:
    match kind:
        case "results":
            return form.rows[key].label if key in form.rows else ""
        case "checklist":
            return form.items[key].label if key in form.items else ""
        case "rating":
            return form.groups[key].label if key in form.groups else ""
        case _:
            return form.indicators[key].label if key in form.indicators else ""
