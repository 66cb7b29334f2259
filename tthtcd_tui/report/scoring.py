"""Results of a scoring sheet: points and maximum of any part of it, per cent, class, and what the next class takes.

Nothing of it is stored. «Không áp dụng» takes a criterion out of the maximum; «không có» gives it 0 points; one that is
not scored yet counts 0 points and stays in the maximum. All arithmetic is exact Decimal; no class takes a division.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.score import Criterion, Score, ScoreClass
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.numbers import format_number

_HUNDREDTH: Final = Decimal("0.01")


class Scorer(StrEnum):
    """Who gives the points; each has a column."""

    OWN = "own"
    SUPERIOR = "superior"


class Points(NamedTuple):
    """The points of a criterion, a group or a whole sheet."""

    given: Decimal
    maximum: Decimal
    """Of what applies."""
    scored: int
    """How many of the criteria in it have an answer."""
    unscored: tuple[Criterion, ...]
    """Those that have none."""

    @property
    def is_begun(self) -> bool:
        return self.scored > 0

    @property
    def applies(self) -> bool:
        return self.maximum > 0

    @property
    def is_complete(self) -> bool:
        """Whether it can be given a class: everything is scored, and something applies."""
        return self.applies and not self.unscored

    def reaches(self, share: Decimal) -> bool:
        """Whether it is at least that many per cent of the maximum."""
        return self.given * 100 >= share * self.maximum


class Shortfall(NamedTuple):
    """What is lacking for the class above."""

    wanted: ScoreClass
    points: Decimal
    """How many more the total takes; 0 where it is enough."""
    weak: tuple[tuple[Criterion, Decimal, Decimal], ...]
    """Criteria below the least of the class: what each must reach, and what it has."""


def place_of(criterion: Criterion, scorer: Scorer) -> Place:
    return Place.of(PlaceKind.SCORE, criterion.key, scorer)


def answer_of(facts: Facts, criterion: Criterion, scorer: Scorer) -> Answer:
    """The score given. Where a superior gives none, a centre's «không áp dụng» holds."""
    answer = facts.at(place_of(criterion, scorer))
    if answer is UNANSWERED and scorer is Scorer.SUPERIOR:
        own = facts.at(place_of(criterion, Scorer.OWN))
        return NOT_APPLICABLE if own is NOT_APPLICABLE else UNANSWERED
    return answer


def points_of(facts: Facts, score: Score, scorer: Scorer, key: str = "") -> Points:
    """The points of the group or criterion `key`; of the whole sheet if empty."""
    given = maximum = Decimal(0)
    scored = 0
    unscored: list[Criterion] = []
    for criterion in score.within(key):
        answer = answer_of(facts, criterion, scorer)
        if answer is NOT_APPLICABLE:
            scored += facts.at(place_of(criterion, scorer)) is NOT_APPLICABLE
            continue
        maximum += criterion.maximum
        if isinstance(answer, Quantity):
            given += answer.number
        if isinstance(answer, Quantity) or answer is NIL:
            scored += 1
        else:
            unscored.append(criterion)
    return Points(given, maximum, scored, tuple(unscored))


def class_of(facts: Facts, score: Score, scorer: Scorer) -> ScoreClass | None:
    """The best class whose conditions all hold; None while something is not scored, or nothing applies."""
    if not points_of(facts, score, scorer).is_complete:
        return None
    return next(each for each in score.classes if _holds(facts, score, scorer, each))


def shortfall(facts: Facts, score: Score, scorer: Scorer) -> Shortfall | None:
    """What the class above takes; None for the best class, or while there is no class yet."""
    found = class_of(facts, score, scorer)
    at = score.classes.index(found) if found else 0
    if not at:
        return None
    wanted = score.classes[at - 1]
    whole = points_of(facts, score, scorer)
    weak = tuple(
        (criterion, _ceiling(wanted.each_least * points.maximum / 100, score.step), points.given)
        for criterion, points in _below(facts, score, scorer, wanted.each_least)
    )
    needed = _ceiling(wanted.least * whole.maximum / 100, score.step)
    return Shortfall(wanted, max(needed - whole.given, Decimal(0)), weak)


def _holds(facts: Facts, score: Score, scorer: Scorer, wanted: ScoreClass) -> bool:
    reached = points_of(facts, score, scorer).reaches(wanted.least)
    return reached and not any(_below(facts, score, scorer, wanted.each_least))


def _below(facts: Facts, score: Score, scorer: Scorer, share: Decimal) -> Iterator[tuple[Criterion, Points]]:
    """The criteria that apply and do not reach so many per cent of their maximum."""
    for criterion in score.whole_criteria if share else ():
        points = points_of(facts, score, scorer, criterion.key)
        if not points.reaches(share):
            yield criterion, points


def _ceiling(points: Decimal, step: Decimal) -> Decimal:
    """The least multiple of `step` that is no less."""
    times, rest = divmod(points, step)
    return (times + bool(rest)) * step


# -- in words ---------------------------------------------------------------------------------------------------------


def percent_text(points: Points) -> str:
    """«90,25%»; nothing where nothing applies."""
    if not points.applies:
        return ""
    return f"{format_number((points.given * 100 / points.maximum).quantize(_HUNDREDTH, ROUND_HALF_UP))}%"


def what_is_missing(facts: Facts, score: Score, scorer: Scorer) -> str:
    """What the next class takes, as a Vietnamese sentence; empty for the best class, or where nothing is scored."""
    whole = points_of(facts, score, scorer)
    if not whole.is_begun:
        return ""
    if whole.unscored:
        return f"Còn {len(whole.unscored)} tiêu chí chưa chấm, chưa xếp loại được."
    short = shortfall(facts, score, scorer)
    if short is None:
        return ""
    told = [f"cần thêm {format_number(short.points)} điểm"] if short.points else []
    told += [
        f"tiêu chí {_called(criterion)} phải đạt từ {format_number(least)} điểm (đang {format_number(given)})"
        for criterion, least, given in short.weak
    ]
    return f"Để xếp loại “{short.wanted.label}”: {'; '.join(told)}."


def _called(criterion: Criterion) -> str:
    return f"{criterion.marker} “{criterion.label}”" if criterion.marker else f"“{criterion.label}”"
