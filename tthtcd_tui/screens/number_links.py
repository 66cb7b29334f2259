"""Numbers in a text that read like a figure of the year: which stands before the caret, and what could be linked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import Linked
from tthtcd_tui.screens.figures_mode import Figure
from tthtcd_tui.widgets.prose.prose import Prose, Spot

_NUMBER: Final = re.compile(r"(?<![\w.,])\d[\d.]*(?:,\d+)?(?![\w])")
_LEAST_DIGITS: Final = 2
"""Of a number that is offered as a link: what has one digit is said of many things."""
_LOOKED_BACK: Final = 40
"""Letters before the caret in which a number is looked for."""


def figures_of(links: Mapping[str, Linked]) -> list[Figure]:
    """Those of the year first; its names, which hardly any sentence repeats, last. A noun is a figure as well, and
    stands there once.
    """
    ordered = sorted(links.items(), key=lambda link: _is_a_name(link[1].place))
    told = {(each.place or name, each.shown): (name, each) for name, each in reversed(ordered)}
    figures = [Figure(name, each.label, each.shown, each.text is not None) for name, each in told.values()]
    return figures[::-1]


def number_before(prose: Prose) -> tuple[Spot, Spot] | None:
    """The number the caret is behind, with what ends a sentence or a blank between."""
    paragraph, at = prose.caret
    begin = max(at - _LOOKED_BACK, 0)
    before = prose.paragraph[begin:at]
    found = [match for match in _NUMBER.finditer(before) if not before[match.end() :].strip(" .,;:)")]
    if not found:
        return None
    start, end = found[-1].span()
    return Spot(paragraph, begin + start), Spot(paragraph, begin + end - (before[end - 1] == "."))


def figures_like(links: Mapping[str, Linked], number: str) -> list[Figure]:
    """The figures that read as `number` does; none for one that is said of many things."""
    wanted = _digits(number)
    if sum(letter.isdigit() for letter in wanted) < _LEAST_DIGITS:
        return []
    return [figure for figure in figures_of(links) if figure.is_answered and _digits(figure.value) == wanted]


def _digits(number: str) -> str:
    """`number` without the points between its thousands."""
    return number.replace(".", "")


def _is_a_name(place: Place | None) -> bool:
    """Whether a link prints one of the year's names, and no figure."""
    return place is None or place.kind == PlaceKind.REPORT
