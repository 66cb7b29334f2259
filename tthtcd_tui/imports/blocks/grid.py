"""A pasted text as rows of cells, whatever parts them: tabs, bars, semicolons, commas, runs of blanks."""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto
from itertools import compress, zip_longest
from typing import Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.imports.blocks.words import marker_alone
from tthtcd_tui.imports.columns import Column, Rows, all_but
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.pasted import without_list_tabs
from tthtcd_tui.text.tabbed import tabbed_rows


class Parted(Enum):
    """What parts the cells of a line."""

    TABS = auto()
    BARS = auto()
    SEMICOLONS = auto()
    COMMAS = auto()
    BLANKS = auto()
    """Two or more, as a PDF has them."""
    NOTHING = auto()


class Line(NamedTuple):
    """A row as it was pasted; `number` counts from 1."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)

    @property
    def text(self) -> str:
        """Its cells as one would quote them."""
        return " · ".join(filter(None, self.cells))

    def cell(self, column: int) -> str:
        return self.cells[column] if 0 <= column < len(self.cells) else ""


class Lines(Rows[Line]):
    """Lines of one width, held by columns."""

    def __init__(self, columns: Sequence[Column], numbers: Sequence[int]) -> None:
        self.columns = columns
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def _row(self, number: int) -> Line:
        return Line(self.numbers[number], tuple(column[number] for column in self.columns))

    def __iter__(self) -> Iterator[Line]:
        cells = zip(*(column.cells() for column in self.columns), strict=True)
        return map(Line._make, zip(self.numbers, cells, strict=True))

    def beyond(self, first: int) -> Lines:
        """Those from `first` on."""
        return Lines([column.rows(first, len(self)) for column in self.columns], self.numbers[first:])


def without(lines: Sequence[Line], dropped: Collection[int]) -> Sequence[Line]:
    """All but some of them, told by where they stand among them."""
    if not dropped:
        return lines
    is_kept = all_but(dropped, len(lines))
    if not isinstance(lines, Lines):
        return list(compress(lines, is_kept))
    return Lines([column.picked(is_kept) for column in lines.columns], list(compress(lines.numbers, is_kept)))


def columns_of(lines: Sequence[Line]) -> Sequence[Column]:
    """The cells of `lines` column by column, blank where a line is shorter."""
    if isinstance(lines, Lines):
        return lines.columns
    return [*map(Column.of, zip_longest(*(line.cells for line in lines), fillvalue=""))]


def numbers_of(lines: Sequence[Line]) -> Sequence[int]:
    return lines.numbers if isinstance(lines, Lines) else [line.number for line in lines]


def last_of(lines: Sequence[Line]) -> int:
    """The number of the last of `lines`; 0 where there are none."""
    return lines[-1].number if lines else 0


class Grid(NamedTuple):
    lines: Sequence[Line]
    parted: Parted

    @property
    def widths(self) -> Collection[int]:
        """Of its lines."""
        if isinstance(self.lines, Lines):
            return {len(self.lines.columns)} if self.lines else ()
        return {len(line.cells) for line in self.lines}

    @property
    def width(self) -> int:
        """How many columns there are up to the last that holds anything."""
        width = max(self.widths, default=0)
        if isinstance(self.lines, Lines):
            return next((at for at in range(width, 0, -1) if any(self.lines.columns[at - 1].values)), 0)
        while width and not any(line.cell(width - 1) for line in self.lines):
            width -= 1
        return width

    @property
    def has_blank_cells(self) -> bool:
        """Whether a line has one behind its first: then it is seen where a cell is missing."""
        return any("" in line.cells[1:] for line in self.lines)

    def column(self, column: int) -> list[str]:
        return [line.cell(column) for line in self.lines]


_BARS: Final = "|│┃"
_BAR: Final = re.compile(f"[{_BARS}]")
_FEWEST_CELLS: Final = 3
_FEWEST_NUMBERS: Final = 2
"""Of a row, and of rows with a number, by which a table is told to be numbered."""
_RULE: Final = re.compile(r"[-=_+:| \t\u2500-\u257f]+")
_NO_BREAK: Final = "\xa0\u2007\u2009\u202f"
_GROUPS: Final = re.compile(
    rf"(?:(?<=[\t|;])[ {_NO_BREAK}]*|(?:^|(?<=[\r\n]))[ ]*(?=[0-9{_NO_BREAK}]+[ {_NO_BREAK}]*[\t|;]))"
    rf"[0-9]{{1,3}}(?:[{_NO_BREAK}][0-9]{{3}})+[ {_NO_BREAK}]*(?=[\t|;\r\n]|\Z)"
)
"""A number alone in its cell whose thousands a space of no break parts."""
_CELL: Final = re.compile(r"[^ ]+(?: [^ ]+)*")
"""Words without two blanks between them."""
_WIDEST: Final = 1_000
"""Cells of a line: no table has as many."""
_MOST_ROOM: Final = 1_000_000
"""Cells of a block if each of its lines were as long as its longest: it is read by columns too, and turned round."""
_MOST_OF_TABLE: Final = 5_000
"""Lines that are each held against all labels of the form."""
_LONGEST: Final = 500_000
"""Characters: a log of ten thousand rows. What is longer is a file, and is imported."""


def read_grid(raw: str) -> Grid:
    """The cells of `raw`, without blanks at their ends; lines that only draw a frame are left out.

    Blank lines stay, but for those at the end. Raises UnusableCharacter as `clean` does, and TextProblem for what is
    too long to be pasted.
    """
    if len(raw) > _LONGEST:
        raise TextProblem(
            f"Khối dán dài {format_number(len(raw))} ký tự, nhiều nhất {format_number(_LONGEST)}."
            " Hãy lưu thành tệp rồi nhập tệp đó."
        )
    text = without_list_tabs(clean(_with_groups_joined(raw))).rstrip("\n")
    parted = _parted_by(text.split("\n"))
    rows = [[" ".join(cell.split()) for cell in row] for row in _rows(text, parted)]
    lines = [Line(number, tuple(cells)) for number, cells in enumerate(rows, 1)]
    while lines and lines[-1].is_blank:
        lines.pop()
    grid = Grid(tuple(lines), parted)
    _refuse_ragged(grid)
    return _without_margin(grid)


def read_table(raw: str) -> Grid:
    """As `read_grid`, of what is held against the rows of a form. Raises TextProblem for more lines than any has."""
    grid = read_grid(raw)
    if len(grid.lines) > _MOST_OF_TABLE:
        raise TextProblem(
            f"Khối dán có {format_number(len(grid.lines))} dòng, nhiều nhất {format_number(_MOST_OF_TABLE)}."
            " Hãy dán riêng phần bảng."
        )
    return grid


def _refuse_ragged(grid: Grid) -> None:
    width, height = max(grid.widths, default=0), len(grid.lines)
    if width * height > _MOST_ROOM or width > _WIDEST:
        raise TextProblem(
            f"Khối dán có {format_number(height)} dòng, dòng dài nhất {format_number(width)} ô, nên không đọc được"
            " như một bảng. Hãy dán riêng phần bảng."
        )


def _with_groups_joined(raw: str) -> str:
    if not any(sign in raw for sign in _NO_BREAK):
        return raw
    return _GROUPS.sub(lambda found: re.sub(f"[{_NO_BREAK}]", "", found[0]), raw)


def _parted_by(lines: Sequence[str]) -> Parted:
    full = [line for line in lines if line.strip()]
    if any("\t" in line.strip() or line.startswith("\t") for line in full):
        return Parted.TABS
    if sum(len(_BAR.findall(line)) > 1 for line in full) * 2 > len(full):
        return Parted.BARS
    for mark, parted in ((";", Parted.SEMICOLONS), (",", Parted.COMMAS)):
        counts = {len(row) for row in _separated(full, mark)}
        if len(counts) == 1 and counts.pop() > 2:
            return parted
    if sum("  " in line.strip() for line in full) * 2 > len(full):
        return Parted.BLANKS
    return Parted.NOTHING


def _rows(text: str, parted: Parted) -> Iterator[Sequence[str]]:
    lines = text.split("\n")
    match parted:
        case Parted.TABS:
            yield from _with_first_cells(list(tabbed_rows(text)))
        case Parted.BARS:
            yield from _barred([line.strip() for line in lines if not _RULE.fullmatch(line)])
        case Parted.SEMICOLONS:
            yield from _separated(lines, ";")
        case Parted.COMMAS:
            yield from _separated(lines, ",")
        case Parted.BLANKS:
            yield from _by_blanks(lines)
        case Parted.NOTHING:
            yield from ([line] for line in lines)


def _barred(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The cells between bars. Those at the ends are a frame where every line has one; else a first cell is blank."""
    full = [line for line in lines if line]
    has_left = all(_BAR.match(line) for line in full)
    for line in lines:
        framed = line.rstrip(_BARS)
        yield _BAR.split(framed.lstrip(_BARS) if has_left else framed)


