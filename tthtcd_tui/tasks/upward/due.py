"""The deadline of a period, and who has not met it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.register.register import Register, now
from tthtcd_tui.register.standing import EventKind
from tthtcd_tui.report.rollup.rollup import Line
from tthtcd_tui.tasks.upward.shared import Shared
from tthtcd_tui.text.dates import DayRead, format_date, read_day
from tthtcd_tui.text.periods import Period


def due_day(raw: str, period: Period) -> DayRead:
    """The day typed; without its year, in the one that a report of `period` is issued in.

    Raises TextProblem, also for a day before the period begins.
    """
    found = read_day(raw, period.issue_days)
    refuse_too_early(found.day, period)
    return found


def refuse_too_early(day: date, period: Period) -> None:
    """Raises TextProblem for a deadline that was over before there was anything to report."""
    if day < period.start:
        begins = format_date(period.start)
        raise TextProblem(
            f"Hạn nộp {format_date(day)} trước ngày bắt đầu của {period.title} ({begins}). Hãy kiểm tra lại năm."
        )


def may_set_deadline(source: Register | Shared) -> bool:
    """Whether whoever looks may say by when it has to be in: a register of mail has no rights to ask for."""
    if isinstance(source, Shared):
        return bool(source.top) or source.store.rights.directs_all()
    return source.is_there


def set_deadline(source: Register | Shared, period: Period, day: date, user: str) -> None:
    """The day by which reports of that period have to be in, from now on; who said so stays.

    Raises TextProblem, NotAllowed, FileProblem.
    """
    refuse_too_early(day, period)
    if isinstance(source, Shared):
        source.store.verdicts.set_deadline(period, day)
        return
    _set_in_register(source, period, day, user)


def _set_in_register(register: Register, period: Period, day: date, user: str) -> None:
    with register.locked():
        told = {"event": EventKind.DEADLINE.value, "day": day.isoformat(), "at": now(), "by": user}
        register.add(period, [told])


def late_or_missing(lines: Iterable[Line]) -> list[Line]:
    """Those that are not in, or came late."""
    return [line for line in lines if not line.state.counts or line.is_late]
