"""The widths of rows that have one cell each: as much as their labels and answers need, and no slit beside blanks.

Numbers are written at the left of their cell, where one types, and it is filled no further than the longest needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len

from tthtcd_tui.screens.cells import BETWEEN, LEAST_LABEL, MARGIN
from tthtcd_tui.widgets.sheet_rows import SheetRow

_LEAST_CELL: Final = 12
_STEP: Final = 6
"""A cell grows by so much, so that the rest of the screen seldom moves while one types."""
_LEAST_NOTE: Final = 14
_LONGEST: Final = 200
"""Letters of a text that are measured."""


def fitted(rows: Iterable[SheetRow], width: int) -> tuple[SheetRow, ...]:
    """`rows` with one width for all cells that have a row to themselves.

    Where not everything has room, last year's answer gives way first, then what is answered, then the label; to a
    number and to last year's, the label: «ước đạt 2.4…» is none.
    """
    made = tuple(rows)
    single = [row for row in made if len(row.cells) == 1 and row.cells[0].width == 0]
    if not single:
        return made
    size = _cell(single, width - MARGIN - BETWEEN)
    number = min(_wanted(row for row in single if row.cells[0].right), size)
    return tuple(
        row._replace(cells=(cell._replace(width=size, field_width=number if cell.right else 0),))
        if (cell := row.cells[0] if row.cells else None) and not cell.width
        else row
        for row in made
    )


def _cell(rows: Sequence[SheetRow], room: int) -> int:
    longest = max(cell_len(row.label) for row in rows)
    label = min(longest, room * 2 // 5)
    note = max(cell_len(row.note[:_LONGEST]) for row in rows)
    wanted = _wanted(rows)
    number, before = _of_numbers(rows)
    kept = max(min(note + BETWEEN, _LEAST_NOTE), before) if note else 0
    if room - label - _LEAST_CELL < _LEAST_NOTE or room - LEAST_LABEL - number < kept:
        label, kept = min(longest, room // 2), 0  # no room for last year: it is all for this one
    size = min(wanted, room - label - kept, room - _LEAST_CELL)
    if number <= room - LEAST_LABEL - kept:
        size = max(size, number)
    return max(size, min(_LEAST_CELL, max(room // 2, 1)))


def _of_numbers(rows: Iterable[SheetRow]) -> tuple[int, int]:
    """The cells that the longest number takes, and the longest of last year with the blanks before it."""
    numbers = [row for row in rows if row.cells[0].right]
    before = max((cell_len(row.note) for row in numbers), default=0)
    return max((cell_len(row.cells[0].shown) for row in numbers), default=0), before + BETWEEN if before else 0


def _wanted(rows: Iterable[SheetRow]) -> int:
    """The cells that the longest answer of `rows` takes, in steps."""
    shown = max((cell_len(row.cells[0].shown[:_LONGEST]) for row in rows), default=0)
    return max(-(-shown // _STEP) * _STEP, _LEAST_CELL)
