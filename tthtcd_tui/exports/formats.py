"""The export formats. A new one is declared here and written by a module beside this one; nothing else changes.

The command line lists the formats at every start, so importing this loads none of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tthtcd_tui.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from tthtcd_tui.exports.tables.material import TableMaterial
    from tthtcd_tui.exports.tables.names import TableName
    from tthtcd_tui.exports.word.house_style import HouseStyle
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.report.appendices.material import Material
    from tthtcd_tui.report.carried import Carrying
    from tthtcd_tui.report.codec import ReportData


class ExportFormat(StrEnum):
    """The formats; the value is the file's extension."""

    DOCX = "docx"
    TEXT = "txt"
    JSON = "json"
    XLSX = "xlsx"
    CSV = "csv"
    MARKDOWN = "md"
    PDF = "pdf"
    PACKAGE = "zip"

    @property
    def label(self) -> str:
        """The name shown to users."""
        return _LABELS[self]

    @property
    def is_data(self) -> bool:
        """Whether it holds data (answers, log), given whatever is missing; else it is the report as it reads."""
        return self in _DATA

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self in _READABLE

    @property
    def is_tables(self) -> bool:
        """Whether it holds tables, all of them or one."""
        return self in _TABLES


_LABELS: Final = {
    ExportFormat.DOCX: "DOCX (Word)",
    ExportFormat.TEXT: "văn bản thường",
    ExportFormat.JSON: "JSON (lưu, chuyển máy)",
    ExportFormat.XLSX: "XLSX (Excel, mọi bảng)",
    ExportFormat.CSV: "CSV (một bảng)",
    ExportFormat.MARKDOWN: "Markdown",
    ExportFormat.PDF: "PDF (cần LibreOffice)",
    ExportFormat.PACKAGE: "ZIP (gói dữ liệu)",
}
_TABLES: Final = frozenset({ExportFormat.XLSX, ExportFormat.CSV})
_DATA: Final = _TABLES | {ExportFormat.JSON, ExportFormat.PACKAGE}
_READABLE: Final = frozenset({ExportFormat.TEXT, ExportFormat.JSON, ExportFormat.MARKDOWN, ExportFormat.CSV})


class WordFile(NamedTuple):
    """What a DOCX has beside its text: carried data, and styles."""

    carrying: Carrying | None = None
    """How much of the data it carries; None for nothing."""
    house: HouseStyle | None = None
    """The styles of the centre's own; None for the program's."""


def exported(
    export_format: ExportFormat,
    form: Form,
    report: ReportData,
    draft: bool,
    material: Material | None = None,
    also: Collection[str] = (),
    word: WordFile | None = None,
) -> bytes:
    """Export in a format that takes nothing but the report; `draft` marks it as one.

    Appendices, including those in `also`, are made of `material`, or else of the report's own log. `word` is used for
    DOCX alone. For tables see `exported_tables`; a PDF is converted from a DOCX by another program; a package holds
    several formats (`package`).
    """
    if export_format is ExportFormat.JSON:
        from tthtcd_tui.report.codec import encode

        return encode(report)
    from tthtcd_tui.report.appendices.material import Material
    from tthtcd_tui.report.compose.document import compose

    outline = compose(form, report.facts, draft, material or Material.of(report.log), also)
    match export_format:
        case ExportFormat.DOCX:
            from tthtcd_tui.exports.docx import docx_bytes
            from tthtcd_tui.exports.word.house_style import SHIPPED
            from tthtcd_tui.report.carried import carried_text

            word = word or WordFile()
            carried = carried_text(report, outline, *word.carrying) if word.carrying else ""
            return docx_bytes(outline, carried, word.house or SHIPPED)
        case ExportFormat.TEXT:
            from tthtcd_tui.exports.text import text

            return text(outline).encode()
        case ExportFormat.MARKDOWN:
            from tthtcd_tui.exports.markdown import markdown

            return markdown(outline).encode()
        case _:
            raise LookupError(export_format)


def exported_tables(
    export_format: ExportFormat,
    material: TableMaterial,
    name: TableName | None,
    step: Callable[[int, int], None] = lambda *_: None,
) -> bytes:
    """All tables as a workbook, or the one called `name`; csv takes exactly one.

    `step` is called with the rows written and their total.
    """
    from tthtcd_tui.exports.tables.registry import table, tables

    made = [table(name, material)] if name else tables(material)
    match export_format:
        case ExportFormat.XLSX:
            from tthtcd_tui.exports.tables.workbook import xlsx_bytes

            return xlsx_bytes(made, material.title, material.author, material.dated, step)
        case ExportFormat.CSV if name:
            from tthtcd_tui.exports.tables.delimited import csv_bytes

            return csv_bytes(made[0])
        case _:
            raise LookupError(export_format)
