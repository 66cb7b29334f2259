"""What is written to those who have not handed in: a few paragraphs to be copied into an e-mail or a message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tthtcd_tui.report.rollup.rollup import Line, State
from tthtcd_tui.report.units import Units
from tthtcd_tui.tasks.years.deadline import deadline
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import Period

_MOST_NAMED: Final = 150
"""Communes called by name; of more, in several provinces, the provinces are, each with how many."""


def lacking(lines: Sequence[Line]) -> list[Line]:
    """Those that should be in and are not."""
    return [line for line in lines if line.is_expected and not line.state.counts]


def reminder(period: Period, lines: Sequence[Line], due: date | None, today: date, units: Units) -> list[str]:
    """Its paragraphs; none where nobody has to be reminded. `due` is by when they have to hand in."""
    found = lacking(lines)
    if not found:
        return []
    left = deadline(due, today)
    when = f" Hạn nộp {format_date(left.day)} ({left.in_short})." if left else ""
    returned = [line for line in found if line.state is State.RETURNED]
    others = [line for line in found if line.state is not State.RETURNED]
    return [
        f"Nhắc nộp báo cáo {period.title}.{when}",
        *_named(others, "chưa nộp", units),
        *_named(returned, "được trả lại, chưa nộp lại", units),
        "Đề nghị các trung tâm hoàn thành, chốt và nộp báo cáo. Trung tâm nào vừa nộp xin bỏ qua lời nhắc này.",
    ]


def _named(lines: Sequence[Line], what: str, units: Units) -> Iterator[str]:
    if lines:
        names = "; ".join(_names(lines, units))
        yield f"{format_number(len(lines))} đơn vị {what}: {names}."


def _names(lines: Sequence[Line], units: Units) -> list[str]:
    above = Counter(units.by_code[line.code].parent for line in lines if line.code in units.by_code)
    if len(lines) <= _MOST_NAMED or len(above) < 2:
        return [line.name for line in lines]
    return [f"{units.by_code[code].name} ({count})" for code, count in above.items() if code in units.by_code]
