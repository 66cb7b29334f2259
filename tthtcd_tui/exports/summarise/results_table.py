"""The results table drawn: what it shows depends on the width, down to one that is no table any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rich.text import Text

from tthtcd_tui.exports.summarise.lines import Column, beside, cells, flow, hang, joined, shown, words
from tthtcd_tui.exports.summarise.look import BAR, QUIET, TITLE, share_bar
from tthtcd_tui.exports.summarise.page import Page


@dataclass(frozen=True, slots=True)
class Titles:
    marker: str
    label: str
    numbers: tuple[str, str]
    share: str
    change: str
    """Nothing where there is no year to compare with."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as text. A group has its marker and label alone."""

    marker: str
    label: str
    sub: bool = False
    """Whether it belongs to the group above."""
    numbers: tuple[str, str] = ("", "")
    marks: tuple[str, str] = ("", "")
    """What stands behind the numbers."""
    share: str = ""
    bar: Decimal = Decimal(0)
    """From 0 to 1, the longest."""
    change: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class _Layout:
    gap: int
    """Between columns."""
    bar: int
    """How long a bar may be; 0 for none."""
    change: bool
    """Whether the year before is compared."""
    label: int
    """How wide the label must be for this layout to be taken."""


_LAYOUTS: Final = (
    _Layout(gap=2, bar=16, change=True, label=28),
    _Layout(gap=2, bar=12, change=True, label=28),
    _Layout(gap=2, bar=8, change=True, label=28),
    _Layout(gap=2, bar=12, change=False, label=28),
    _Layout(gap=2, bar=8, change=False, label=24),
    _Layout(gap=2, bar=0, change=False, label=24),
    _Layout(gap=1, bar=0, change=False, label=12),
)
"""From the fullest to the barest: the comparison goes first, then the bars. Where none fits, there is no table."""
_LONGEST_WORD: Final = 10
"""A longer word in a title is broken rather than make its column wider."""


def drawn(page: Page, titles: Titles, table: Sequence[Line]) -> list[Text]:
    for layout in _LAYOUTS:
        columns = _columns(page, titles, table, layout)
        widest = max(cells(shown(line.label)) for line in table)
        if columns is not None and columns[1].width >= min(layout.label, widest):
            return _beside(page, titles, table, layout, columns)
    return [text for line in table for text in _stacked(page, titles, line)]


def _columns(page: Page, titles: Titles, table: Sequence[Line], layout: _Layout) -> list[Column] | None:
    """The columns of a layout, the label as wide as there is room; None where a column has nothing to show."""
    marker = _width([line.marker for line in table], titles.marker)
    after: list[Column] = []
    for at in (0, 1):
        width = _width([line.numbers[at] for line in table], titles.numbers[at])
        mark = max(cells(line.marks[at]) for line in table)
        after += [Column(width, right=True, before=layout.gap), Column(mark, before=0)]
    share = max(cells(titles.share), *(cells(line.share) for line in table))
    after.append(Column(share, right=True, before=layout.gap))
    after.append(Column(layout.bar, before=layout.gap if layout.bar else 0))
    if layout.change:
        if not titles.change:
            return None
        change = _width([line.change for line in table], titles.change)
        after.append(Column(change, right=True, before=layout.gap))
    indent = 2 * (layout.gap - 1)
    room = page.width - indent - marker - 1 - sum(column.before + column.width for column in after)
    widest = max(_width([line.label for line in table], ""), cells(shown(titles.label)))
    return [Column(marker, before=indent), Column(min(room, widest), before=1), *after]


def _width(column: Sequence[str], title: str) -> int:
    """As wide as the widest cell, or the longest word of the title."""
    longest = max((cells(word) for word in shown(title).split()), default=0)
    return max(min(longest, _LONGEST_WORD), *(cells(shown(cell)) for cell in column))


def _beside(
    page: Page, titles: Titles, table: Sequence[Line], layout: _Layout, columns: Sequence[Column]
) -> list[Text]:
    plain = (titles.marker, titles.label, titles.numbers[0], "", titles.numbers[1], "", titles.share, "", titles.change)
    lines = beside([words(title, QUIET) for title in plain[: len(columns)]], columns, bottom=True)
    for line in table:
        style = TITLE if line.total else ""
        texts = (line.marker, line.label, line.numbers[0], line.marks[0], line.numbers[1], line.marks[1], line.share)
        row = [words(text, style) for text in texts]
        row.append(words(share_bar(page.glyphs, line.bar, layout.bar), BAR))
        row.append(words(line.change, style))
        # The letters of a group's rows stand against the right side, so that they look indented.
        marker = Column(columns[0].width, right=line.sub, before=columns[0].before)
        lines += beside(row[: len(columns)], [marker, *columns[1:]])
    return lines


def _stacked(page: Page, titles: Titles, line: Line) -> list[Text]:
    """The label on its own line, the numbers with their names below."""
    style = TITLE if line.total else ""
    first = f"{shown(line.marker)} " if line.marker else ""
    label = hang(words(first, style), words(line.label, style), page.width)
    numbers = [
        joined(words(f"{title} "), words(number + mark, style))
        for title, number, mark in zip(titles.numbers, line.numbers, line.marks, strict=True)
        if number
    ]
    if line.share:
        numbers.append(words(line.share))
    return [*label, *flow(numbers, page.width, indent=2)]
