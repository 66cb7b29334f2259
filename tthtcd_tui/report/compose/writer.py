"""What every part of the report needs while it is written: the form, the year, links filled in, and gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.links import Linked, linked
from tthtcd_tui.report.outline import Run, RunKind, Runs
from tthtcd_tui.report.place import Place

STOPS = ";., "
"""What may stand at the end of a line of a list before it is given its own stop."""
_DASH = re.compile(r"[-–—•]\s+")
BLANK = "    "
"""What a draft leaves for a hand to fill in: number, day, month, year."""


@dataclass(frozen=True, slots=True)
class Writer:
    form: Form
    facts: Facts

    def fill(self, text: str, place: Place | None = None) -> Runs:
        """`text` with its links filled in. The words lead back to `place`, each value to its own."""
        runs: list[Run] = []
        for piece in pieces(text):
            if isinstance(piece, Link):
                target = linked(self.form, self.facts, piece.name)
                runs.append(self._value(target) if target else Run(f"{{{piece.name}}}", place, RunKind.GAP))
            else:
                runs.append(Run(piece, place))
        return tuple(runs)

    def awaited(self, *parts: str) -> bool:
        """Whether the form requires the place these parts make and nobody has answered it."""
        field = field_at(self.form, Place.of(*parts))
        return field is not None and field.required and self.facts.at(*parts) is UNANSWERED

    def value(self, place: Place, unit: bool = False, capitals: bool = False) -> Runs:
        """The answer at `place` as it prints, or a gap that names it."""
        field = field_at(self.form, place)
        if field is None:
            return (self.gap(place),)
        text = printed(field, self.facts.answers.get(place, UNANSWERED), unit)
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
        return Run(f"[Chưa nhập: {label or label_at(self.form, place)}]", place, RunKind.GAP)

    def _value(self, target: Linked) -> Run:
        if target.text is None:
            return Run(f"[Chưa nhập: {target.label}]", target.place, RunKind.GAP)
        return Run(target.text, target.place, RunKind.VALUE)


def bare(line: str) -> str:
    """`line` of a list without the dash it was typed or pasted with: it is given its own."""
    return _DASH.sub("", line, count=1) if _DASH.match(line) else line


def stopped(lines: Iterable[Runs]) -> tuple[Runs, ...]:
    """Each line with «;» at its end and the last with «.», as the Decree's lists are (App. I, II.9)."""
    rows = [trimmed(line, STOPS) for line in lines]
    return tuple((*row, Run(";" if number < len(rows) else ".")) for number, row in enumerate(rows, 1))


def trimmed(runs: Runs, marks: str) -> Runs:
    """`runs` without any of `marks` at their end, so that no stop is printed twice."""
    kept = list(runs)
    while kept:
        last = kept.pop()
        if text := last.text.rstrip(marks):
            return (*kept, Run(text, last.place, last.kind))
    return ()
