"""The form's own rules about its numbers: ranges, shares, parts and wholes, averages, changes against last year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.units import in_one_unit, unit_at
from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.forms.answer import NIL, NOT_APPLICABLE, Answer, Quantity
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.forms.model import ANY_ROW, TOTAL_LINKS, FormRule, Operand, RuleKind, RuleLevel
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.results import total_column
from tthtcd_tui.report.links import linked
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.summed import aside_of
from tthtcd_tui.text.numbers import format_number

_ADVICE: Final = {
    RuleLevel.ERROR: "Sửa một trong hai số.",
    RuleLevel.WARNING: "Sửa số liệu; nếu đúng thì ghi lý do.",
}


class Seen(NamedTuple):
    """What a rule objects to: the number judged, the number it was compared with, and the result."""

    place: Place
    label: str
    number: Decimal
    against: Decimal | None = None
    result: Decimal | None = None
    words: str = ""
    """The default message of this kind of rule, where the form gives none."""


def findings_of(rule: FormRule, context: Context) -> Iterator[Finding]:
    """What `rule` finds in the year."""
    if rule.unit and unit_at(context.form, rule.of[0].place) != rule.unit:
        return
    for seen in _JUDGES[rule.kind](rule, context):
        if seen.number or not rule.zero_ok:
            make = error if rule.level is RuleLevel.ERROR else warning
            sentence = _filled(context, rule.sentence, seen) or seen.words
            advice = _filled(context, rule.advice, seen) or _hint(rule, seen) + _ADVICE[rule.level]
            yield make(rule.key, seen.place, f"{seen.label}: {sentence} {advice}")


def places_of(rule: FormRule) -> Iterator[str]:
    """What `rule` reads: places, kinds of places and the other names that `Rule.reads` takes."""
    for operand in (*rule.of, *rule.to):
        if operand.place:
            is_row = operand.place in TOTAL_LINKS or ANY_ROW in operand.place
            yield "results" if is_row else operand.place
            if is_row or operand.place.startswith("results/"):
                yield "log"
        if operand.last_year or rule.kind is RuleKind.CHANGE:
            yield "before"


def _hint(rule: FormRule, seen: Seen) -> str:
    """A guess at the cause, for a number ten, a hundred or a thousand times another."""
    if rule.kind is not RuleKind.CHANGE or seen.result is None:
        return ""
    for power in (10, 100, 1000, 1000000):
        if Decimal("0.7") <= seen.result / power <= Decimal("1.4"):
            return "Có thể gõ thừa chữ số 0 hoặc nhầm đơn vị. "
        if Decimal("0.7") <= seen.result * power <= Decimal("1.4"):
            return "Có thể gõ thiếu chữ số 0 hoặc nhầm đơn vị. "
    return ""


# -- the kinds --------------------------------------------------------------------------------------------------------


def _range(rule: FormRule, context: Context) -> Iterator[Seen]:
    for operand in rule.of:
        for row in _rows(context, operand):
            number = _counted(context, operand, row)
            if number is not None and (said := _beyond(rule, number)):
                yield _seen(context, operand, row, number, words=f"{_told(number)} {said}.")


def _at_most(rule: FormRule, context: Context) -> Iterator[Seen]:
    for operand in rule.of:
        for row in _rows(context, operand):
            number, whole = _counted(context, operand, row), _sum(context, rule.to, row)
            if number is not None and whole is not None and number > whole:
                words = f"{_told(number)} lớn hơn {_names(context, rule.to, row)} là {_told(whole)}."
                yield _seen(context, operand, row, number, whole, words=words)


def _sums(rule: FormRule, context: Context) -> Iterator[Seen]:
    for row in _rows(context, rule.of[0]):
        number, whole = _counted(context, rule.of[0], row), _sum(context, rule.to, row)
        exact = not any(_is_qualified(context, operand, row) for operand in (*rule.of, *rule.to))
        if exact and number is not None and whole is not None and number != whole:
            words = f"đã nhập {_told(number)}, các phần cộng lại được {_told(whole)}."
            yield _seen(context, rule.of[0], row, number, whole, words=words)


def _ratio(rule: FormRule, context: Context) -> Iterator[Seen]:
    return _quotient(rule, context, Decimal(100), "bằng {result}% của {to} ({whole})")


def _per(rule: FormRule, context: Context) -> Iterator[Seen]:
    return _quotient(rule, context, Decimal(1), "chia cho {to} ({whole}) được {result}")


def _quotient(rule: FormRule, context: Context, times: Decimal, words: str) -> Iterator[Seen]:
    for row in _rows(context, rule.of[0]):
        number, whole = _counted(context, rule.of[0], row), _sum(context, rule.to, row)
        if number is None or not whole:
            continue
        result = number * times / whole
        if said := _beyond(rule, result):
            told = words.format(result=_told(_rounded(result)), to=_names(context, rule.to, row), whole=_told(whole))
            yield _seen(context, rule.of[0], row, number, whole, result, f"{_told(number)} {told}, {said}.")


def _change(rule: FormRule, context: Context) -> Iterator[Seen]:
    if context.before is None:
        return
    for operand in rule.of:
        for row in _rows(context, operand) if in_one_unit(context, operand.place) else ():
            number, before = _counted(context, operand, row), _counted(context, operand._replace(last_year=True), row)
            if number is None or not before or abs(number - before) < rule.size:
                continue
            result = number / before
            if _beyond(rule, result):
                aside = aside_of(context.before)
                words = f"kỳ này {_told(number)}, kỳ trước {_told(before)}{aside}, {_times(result)}."
                yield _seen(context, operand, row, number, before, result, words)


_JUDGES: Final = {
    RuleKind.RANGE: _range,
    RuleKind.RATIO: _ratio,
    RuleKind.AT_MOST: _at_most,
    RuleKind.SUM: _sums,
    RuleKind.CHANGE: _change,
    RuleKind.PER: _per,
}


def _beyond(rule: FormRule, number: Decimal) -> str:
    """How `number` is outside the bounds of `rule`, in words; empty where it is inside."""
    if rule.least is not None and number < rule.least:
        return f"nhỏ hơn mức thường gặp ({_span(rule)})"
    if rule.most is not None and number > rule.most:
        return f"lớn hơn mức thường gặp ({_span(rule)})"
    return ""


def _span(rule: FormRule) -> str:
    if rule.least is None:
        return f"không quá {_told(rule.most or Decimal(0))}"
    return f"từ {_told(rule.least)} trở lên" if rule.most is None else f"từ {_told(rule.least)} đến {_told(rule.most)}"


def _times(result: Decimal) -> str:
    """«gấp 10,2 lần», «tăng 35%», «chỉ bằng 9,8%», of nothing left «giảm hết»."""
    if not result:
        return "giảm hết"
    if result >= 2:
        return f"gấp {_told(_rounded(result))} lần"
    if result > 1:
        return f"tăng {_told(_rounded((result - 1) * 100))}%"
    return f"chỉ bằng {_told(_rounded(result * 100))}%"


# -- numbers ----------------------------------------------------------------------------------------------------------


def _rows(context: Context, operand: Operand) -> Iterable[str]:
    """The rows that `*` stands for; for other operands a single empty name."""
    if ANY_ROW not in operand.place:
        return ("",)
    return [key for key, row in result_rows_of(context.form).items() if not row.group]


def _place(operand: Operand, row: str) -> Place:
    return Place("results" if operand.place in TOTAL_LINKS else operand.place.replace(ANY_ROW, row))


def _answer(context: Context, operand: Operand, row: str) -> Answer | None:
    facts = context.before if operand.last_year else context.facts
    if facts is None:
        return None
    if operand.place in TOTAL_LINKS:
        return facts.total(total_column(operand.place))
    return _at(facts, _place(operand, row))


def _at(facts: Facts, place: Place) -> Answer:
    kind, *rest = place.parts
    return facts.result(rest[0], rest[1]) if kind == PlaceKind.RESULTS else facts.at(place)


def _counted(context: Context, operand: Operand, row: str) -> Decimal | None:
    """The number at the operand; None where there is none, also for «không có»."""
    answer = _answer(context, operand, row)
    return answer.number if isinstance(answer, Quantity) else None


def _sum(context: Context, operands: Iterable[Operand], row: str) -> Decimal | None:
    """The sum of the operands, «không có» as 0; None while one of them is unanswered."""
    total = Decimal(0)
    for operand in operands:
        if operand.constant is not None:
            total += operand.constant
            continue
        answer = _answer(context, operand, row)
        if isinstance(answer, Quantity):
            total += answer.number
        elif answer not in (NIL, NOT_APPLICABLE):
            return None
    return total


def _is_qualified(context: Context, operand: Operand, row: str) -> bool:
    answer = _answer(context, operand, row) if operand.place else None
    return isinstance(answer, Quantity) and answer.qualifier is not None


# -- words ------------------------------------------------------------------------------------------------------------


def _seen(
    context: Context,
    operand: Operand,
    row: str,
    number: Decimal,
    against: Decimal | None = None,
    result: Decimal | None = None,
    words: str = "",
) -> Seen:
    return Seen(_place(operand, row), _name(context, operand, row), number, against, result, words)


def _name(context: Context, operand: Operand, row: str) -> str:
    if operand.constant is not None:
        return _told(operand.constant)
    if operand.place in TOTAL_LINKS:
        return TOTAL_LINKS[operand.place].capitalize()
    return label_at(context.form, _place(operand, row))


def _names(context: Context, operands: Iterable[Operand], row: str) -> str:
    """«“Dân số”», «“Kinh phí …” + “Kinh phí …”», each with «kỳ trước» where it is last year's."""
    named = []
    for operand in operands:
        name = f"“{_name(context, operand, row)}”" if operand.place else _name(context, operand, row)
        aside = aside_of(context.before) if context.before else ""
        named.append(f"{name} kỳ trước{aside}" if operand.last_year else name)
    return " + ".join(named)


def _filled(context: Context, text: str, seen: Seen) -> str:
    """A message of the form with its links filled in: the rule's own names, then the report's links."""
    return "".join(piece if isinstance(piece, str) else _value(context, piece, seen) for piece in pieces(text))


def _value(context: Context, link: Link, seen: Seen) -> str:
    own = {"so": seen.number, "moc": seen.against, "ket_qua": seen.result and _rounded(seen.result)}
    if link.name in own:
        number = own[link.name]
        return "…" if number is None else _told(number)
    target = linked(context.form, context.facts, link.name)
    return (target and target.text) or "…"


def _told(number: Decimal) -> str:
    return format_number(number)


def _rounded(number: Decimal) -> Decimal:
    """Rounded to one decimal, or to as many as a non-zero digit takes."""
    for digits in ("1", "0.1", "0.01", "0.001"):
        rounded = number.quantize(Decimal(digits), ROUND_HALF_UP)
        if rounded and (digits != "1" or abs(number) >= 100):
            return rounded
    return number.quantize(Decimal("0.0001"), ROUND_HALF_UP)
