"""The totals through the years, where there is more than the year before to compare with."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from rich.text import Text

from tthtcd_tui.exports.summarise.lines import hang, joined, words
from tthtcd_tui.exports.summarise.look import BAR, QUIET, share_bar
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.report.comparison import Compared, comparison
from tthtcd_tui.text.numbers import format_number

_BAR: Final = 30
_LEAST: Final = 2


def compared(page: Page) -> list[Text]:
    if len(page.others) < _LEAST:
        return []
    found = comparison(page.form, page.facts, page.others)
    if not found.totals:
        return []
    lines = page.heading("So sánh các năm")
    for moved in found.moved:
        lines += hang("  ", words(moved), page.width)
    for total in found.totals:
        lines += hang("  ", words(total.label), page.width)
        lines += _bars(page, found.years, total)
    return lines


def _bars(page: Page, years: tuple[str, ...], total: Compared) -> list[Text]:
    most = max((number for number in total.numbers if number), default=Decimal(1))
    room = max(min(_BAR, page.width - 21 - max(map(len, years))), 4)
    lines = []
    named = max(map(len, years))
    for year, number in zip(years, total.numbers, strict=True):
        bar = share_bar(page.glyphs, number / most, room) if number else ""
        told = "–" if number is None else format_number(number)
        lines += hang("    ", joined(words(f"{year:<{named}} ", QUIET), words(bar, BAR), f" {told}"), page.width)
    return lines
