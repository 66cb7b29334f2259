"""Questions about an implausible number just typed: «31.500.000 USD? Hay 31,5 triệu đồng?»

Pure functions: nothing is stored or refused here. The user chooses a reading, keeps the number, or types it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tthtcd_tui.checks.arithmetic import findings_of
from tthtcd_tui.checks.change_told import number_at
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.units import unit_at
from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.known import rules_for
from tthtcd_tui.forms.model import ANY_ROW, TOTAL_LINKS, Field, FieldType, Form, FormRule, Option, RuleKind
from tthtcd_tui.forms.nouns import worded
from tthtcd_tui.forms.read import read
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.money import format_money, spoken_money
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.units import DONG, unit_of

_ASKED: Final = (RuleKind.RANGE, RuleKind.CHANGE, RuleKind.AT_MOST, RuleKind.RATIO, RuleKind.PER)
"""Kinds of rules that lead to a question, the plainest first. Sums do not: their parts are typed one by one."""
_POWERS: Final = tuple(Decimal(10) ** power for power in (-1, 1, -2, 2, -3, 3, -6, 6))
"""Factors of likely slips: a digit too many or too few, another scale; the likeliest first."""
_MOST_READINGS: Final = 3
_FEWEST_DONG: Final = 100_000


class Reading(NamedTuple):
    """A number that may have been meant."""

    words: str
    """«31,5 triệu đồng/người/năm»."""
    edits: tuple[Edit, ...]
    """The edits that save this reading, the choice of another unit included; None where the cell cannot hold it."""


class Question(NamedTuple):
    place: Place
    asks: str
    """«31.500.000 USD/người/năm? Hay 31,5 triệu đồng/người/năm?»"""
    why: str
    """What is implausible about it, and what it was compared with."""
    readings: tuple[Reading, ...]
    wants_reason: bool
    """Whether it has changed beyond what the form lets pass: if it is kept, why is worth a sentence."""


def question(form: Form, facts: Facts, before: Facts | None, place: Place, answer: Answer) -> Question | None:
    """The question when `answer` is typed at `place`; None where it is plausible."""
    if not isinstance(answer, Quantity) or answer == facts.at(place):
        return None
    typed = _Typed(form, facts, before, place)
    found = typed.found(answer)
    if not found:
        return None
    readings = tuple(typed.readings(answer))[:_MOST_READINGS]
    alternatives = ", hay ".join(reading.words for reading in readings)
    return Question(
        place,
        f"{typed.spelt(answer)}?" + (f" Hay {alternatives}?" if readings else ""),
        found[0].message,
        readings,
        wants_reason=any(finding.code in typed.changes for finding in found),
    )


class _Typed:
    """A place in a year, and the rules that speak of it."""

    def __init__(self, form: Form, facts: Facts, before: Facts | None, place: Place) -> None:
        self.form, self.facts, self.before, self.place = form, facts, before, place
        rules = [rule for rule in rules_for(form) if rule.kind in _ASKED and _reads(rule, place)]
        self.rules = sorted(rules, key=lambda rule: _ASKED.index(rule.kind))
        self.changes = {rule.key for rule in self.rules if rule.kind is RuleKind.CHANGE}
        self._there = {(finding.code, finding.place) for finding in self._judge(form, facts) if finding.place != place}
        """What was found elsewhere before anything was typed: it is not asked of again."""

    def found(self, answer: Answer) -> list[Finding]:
        """The findings that `answer` adds."""
        return self._new(self.form, (Edit(self.place, answer),))

    def _new(self, form: Form, edits: tuple[Edit, ...]) -> list[Finding]:
        found = self._judge(form, self.facts.edited(edits))
        return [finding for finding in found if (finding.code, finding.place) not in self._there]

    def _judge(self, form: Form, facts: Facts) -> Iterator[Finding]:
        context = Context.of(form, facts, before=self.before)
        for rule in self.rules:
            yield from (found for found in findings_of(rule, context) if _is_of(found.place, rule, self.place))

    # -- what may have been meant -------------------------------------------------------------------------------------

    def readings(self, answer: Quantity) -> Iterator[Reading]:
        """Plausible readings: numbers near last year's, or in another unit, to which no rule objects."""
        field = field_at(self.form, self.place)
        if field is not None:
            yield from tuple(self._in_other_units(answer)) or _in_dong(field, answer)
            yield from self._shifted(field, answer)

    def _shifted(self, field: Field, answer: Quantity) -> Iterator[Reading]:
        """Readings with a digit fewer or more; where last year has a number, only the one nearest to it."""
        numbers = (_taken(field, answer, answer.number * power) for power in _POWERS)
        fitting = [number for number in numbers if number and not self.found(number)]
        if last := number_at(self.before, self.place) if self.before else None:
            fitting = sorted(fitting, key=lambda number: _distance(number.number, last))[:1]
        for number in fitting[:2]:
            yield Reading(_spelt(field, number), (Edit(self.place, number),))

    def _in_other_units(self, answer: Quantity) -> Iterator[Reading]:
        """Readings in another unit, where the year chooses the unit: the same number, or converted to đồng."""
        for figure, option in self._other_units():
            form = self._with(figure, option)
            field = field_at(form, self.place)
            for number in (answer.number / unit_of(option.label).scale, answer.number):
                meant = _taken(field, answer, number) if field else None
                if field and meant and not self._new(form, (Edit(figure, option.key), Edit(self.place, meant))):
                    yield Reading(_spelt(field, meant), (Edit(figure, option.key), Edit(self.place, meant)))
                    break

    def _other_units(self) -> Iterator[tuple[Place, Option]]:
        template = self.form.template or self.form
        unit = unit_at(template, self.place)
        for noun in template.nouns:
            if f"{{{noun.link}}}" in unit:
                figure = Place.of(PlaceKind.FIGURE, noun.figure)
                field = field_at(self.form, figure)
                chosen = self.facts.text_at(figure)
                yield from ((figure, option) for option in (field.options if field else ()) if option.key != chosen)

    def _with(self, figure: Place, option: Option) -> Form:
        """The form as worded for a year that had chosen `option`."""
        chosen = {noun.figure: self.facts.text_at(PlaceKind.FIGURE, noun.figure) for noun in self.form.nouns}
        return worded(self.form, chosen | {figure.parts[1]: option.key})

    def spelt(self, answer: Quantity) -> str:
        field = field_at(self.form, self.place)
        return _spelt(field, answer) if field else format_number(answer.number)


