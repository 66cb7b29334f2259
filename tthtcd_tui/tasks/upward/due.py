"""The deadline of a period, and who has not met it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tthtcd_tui.register.register import Register, now
from tthtcd_tui.register.standing import EventKind
from tthtcd_tui.report.rollup.rollup import Line
from tthtcd_tui.text.periods import Period


def set_deadline(register: Register, period: Period, day: date, user: str) -> None:
    """The day by which reports of that period have to be in, from now on. Raises FileProblem."""
    with register.locked():
        told = {"event": EventKind.DEADLINE.value, "day": day.isoformat(), "at": now(), "by": user}
        register.add(period, [told])


def late_or_missing(lines: Iterable[Line]) -> list[Line]:
    """Those that are not in, or came late."""
    return [line for line in lines if not line.state.counts or line.is_late]
