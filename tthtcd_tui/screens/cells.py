"""Cells and rows of one cell, made of what the year and the year before say: what the rows of every section are of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import Field, FieldType
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.writer import Writer
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, RowKind, SheetRow, Word

_MOST_SHOWN: Final = 400
"""Letters of a text that a cell of one line or the message line may have room for."""
_GIVEN: Final = "(mặc định)"
"""Before a text of the form that nobody has edited: it follows the answers."""
MARGIN: Final = 5
"""Cells before a row's label: its mark and its number."""
BETWEEN: Final = 2
LEAST_LABEL: Final = 8


class Cells:
    """Makes cells of one moment of a Session, for a sheet of `width` cells; `findings` mark them."""

    def __init__(self, session: Session, width: int, findings: Sequence[Finding]) -> None:
        self.form = session.form
        self.facts = session.facts
        self.previous = session.previous
        self.width = width
        self._writer = Writer(session.form, session.facts, session.rows)
        self._marks = _marks(findings)

    def row(self, place: Place, field: Field, label: str = "") -> SheetRow:
        """A row of one cell, with last year's answer beside; how wide it is, all such rows of a sheet decide."""
        cell = self.cell(place, field, 0)
        note = self.before(place, field)
        return SheetRow(RowKind.CELLS, label or field.label, (cell,), note=note, mark=self.mark(place))

    def cell(self, place: Place, field: Field, width: int) -> Cell:
        answer = self.facts.answers.get(place, UNANSWERED)
        options = field.options if field.kind is FieldType.CHOICE else ()
        given = f"{_GIVEN} " if place in self.facts.defaults else ""
        return Cell(
            place,
            typed(field, answer),
            f"{given}{self._shown(field, answer)}",
            width,
            right=field.kind.is_number,
            options=tuple(option.label for option in options),
            values=tuple(typed(field, option.key) for option in options),
            opens=field.kind in (FieldType.PARAGRAPHS, FieldType.LINES),
            previous=self.raw_before(place, field),
            mark=self.mark(place),
        )

    def mark(self, place: Place) -> Mark:
        """The worst that is said of `place` or of a cell of it."""
        return self._marks.get(place, Mark.NONE)

    def before(self, place: Place, field: Field) -> str:
        """Last year's answer, to compare with."""
        if self.previous is None or field.kind in (FieldType.PARAGRAPHS, FieldType.LINES):
            return ""
        return printed(field, self.previous.answers.get(place, UNANSWERED)) or ""

    def raw_before(self, place: Place, field: Field) -> str:
        return typed(field, self.previous.answers.get(place, UNANSWERED)) if self.previous else ""

    def filled(self, text: str) -> str:
        """`text` as it reads once its links are filled in."""
        return plain(self._writer.fill(text))

    def whole(self, field: Field, answer: Answer) -> str:
        """All of an answer as it reads, a line a paragraph."""
        if not isinstance(answer, tuple) or field.kind is FieldType.CHOICES:
            return printed(field, answer) or ""
        return self.filled(typed(field, answer)) if field.kind is FieldType.PARAGRAPHS else typed(field, answer)

    def _shown(self, field: Field, answer: Answer) -> str:
        """An answer in one line; of paragraphs the first, as it reads."""
        if not isinstance(answer, tuple) or field.kind is FieldType.CHOICES:
            return printed(field, answer, unit=True) or ""
        first = answer[0][:_MOST_SHOWN] if answer else ""
        words = self.filled(first) if field.kind is FieldType.PARAGRAPHS else first
        return words if len(answer) < 2 else f"{len(answer)} {_LINES[field.kind]}: {words}"


_LINES: Final = {FieldType.PARAGRAPHS: "đoạn", FieldType.LINES: "dòng"}


def title(field: Field, width: int) -> Word:
    """The title of a column: of a number in as few words as it has room for, «Số lượt người tham gia», «Lượt người»."""
    words = field.label.split()
    if len(field.label) > width and len(words) > 1 and words[0] == "Số":
        words = words[1:]
    while field.kind.is_number and len(words) > 1 and len(" ".join(words)) > width:
        words.pop()
    label = " ".join(words)
    return Word(fit(label[:1].upper() + label[1:], width).strip(), width, field.kind.is_number)


def headings(words: str, width: int) -> list[SheetRow]:
    """All of `words`, above what is asked for."""
    return [SheetRow(RowKind.HEADING, line) for line in wrap(words, width - 1)]


def longest(words: Iterable[str]) -> int:
    return max(map(len, words), default=0)


def _marks(findings: Iterable[Finding]) -> dict[Place, Mark]:
    """Of each place with a finding, and of the rows and tables it stands in, the worst."""
    marks: dict[Place, Mark] = {}
    for finding in findings:
        parts = finding.place.parts if finding.is_open else ()
        for end in range(1, len(parts) + 1):
            place = Place.of(*parts[:end])
            marks[place] = max(marks.get(place, Mark.NONE), _mark(finding), key=lambda mark: mark.value)
    return marks


def _mark(finding: Finding) -> Mark:
    return Mark.MISSING if finding.is_missing else Mark.ERROR if finding.is_error else Mark.WARNING
