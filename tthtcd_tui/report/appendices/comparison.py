"""This year beside those before it: a table of what can be counted, and a chart of the participations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.forms.appendices import COMPARISON as NAME
from tthtcd_tui.report.appendices.kind import AppendixKind, Content
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.comparison import Compared, Comparison, comparison
from tthtcd_tui.report.outline import Align, Block, Chart, Column, Paragraph, Row, Run, Runs, Series, Table
from tthtcd_tui.report.percent import change_text
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.report.writer import Writer
from tthtcd_tui.text.numbers import format_number

_MOST_UPRIGHT: Final = 3
"""Years that a page has room for as it stands."""
_MARKER: Final = 6
_YEAR: Final = 10
_CHANGE: Final = 12
"""Of the table's width, in per cent; the label has the rest."""
_ALONE: Final = "Chưa có năm nào trước để so sánh."


def _content(writer: Writer, material: Material) -> Content:
    found = comparison(writer.form, writer.facts, material.earlier)
    return Content(_blocks(found), is_wide=len(found.years) > _MOST_UPRIGHT)


def _blocks(found: Comparison) -> Iterator[Block]:
    if found.is_empty:
        yield Paragraph((Run(_ALONE),))
        return
    yield from (Paragraph((Run(words),)) for words in found.moved)
    yield _table(found)
    yield from _charts(found)


def _table(found: Comparison) -> Table:
    rest = 100 - _MARKER - _CHANGE - _YEAR * len(found.years)
    columns = (
        Column((Run("TT"),), Align.CENTRE, _MARKER),
        Column((Run("Nội dung"),), Align.LEFT, rest),
        *(Column((Run(label),), Align.RIGHT, _YEAR) for label in found.years),
        Column((Run(f"So với {found.years[-2]}"),), Align.RIGHT, _CHANGE),
    )
    body = (_row(RowRole.BODY, str(number), line) for number, line in enumerate(found.lines, 1))
    totals = (_row(RowRole.TOTAL, "", line) for line in found.totals)
    return Table(columns, (*totals, *body))


def _row(role: RowRole, marker: str, line: Compared) -> Row:
    label = f"{line.label} ({line.unit})" if line.unit else line.label
    numbers = ((Run(format_number(n), line.place),) if n is not None else () for n in line.numbers)
    change = change_text(*line.last_two)
    return Row(role, (_run(marker), (Run(label, line.place),), *numbers, _run(change)))


def _run(text: str) -> Runs:
    return (Run(text),) if text else ()


def _charts(found: Comparison) -> Iterator[Block]:
    """One for each total: classes and participations differ in size by a hundred times."""
    for number, line in enumerate(found.totals, 1):
        title = f"Biểu đồ {number}. {line.label}, {found.years[0]} đến {found.years[-1]}"
        numbers = zip(found.years, line.numbers, strict=True)
        told = (f"{year}: {format_number(n)}" for year, n in numbers if n is not None)
        series = Series(line.label, line.numbers)
        yield Chart(number, (Run(title),), f"{title}. {'; '.join(told)}.", found.years, (series,))


COMPARISON: Final = AppendixKind(NAME, _content)
