"""Years of several centres as one: what a centre that continues them is compared with, after borders were redrawn.

Only what can be counted adds up: results, whole numbers, money, areas. A percentage, a mean, a number a head, words of
two communes have no sum, and are left unanswered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.model import ANY_ROW, Field, FieldType, Form
from tthtcd_tui.forms.numbers import numbers_of
from tthtcd_tui.report.facts import Centre, Facts, ResultColumn, Summed
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.fold import fold

_PER_HEAD: Final = ("binh quan", "trung binh", "ti le")
"""Words of a label whose number is a mean or a share, whatever its type."""


def is_summable(field: Field) -> bool:
    """Whether the numbers of two communes in this field add up to that of both."""
    if "/" in field.unit or "%" in field.unit or any(word in fold(field.label) for word in _PER_HEAD):
        return False
    from tthtcd_tui.text.units import is_area  # hardly any year is compared with a sum

    return field.kind in (FieldType.WHOLE, FieldType.MONEY) or (field.kind is FieldType.DECIMAL and is_area(field.unit))


def summed(form: Form, centre: Centre, years: Sequence[Facts], lacking: Sequence[str] = ()) -> Facts:
    """`years`, all of one period, as one of `centre`. Nothing is answered where a centre has no such year (`lacking`).

    A figure adds up where every year has it; a row of the results where any has, as in a year's own total.
    """
    newest = years[0]
    answers = {} if lacking else dict(_answers(form, years))
    names = tuple(year.centre.name for year in years)
    return Facts(
        centre,
        newest.form,
        newest.form_version,
        newest.period,
        {place: answer for place, answer in answers.items() if answer is not UNANSWERED},
        summed=Summed(names, tuple(lacking)),
    )


def _answers(form: Form, years: Sequence[Facts]) -> Iterator[tuple[Place, Answer]]:
    for name, field in numbers_of(form).items():
        place = Place(name)
        if ANY_ROW in place or not is_summable(field):
            continue
        if place.kind == PlaceKind.RESULTS:
            yield place, _row(years, *place.parts[1:])
        else:
            yield place, _all([year.at(place) for year in years])
    for key, figure in figures_of(form).items():
        if figure.field.kind is FieldType.CHOICE:  # the unit a year chose, the noun of its quarters
            place = Place.of(PlaceKind.FIGURE, key)
            said = {year.at(place) for year in years}
            yield place, said.pop() if len(said) == 1 else UNANSWERED


def _row(years: Sequence[Facts], row: str, column: str) -> Answer:
    """None of them where a year has no results at all: its row is not empty but unknown."""
    if any(year.total(ResultColumn(column)) is UNANSWERED for year in years):
        return UNANSWERED
    return _sum([answer for year in years if (answer := year.result(row, column)) is not UNANSWERED])


def _all(answers: Sequence[Answer]) -> Answer:
    return UNANSWERED if UNANSWERED in answers else _sum(answers)


def _sum(answers: Sequence[Answer]) -> Answer:
    """Nil where all are; unanswered without any, and where one says that it does not apply."""
    if not answers or any(not isinstance(answer, Quantity) and answer is not NIL for answer in answers):
        return UNANSWERED
    numbers = [answer.number for answer in answers if isinstance(answer, Quantity)]
    return Quantity(sum(numbers, Decimal(0))) if numbers else NIL


# -- how it is told ---------------------------------------------------------------------------------------------------


SUM: Final = "tổng "
"""Before the label of a period, where its numbers are those of several centres."""


def label_of(facts: Facts) -> str:
    """What a column of its numbers is called: «2024-2025», of several centres «tổng 2024-2025»."""
    return f"{SUM}{facts.period.label}" if facts.summed else facts.period.label


def title_of(facts: Facts) -> str:
    """As `label_of`, in a sentence: «năm học 2024-2025», «tổng của 2 trung tâm cũ năm học 2024-2025»."""
    title = facts.period.title
    return f"tổng của {len(facts.summed.centres)} trung tâm cũ {title}" if facts.summed else title


def told_of(years: Iterable[Facts]) -> Iterator[str]:
    """Sentences that say whose numbers these years' are; none for those of the centre's own."""
    labels: dict[Summed, list[str]] = {}
    for year in years:
        if year.summed:
            labels.setdefault(year.summed, []).append(year.period.label)
    for told, found in labels.items():
        listed = ", ".join(found)
        if told.lacking:
            lacking = ", ".join(told.lacking)
            yield f"Thay đổi địa giới: chưa so được với {listed}, còn thiếu báo cáo của {lacking}."
        else:
            yield (
                f"Thay đổi địa giới: {listed} là tổng của {', '.join(told.centres)};"
                " tỷ lệ và số bình quân không cộng nên không so."
            )


def aside_of(before: Facts) -> str:
    """Behind «kỳ trước» in a finding: « (thay đổi địa giới: so với tổng của …)», or nothing."""
    return f" (thay đổi địa giới: so với tổng của {', '.join(before.summed.centres)})" if before.summed else ""
