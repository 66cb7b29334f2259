"""The register of evidence: a row a document, as they were added; printed as an appendix of its own."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.forms.kinds.evidence import NAME
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.kind import ContentKind
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import RecordKind, ReportRow, cells_of

_CALLED = "Minh chứng"


def _added(form: Form, facts: Facts, section: str) -> Iterator[ReportRow]:
    """The documents as rows of the report as a whole: they are in no section."""
    for each in () if section else facts.evidence:
        place = Place.of(PlaceKind.EVIDENCE, each.uid)
        cells = cells_of(place, _CALLED, form.records[PlaceKind.EVIDENCE], form.records[PlaceKind.EVIDENCE])
        yield ReportRow(place, "", each.code or _CALLED, cells, is_named_by_centre=True)


def _is_printed(form: Form, facts: Facts, place: Place) -> bool:
    """Never in the body: documents are printed in the appendix alone."""
    return False


EVIDENCE = ContentKind(
    NAME,
    (PlaceKind.EVIDENCE,),
    added=_added,
    records={PlaceKind.EVIDENCE: RecordKind(_CALLED, carried=None)},
    is_printed=_is_printed,
    is_in_sections=False,
)
