"""The unit of a number where a year chooses it: the year before, and a sentence, may speak in another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.numbers import numbers_of
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place, PlaceKind

INCOME: Final = "indicator/thu_nhap/value"
AREA: Final = "figure/dien_tich"
HECTARES: Final = 100
"""Of a square kilometre."""


class Measure(NamedTuple):
    """How sentences give what a cell holds in a unit of its own."""

    words: str
    times: Decimal


MEASURES: Final[Mapping[str, Measure]] = {
    "USD/người/năm": Measure("usd", Decimal(1)),
    "triệu đồng/người/năm": Measure("đồng/năm", Decimal(1_000_000)),
    "nghìn đồng/người/tháng": Measure("đồng/tháng", Decimal(1_000)),
}
"""By the unit of an income."""


def unit_at(form: Form, place: str) -> str:
    field = numbers_of(form).get(place)
    return field.unit if field else ""


def in_one_unit(context: Context, place: str) -> bool:
    """Whether the year before has the number at `place` in the same unit; one that no year chooses is."""
    form, before = context.form.template or context.form, context.before
    if before is None or not form.nouns:
        return before is not None
    unit = unit_at(form, place)
    chosen = [Place.of(PlaceKind.FIGURE, noun.figure) for noun in form.nouns if f"{{{noun.link}}}" in unit]
    return all(context.facts.at(figure) == before.at(figure) for figure in chosen)
