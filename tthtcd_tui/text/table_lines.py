"""Rows of a table as lines of prose: every cell in its order, parted so that one can read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

_MARK: Final = r"\(?(?:[0-9]{1,3}(?:[.][0-9]{1,2}){0,3}|[a-zđA-ZĐ]|[IVX]{1,5}|S?TT)[.)]?"
_STOPS: Final = ".!?:;…"


def in_tables(lines: Sequence[str]) -> list[bool]:
    """Which of `lines` are rows of a table: cells that tabs part, and the line above or below is one too."""
    found: list[bool] = []
    for is_row, group in groupby(lines, lambda line: "\t" in line):
        count = len(list(group))
        found += [is_row and count > 1] * count
    return found


def row_as_line(row: str) -> str:
    """«2 ⇥ Học nghề ⇥ 3 ⇥ 90» → «2. Học nghề: 3; 90»; an empty cell between others is a dash."""
    cells = [cell.strip() for cell in row.split("\t")]
    while cells and not cells[-1]:
        cells.pop()
    if cells and not cells[0]:
        cells = cells[1:] if any(cells) else []
    mark = ""
    if len(cells) > 1 and re.fullmatch(_MARK, cells[0]) and any(map(str.isalpha, cells[1])):
        mark = cells[0] if cells[0][-1] in ".)" else f"{cells[0]}."
        cells = cells[1:]
    first, *rest = [cell or "–" for cell in cells] or [""]
    between = ": " if any(map(str.isalpha, first)) else "; "
    line = first
    for cell in rest:
        line += (" " if line[-1] in _STOPS else between) + cell
        between = "; "
    return f"{mark} {line}".strip()
