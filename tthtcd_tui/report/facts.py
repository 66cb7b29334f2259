"""Facts: one year of one centre as one frozen value. Totals and percentages are computed from it, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.report.activity import Activity, LogSum
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period

CLASSES = "classes"
PARTICIPATIONS = "participations"


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


@dataclass(frozen=True)
class Facts:
    """What is answered, by Place; what is not in `answers` is Unanswered.

    `log` holds the sums of the activity log by results row, so that the report can be composed without its rows.
    """

    centre: Centre
    form: str
    form_version: int
    period: Period
    answers: Mapping[Place, Answer] = field(default_factory=dict)
    log: Mapping[str, LogSum] = field(default_factory=dict)

    def __post_init__(self) -> None:
        answered = {place: answer for place, answer in self.answers.items() if answer is not UNANSWERED}
        object.__setattr__(self, "answers", MappingProxyType(answered))
        object.__setattr__(self, "log", MappingProxyType(dict(self.log)))

    def at(self, *parts: str) -> Answer:
        """The answer at the Place these parts make."""
        return self.answers.get(Place.of(*parts), UNANSWERED)

    def text_at(self, *parts: str) -> str:
        """The line of text there, or nothing."""
        answer = self.at(*parts)
        return answer if isinstance(answer, str) else ""

    def lines_at(self, *parts: str) -> tuple[str, ...]:
        """The lines or paragraphs there, or none."""
        answer = self.at(*parts)
        return answer if isinstance(answer, tuple) else ()

    def date_at(self, *parts: str) -> date | None:
        answer = self.at(*parts)
        return answer if isinstance(answer, date) else None

    def edited(self, edits: Iterable[Edit]) -> Facts:
        """These facts with `edits` of answers made, in order. Activities are the log's: they are passed over."""
        answers = dict(self.answers)
        for edit in edits:
            if edit.place.kind != "activity" and not isinstance(edit.after, Activity):
                answers[edit.place] = edit.after
        return replace(self, answers=answers)

    # -- results ------------------------------------------------------------------------------------------------------

    def result(self, row: str, column: str) -> Answer:
        """The number in a row's CLASSES or PARTICIPATIONS: the typed one, else the log's sum, else Unanswered."""
        typed = self.at("results", row, column)
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
        if self.at("results", row, column) is not UNANSWERED:
            return Source.TYPED
        return Source.NONE if self.logged(row, column) is None else Source.LOG

    def total(self, column: str) -> Answer:
        """TỔNG of a column. A row answered «không có» adds nothing; Unanswered while no row is answered."""
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
        typed = {place.parts[1] for place in self.answers if place.kind == "results"}
        return tuple(sorted(typed | set(self.log)))

    # -- records ------------------------------------------------------------------------------------------------------

    @cached_property
    def board(self) -> tuple[BoardMember, ...]:
        """The members in their order. A member is there while anything at all is answered about them."""
        members = [
            BoardMember(
                uid,
                self.text_at("board", uid, "role"),
                self.text_at("board", uid, "name"),
                self.text_at("board", uid, "duty"),
                self._order("board", uid),
            )
            for uid in self._uids("board")
        ]
        return tuple(sorted(members, key=lambda member: (member.order, member.uid)))

    @cached_property
    def own_items(self) -> tuple[OwnItem, ...]:
        items = [
            OwnItem(
                uid,
                self.text_at("own", uid, "section"),
                self.text_at("own", uid, "label"),
                self._order("own", uid),
            )
            for uid in self._uids("own")
        ]
        return tuple(sorted(items, key=lambda item: (item.order, item.uid)))

    def _uids(self, kind: str) -> set[str]:
        return {place.parts[1] for place in self.answers if place.kind == kind}

    def _order(self, kind: str, uid: str) -> int:
        """The place in a list; what has none stands last."""
        answer = self.at(kind, uid, "order")
        return int(answer.number) if isinstance(answer, Quantity) else 10**15

    # -- marks --------------------------------------------------------------------------------------------------------

    def reason(self, place: Place) -> str:
        """Why a figure that looks wrong is right (giải trình), in the centre's words, or nothing."""
        return self.text_at("reason", place)

    def carried_from(self, place: Place) -> str:
        """The label of the period this was copied from and not yet reviewed since, or nothing."""
        return self.text_at("carried", place)
