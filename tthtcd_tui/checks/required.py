"""Required places that are not filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error
from tthtcd_tui.forms.model import FieldType
from tthtcd_tui.report.fields import days_of
from tthtcd_tui.report.finding import MISSING, Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import ReportRow
from tthtcd_tui.report.rows import rows
from tthtcd_tui.text.dates import example_day
from tthtcd_tui.text.periods import Period
from tthtcd_tui.text.problem import quoted

_NUMBER = "Nhập số, hoặc gõ - nếu không có."
_NEXT = {
    FieldType.WHOLE: _NUMBER,
    FieldType.DECIMAL: _NUMBER,
    FieldType.PERCENT: _NUMBER,
    FieldType.MONEY: _NUMBER,
    FieldType.CHOICE: "Chọn một mục trong danh sách.",
    FieldType.CHOICES: "Chọn các mục đúng với địa phương, hoặc gõ - nếu không có.",
}


def missing(context: Context) -> Iterator[Finding]:
    """A required figure, row or item with a place still unanswered: one error each, however many places it lacks."""
    for row, requirement in rows(context.form, context.facts).required():
        if requirement.missing:
            label = quoted(row.label) if row.is_named_by_centre else row.label
            lacking = _lacking(row, requirement.missing, context.facts.period)
            yield error(MISSING, requirement.missing[0], f"{label}: {lacking}")


def _lacking(row: ReportRow, places: Sequence[Place], period: Period) -> str:
    """The message: which cells of the row are missing, by their labels on screen, and what to do next."""
    fields = [cell.field for cell in row.cells if cell.place in places]
    if not any(cell.place == places[0] for cell in row.cells):
        return row.advice
    names = ", ".join(f"“{field.label}”" for field in fields if len(row.cells) > 1 and field.label != row.label)
    what = f"chưa nhập {names}." if names else "chưa nhập."
    return f"{what} {_next(fields[0].kind, places[0], period) if len(fields) == 1 else 'Nhập đủ các ô này.'}"


def _next(kind: FieldType, place: Place, period: Period) -> str:
    if kind is FieldType.DATE:
        return f"Nhập ngày, ví dụ {example_day(days_of(period, place))}."
    return _NEXT.get(kind, "Nhập nội dung.")
