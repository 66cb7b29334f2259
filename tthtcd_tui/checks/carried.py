"""What was copied from an older report and nobody has looked at since."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import NOT_REVIEWED, Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.problem import quoted


def not_reviewed(form: Form, facts: Facts) -> Iterator[Finding]:
    """Each place that still bears its mark «chép từ năm trước, chưa rà soát»."""
    for mark in facts.answers:
        if mark.kind != "carried":
            continue
        place = Place(mark.partition("/")[2])
        label, period = label_at(form, place), facts.carried_from(place)
        if label and period:
            message = f"{label}: chép từ kỳ {quoted(period)}, chưa rà soát. Xem lại rồi xác nhận, hoặc sửa."
            yield warning(NOT_REVIEWED, place, message)
