"""A roll-up: who is in and who is not, and what those who are add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.measures import Choice, Measure, categories, choices, measures
from tthtcd_tui.report.rollup.total import Columns, Commune, Order, Total, counts, ordered, total
from tthtcd_tui.report.row import ReportRow
from tthtcd_tui.report.submitted import TOTAL_PARTICIPATIONS
from tthtcd_tui.text.periods import Period


class State(StrEnum):
    """How far a commune is; the value is told by `--json`."""

    IN = "in"
    APPROVED = "approved"
    RETURNED = "returned"
    REFUSED = "refused"
    MISSING = "missing"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        return _WORDS[self]

    @property
    def counts(self) -> bool:
        """Whether its numbers are added up."""
        return self in (State.IN, State.APPROVED)


_WORDS: Final = {
    State.IN: "đã nộp",
    State.APPROVED: "đã duyệt",
    State.RETURNED: "trả lại, chưa nộp lại",
    State.REFUSED: "tệp không nhận được",
    State.MISSING: "chưa nộp",
    State.UNKNOWN: "chưa rõ thuộc xã nào, chưa tính",
}


class Line(NamedTuple):
    """A commune in the list of who is in."""

    code: str
    name: str
    state: State
    version: int = 0
    on: date | None = None
    """The day it came."""
    is_late: bool = False
    reason: str = ""
    digest: str = ""
    """Of the file, where there is one."""
    commune: Commune | None = None
    """Its numbers, where they count."""

    def tree(self) -> dict[str, object]:
        """As data, without the numbers."""
        return {
            "code": self.code,
            "name": self.name,
            "state": self.state.value,
            "version": self.version or None,
            "received": self.on.isoformat() if self.on else None,
            "late": self.is_late,
            "reason": self.reason or None,
        }

    @property
    def is_expected(self) -> bool:
        """Whether it is a commune that should be in, and not a file that nobody can place."""
        return bool(self.code) and self.state is not State.UNKNOWN


@dataclass(frozen=True)
class Rollup:
    """All of a period below one unit."""

    form: Form
    period: Period
    unit: str
    """Name of the unit; nothing where all that was received is added up."""
    lines: tuple[Line, ...]
    """By name."""
    is_listed: bool
    """Whether a list of units says who should be in."""
    deadline: date | None = None
    weights: Mapping[Place, Measure] | None = None
    order: Order = Order.NAME
    by: Place = TOTAL_PARTICIPATIONS
    """By what the communes are put in order, and what is shown beside the results."""

    @cached_property
    def communes(self) -> tuple[Commune, ...]:
        """Those that are added up, in the order asked for."""
        found = [line.commune for line in self.lines if line.commune is not None]
        return tuple(ordered(found, self.order, self.measure(self.by)))

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        return measures(self.form)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        return choices(self.form)

    @cached_property
    def categories(self) -> tuple[ReportRow, ...]:
        return categories(self.form)

    def measure(self, place: Place) -> Measure:
        return next(measure for measure in self.measures if measure.place == place)

    def total(self, place: Place) -> Total:
        known = self._totals
        if place not in known:
            weight = (self.weights or {}).get(place)
            known[place] = total(self.communes, self.measure(place), weight, self._columns)
        return known[place]

    @cached_property
    def _columns(self) -> Columns:
        return Columns(self.communes, [measure.place for measure in self.measures])

    @cached_property
    def _totals(self) -> dict[Place, Total]:
        return {}

    def counts(self, choice: Choice) -> Mapping[str, int]:
        return counts(self.communes, choice)

    def having(self, *states: State) -> list[Line]:
        return [line for line in self.lines if line.state in states]

    @property
    def late(self) -> list[Line]:
        return [line for line in self.lines if line.is_late and line.is_expected]

    @property
    def expected(self) -> int:
        """How many communes there are, as far as that is known."""
        return sum(line.is_expected for line in self.lines)