def _reads(rule: FormRule, place: Place) -> bool:
    return any(_matches(operand.place, place) for operand in (*rule.of, *rule.to) if not operand.last_year)


def _matches(operand: str, place: Place) -> bool:
    if operand in TOTAL_LINKS:
        return place.kind == PlaceKind.RESULTS
    kind, *rest = place.parts
    return operand == place or (kind == PlaceKind.RESULTS and operand == f"{kind}/{ANY_ROW}/{rest[-1]}")


def _is_of(found: Place, rule: FormRule, place: Place) -> bool:
    """Whether what a rule found is due to `place`: of a rule that judges rows, in the same row."""
    by_row = any(ANY_ROW in operand.place for operand in rule.of)
    return found == place or not by_row or found.parts[:2] == place.parts[:2]


def _in_dong(field: Field, answer: Quantity) -> Iterator[Reading]:
    """So many dollars are đồng, most likely: in a form that has no other unit they have to be counted over."""
    unit = unit_of(field.unit)
    if unit.is_money and unit.base != DONG and answer.number >= _FEWEST_DONG:
        yield Reading(spoken_money(int(answer.number)), ())


def _taken(field: Field, answer: Quantity, number: Decimal) -> Quantity | None:
    """`number` as the field would take it when typed, with the qualifier of `answer`; None where it would not."""
    whole = field.kind not in (FieldType.WHOLE, FieldType.MONEY) or number == number.to_integral_value()
    read_back = read(field, format_number(number)) if whole else None
    return replace(answer, number=read_back.number) if isinstance(read_back, Quantity) else None


def _distance(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other)


def _spelt(field: Field, answer: Quantity) -> str:
    """«31.500.000 USD/người/năm», «khoảng 2.450 km²»; money as it prints and as it is said."""
    sign = f"{answer.qualifier} " if answer.qualifier else ""
    if field.kind is FieldType.MONEY:
        amount = int(answer.number)
        said = spoken_money(amount)
        return f"{sign}{format_money(amount)}" + (f" ({said})" if said != format_money(amount) else "")
    if field.kind is FieldType.PERCENT:
        return f"{sign}{format_number(answer.number)}%"
    return f"{sign}{format_number(answer.number)} {field.unit}".rstrip()
