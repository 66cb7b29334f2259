"""TableMaterial: the data from which the tables of a year are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import DATE, ISSUER
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import ReportRows, rows
from tthtcd_tui.report.writer import Writer


class HistoryRow(NamedTuple):
    """One place of one change, in words; `at` as the clock in Viet Nam says."""

    at: datetime
    user: str
    place: str
    label: str
    before: str
    after: str
    revision: int
    is_undo: bool


@dataclass(frozen=True)
class TableMaterial:
    """A year, and data that only some tables need: the history, findings, the year before."""

    form: Form
    report: ReportData
    read_findings: Callable[[], tuple[Finding, ...]] = tuple
    read_previous: Callable[[], Facts | None] = lambda: None
    read_history: Callable[[], tuple[HistoryRow, ...]] = tuple

    @property
    def facts(self) -> Facts:
        return self.report.facts

    @property
    def log(self) -> ActivityLog:
        return self.report.log

    @property
    def author(self) -> str:
        """The centre, as the report calls it."""
        return self.facts.text_at(ISSUER) or self.facts.centre.name

    @property
    def title(self) -> str:
        return f"{self.author} – {self.facts.period.title}"

    @property
    def dated(self) -> date:
        """The date of issue, else the period's last day: the only date in a file's properties."""
        return self.facts.date_at(DATE) or self.facts.period.end

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return self.read_findings()

    @cached_property
    def previous(self) -> Facts | None:
        return self.read_previous()

    @cached_property
    def history(self) -> tuple[HistoryRow, ...]:
        return self.read_history()

    @cached_property
    def rows(self) -> ReportRows:
        return rows(self.form, self.facts)

    @cached_property
    def _writer(self) -> Writer:
        return Writer(self.form, self.facts, self.rows)

    def prose(self, place: Place) -> str:
        """The paragraphs there as they read, their links filled in."""
        return "\n".join(plain(self._writer.fill(line, place)) for line in self.facts.lines_at(place))
