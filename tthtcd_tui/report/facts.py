"""Facts: one year of one centre as one frozen value. Totals and percentages are computed from it, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum, auto
from functools import cached_property
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity, LogSum
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.periods import Period


class ResultColumn(StrEnum):
    """The numbers of a results row."""

    CLASSES = "classes"
    PARTICIPATIONS = "participations"


CLASSES: Final = ResultColumn.CLASSES
PARTICIPATIONS: Final = ResultColumn.PARTICIPATIONS


class Source(Enum):
    """Where a results row's number comes from: the typed one if there is one, else the log's sum."""

    TYPED = auto()
    LOG = auto()
    NONE = auto()


class Centre(NamedTuple):
    """Who reports. `code` is a short name for commands and files; `name` is for lists, the report has its own."""

    code: str
    name: str


class BoardMember(NamedTuple):
    uid: str
    role: str
    name: str
    duty: str
    order: int


class OwnItem(NamedTuple):
    """An item a centre added to a section of its own accord."""

    uid: str
    section: str
    label: str
    order: int


class EvidenceItem(NamedTuple):
    """A document of the register of evidence."""

    uid: str
    code: str
    title: str
    order: int


class Summed(NamedTuple):
    """The centres whose years were added up (`report/summed`)."""

    centres: tuple[str, ...]
    """Their names."""
    lacking: tuple[str, ...] = ()
    """The names of those that have no such year, so that nothing could be added up."""


@dataclass(frozen=True)
class Facts:
    """One year: the answers by Place (a Place not in `answers` is Unanswered), totals and shares.

    `log` holds the sums of the activity log by results row, so that the report can be composed without its rows.
    """

    centre: Centre
    form: str
    form_version: int
    period: Period
    answers: Mapping[Place, Answer] = field(default_factory=dict)
    log: Mapping[str, LogSum] = field(default_factory=dict)
    defaults: frozenset[Place] = frozenset()
    """Places whose answer is the form's text, which nobody has edited: it is not stored, and follows the year."""
    summed: Summed | None = None
    """Where these are the sums of several centres' years: which centres."""

    def __post_init__(self) -> None:
        answered = {place: answer for place, answer in self.answers.items() if answer is not UNANSWERED}
        object.__setattr__(self, "answers", MappingProxyType(answered))
        object.__setattr__(self, "log", MappingProxyType(dict(self.log)))

    def at(self, *parts: str) -> Answer:
        """The answer at the Place these parts make."""
        return self.answers.get(Place("/".join(parts)), UNANSWERED)

    def text_at(self, *parts: str) -> str:
        """The line of text there; empty for anything else."""
        answer = self.at(*parts)
        return answer if isinstance(answer, str) else ""

    def lines_at(self, *parts: str) -> tuple[str, ...]:
        """The lines or paragraphs there; an empty tuple for anything else."""
        answer = self.at(*parts)
        return answer if isinstance(answer, tuple) else ()

    def date_at(self, *parts: str) -> date | None:
        answer = self.at(*parts)
        return answer if isinstance(answer, date) else None

    def stored(self) -> Facts:
        """These facts without the default texts."""
        if not self.defaults:
            return self
        kept = {place: answer for place, answer in self.answers.items() if place not in self.defaults}
        return replace(self, answers=kept, defaults=frozenset())

    def edited(self, edits: Iterable[Edit]) -> Facts:
        """These facts with `edits` of answers made, in order. Activities are the log's: they are passed over."""
        answers, edits = self._copied(), tuple(edits)
        for edit in edits:
            if edit.place.kind == PlaceKind.ACTIVITY or isinstance(edit.after, Activity):
                continue
            if edit.after is UNANSWERED:
                answers.pop(edit.place, None)
            else:
                answers[edit.place] = edit.after
        defaults = self.defaults.difference(edit.place for edit in edits) if self.defaults else self.defaults
        return self._with(MappingProxyType(answers), defaults)

    def _copied(self) -> dict[Place, Answer]:
        """A mutable copy of the answers. `dict` of the mapping proxy would be slow: it asks for key by key."""
        return self.answers.copy() if isinstance(self.answers, MappingProxyType) else dict(self.answers)

    def _with(self, answers: Mapping[Place, Answer], defaults: frozenset[Place]) -> Facts:
        """A copy with other `answers`, none of them Unanswered, without checking each: every saved cell makes one."""
        made = object.__new__(Facts)
        vars(made).update(zip(_FIELDS, _values(vars(self)), strict=True), answers=answers, defaults=defaults)
        return made

    # -- results ------------------------------------------------------------------------------------------------------

    def result(self, row: str, column: str) -> Answer:
        """The number in a row's CLASSES or PARTICIPATIONS: the typed one, else the log's sum, else Unanswered."""
        known = self._known_results.get((row, column))
        if known is None:
            known = self._known_results[row, column] = self._result(row, column)
        return known

    @cached_property
    def _known_results(self) -> dict[tuple[str, str], Answer]:
        """Cache of `result`: rules ask for each number a dozen times after every change."""
        return {}

    def _result(self, row: str, column: str) -> Answer:
        typed = self.at(PlaceKind.RESULTS, row, column)
        if typed is not UNANSWERED:
            return typed
        summed = self.logged(row, column)
        return UNANSWERED if summed is None else Quantity(Decimal(summed))

    def logged(self, row: str, column: str) -> int | None:
        """What the activity log adds up to for a row, or None where it says nothing."""
        sums = self.log.get(row)
        if sums is None:
            return None
        return sums.classes if column == CLASSES else sums.participations

    def source(self, row: str, column: str) -> Source:
        if self.at(PlaceKind.RESULTS, row, column) is not UNANSWERED:
            return Source.TYPED
        return Source.NONE if self.logged(row, column) is None else Source.LOG

    def total(self, column: str) -> Answer:
        """TỔNG of a column. A row answered «không có» adds nothing; Unanswered while no row is answered."""
        return self._totals[column]

    @cached_property
    def _totals(self) -> Mapping[str, Answer]:
        return {column: self._total(column) for column in ResultColumn}

    def _total(self, column: str) -> Answer:
        answers = [self.result(row, column) for row in self._result_rows]
        numbers = [answer.number for answer in answers if isinstance(answer, Quantity)]
        if not numbers and all(answer is UNANSWERED for answer in answers):
            return UNANSWERED
        return Quantity(sum(numbers, Decimal(0)))

    def share(self, row: str, column: str) -> Decimal | None:
        """A row's part of the total, in per cent from 0 to 100, exact; None without numbers to compare."""
        number, total = self.result(row, column), self.total(column)
        if not isinstance(number, Quantity) or not isinstance(total, Quantity) or not total.number:
            return None
        return number.number * 100 / total.number

    @cached_property
    def _result_rows(self) -> tuple[str, ...]:
        return tuple(sorted(self._uids(PlaceKind.RESULTS) | set(self.log)))

    # -- records ------------------------------------------------------------------------------------------------------

    @cached_property
    def board(self) -> tuple[BoardMember, ...]:
        """The members in their order. A member is there while anything at all is answered about them."""
        kind = PlaceKind.BOARD
        members = [
            BoardMember(
                uid,
                self.text_at(kind, uid, "role"),
                self.text_at(kind, uid, "name"),
                self.text_at(kind, uid, "duty"),
                self._order(kind, uid),
            )
            for uid in self._uids(kind)
        ]
        return tuple(sorted(members, key=lambda member: (member.order, member.uid)))

    @cached_property
    def own_items(self) -> tuple[OwnItem, ...]:
        kind = PlaceKind.OWN
        items = [
            OwnItem(uid, self.text_at(kind, uid, "section"), self.text_at(kind, uid, "label"), self._order(kind, uid))
            for uid in self._uids(kind)
        ]
        return tuple(sorted(items, key=lambda item: (item.order, item.uid)))

    @cached_property
    def evidence(self) -> tuple[EvidenceItem, ...]:
        """The register of evidence in its order."""
        kind = PlaceKind.EVIDENCE
        items = [
            EvidenceItem(uid, self.text_at(kind, uid, "code"), self.text_at(kind, uid, "title"), self._order(kind, uid))
            for uid in self._uids(kind)
        ]
        return tuple(sorted(items, key=lambda item: (item.order, item.uid)))

    def _uids(self, kind: str) -> set[str]:
        start = f"{kind}/"
        return {place.split("/", 2)[1] for place in self.answers if place.startswith(start)}

    def _order(self, kind: str, uid: str) -> int:
        """The sort key of a record in its list; one without a position comes last."""
        answer = self.at(kind, uid, "order")
        return int(answer.number) if isinstance(answer, Quantity) else 10**15

    # -- marks --------------------------------------------------------------------------------------------------------

    def reason(self, place: Place) -> str:
        """The centre's explanation (giải trình) of a place that looks wrong; empty where there is none."""
        return self.text_at(PlaceKind.REASON, place)

    def carried_from(self, place: Place) -> str:
        """The label of the period that `place` was copied from while nobody has reviewed it; else empty."""
        return self.text_at(PlaceKind.CARRIED, place)


_FIELDS: Final = tuple(each.name for each in fields(Facts))
_values: Final = itemgetter(*_FIELDS)
