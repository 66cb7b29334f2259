"""The sums of many communes, each from the numbers kept when it handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Final

from tthtcd_tui.errors import CodecProblem
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.kept_manifest import LateSums
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rollup.measures import Choice, Measure
from tthtcd_tui.report.submitted import Sums
from tthtcd_tui.text.collate import collation_key

_FEW: Final = 6
"""Places that are read alone: those of the first screen."""
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
    found = quantity_at(sums, place)
    return found.number if found is not None else None


class Column(NamedTuple):
    """What communes say at one place."""

    communes: list[Commune]
    """Those that say a number there this year."""
    now: list[Quantity]
    """What each of them says."""
    before: list[Quantity | None]
    """And the year before."""


class Columns:
    """What communes say, place by place.

    Who asks for a few places has those read; who goes on has all of `places` read commune by commune: to look at
    thousands of communes for each of sixty places would fetch each of them sixty times from memory that is far away.
    """

    def __init__(self, communes: Sequence[Commune], places: Sequence[Place] = ()) -> None:
        self._communes, self._places = communes, places
        self._known: dict[Place, Column] = {}
        self._asked = 0

    def at(self, place: Place) -> Column:
        """Raises CodecProblem where a kept manifest cannot be read there."""
        self._asked += 1
        if self._asked == _FEW:
            self._known = self._read(self._places)
        return self._known.get(place) or self._read([place], is_told=True)[place]

    def _read(self, places: Iterable[Place], *, is_told: bool = False) -> dict[Place, Column]:
        """The columns of `places`. One that cannot be read is left out, or if it `is_told`, CodecProblem is raised."""
        found = {place: Column([], [], []) for place in places}
        for commune in self._communes:
            now, before = _reader(commune.sums), _reader(commune.before)
            for place, (communes, numbers, numbers_before) in list(found.items()):
                try:
                    number = now(place)
                    if number is not None:
                        numbers_before.append(before(place))
                        numbers.append(number)
                        communes.append(commune)
                except CodecProblem:
                    if is_told:
                        raise
                    del found[place]
        return found


def _reader(sums: Sums | None) -> Callable[[Place], Quantity | None]:
    return sums.quantity if isinstance(sums, LateSums) else partial(quantity_at, sums)


def quantity_at(sums: Sums | None, place: Place) -> Quantity | None:
    found = sums.get(place) if sums is not None else None
    return found if isinstance(found, Quantity) else None


def total(
    communes: Sequence[Commune], measure: Measure, weight: Measure | None = None, columns: Columns | None = None
) -> Total:
    """`measure` over `communes`; of a rate the mean weighed by `weight`. `columns` are those of the communes."""
    place = measure.place
    column = (columns or Columns(communes)).at(place)
    said, told = column.communes, column.now
    numbers = [found.number for found in told]
    now = [number for number, found in zip(numbers, column.before, strict=True) if found is not None]
    before = [found.number for found in column.before if found is not None]
    mean, why = _mean(said, measure, weight) if measure.is_rate else (None, "")
    adds_up = not measure.is_rate
    return Total(
        measure,
        len(said),
        sum(found.qualifier is not None for found in told),
        sum(numbers, Decimal(0)) if adds_up and numbers else None,
        mean,
        why,
        min(numbers, default=None),
        max(numbers, default=None),
        len(before),
        sum(now, Decimal(0)) if adds_up and before else None,
        sum(before, Decimal(0)) if adds_up and before else None,
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
