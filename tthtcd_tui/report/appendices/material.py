"""Material: the data that appendices need beside the year itself, read only when one is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.facts import Facts


def _not_given() -> ActivityLog:
    raise LookupError("an appendix was written without what it is made of")


@dataclass(frozen=True)
class Material:
    """The activity log of the year's snapshot, and the years before. Both may be long, so they are read on demand."""

    read_log: Callable[[], ActivityLog] = _not_given
    read_earlier: Callable[[], Sequence[Facts]] = tuple
    """The years before, to compare with."""

    @cached_property
    def log(self) -> ActivityLog:
        return self.read_log()

    @cached_property
    def earlier(self) -> Sequence[Facts]:
        return self.read_earlier()

    @classmethod
    def of(cls, log: ActivityLog) -> Material:
        """Material with a log that has been read already."""
        return cls(lambda: log)
