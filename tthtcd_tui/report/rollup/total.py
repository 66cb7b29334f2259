"""The sums of many communes, each from the numbers kept when it handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Final

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.measures import Choice, Measure
from tthtcd_tui.report.submitted import Sums
from tthtcd_tui.text.collate import collation_key

NO_WEIGHT: Final = "tỷ lệ, chưa chọn quyền số"
MIXED_UNITS: Final = "các xã ghi theo đơn vị khác nhau"
LACKING_WEIGHT: Final = "có xã thiếu quyền số"


class Commune(NamedTuple):
    """What one commune says, this year and the year before, where it handed in both."""

    code: str
    name: str
    sums: Sums
    before: Sums | None = None


class Order(StrEnum):
    """How communes are listed; the value is what is typed."""

    NAME = "name"
    SIZE = "size"
    CHANGE = "change"


class Total(NamedTuple):
    """A measure over all communes."""

    measure: Measure
    said: int
    """Communes that say it."""
    about: int
    """Of them, those that say so with a qualifier: «gần», «trên»."""
    sum: Decimal | None
    """None for a rate."""
    mean: Decimal | None
    """Of a rate, weighed; None where it has none."""
    why_no_mean: str
    """Why a rate has none."""
    least: Decimal | None
    most: Decimal | None
    compared: int
    """Communes that say it in both years."""
    now: Decimal | None
    """What those add up to this year."""
    before: Decimal | None
    """And the year before."""


def number_at(sums: Sums | None, place: Place) -> Decimal | None:
    found = sums.get(place) if sums is not None else None
    return found.number if isinstance(found, Quantity) else None


def total(communes: Sequence[Commune], measure: Measure, weight: Measure | None = None) -> Total:
    """`measure` over `communes`; of a rate the mean weighed by `weight`."""
    place = measure.place
    said: list[Commune] = []
    numbers: list[Decimal] = []
    both: list[tuple[Decimal, Decimal]] = []
    about = 0
    for commune in communes:
        found = commune.sums.get(place)
        if not isinstance(found, Quantity):
            continue
        said.append(commune)
        numbers.append(found.number)
        about += found.qualifier is not None
        before = number_at(commune.before, place)
        if before is not None:
            both.append((found.number, before))
    mean, why = _mean(said, measure, weight) if measure.is_rate else (None, "")
    adds_up = not measure.is_rate
    return Total(
        measure,
        len(said),
        about,
        sum(numbers, Decimal(0)) if adds_up and numbers else None,
        mean,
        why,
        min(numbers, default=None),
        max(numbers, default=None),
        len(both),
        sum((now for now, _ in both), Decimal(0)) if adds_up and both else None,
        sum((before for _, before in both), Decimal(0)) if adds_up and both else None,
    )


def _mean(said: Sequence[Commune], measure: Measure, weight: Measure | None) -> tuple[Decimal | None, str]:
    """The mean, or why there is none: a plain mean of rates would count a hamlet like a town."""
    if not said:
        return None, ""
    if measure.unit_place and len({each.sums.get(measure.unit_place) for each in said}) > 1:
        return None, MIXED_UNITS
    if weight is None:
        return None, NO_WEIGHT
    weights = [number_at(each.sums, weight.place) for each in said]
    whole = sum((each for each in weights if each is not None), Decimal(0))
    if None in weights or not whole:
        return None, LACKING_WEIGHT
    rates = [number_at(each.sums, measure.place) for each in said]
    pairs = zip(rates, weights, strict=True)
    weighed = sum((rate * each for rate, each in pairs if rate is not None and each is not None), Decimal(0))
    return weighed / whole, ""


def counts(communes: Iterable[Commune], choice: Choice) -> Mapping[str, int]:
    """How many communes chose each option, by its key."""
    found = Counter(answer for each in communes if isinstance(answer := each.sums.get(choice.place), str))
    return {key: found[key] for key, _ in choice.options}


def ordered(communes: Iterable[Commune], order: Order, measure: Measure) -> list[Commune]:
    """By name; by size, the largest first; or by the change against the year before, the largest fall first.

    What has no number to be put in order by stands last, by name.
    """
    by_name = sorted(communes, key=lambda each: (collation_key(each.name), each.code))
    if order is Order.NAME:
        return by_name
    keys = {id(each): (size(each, measure) if order is Order.SIZE else change(each, measure)) for each in by_name}
    told = [each for each in by_name if keys[id(each)] is not None]
    told.sort(key=lambda each: keys[id(each)] or Decimal(0), reverse=order is Order.SIZE)
    return [*told, *(each for each in by_name if keys[id(each)] is None)]


def size(commune: Commune, measure: Measure) -> Decimal | None:
    return number_at(commune.sums, measure.place)


def change(commune: Commune, measure: Measure) -> Decimal | None:
    """Against the year before, in the measure's own unit."""
    now, before = size(commune, measure), number_at(commune.before, measure.place)
    return now - before if now is not None and before is not None else None
