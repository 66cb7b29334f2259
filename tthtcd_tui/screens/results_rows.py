"""The results table: a row a kind of activity, two numbers each, last year's beside, and where a number comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.forms.answer import NIL, UNANSWERED, Answer
from tthtcd_tui.forms.model import Field
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Facts, Source
from tthtcd_tui.report.kinds.results import total_text
from tthtcd_tui.report.percent import change_text
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.report.summed import SUM, label_of
from tthtcd_tui.screens.cells import Cells, title
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow, Word

_WIDTHS: Final[dict[str, int]] = {CLASSES: 8, PARTICIPATIONS: 10}
_MARKER: Final = 3
"""Letters there is room for before a label: «TT» of «Số TT»."""
_SOURCE: Final = "Nguồn"
_FROM: Final = {Source.LOG: "nhật ký", Source.TYPED: "nhập tay", Source.NONE: "trống"}
_FROM_BOTH: Final = "cả hai"


class ResultsRows:
    """Makes the rows of one table."""

    def __init__(self, cells: Cells, rows: Sequence[ReportRow]) -> None:
        self._cells = cells
        self._rows = [row for row in rows if row.role is not RowRole.TOTAL]
        self._form, self._facts, self._previous = cells.form, cells.facts, cells.previous
        self._fields = cells.form.records[PlaceKind.RESULTS]

    def rows(self) -> Iterator[SheetRow]:
        """The titles, the rows, and the total, which is computed."""
        named = label_of(self._previous).replace(SUM, "Σ ") if self._previous else ""
        before = f"{named:>12} {_SOURCE}" if self._previous else _SOURCE
        titles = tuple(title(self._fields[column], width) for column, width in _WIDTHS.items())
        marker = self._form.table.marker_title.split()[-1:]
        yield self._words(RowKind.HEADS, self._form.table.label_title, "".join(marker)[:_MARKER], titles, before)
        for row in self._rows:
            is_heading = row.role is RowRole.GROUP
            yield SheetRow(RowKind.HEADING, row.label, marker=row.marker) if is_heading else self._row(row)
        totals = tuple(Word(total_text(self._facts.total(column)) or "", width) for column, width in _WIDTHS.items())
        change = ""
        if self._previous:
            now, past = (facts.total(PARTICIPATIONS) for facts in (self._facts, self._previous))
            change = f"{_pair(*(self._previous.total(column) for column in _WIDTHS))} {change_text(now, past)}"
        yield self._words(RowKind.TOTAL, self._form.table.total_label, "", totals, change)

    def _words(self, kind: RowKind, label: str, marker: str, texts: tuple[Word, ...], note: str) -> SheetRow:
        return SheetRow(kind, label, marker=marker, texts=texts, note=note, parted=True)

    def _row(self, row: ReportRow) -> SheetRow:
        key = row.place.parts[1]
        label = f"  {row.label}" if row.role is RowRole.SUB else row.label
        cells = tuple(self._number(key, column, self._fields[column]) for column in _WIDTHS)
        note, mark = self._note(key), self._cells.mark(row.place)
        return SheetRow(RowKind.CELLS, label, cells, row.marker, note, parted=True, mark=mark)

    def _number(self, row: str, column: str, field: Field) -> Cell:
        """A typed number, or the log's sum where there is none: typing over it makes it typed."""
        place = Place.of(PlaceKind.RESULTS, row, column)
        answer = self._facts.result(row, column)
        shown = "–" if answer is NIL else printed(field, answer) or ""
        raw = typed(field, self._facts.answers.get(place, UNANSWERED))
        before = self._cells.raw_before(place, field)
        mark = self._cells.mark(place)
        return Cell(place, raw, shown, _WIDTHS[column], right=True, previous=before, mark=mark)

    def _note(self, row: str) -> str:
        source = _source(self._facts, row)
        if self._previous is None:
            return source
        return f"{_pair(*(self._previous.result(row, column) for column in _WIDTHS))} {source}"


def _pair(classes: Answer, participations: Answer) -> str:
    """Last year's two numbers."""
    first, second = (total_text(answer) or ("–" if answer is NIL else "·") for answer in (classes, participations))
    return f"{first:>4} {second:>7}"


def _source(facts: Facts, row: str) -> str:
    """Where the row's numbers come from: typed, or summed from the log."""
    sources = {facts.source(row, column) for column in _WIDTHS} - {Source.NONE}
    return _FROM_BOTH if len(sources) > 1 else _FROM[next(iter(sources), Source.NONE)]
