"""The text of a section: a row of one cell, printed paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.kinds.narrative import Narrative
from tthtcd_tui.forms.model import Form, Marker, Section, SectionPart
from tthtcd_tui.report.kinds.kind import ContentKind
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportCell, ReportRow

if TYPE_CHECKING:
    from tthtcd_tui.report.outline import Block, Runs
    from tthtcd_tui.report.writer import Writer


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    if SectionPart.NARRATIVE not in section.prints:
        return
    narrative = section.part(Narrative) or Narrative()
    place = Place.of(PlaceKind.NARRATIVE, section.key)
    field = form.records["narrative"]["text"]
    label = f"{section.name}: {field.label}"
    cell = ReportCell(place, field, label, is_carried=True, begins=narrative.paragraphs)
    yield ReportRow(place, section.key, label, (cell,), narrative.is_required, (place,))


def _blocks(writer: Writer, section: Section, rows: Sequence[ReportRow]) -> Iterator[Block]:
    return writer.paragraphs(Marker.NONE, ([line] for row in rows for line in _lines(writer, row)))


def _lines(writer: Writer, row: ReportRow) -> Iterable[Runs]:
    if row.is_required and writer.facts.at(row.place) is UNANSWERED:
        return [(writer.gap(row.place),)]
    return (writer.fill(line, row.place) for line in writer.facts.lines_at(row.place))


NARRATIVE = ContentKind(SectionPart.NARRATIVE, (PlaceKind.NARRATIVE,), _rows, blocks=_blocks)
