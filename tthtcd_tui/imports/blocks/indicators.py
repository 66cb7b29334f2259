"""The indicators of a form, as the rows of a pasted table are held against them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.wordings import wordings
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.fold import fold

_TITLES: Final = {
    "source": ("nguon", "nguon so lieu", "nguon trich", "theo nguon", "can cu"),
    "comparison": ("so sanh", "so voi nam truoc", "so voi muc chung", "so sanh voi nam truoc", "tang giam"),
    "text": ("dien giai", "thuyet minh", "danh gia", "nhan xet", "loi van", "noi dung danh gia"),
}
"""What offices write over a column that tells more of an indicator than its value."""


class IndicatorRows:
    """Of one form: one row each, of which the value is what one looks for first, or the words where it has none."""

    def __init__(self, form: Form) -> None:
        self._records = form.records[PlaceKind.INDICATOR]
        self._known = {Place.of(PlaceKind.INDICATOR, each.key): each for each in indicators_of(form).values()}

    @cached_property
    def fields(self) -> Mapping[Place, Field]:
        """The field that the cell beside a label fills in; of a computed one its words, which nothing fills in."""
        return {
            Place.of(row, "value" if each.value else "text"): each.value
            or self._records["text"]._replace(label=each.label)
            for row, each in self._known.items()
        }

    @cached_property
    def called(self) -> Mapping[Place, tuple[str, ...]]:
        """By the place of `fields`, what a row is called: on the screen, in print, elsewhere."""
        return {
            Place.of(row, "value" if each.value else "text"): tuple(
                dict.fromkeys((*wordings(row, each.label), *filter(None, [each.printed_label])))
            )
            for row, each in self._known.items()
        }

    @cached_property
    def computed(self) -> frozenset[Place]:
        """Those of `fields` that the program computes: what is pasted of them goes nowhere."""
        return frozenset(Place.of(row, "text") for row, each in self._known.items() if each.computed)

    def named(self, title: str) -> str | None:
        """The field that the title of a column names, beside the value; None if none."""
        plain = " ".join(re.findall("[a-z0-9]+", fold(title)))
        own = {fold(field.label): key for key, field in self._records.items() if key in _TITLES}
        return own.get(fold(title)) or next((key for key, titles in _TITLES.items() if plain in titles), None)
