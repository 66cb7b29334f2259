"""Scores: more than there is to be had, a fraction that is not given, and two that differ without a word why."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.kinds.score import Criterion, Score, criteria_of
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.score import DIFFERENCE, number_of
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.scoring import Scorer, place_of
from tthtcd_tui.text.numbers import format_number


def score_beyond_maximum(context: Context) -> Iterator[Finding]:
    """More points than the criterion has."""
    for _, criterion, place, given in _given(context):
        if given.number > criterion.maximum:
            yield error(
                "score_beyond_maximum",
                place,
                f"{label_at(context.form, place)}: {format_number(given.number)} điểm, quá điểm tối đa"
                f" {format_number(criterion.maximum)}. Sửa lại điểm.",
            )


def score_between_steps(context: Context) -> Iterator[Finding]:
    """A fraction of a point that the sheet does not give: of half points 2,3."""
    for score, _, place, given in _given(context):
        if given.number % score.step:
            yield error(
                "score_between_steps",
                place,
                f"{label_at(context.form, place)}: {format_number(given.number)} điểm không chấm được, điểm chỉ lẻ"
                f" {format_number(score.step)}. Sửa lại điểm.",
            )


def score_differs(context: Context) -> Iterator[Finding]:
    """The superior gave something else, and nobody has written why."""
    facts = context.facts
    for _, criterion in criteria_of(context.form).values():
        own, superior = (facts.at(place_of(criterion, scorer)) for scorer in Scorer)
        reason = Place.of(PlaceKind.SCORE, criterion.key, DIFFERENCE)
        if UNANSWERED in (own, superior) or own == superior or facts.text_at(reason):
            continue
        yield warning(
            "score_differs",
            reason,
            f"{criterion.label}: tự chấm {number_of(own)}, cấp trên chấm {number_of(superior)},"
            " chưa ghi vì sao khác nhau. Ghi lý do chênh lệch.",
        )


def _given(context: Context) -> Iterator[tuple[Score, Criterion, Place, Quantity]]:
    """Every number that was given, with what it was given for."""
    for score, criterion in criteria_of(context.form).values():
        for scorer in Scorer if criterion.is_scored else ():
            place = place_of(criterion, scorer)
            answer = context.facts.at(place)
            if isinstance(answer, Quantity):
                yield score, criterion, place, answer
