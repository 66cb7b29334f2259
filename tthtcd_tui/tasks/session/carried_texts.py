"""Texts carried over and not yet reviewed, each as last year had it and as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import FieldType, Form
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.defaults import in_its_words
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.outline import plain
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import ReportCell
from tthtcd_tui.report.rows import ReportRows
from tthtcd_tui.report.summed import label_of
from tthtcd_tui.report.writer import Writer
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.years.carry_over import named_source

_LINES: Final = (FieldType.PARAGRAPHS, FieldType.LINES)


class CarriedText(NamedTuple):
    """A marked place with the words of both years, a line each."""

    place: Place
    cell: ReportCell
    """The cell to edit them in; of a record its first one."""
    label: str
    section: str
    """The key of its section; nothing for the report's own details."""
    period: str
    """The label of the year it was copied from."""
    before: tuple[str, ...]
    now: tuple[str, ...]

    @property
    def opens(self) -> bool:
        """Whether it opens in the editor for paragraphs."""
        return self.cell.field.kind in _LINES


def carried_texts(session: Session) -> Iterator[CarriedText]:
    """In the order of the report."""
    now = _Year(session.form, session.facts)
    years: dict[str, _Year | None] = {}
    for place in session.carried:
        period = session.facts.carried_from(place)
        if period not in years:
            facts = _facts_of(session, period)
            years[period] = _Year(*in_its_words(session.form, facts)) if facts else None
        before, cells = years[period], now.cells(place)
        if cells:
            yield CarriedText(
                place,
                cells[0],
                now.label(place),
                session.section_of(place) or "",
                period,
                tuple(before.lines(place)) if before else (),
                tuple(now.lines(place)),
            )


class _Year:
    """A year whose texts are shown."""

    def __init__(self, form: Form, facts: Facts) -> None:
        self._facts = facts
        self._rows = ReportRows(form, facts)
        self._writer = Writer(form, facts, self._rows)

    def cells(self, place: Place) -> list[ReportCell]:
        """The cells shown for `place`: itself, or those of the record."""
        cell = self._rows.cell_at(place)
        row = None if cell else self._rows.row_at(place)
        return [cell] if cell else [each for each in row.cells if each.key not in ("order", "section")] if row else []

    def label(self, place: Place) -> str:
        """The label of `place`, preceded by that of its item if that differs."""
        row, label = self._rows.row_at(place), self._rows.label_at(place)
        return f"{row.label}: {label}" if row and row.label and row.label not in label else label

    def lines(self, place: Place) -> Iterator[str]:
        cells = self.cells(place)
        for cell in cells:
            answer = self._facts.answers.get(cell.place, UNANSWERED)
            named = f"{cell.field.label}: " if len(cells) > 1 else ""
            if isinstance(answer, tuple) and cell.field.kind in _LINES:
                yield from (plain(self._writer.fill(line)) for line in answer)
            elif words := printed(cell.field, answer, unit=True):
                yield f"{named}{words}"


def _facts_of(session: Session, period: str) -> Facts | None:
    """The year that a mark names as its source; None where it is gone or cannot be read."""
    previous = session.previous
    if previous is not None and label_of(previous) == period:
        return previous
    try:
        label, code = named_source(period)
        centre = session.year.centre
        old = [each for each in session.store.centres.continued(centre.id) if each.code == code] if code else [centre]
        years = [year for each in old for year in session.store.years.of(each.id)]
        report_id = next((year.report_id for year in years if year.period.label == label), None)
        return session.store.snapshot(report_id).facts if report_id is not None else None
    except StoreProblem:
        return None
