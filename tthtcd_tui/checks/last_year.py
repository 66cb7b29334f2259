"""This year's results table compared with last year's: copied as a whole, or two rows swapped."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Facts
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.summed import aside_of, title_of
from tthtcd_tui.text.numbers import format_number

_FEWEST_ROWS: Final = 4
"""Of rows typed in both years: fewer may be alike by chance."""
_ALIKE: Final = Decimal("0.75")
"""How much of the typed table must be last year's to call it copied."""
_NEAR: Final = Decimal("1.35")
_FAR: Final = Decimal(2)


class RowPair(NamedTuple):
    """A row's numbers of both years."""

    key: str
    now: tuple[Decimal, Decimal]
    before: tuple[Decimal, Decimal]


def copied_table(context: Context) -> Iterator[Finding]:
    """Most rows that were typed hold last year's very numbers."""
    if context.before is None:
        return
    pairs = [pair for pair in _pairs(context, context.before) if _is_typed(context.facts, pair.key)]
    alike = [pair for pair in pairs if pair.now == pair.before]
    if len(alike) >= _FEWEST_ROWS and len(alike) >= len(pairs) * _ALIKE:
        yield warning(
            "copied_table",
            Place(PlaceKind.RESULTS),
            f"Kết quả hoạt động: {len(alike)} trong {len(pairs)} dòng giống hệt số liệu của"
            f" {title_of(context.before)}. Có thể bảng cũ được chép sang: nhập số liệu kỳ này, hoặc ghi lý do.",
        )


def swapped_rows(context: Context) -> Iterator[Finding]:
    """Two rows whose numbers would fit last year's if they changed places."""
    if context.before is None:
        return
    pairs = list(_pairs(context, context.before))
    aside = aside_of(context.before)
    for one, other in combinations(pairs, 2):
        if _are_swapped(one, other):
            labels = [result_rows_of(context.form)[pair.key].label for pair in (one, other)]
            for pair, label, with_ in ((one, labels[0], labels[1]), (other, labels[1], labels[0])):
                yield warning(
                    "swapped_rows",
                    Place.of(PlaceKind.RESULTS, pair.key, CLASSES),
                    f"{label}: {_told(pair.now)}, kỳ trước {_told(pair.before)}{aside}. Số liệu kỳ này giống của dòng"
                    f" “{with_}”: có thể hai dòng bị đổi chỗ. Sửa lại, hoặc ghi lý do.",
                )


def _pairs(context: Context, before: Facts) -> Iterator[RowPair]:
    for key, row in result_rows_of(context.form).items():
        if not row.group:
            now, then = _numbers(context.facts, key), _numbers(before, key)
            if now is not None and then is not None:
                yield RowPair(key, now, then)


def _numbers(facts: Facts, row: str) -> tuple[Decimal, Decimal] | None:
    classes, participations = facts.result(row, CLASSES), facts.result(row, PARTICIPATIONS)
    if isinstance(classes, Quantity) and isinstance(participations, Quantity):
        return (classes.number, participations.number) if classes.number and participations.number else None
    return None


def _is_typed(facts: Facts, row: str) -> bool:
    return all(facts.at(PlaceKind.RESULTS, row, column) is not UNANSWERED for column in (CLASSES, PARTICIPATIONS))


def _are_swapped(one: RowPair, other: RowPair) -> bool:
    """Whether each is near the other's last year, and one of them far from its own."""
    crosswise = [*zip(one.now, other.before, strict=True), *zip(other.now, one.before, strict=True)]
    straight = [*zip(one.now, one.before, strict=True), *zip(other.now, other.before, strict=True)]
    # Tried for each two rows after each change: in plain loops, not in generators.
    for pair in crosswise:
        if _ratio(*pair) > _NEAR:
            return False
    return sum([_ratio(*pair) >= _FAR for pair in straight]) >= 2 and min(*one.now, *other.now) >= 5


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    return max(one, other) / min(one, other)


def _told(numbers: tuple[Decimal, Decimal]) -> str:
    return f"{format_number(numbers[0])} lớp, {format_number(numbers[1])} lượt"
