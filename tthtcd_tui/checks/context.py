"""Context: what a rule may read: form, this year, the year before, the centre's former names, the activity log."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Final, Protocol

from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.facts import Facts


class Log(Protocol):
    """An activity log that is read only where a rule asks."""

    def all(self) -> Iterable[Activity]:
        """Every activity, by day."""

    def on_days_of(self, uids: Collection[str]) -> Iterable[Activity]:
        """Those held on the days of the activities called so, by day."""


class LoadedLog:
    """A log that is there as a whole: that of a JSON file, or of an export."""

    def __init__(self, log: ActivityLog | None = None) -> None:
        self.log: Final = log or ActivityLog()

    def all(self) -> Iterable[Activity]:
        return self.log.activities

    def on_days_of(self, uids: Collection[str]) -> Iterable[Activity]:
        days = {activity.date for activity in self.log.activities if activity.uid in uids}
        return (activity for activity in self.log.activities if activity.date in days)


class Context:
    """One year as rules see it. Data that few rules need are read on demand, once."""

    def __init__(
        self,
        form: Form,
        facts: Facts,
        read_before: Callable[[], Facts | None] = lambda: None,
        read_names: Callable[[], tuple[str, ...]] = tuple,
        log: Log | None = None,
        read_earlier: Callable[[], Sequence[Facts]] = tuple,
    ) -> None:
        """`read_earlier` reads the years before that one compares with, the last of them `before`."""
        self.form: Final = form
        self.facts: Final = facts
        self.log: Final[Log] = LoadedLog() if log is None else log
        self.read_earlier: Final = read_earlier
        self._read_before = read_before
        self._read_names = read_names

    @cached_property
    def before(self) -> Facts | None:
        """The year before, to compare with; None where there is none."""
        return self._read_before()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the centre and its commune were called in its other years, as far as they are stored."""
        return self._read_names()

    def comparing(self, years: Sequence[Facts]) -> Context:
        """The same year, compared with these."""
        return Context(self.form, self.facts, self._read_before, self._read_names, self.log, lambda: years)

    def load(self) -> None:
        """Read everything but the log now, before the context is used in another thread."""
        _ = self.before, self.names

    @classmethod
    def of(cls, form: Form, facts: Facts, log: ActivityLog | None = None, before: Facts | None = None) -> Context:
        """A context of data already in memory."""
        return cls(form, facts, lambda: before, log=LoadedLog(log or ActivityLog()))
