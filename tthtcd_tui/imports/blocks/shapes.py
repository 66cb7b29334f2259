"""Tables whose cells a copy has run together or set one under the other, as rows and columns again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tthtcd_tui.imports.blocks.grid import Grid, Line, Parted
from tthtcd_tui.text.clean import clean

_NUMBER: Final = re.compile(r"[~≈]?[0-9][0-9.,]*%?|[-–—]+")
_WITH_WORDS: Final = re.compile(r"[~≈]?[0-9](?:[0-9.,]*[0-9])?(?: ?đ| ?[^\W\d_]{2,}(?: [^\W\d_]+){0,2})")
_DAY: Final = re.compile(r"[0-9]{1,4} ?[-/.] ?[0-9]{1,2}\b")
_WHOLE_DAY: Final = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_FEWEST: Final = 6


def looks_like_number(text: str) -> bool:
    """Whether a cell was meant to be a number, or to say that there is none."""
    return _NUMBER.fullmatch(text) is not None


def looks_like_day(text: str) -> bool:
    """Whether a cell is a day with its year."""
    return _WHOLE_DAY.fullmatch(text) is not None


def looks_like_quantity(text: str) -> bool:
    """A number, or one with its unit: «540 lượt người»."""
    return looks_like_number(text) or _WITH_WORDS.fullmatch(text) is not None


def with_cells_joined(grid: Grid) -> Grid:
    """Rows of Word a cell of which had two lines: the copy goes on with the cell on a line of its own."""
    if grid.parted is not Parted.TABS:
        return grid
    widths = grid.widths
    width = max(widths, default=0)
    if len(widths) < 2 and width > 1:
        return grid  # no line goes on with another
    found: list[Line] = []
    for line in grid.lines:
        before = found[-1] if found else None
        if before and len(before.cells) + len(line.cells) - 1 == width and _goes_on(before, line):
            *cells, last = before.cells
            found[-1] = Line(before.number, (*cells, f"{last} {line.cells[0]}", *line.cells[1:]))
        else:
            found.append(line)
    return Grid(tuple(found), grid.parted)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether both hold words where the one ends and the other begins, which is no day of its own."""
    return not _DAY.match(line.cells[0]) and all(
        len(cell) > 2 and not looks_like_quantity(cell) for cell in (before.cells[-1], line.cells[0])
    )


def with_numbers_apart(grid: Grid) -> Grid:
    """Lines of a PDF, whose cells single blanks part: the label, and each of the numbers at its end."""
    if grid.parted not in (Parted.NOTHING, Parted.BLANKS) or grid.has_blank_cells:
        return grid  # or it is known in which column each stands
    lines = [Line(line.number, _apart(line)) for line in grid.lines]
    return Grid(tuple(lines), grid.parted)


def _apart(line: Line) -> tuple[str, ...]:
    words = " ".join(line.cells).split()
    end = len(words)
    while end and looks_like_number(words[end - 1]):
        end -= 1
    label = " ".join(words[:end])
    return (label, *words[end:]) if label or end == len(words) else tuple(words)


def turned_round(grid: Grid) -> Grid:
    """Rows as columns: a table whose labels stand at the top."""
    width = grid.width  # of all lines: asked for at each of them
    columns = zip(*([line.cell(column) for column in range(width)] for line in grid.lines), strict=True)
    return Grid(tuple(Line(number, cells) for number, cells in enumerate(columns, 1)), grid.parted)


def upright(raw: str, is_title: Callable[[str], bool]) -> Grid | None:
    """A table whose cells came one a line: its rows parted by blank lines, or as long as the titles it begins with."""
    lines = [line.strip(" ") for line in clean(raw).rstrip("\n").split("\n")]
    if len(lines) < _FEWEST or any(line.strip("\t").count("\t") for line in lines):
        return None
    cells = [" ".join(line.split()) for line in lines]
    rows: list[list[str]] = [[]]
    for line, cell in zip(lines, cells, strict=True):
        if line == "":
            rows.append([])
        else:
            rows[-1].append(cell)
    rows = [row for row in rows if row]
    if len(rows) < 3:
        titles = next((number for number, cell in enumerate(cells) if not is_title(cell)), 0)
        if titles < 2 or len(cells) % titles:
            return None
        rows = [cells[at : at + titles] for at in range(0, len(cells), titles)]
    width = max(map(len, rows))
    if width < 2 or sum(len(row) == width for row in rows) * 2 < len(rows):
        return None
    return Grid(tuple(Line(number, tuple(row)) for number, row in enumerate(rows, 1)), Parted.NOTHING)
