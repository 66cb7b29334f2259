"""Figures that cannot be: beyond what they may reach, or parts and totals that do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.numbers import format_number


def out_of_range(context: Context) -> Iterator[Finding]:
    """A number below 0 or above its field's maximum: 100 for a percentage. What is typed or imported never is."""
    form, facts = context.form, context.facts
    for place, answer in facts.answers.items():
        field = field_at(form, place) if isinstance(answer, Quantity) else None
        if field is None or not field.kind.is_number or not isinstance(answer, Quantity):
            continue
        most = field.maximum
        if answer.number < 0 or (most is not None and answer.number > most):
            allowed = "từ 0 trở lên" if most is None else f"từ 0 đến {format_number(most)}"
            message = f"{label_at(form, place)}: {format_number(answer.number)} không thể có. Nhập một số {allowed}."
            yield error("out_of_range", place, message)


def part_beyond_total(context: Context) -> Iterator[Finding]:
    """A part that is more than the whole it belongs to."""
    form, facts = context.form, context.facts
    for rule in form.sums:
        total = _exact(facts, rule.total)
        for part in rule.parts:
            number = _exact(facts, part)
            if total is not None and number is not None and number > total:
                place, whole = (Place.of(PlaceKind.FIGURE, key) for key in (part, rule.total))
                yield error(
                    "part_beyond_total",
                    place,
                    f"{label_at(form, place)}: {format_number(number)} lớn hơn “{label_at(form, whole)}”"
                    f" là {format_number(total)}. Sửa một trong hai số.",
                )


def sum_differs(context: Context) -> Iterator[Finding]:
    """A typed total that its parts do not add up to. Some know why: a school of two levels is counted once."""
    form, facts = context.form, context.facts
    for rule in form.sums:
        total = _exact(facts, rule.total)
        parts = [number for part in rule.parts if (number := _exact(facts, part)) is not None]
        if total is not None and len(parts) == len(rule.parts) and sum(parts) != total:
            place = Place.of(PlaceKind.FIGURE, rule.total)
            added = f"{' + '.join(format_number(part) for part in parts)} = {format_number(sum(parts))}"
            yield warning(
                "sum_differs",
                place,
                f"{label_at(form, place)}: đã nhập {format_number(total)}, các phần cộng lại {added}."
                " Sửa số liệu, hoặc ghi lý do.",
            )


_SCHOOLS: Final = Place.of(PlaceKind.FIGURE, "so_truong")
_GOOD_SCHOOLS: Final = Place.of(PlaceKind.FIGURE, "truong_dat_chuan")
_MOST_SCHOOLS: Final = 20
"""Of more any whole percentage is a share of some."""
_ROUNDED: Final = Decimal("0.5")


def share_of_none(context: Context) -> Iterator[Finding]:
    """A percentage that no number of the schools is: 45% of three."""
    form, facts = context.form, context.facts
    count, share = _exact(facts, "so_truong"), _exact(facts, "truong_dat_chuan")
    if not count or share is None or count > _MOST_SCHOOLS or field_at(form, _GOOD_SCHOOLS) is None:
        return
    good = (share * count / 100).to_integral_value()
    if abs(good * 100 / count - share) > _ROUNDED:
        label, whole = label_at(form, _GOOD_SCHOOLS), label_at(form, _SCHOOLS)
        near = (good * 100 / count).quantize(Decimal("0.01"))
        yield warning(
            "share_of_none",
            _GOOD_SCHOOLS,
            f"{label}: {format_number(share)}% của {format_number(count)} trường không ra số trường nào;"
            f" {format_number(good)} trường là {format_number(near)}%. Sửa tỷ lệ hoặc “{whole}”, hoặc ghi lý do.",
        )


_QUALITY: Final = Place.of(PlaceKind.FIGURE, "muc_chat_luong")
_BEST_QUALITY: Final = 4
"""Schools are accredited at levels 1 to 4 (Circulars 17, 18 and 19/2018/TT-BGDĐT)."""


def quality_level_odd(context: Context) -> Iterator[Finding]:
    """A level at which no school is accredited."""
    given = context.facts.text_at(_QUALITY)
    for level in "".join(sign if sign.isdecimal() else " " for sign in given).split():
        if not 1 <= int(level) <= _BEST_QUALITY:
            yield warning(
                "quality_level_odd",
                _QUALITY,
                f"{label_at(context.form, _QUALITY)}: không có mức {level}; kiểm định chất lượng có mức 1 đến"
                f" {_BEST_QUALITY}. Sửa lại, hoặc ghi lý do.",
            )
            return


def _exact(facts: Facts, figure: str) -> Decimal | None:
    """The figure where it can be reckoned with: 0 for «không có», None while unanswered or only «trên», «gần» …"""
    answer = facts.at(PlaceKind.FIGURE, figure)
    if isinstance(answer, Quantity):
        return None if answer.qualifier else answer.number
    return None if answer is UNANSWERED else Decimal(0)
