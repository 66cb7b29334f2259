"""What a key copies into a cell of a sheet: what stands above it, or last year's answer."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow


def cell_above(rows: Sequence[SheetRow], column: int, cell: Cell) -> Cell | None:
    """The nearest of the `rows` above that has a cell in that column which takes the same as `cell`."""
    for row in reversed(rows):
        above = row.cells[column] if column < len(row.cells) else None
        if above is not None and _kind(above) == _kind(cell):
            return above
    return None


def copied_from(above: Cell) -> str:
    """What is copied of it; a number the log gives too."""
    return above.raw or (above.shown if above.right else "")


def last_years(cell: Cell | None) -> tuple[str, str]:
    """Last year's answer for a cell that is empty, or a number nobody typed; else nothing, and why."""
    if cell is None or cell.raw or (cell.shown and not cell.right):
        return "", "Chỉ chép vào ô còn trống."
    return cell.previous, "" if cell.previous else "Năm trước ô này cũng trống."


def _kind(cell: Cell) -> tuple[bool, bool, tuple[str, ...]]:
    """What a cell takes, as far as the sheet knows."""
    return cell.right, cell.opens, cell.options
