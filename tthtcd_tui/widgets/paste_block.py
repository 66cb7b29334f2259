"""A block of cells pasted from a spreadsheet, laid over the rows of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tthtcd_tui.report.place import Place
from tthtcd_tui.text.clean import clean
from tthtcd_tui.widgets.sheet_rows import SheetRow

_LONGEST_SHOWN = 20


@dataclass(slots=True)
class Spread:
    """What goes where, and what was skipped and why, in words."""

    cells: list[tuple[Place, str]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    skipped: list[str] = field(default_factory=list)

    def words(self) -> str:
        """«Đã dán 11 dòng × 2 cột; bỏ qua 1 ô không phải số (dòng 4: “~20”).»"""
        said = f"Đã dán {self.rows} dòng × {self.columns} cột"
        if self.skipped:
            said += f"; bỏ qua {len(self.skipped)} ô không phải số ({'; '.join(self.skipped[:3])})"
        return said + ". Ctrl+Z để hoàn tác."


def grid(text: str) -> list[list[str]]:
    """The lines and cells of a pasted text."""
    lines = clean(text).strip("\n").split("\n")
    return [[cell.strip() for cell in line.split("\t")] for line in lines]


def spread(
    block: Sequence[Sequence[str]],
    rows: Sequence[SheetRow],
    column: int,
    taken: Callable[[Place, str], bool],
) -> Spread:
    """Lays `block` over `rows`, the first of which the cursor is in, from `column` on.

    Columns to the left of the numbers (TT, Nội dung) and a heading row are passed over, and so is what comes after the
    last row: the total, which is computed. `taken` says whether a place takes a text.
    """
    width = max((len(row.cells) for row in rows), default=0) - column
    body = [list(line[-width:]) if len(line) > width else list(line) for line in block] if width > 0 else []
    targets = [row for row in rows if row.cells]
    while len(body) > 1 and targets and not _fits(body[0], targets[0], column, taken):
        body.pop(0)
    result = Spread(columns=max((len(line) for line in body), default=0))
    waiting = list(rows)
    for number, line in enumerate(body, 1):
        while waiting and not waiting[0].cells:
            heading = waiting.pop(0)
            if heading.kind.name == "HEADING" and not any(line):
                break
        else:
            if not waiting:
                break
            result.rows += 1
            _lay(line, waiting.pop(0), column, number, result, taken)
    return result


def _fits(line: Sequence[str], row: SheetRow, column: int, taken: Callable[[Place, str], bool]) -> bool:
    pairs = zip(line, row.cells[column:], strict=False)
    return any(not text or taken(cell.place, text) for text, cell in pairs)


def _lay(
    line: Sequence[str],
    row: SheetRow,
    column: int,
    number: int,
    result: Spread,
    taken: Callable[[Place, str], bool],
) -> None:
    for text, cell in zip(line, row.cells[column:], strict=False):
        if not text:
            continue
        if taken(cell.place, text):
            result.cells.append((cell.place, text))
        else:
            shown = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
            result.skipped.append(f"dòng {number}: “{shown}”")
