"""The deadline of a report, and the days left."""

from __future__ import annotations

from datetime import date
from typing import Final

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.details import DUE

_SOON: Final = 7


class Deadline(NamedTuple):
    """The day a draft is due, and the days left, negative once it has passed."""

    day: date
    left: int

    @property
    def is_over(self) -> bool:
        return self.left < 0

    @property
    def is_soon(self) -> bool:
        return self.left <= _SOON

    @property
    def words(self) -> str:
        """«còn 12 ngày đến 10/6», «quá hạn 3 ngày»."""
        if self.is_over:
            return f"quá hạn {-self.left} ngày"
        return f"còn {self.left} ngày đến {self.day.day}/{self.day.month}" if self.left else "hạn nộp là hôm nay"

    @property
    def in_short(self) -> str:
        """«còn 12 ngày», for where there is little room."""
        return f"còn {self.left} ngày" if self.left > 0 else "hôm nay" if not self.left else self.words


def deadline(due: date | None, today: date) -> Deadline | None:
    return Deadline(due, (due - today).days) if due else None


def nearest(own: date | None, above: date | None, today: date) -> Deadline | None:
    """The deadline that counts: the earlier of the report's own and the one set from above."""
    return deadline(min(filter(None, (own, above)), default=None), today)


def own_day(facts: Facts) -> date | None:
    """The report's own deadline, if it has one."""
    answer: Answer = facts.at(DUE)
    return answer if isinstance(answer, date) else None
