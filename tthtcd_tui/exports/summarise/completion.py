"""How far each part of the report is, and what it still lacks."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len
from rich.text import Text

from tthtcd_tui.exports.summarise.lines import Column, beside, hang, joined, words
from tthtcd_tui.exports.summarise.look import BAR, GOOD, progress_bar
from tthtcd_tui.exports.summarise.page import Page
from tthtcd_tui.report.areas import areas
from tthtcd_tui.report.completeness import Requirement, progress
from tthtcd_tui.report.rows import requirements

_NAMED: Final = 2
"""How many of the missing things are named; the findings say all of them."""
_DONE: Final = "xong"
_LABEL: Final = 28
"""A longer label is broken where what is missing needs the room."""
_BESIDE: Final = 20
"""What is missing stands beside the bar where there is this much room, else below it."""


def completion(page: Page) -> list[Text]:
    wanted = requirements(page.form, page.facts)
    parts = [
        (area.title, [requirement for requirement in wanted if requirement.section in area.sections])
        for area in areas(page.form)
    ]
    parts = [(title, mine) for title, mine in parts if mine]
    overall = progress(wanted)
    lines = page.heading("Mức độ hoàn thành", f"{overall.done}/{overall.total} nội dung bắt buộc")
    if not parts:
        return lines
    counts = [f"{progress(mine).done}/{progress(mine).total}" for _, mine in parts]
    bar = 10 + sum(map(len, page.glyphs.ends))
    count_width = max(map(len, counts))
    widest = max(cell_len(words(title).plain) for title, _ in parts)
    label_width = min(widest, max(_LABEL, page.width - bar - count_width - 37))
    columns = (Column(label_width), Column(bar), Column(count_width, right=True, before=1))
    rest = page.width - sum(column.before + column.width for column in columns) - 2
    for (title, mine), count in zip(parts, counts, strict=True):
        done = progress(mine)
        drawn = progress_bar(page.glyphs, done.done, done.total, bar)
        row = (words(title), words(drawn, BAR), words(count))
        if rest >= _BESIDE:
            lines += beside((*row, _missing(mine)), (*columns, Column(rest)))
        elif rest >= len(_DONE):
            finished = done.done == done.total
            lines += beside((*row, words(_DONE if finished else "", GOOD)), (*columns, Column(rest)))
            lines += [] if finished else hang("    ", _missing(mine), page.width)
        else:
            lines += hang("  ", row[0], page.width)
            lines += hang("    ", joined(row[1], " ", row[2], "  ", _missing(mine)), page.width)
    return lines


def _missing(wanted: list[Requirement]) -> Text:
    """«xong», or the first of what is missing and how much more."""
    labels = [requirement.label for requirement in wanted if requirement.missing]
    if not labels:
        return words(_DONE, GOOD)
    more = len(labels) - _NAMED
    named = "; ".join(labels[:_NAMED])
    return words(f"thiếu: {named}" + (f" và {more} chỗ khác" if more > 0 else ""))
