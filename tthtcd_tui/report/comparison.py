"""A year beside up to four before it: totals, results, figures and indicators that are numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.model import TOTAL_LINKS, Form
from tthtcd_tui.forms.numbers import numbers_of
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.kinds.details import COMPARED
from tthtcd_tui.report.kinds.results import total_column
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.summed import label_of, told_of
from tthtcd_tui.text.fold import fold

MOST_OTHERS: Final = 4
_TOLD: Final = (PlaceKind.RESULTS, PlaceKind.FIGURE, PlaceKind.INDICATOR)


class Compared(NamedTuple):
    """A number through the years."""

    label: str
    unit: str
    place: Place | None
    """None for a total."""
    answers: tuple[Answer, ...]
    """One for each year; a number in another unit than this year's counts as none."""

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        return tuple(_number(answer) for answer in self.answers)

    @property
    def last_two(self) -> tuple[Answer, Answer]:
        """This year's and that of the year before."""
        return self.answers[-1], self.answers[-2] if len(self.answers) > 1 else UNANSWERED


class Comparison(NamedTuple):
    years: tuple[str, ...]
    """The labels of the periods, this one last."""
    totals: tuple[Compared, ...]
    lines: tuple[Compared, ...]
    moved: tuple[str, ...]
    """Notes on a change of territory: «Năm học 2024-2025: Mạo Khê; thay đổi địa giới từ 2025-2026.»"""

    @property
    def is_empty(self) -> bool:
        return len(self.years) < 2 or not (self.totals or self.lines)


def chosen_years(facts: Facts) -> tuple[str, ...]:
    """The labels of the years that the report chose to compare with; empty for the newest there are."""
    return facts.lines_at(COMPARED)


def comparison(form: Form, facts: Facts, others: Sequence[Facts]) -> Comparison:
    """Compare `facts` with the newest four of `others`; rows with numbers in fewer than two years are left out."""
    earlier = sorted(others, key=lambda year: year.period.end)[-MOST_OTHERS:]
    years = (*earlier, facts)
    return Comparison(
        tuple(label_of(year) for year in years),
        tuple(_told(_totals(form, years))),
        tuple(_told(_lines(form, years))),
        (*_lacking(facts, earlier), *told_of(years), *_moves(years)),
    )


def _lacking(facts: Facts, earlier: Sequence[Facts]) -> Iterator[str]:
    """Years that were chosen and are not there."""
    known = {year.period.label for year in earlier}
    gone = [label for label in chosen_years(facts) if label not in known]
    if gone and known:
        yield f"Không có báo cáo để so với {', '.join(gone)}: chọn lại các năm so sánh."


def _told(lines: Iterator[Compared]) -> Iterator[Compared]:
    return (line for line in lines if sum(number is not None for number in line.numbers) > 1)


def _totals(form: Form, years: Sequence[Facts]) -> Iterator[Compared]:
    fields = form.records[PlaceKind.RESULTS]
    for link in TOTAL_LINKS:
        column = total_column(link)
        label = f"{form.table.total_label.capitalize()} {_small(fields[column].label)}"
        yield Compared(label, fields[column].unit, None, tuple(year.total(column) for year in years))


def _lines(form: Form, years: Sequence[Facts]) -> Iterator[Compared]:
    for kind in _TOLD:
        for name, field in numbers_of(form).items():
            place = Place(name)
            if place.kind == kind and label_at(form, place):
                answers = tuple(_answer(form, year, years[-1], place) for year in years)
                yield Compared(label_at(form, place), field.unit, place, answers)


def _answer(form: Form, year: Facts, newest: Facts, place: Place) -> Answer:
    if not _in_one_unit(form, year, newest, place):
        return UNANSWERED
    kind, *rest = place.parts
    return year.result(rest[0], rest[1]) if kind == PlaceKind.RESULTS else year.at(place)


def _in_one_unit(form: Form, year: Facts, newest: Facts, place: Place) -> bool:
    """Whether both years chose the same unit, where a year chooses it."""
    template = form.template or form
    field = numbers_of(template).get(place)
    chosen = [noun.figure for noun in template.nouns if field and f"{{{noun.link}}}" in field.unit]
    return all(year.at(PlaceKind.FIGURE, key) == newest.at(PlaceKind.FIGURE, key) for key in chosen)


def _moves(years: Sequence[Facts]) -> Iterator[str]:
    """Notes on years in which the commune's name changes: its borders may have changed, too."""
    for before, after in pairwise(years):
        old, new = (year.text_at(PlaceKind.REPORT, "locality") for year in (before, after))
        if old and new and fold(old) != fold(new):
            yield f"Từ {after.period.label}: {new}, trước đó {old} (thay đổi địa giới hoặc tên gọi)."


def _number(answer: Answer) -> Decimal | None:
    if isinstance(answer, Quantity):
        return answer.number
    return Decimal(0) if answer is NIL else None


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
