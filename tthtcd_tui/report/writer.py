"""What every part of the report needs while it is written: the form, the year, links filled in, and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.forms.model import Field, Form, Marker
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.numbering import letter
from tthtcd_tui.report.outline import KeyValue, KeyValues, Paragraph, Run, RunKind, Runs
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import Linked, Lookup

STOPS = ";., "
"""What may stand at the end of a line of a list before it is given its own stop."""
_DASH = re.compile(r"[-–—•]\s+")
_GOES_ON = re.compile(r"[”\"»’)]*[.,;:]")
BLANK = "    "
"""What a draft leaves for a hand to fill in: number, day, month, year."""


@dataclass(frozen=True, slots=True)
class Writer:
    form: Form
    facts: Facts
    rows: Lookup

    def fill(self, text: str, place: Place | None = None) -> Runs:
        """`text` with its links filled in. The words lead back to `place`, each value to its own.

        A value that ends with a stop loses it where the text goes on with one: «đạt chuẩn..» is printed nowhere.
        """
        runs: list[Run] = []
        for piece in pieces(text):
            if runs and runs[-1].kind is RunKind.VALUE and isinstance(piece, str) and _GOES_ON.match(piece):
                runs[-1] = _unstopped(runs[-1])
            if isinstance(piece, Link):
                target = self.rows.linked(piece.name)
                runs.append(self._value(target) if target else Run(f"{{{piece.name}}}", place, RunKind.GAP))
            else:
                runs.append(Run(piece, place))
        return tuple(runs)

    def awaited(self, *parts: str) -> bool:
        """Whether the form requires the place these parts make and nobody has answered it."""
        place = Place.of(*parts)
        cell = self.rows.cell_at(place)
        return cell is not None and cell.field.required and self.facts.answers.get(place, UNANSWERED) is UNANSWERED

    def value(self, place: Place, unit: bool = False, capitals: bool = False) -> Runs:
        """The answer at `place` as it prints, or a gap that names it."""
        cell = self.rows.cell_at(place)
        if cell is None:
            return (self.gap(place),)
        text = printed(cell.field, self.facts.answers.get(place, UNANSWERED), unit)
        if text is None:
            return (self.gap(place),)
        return (Run(text.upper() if capitals else text, place, RunKind.VALUE),) if text else ()

    def answer(self, field: Field, answer: Answer, place: Place, unit: bool = False) -> Runs:
        """As `value`, for an answer that is computed or summed."""
        text = printed(field, answer, unit)
        if text is None:
            return (self.gap(place),)
        return (Run(text, place, RunKind.VALUE),) if text else ()

    def gap(self, place: Place, label: str = "") -> Run:
        """«[Chưa nhập: …]», leading to the place that fills it."""
        return Run(f"[Chưa nhập: {label or self.rows.label_at(place)}]", place, RunKind.GAP)

    def paragraphs(self, marker: Marker, entries: Iterable[Sequence[Runs]]) -> Iterator[Paragraph]:
        """The entries as paragraphs, the first of each with the section's marker; an empty entry leaves no trace.

        One is written when somebody reads it.
        """
        for number, entry in enumerate(filter(None, entries)):
            yield Paragraph((*_mark(marker, number), *entry[0]))
            yield from map(Paragraph, entry[1:])

    def key_values(self, labels: Iterable[Runs], values: Iterable[Runs]) -> KeyValues:
        """«- Label: value;» lines, the last with a full stop."""
        return KeyValues(tuple(KeyValue(label, value) for label, value in zip(labels, stopped(values), strict=True)))

    def bare_end(self, runs: Runs) -> Runs:
        """`runs` without a stop at their end, to be given another."""
        return trimmed(runs, STOPS)

    def words(self, text: str, place: Place | None = None) -> Run:
        """`text` as it stands."""
        return Run(text, place)

    def filled(self, text: str, place: Place) -> Run:
        """`text` as a value that comes from `place`."""
        return Run(text, place, RunKind.VALUE)

    def bracketed(self, lead: str, text: str, place: Place) -> Runs:
        """« (nguồn: …)»: within a sentence no stop stands at the end of `text`."""
        return self.words(f" ({lead}"), _unstopped(self.filled(text, place)), self.words(")")

    def _value(self, target: Linked) -> Run:
        return Run(target.shown, target.place, RunKind.GAP if target.text is None else RunKind.VALUE)


def _unstopped(value: Run) -> Run:
    text = value.text.rstrip(STOPS)
    return value._replace(text=text) if text else value


def _mark(marker: Marker, number: int) -> Runs:
    match marker:
        case Marker.NONE:
            return ()
        case Marker.LETTERS:
            return (Run(f"{letter(number)}) "),)
        case Marker.DASHES:
            return (Run("- "),)


def bare(line: str) -> str:
    """`line` of a list without the dash it was typed or pasted with: it is given its own."""
    return _DASH.sub("", line, count=1) if _DASH.match(line) else line


def stopped(lines: Iterable[Runs]) -> tuple[Runs, ...]:
    """Each line with «;» at its end and the last with «.», as the Decree's lists are (App. I, II.9)."""
    rows = [trimmed(line, STOPS) for line in lines]
    return tuple((*row, Run(";" if number < len(rows) else ".")) for number, row in enumerate(rows, 1))


def in_capitals(runs: Runs) -> Runs:
    return tuple(Run(run.text.upper(), run.place, run.kind) for run in runs)


def trimmed(runs: Runs, marks: str) -> Runs:
    """`runs` without any of `marks` at their end, so that no stop is printed twice."""
    kept = list(runs)
    while kept:
        last = kept.pop()
        if text := last.text.rstrip(marks):
            return (*kept, Run(text, last.place, last.kind))
    return ()
