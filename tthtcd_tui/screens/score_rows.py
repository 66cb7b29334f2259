"""A scoring sheet on the screen: what each gives beside the maximum, the sums, then evidence and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.kinds.score import RECORD, Criterion, Score, criteria_of
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.kinds.score import DIFFERENCE, EVIDENCE
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.report.scoring import Points, Scorer, class_of, percent_text, place_of, points_of, what_is_missing
from tthtcd_tui.screens.cells import Cells, title
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.widgets.fit import wrap
from tthtcd_tui.widgets.sheet_rows import RowKind, SheetRow, Word

_POINTS: Final = 9
_WORDS: Final = 18
_INDENT: Final = 5


class ScoreRows:
    """Makes the rows of one sheet."""

    def __init__(self, cells: Cells, rows: Sequence[ReportRow]) -> None:
        self._cells = cells
        self._facts = cells.facts
        self._fields = cells.form.records[RECORD]
        criteria = criteria_of(cells.form)
        self._rows = [(row, *criteria[row.place.parts[1]]) for row in rows if row.role is not RowRole.TOTAL]

    def rows(self) -> Iterator[SheetRow]:
        if not self._rows:
            return
        score = self._rows[0][1]
        titles = tuple(title(self._fields[scorer], _POINTS) for scorer in Scorer)
        before = f" · {self._cells.previous.period.label}" if self._cells.previous else ""
        yield SheetRow(RowKind.HEADS, score.label_title, texts=titles, note=f"{score.maximum_title.lower()}{before}")
        for row, _, criterion in self._rows:
            yield self._row(row, criterion) if criterion.is_scored else self._sum(score, criterion)
        yield from self._whole(score)
        yield from self._remarks()

    def _sum(self, score: Score, criterion: Criterion) -> SheetRow:
        """A group, or a criterion in parts, with what it comes to."""
        told = _told(points_of(self._facts, score, Scorer.OWN, criterion.key))
        return SheetRow(RowKind.HEADING, f"{criterion.label} ({told})", marker=criterion.marker)

    def _row(self, row: ReportRow, criterion: Criterion) -> SheetRow:
        cells = tuple(self._cells.cell(place_of(criterion, scorer), self._fields[scorer], _POINTS) for scorer in Scorer)
        marks = [self._cells.mark(cell.place) for cell in cells]
        mark = max(marks, key=lambda each: each.value)
        label = f"  {row.label}" if row.role is RowRole.SUB else row.label
        note = f"{format_number(criterion.maximum)}{self._before(criterion)}"
        return SheetRow(RowKind.CELLS, label, cells, row.marker, note, mark=mark)

    def _before(self, criterion: Criterion) -> str:
        """What the centre gave itself the year before."""
        if self._cells.previous is None:
            return ""
        answer = self._cells.previous.answers.get(place_of(criterion, Scorer.OWN), UNANSWERED)
        said = printed(self._fields[Scorer.OWN], answer)
        return f" · {said}" if said else ""

    def _whole(self, score: Score) -> Iterator[SheetRow]:
        """The total, what it is per cent, the class, and what the next one takes."""
        both = {scorer: points_of(self._facts, score, scorer) for scorer in Scorer}
        totals = tuple(
            Word(format_number(points.given) if points.is_begun else "", _POINTS) for points in both.values()
        )
        maximum = format_number(both[Scorer.OWN].maximum)
        yield SheetRow(RowKind.TOTAL, score.total_label, texts=totals, note=maximum)
        for scorer, points in both.items():
            if points.is_begun:
                yield from self._text(self._classed(score, scorer, points))
                yield from self._text(what_is_missing(self._facts, score, scorer))

    def _classed(self, score: Score, scorer: Scorer, points: Points) -> str:
        found = class_of(self._facts, score, scorer)
        told = f"{score.class_label.lower()}: {found.label}" if found else f"chưa {score.class_label.lower()}"
        return f"{self._fields[scorer].label}: {_told(points)}, {percent_text(points) or '–'}, {told}."

    def _text(self, words: str) -> Iterator[SheetRow]:
        for line in wrap(words, self._cells.width - _INDENT) if words else ():
            yield SheetRow(RowKind.TEXT, line)

    def _remarks(self) -> Iterator[SheetRow]:
        """A line a criterion for its evidence, and for why the superior gave it something else."""
        keys = (EVIDENCE, DIFFERENCE)
        width = min(_WORDS, self._cells.width // 4)
        titles = tuple(title(self._fields[key], width) for key in keys)
        yield SheetRow(RowKind.HEADS, "Ghi thêm, nếu có", texts=titles)
        for row, _, criterion in self._rows:
            if criterion.is_scored:
                places = [Place.of(row.place, key) for key in keys]
                cells = tuple(
                    self._cells.cell(place, self._fields[key], width) for place, key in zip(places, keys, strict=True)
                )
                mark = max((cell.mark for cell in cells), key=lambda each: each.value)
                yield SheetRow(RowKind.CELLS, row.label, cells, row.marker, mark=mark)


def _told(points: Points) -> str:
    """«12,5/20 điểm»."""
    if not points.applies:
        return "không áp dụng"
    given = format_number(points.given) if points.is_begun else "…"
    return f"{given}/{format_number(points.maximum)} điểm"
