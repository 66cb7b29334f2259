"""A block of cells pasted from a spreadsheet, laid over the rows of a sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeAlias

from tthtcd_tui.report.place import Place
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import parse_number
from tthtcd_tui.text.problem import TextProblem, quoted
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow

_LONGEST_SHOWN: Final = 20
_MOST_SHOWN: Final = 3
_NIL: Final = "-"
_DASHES: Final = frozenset("\u2010\u2011\u2012\u2013\u2014\u2212")
"""What word processors make of the hyphen that stands for «không có»."""
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")

Taken: TypeAlias = Callable[[Place, str], bool]
"""Whether a place takes a text."""
Block: TypeAlias = Sequence[Sequence[str]]


@dataclass(slots=True)
class Spread:
    """What goes where, and what was skipped and why, in words."""

    cells: list[tuple[Place, str]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    passed_over: list[str] = field(default_factory=list)
    """Lines and columns of the block that are no cells of this sheet."""
    refused: list[str] = field(default_factory=list)
    """«dòng 4: “~20”», the line as it is counted in the block."""
    are_numbers: bool = True
    """Whether the cells below the cursor take numbers."""

    def words(self) -> str:
        """«Đã dán 11 dòng × 2 cột; bỏ qua 1 ô không phải số (dòng 4: “~20”). Ctrl+Z để hoàn tác.»"""
        skipped = list(self.passed_over)
        if self.refused:
            more = "; …" if len(self.refused) > _MOST_SHOWN else ""
            wrong = "không phải số" if self.are_numbers else "không đúng kiểu"
            skipped.append(f"{len(self.refused)} ô {wrong} ({'; '.join(self.refused[:_MOST_SHOWN])}{more})")
        left_out = f"; bỏ qua {', '.join(skipped)}" if skipped else ""
        if not self.cells:
            return f"Chưa dán được ô nào{left_out}."
        return f"Đã dán {self.rows} dòng × {self.columns} cột{left_out}. Ctrl+Z để hoàn tác."


def grid(text: str) -> list[list[str]]:
    """The lines and cells of a pasted text; a dash alone in a cell is «không có», however long. Raises TextProblem."""
    lines = clean(text).rstrip("\n").split("\n")
    return [[_cell(cell.strip()) for cell in line.split("\t")] for line in lines]


def _cell(text: str) -> str:
    return _NIL if text in _DASHES else text


def spread(block: Block, rows: Sequence[SheetRow], column: int, taken: Taken) -> Spread:
    """Lays `block` over `rows`, the first of which the cursor is in, from `column` on.

    Passed over, and told: columns beside the cells (TT, Nội dung), a heading line, the total, which is computed, and
    what comes after it. A line without numbers falls on the row of a group, where the block has it.
    """
    places = [cell.place for cell in rows[0].cells[column:]]
    result = Spread(are_numbers=all(cell.right for cell in rows[0].cells[column:]))
    first = _first_column(block, places, taken)
    _tell_columns(result, first, max(len(line) for line in block) - first - len(places))
    lines = [list(line[first : first + len(places)]) for line in block]
    start = _headings(lines, places, taken)
    if start:
        result.passed_over.append("dòng tiêu đề" if start == 1 else f"{start} dòng tiêu đề")
    targets = _targets(rows)
    # Without labels to tell, a line without numbers is the group's own if there are more lines than rows to fill.
    count = len(lines) - start - _is_total(lines[start:])
    is_long = not first and count > sum(row.kind is not RowKind.HEADING for row in targets)
    waiting = list(targets)
    for number, line in enumerate(lines[start:], start):
        while waiting and waiting[0].kind is RowKind.HEADING:
            heading = waiting.pop(0)
            if not any(line) and (is_long or _names(block[number][:first], heading)):
                break
        else:
            if not waiting:
                _tell_rest(result, sum(map(any, lines[number:])), rows[len(targets) :])
                break
            result.rows += 1
            result.columns = max(result.columns, len(line))
            _lay(line, waiting.pop(0), column, number + 1, result, taken)
    return result


def _first_column(block: Block, places: Sequence[Place], taken: Taken) -> int:
    """Where in the block the sheet's own columns begin: where most can be taken, and else as far right as may be."""
    spare = max(len(line) for line in block) - len(places)
    if spare <= 0:
        return 0

    def fitting(first: int) -> tuple[int, int]:
        pairs = [(text, place) for line in block for text, place in zip(line[first:], places, strict=False)]
        return sum(bool(text) and taken(place, text) for text, place in pairs), first

    return max(range(spare + 1), key=fitting)


def _tell_columns(result: Spread, before: int, after: int) -> None:
    if before:
        result.passed_over.append(f"{before} cột đầu")
    if after > 0:
        result.passed_over.append(f"{after} cột cuối")


def _headings(lines: Block, places: Sequence[Place], taken: Taken) -> int:
    """How many lines above the first of numbers are words: titles of columns."""
    count = 0
    while count < len(lines) - 1 and _is_heading(lines[count], places, taken):
        count += 1
    return count


def _is_heading(line: Sequence[str], places: Sequence[Place], taken: Taken) -> bool:
    """Words, of which nothing can be taken: «~20» is no title, it is a number typed wrongly."""
    words = _YEAR.sub("", " ".join(line))
    if not any(letter.isalpha() for letter in words) or any(letter.isdigit() for letter in words):
        return False
    return not any(text and taken(place, text) for text, place in zip(line, places, strict=False))


def _is_total(lines: Block) -> bool:
    """Whether the last line adds up the others."""
    try:
        sums = [sum((_number(text) for text in column), Decimal(0)) for column in zip(*lines[:-1], strict=True)]
        return any(sums) and [_number(text) for text in lines[-1]] == sums
    except (TextProblem, ValueError):
        return False


def _number(text: str) -> Decimal:
    return Decimal(0) if text in ("", _NIL) else parse_number(text)


def _targets(rows: Sequence[SheetRow]) -> list[SheetRow]:
    """The rows of the same table as the first, with the headings of groups among them."""
    shape = rows[0].shape
    found: list[SheetRow] = []
    for row in rows:
        if row.kind is not RowKind.HEADING and row.shape != shape:
            break
        found.append(row)
    while found[-1].kind is RowKind.HEADING:
        found.pop()
    return found


def _names(labels: Sequence[str], heading: SheetRow) -> bool:
    return any(fold(heading.label) == fold(label) for label in labels)


def _tell_rest(result: Spread, count: int, after: Sequence[SheetRow]) -> None:
    """What the block has beyond the last row."""
    if count and after and after[0].kind is RowKind.TOTAL:
        result.passed_over.append("dòng tổng (tự tính)")
        count -= 1
    if count:
        result.passed_over.append(f"{count} dòng thừa ở cuối")


def _lay(line: Sequence[str], row: SheetRow, column: int, number: int, result: Spread, taken: Taken) -> None:
    for text, cell in zip(line, row.cells[column:], strict=False):
        if not text:
            continue
        if taken(cell.place, text):
            result.cells.append((cell.place, text))
        else:
            result.refused.append(f"dòng {number}: {quoted(text, _LONGEST_SHOWN)}")
