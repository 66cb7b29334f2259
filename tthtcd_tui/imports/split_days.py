"""Days of a spreadsheet that stand in parts: the month in the name of the sheet, or each part in its own column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tthtcd_tui.imports.blocks.grid import Grid, Line
from tthtcd_tui.text.fold import fold

_MONTH: Final = re.compile(r"(?:thang|t)\s*\.?\s*(\d{1,2})\b(?:\s*[-./]?\s*(?:nam\s*)?(20\d\d))?")
_DAY_ALONE: Final = re.compile(r"(?:ngày\s*)?(\d{1,2})", re.IGNORECASE)
_MONTH_ALONE: Final = re.compile(r"(?:tháng\s*|t)?(\d{1,2})(?:\s*[-/.]\s*(20\d\d))?", re.IGNORECASE)
_YEAR_ALONE: Final = re.compile(r"20\d\d")
_DAYS: Final = ("ngay", "ngay thang", "thoi gian", "ngay to chuc")
_PARTS: Final = {"ngay": "day", "thang": "month", "nam": "year"}
_HEAD: Final = 12
"""Lines among which the titles of the columns are looked for."""


def with_whole_days(grid: Grid, sheet: str) -> Grid:
    """`grid` with its days whole where that can be told: «5» on the sheet «Tháng 9», or beside a «9» below «Tháng»."""
    if (at := _part_columns(grid)) is not None:
        return Grid([_joined(line, at) for line in grid.lines], grid.parted)
    found = _MONTH.fullmatch(fold(sheet).strip())
    column = _day_column(grid)
    if found is None or not 1 <= int(found[1]) <= 12 or column is None:
        return grid
    rest = "/".join(filter(None, found.groups()))
    return Grid([_dated(line, column, rest) for line in grid.lines], grid.parted)


def _day_column(grid: Grid) -> int | None:
    for line in grid.lines[:_HEAD]:
        for number, cell in enumerate(line.cells):
            if fold(cell) in _DAYS:
                return number
    return None


def _dated(line: Line, column: int, rest: str) -> Line:
    day = _DAY_ALONE.fullmatch(line.cell(column))
    if day is None or not 1 <= int(day[1]) <= 31:
        return line
    return _with(line, {column: f"{day[1]}/{rest}"})


def _part_columns(grid: Grid) -> Mapping[str, int] | None:
    """Where day, month and perhaps year stand, by the titles of their columns."""
    for line in grid.lines[:_HEAD]:
        found = {part: at for at, cell in enumerate(line.cells) if (part := _PARTS.get(fold(cell)))}
        if {"day", "month"} <= found.keys():
            return found
    return None


def _joined(line: Line, at: Mapping[str, int]) -> Line:
    """A line with its whole day in the column of the day; the titles of the other parts go with them."""
    if all(_PARTS.get(fold(line.cell(column))) == part for part, column in at.items()):
        return _with(line, {column: "" for part, column in at.items() if part != "day"})
    day = _DAY_ALONE.fullmatch(line.cell(at["day"]))
    month = _MONTH_ALONE.fullmatch(line.cell(at["month"]))
    year = _YEAR_ALONE.fullmatch(line.cell(at["year"])) if "year" in at else None
    if day is None or month is None or not 1 <= int(month[1]) <= 12 or ("year" in at and year is None):
        return line
    whole = "/".join(filter(None, (day[1], month[1], year[0] if year else month[2])))
    return _with(line, {at["day"]: whole} | {column: "" for part, column in at.items() if part != "day"})


def _with(line: Line, cells: Mapping[int, str]) -> Line:
    return Line(line.number, tuple(cells.get(at, cell) for at, cell in enumerate(line.cells)))
