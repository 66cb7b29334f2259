"""The results table: classes without participations, and numbers that differ from the activity log."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.results import ResultRow, result_rows_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, ResultColumn
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.numbers import format_number

_UNITS = {CLASSES: "lớp", PARTICIPATIONS: "lượt người"}


def unpaired(context: Context) -> Iterator[Finding]:
    """A row with classes nobody came to, or with participations in no class. Found at the number that is 0 or Nil."""
    form, facts = context.form, context.facts
    for row in _rows(form):
        for some, none in ((CLASSES, PARTICIPATIONS), (PARTICIPATIONS, CLASSES)):
            answer = facts.result(row.key, none)
            count, other = _number(facts.result(row.key, some)), _number(answer)
            if count > 0 and other <= 0 and answer is not UNANSWERED:
                held = f"có {format_number(count)} {_UNITS[some]} nhưng {_told(answer)} {_UNITS[none]}"
                message = f"{row.label}: {held}. Sửa một trong hai số."
                yield error("unpaired", Place.of(PlaceKind.RESULTS, row.key, none), message)


def differs_from_log(context: Context) -> Iterator[Finding]:
    """A typed number that is not what the activities of the row add up to."""
    form, facts = context.form, context.facts
    for row in _rows(form):
        for column in ResultColumn:
            place = Place.of(PlaceKind.RESULTS, row.key, column)
            typed, logged = facts.at(place), facts.logged(row.key, column)
            if typed is not UNANSWERED and logged is not None and _number(typed) != logged:
                yield warning(
                    "differs_from_log",
                    place,
                    f"{label_at(form, place)}: đã nhập {_told(typed)}, nhật ký hoạt động cộng được"
                    f" {format_number(logged)}. Sửa số liệu hoặc nhật ký, hoặc ghi lý do.",
                )


def _rows(form: Form) -> list[ResultRow]:
    """Those that hold numbers."""
    return [row for row in result_rows_of(form).values() if not row.group]


def _number(answer: Answer) -> Decimal:
    return answer.number if isinstance(answer, Quantity) else Decimal(0)


def _told(answer: Answer) -> str:
    return format_number(answer.number) if isinstance(answer, Quantity) else "không có"
