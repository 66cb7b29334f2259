"""A roll-up as a file: every table as xlsx, one as csv, or the report of the body above as docx."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tthtcd_tui.errors import NoTable
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.tables.rollup import RollupTable, rollup_tables
from tthtcd_tui.report.rollup.document import document
from tthtcd_tui.report.rollup.letterhead import RollupHead
from tthtcd_tui.report.rollup.rollup import Rollup

FORMATS: Final = (ExportFormat.DOCX, ExportFormat.XLSX, ExportFormat.CSV)


def rollup_bytes(
    rollup: Rollup,
    export_format: ExportFormat,
    head: RollupHead,
    table: RollupTable | None = None,
    step: Callable[[int, int], None] = lambda *_: None,
) -> bytes:
    """The file. Raises NoTable for a format that cannot be made of it; TooLargeForSheet."""
    if export_format is ExportFormat.DOCX:
        from tthtcd_tui.exports.docx import docx_bytes

        return docx_bytes(document(rollup, head))
    tables = rollup_tables(rollup)
    if export_format is ExportFormat.CSV:
        from tthtcd_tui.exports.tables.delimited import csv_bytes

        return csv_bytes(tables[table or RollupTable.COMMUNES])
    if export_format is ExportFormat.XLSX:
        from tthtcd_tui.exports.tables.workbook import xlsx_bytes

        title = f"Tổng hợp {rollup.period.title}"
        return xlsx_bytes(list(tables.values()), title, head.issuer, head.date or rollup.period.end, step)
    raise NoTable("Bản tổng hợp chỉ xuất được ra tệp docx, xlsx hoặc csv. Hãy chọn một trong các đuôi đó.")