def _with_first_cells(rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The rows of a table that is numbered: those that begin with words lost their blank first cell on the way."""
    width = max(map(len, rows), default=0)
    firsts = [row[0].strip() for row in rows if len(row) == width]
    numbers = sum(bool(marker_alone(first)) for first in firsts)
    is_numbered = width >= _FEWEST_CELLS and numbers >= _FEWEST_NUMBERS and sum(map(_is_words, firsts)) <= 1
    for row in rows:
        yield ["", *row] if is_numbered and len(row) == width - 1 and _is_words(row[0]) else row


def _is_words(cell: str) -> bool:
    return not marker_alone(cell) and any(map(str.isalpha, cell))


def _by_blanks(lines: Sequence[str]) -> Sequence[Sequence[str]]:
    """The cells of each line; where some lines have fewer, under which titles they stand tells which are missing."""
    spans = [[(found.start(), found.end()) for found in _CELL.finditer(line)] for line in lines]
    rows = [[line[start:end] for start, end in row] or [""] for line, row in zip(lines, spans, strict=True)]
    full = [row for row in spans if len(row) > 1]
    if len(set(map(len, full))) < 2:
        return rows
    columns = _merged(sorted(span for row in full for span in row))
    starts = [start for start, _ in columns]
    places = [[bisect_right(starts, start) - 1 for start, _ in row] for row in spans]
    if len(columns) != max(map(len, full)) or any(len({*row}) < len(row) for row in places):
        return rows  # they do not stand one under the other
    return [
        _placed(cells, row, len(columns)) if len(row) > 1 else cells for cells, row in zip(rows, places, strict=True)
    ]


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What `spans`, in their order, cover together, those that overlap as one."""
    found = [*spans[:1]]
    for start, end in spans[1:]:
        if start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _placed(cells: Sequence[str], columns: Sequence[int], width: int) -> list[str]:
    """The cells of a row, each in its column; blank where it has none."""
    at = dict(zip(columns, cells, strict=True))
    return [at.get(column, "") for column in range(width)]


def _separated(lines: Sequence[str], mark: str) -> Iterator[Sequence[str]]:
    """A line at a time, so that a quote nobody closed ends with its line."""
    for line in lines:
        yield next(csv.reader([line], delimiter=mark), [""])


def _margin(line: Line) -> int:
    """How many cells stand before its first that holds anything."""
    return next(at for at, cell in enumerate(line.cells) if cell)


def _without_margin(grid: Grid) -> Grid:
    """Without columns on the left in which no line has anything: a table that was indented as a whole."""
    margin = min((_margin(line) for line in grid.lines if not line.is_blank), default=0)
    if not margin:
        return grid
    return Grid(tuple(Line(line.number, line.cells[margin:] or ("",)) for line in grid.lines), grid.parted)
