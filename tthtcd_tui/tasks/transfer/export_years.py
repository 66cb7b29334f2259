"""The list of reports as a file, with what each year adds up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.tables.years import TITLE, YearLine, years
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.completeness import progress
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS
from tthtcd_tui.report.rows import requirements


def years_bytes(
    store: Store, found: Sequence[Year], export_format: ExportFormat, step: Callable[[int, int], None]
) -> bytes:
    """The reports `found` as xlsx or csv; `step` is told how many are read, of how many."""
    table = years(_lines(store, found, step))
    if export_format is ExportFormat.CSV:
        from tthtcd_tui.exports.tables.delimited import csv_bytes

        return csv_bytes(table)
    from tthtcd_tui.exports.tables.workbook import xlsx_bytes

    newest = max((year.period.end for year in found), default=None)
    return xlsx_bytes([table], TITLE, "", newest)


def _lines(store: Store, found: Sequence[Year], step: Callable[[int, int], None]) -> Iterator[YearLine]:
    for done, year in enumerate(found):
        step(done, len(found))
        facts, form = (snapshot := store.snapshot(year.report_id)).facts, snapshot.form
        yield YearLine(
            year.centre.code,
            year.centre.name,
            year.period.label,
            year.period.start,
            year.period.end,
            year.status.words,
            progress(requirements(form, facts)).percent,
            sum(each.activities for each in facts.log.values()),
            facts.total(CLASSES),
            facts.total(PARTICIPATIONS),
            year.revision,
        )
