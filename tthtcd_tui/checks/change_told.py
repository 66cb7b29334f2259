"""A change against last year as a sentence for the report, with its reason."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.summed import title_of
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.periods import PeriodKind


def told_change(form: Form, facts: Facts, before: Facts, place: Place, reason: str) -> str:
    """A sentence for the report: «Số đảng viên tăng 36,2% so với năm học 2022-2023 (từ 1.028 lên 1.400) do …».

    Empty where one of the two years has no number there, or both have the same.
    """
    now, last = number_at(facts, place), number_at(before, place)
    if now is None or last is None or now == last:
        return ""
    span = f"từ {format_number(last)} {'lên' if now > last else 'xuống'} {format_number(now)}"
    cause = reason.strip().rstrip(".")
    because = f" {_because(cause)}" if cause else ""
    label = label_at(form, place)
    return f"{label} {_grown(now, last)} so với {_named(before)} ({span}){because}."


_CAUSES: Final = ("do ", "vì ", "nhờ ", "bởi ", "là do ")


def _because(cause: str) -> str:
    small = _begun_small(cause)
    return small if small.startswith(_CAUSES) else f"do {small}"


def number_at(facts: Facts, place: Place) -> Decimal | None:
    """The number at `place`; of the results table, the log's where none is typed."""
    kind, *rest = place.parts
    answer = facts.result(rest[0], rest[1]) if kind == PlaceKind.RESULTS else facts.at(place)
    return answer.number if isinstance(answer, Quantity) else None


def _grown(now: Decimal, last: Decimal) -> str:
    if not last:
        return "tăng"
    if now >= last * 2:
        return f"tăng gấp {_rounded(now / last)} lần"
    share = abs(now - last) * 100 / last
    return f"{'tăng' if now > last else 'giảm'} {_rounded(share)}%"


def _rounded(number: Decimal) -> str:
    return format_number(number.quantize(Decimal("0.1") if number >= Decimal("0.05") else Decimal("0.001")))


def _named(before: Facts) -> str:
    """«năm học 2022-2023», «tổng của 2 trung tâm cũ …»; a period of another kind is «kỳ trước»."""
    custom = before.period.kind is PeriodKind.CUSTOM
    return "kỳ trước" if custom and not before.summed else title_of(before)


def _begun_small(words: str) -> str:
    """`words` without the capital of a sentence, to stand inside another; a name keeps its own."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}".strip() if rest[:1].islower() and not first.isupper() else words
