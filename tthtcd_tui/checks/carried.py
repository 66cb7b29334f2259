"""Places copied from an older report and not reviewed since."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import NOT_REVIEWED, Finding
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.text.problem import quoted


def not_reviewed(context: Context) -> Iterator[Finding]:
    """Each place that still bears its mark «chép từ năm trước, chưa rà soát»."""
    form, facts = context.form, context.facts
    for mark in facts.answers:
        if mark.kind != PlaceKind.CARRIED:
            continue
        place = mark.subject
        label, period = label_at(form, place), facts.carried_from(place)
        if label and period:
            message = f"{label}: chép từ kỳ {quoted(period)}, chưa rà soát. Xem lại rồi xác nhận, hoặc sửa."
            yield warning(NOT_REVIEWED, place, message)
