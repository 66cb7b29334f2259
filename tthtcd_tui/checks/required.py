"""What must be filled in and is not."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.wording import error
from tthtcd_tui.forms.model import Form, Kind
from tthtcd_tui.report.completeness import Requirement, requirements
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.finding import MISSING, Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.problem import quoted

_WHOLE_TABLES = {
    Place("board"): "chưa có ai. Thêm Giám đốc và các thành viên.",
    Place("results"): "chưa tính được, bảng kết quả còn trống. Nhập số lớp và số lượt người tham gia.",
}
_NUMBER = "Nhập số, hoặc gõ - nếu không có."
_NEXT = {
    Kind.WHOLE: _NUMBER,
    Kind.DECIMAL: _NUMBER,
    Kind.PERCENT: _NUMBER,
    Kind.MONEY: _NUMBER,
    Kind.CHOICE: "Chọn một mục trong danh sách.",
    Kind.CHOICES: "Chọn các mục đúng với địa phương, hoặc gõ - nếu không có.",
    Kind.DATE: "Nhập ngày, ví dụ 5/6/2021.",
}


def missing(form: Form, facts: Facts) -> Iterator[Finding]:
    """A required figure, row or item with a place still unanswered: one error each, however many places it lacks."""
    for requirement in requirements(form, facts):
        if requirement.missing:
            place = requirement.missing[0]
            label = quoted(requirement.label) if place.kind == "own" else requirement.label
            yield error(MISSING, place, f"{label}: {_lacking(form, requirement)}")


def _lacking(form: Form, requirement: Requirement) -> str:
    """Which of its cells, by the names they bear on screen, and what to do next."""
    places = requirement.missing
    if places[0] in _WHOLE_TABLES:
        return _WHOLE_TABLES[places[0]]
    fields = [field for place in places if (field := field_at(form, place))]
    cells = len(places[0].parts) > 2
    names = ", ".join(f"“{field.label}”" for field in fields if cells and field.label != requirement.label)
    what = f"chưa nhập {names}." if names else "chưa nhập."
    return f"{what} {_NEXT.get(fields[0].kind, 'Nhập nội dung.') if len(fields) == 1 else 'Nhập đủ các ô này.'}"
