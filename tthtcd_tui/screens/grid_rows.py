"""A table with columns of the form's own on the screen: a line a row, and what its columns add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.forms.kinds.grid import Grid, grid_lines_of
from tthtcd_tui.forms.model import Field
from tthtcd_tui.report.kinds.grid import in_its_column, total_text
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.screens.cells import BETWEEN, LEAST_LABEL, Cells, title
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow, Word

_NUMBER: Final = 12
_WORDS: Final = 24


class GridRows:
    """Makes the rows of one table."""

    def __init__(self, cells: Cells, rows: Sequence[ReportRow]) -> None:
        self._cells = cells
        self._rows = rows

    def rows(self) -> Iterator[SheetRow]:
        lines = [row for row in self._rows if row.role is not RowRole.TOTAL]
        if not lines:
            return
        grid, _ = grid_lines_of(self._cells.form)[lines[0].place.parts[1]]
        widths = {column.key: self._width(column.field, len(grid.columns)) for column in grid.columns}
        titles = tuple(title(column.field, widths[column.key]) for column in grid.columns)
        yield SheetRow(RowKind.HEADS, grid.label_title, texts=titles)
        for row in lines:
            if row.role is RowRole.GROUP:
                yield SheetRow(RowKind.HEADING, row.label, marker=row.marker)
                continue
            cells = tuple(
                self._cells.cell(Place.of(row.place, column.key), in_its_column(column), widths[column.key])
                for column in grid.columns
            )
            label = f"  {row.label}" if row.role is RowRole.SUB else row.label
            yield SheetRow(RowKind.CELLS, label, cells, row.marker, mark=self._cells.mark(row.place))
        if len(lines) < len(self._rows):
            yield self._total(grid, widths)

    def _total(self, grid: Grid, widths: dict[str, int]) -> SheetRow:
        texts = (total_text(self._cells.facts, grid, column) or "" for column in grid.columns)
        words = tuple(Word(text, width) for text, width in zip(texts, widths.values(), strict=True))
        return SheetRow(RowKind.TOTAL, grid.total_label, texts=words)

    def _width(self, field: Field, count: int) -> int:
        """Of one of so many columns."""
        usual = _NUMBER if field.kind.is_number else _WORDS
        return max(min(usual, self._cells.width * 3 // 4 // count - BETWEEN), LEAST_LABEL)
