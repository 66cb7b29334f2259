"""What a report is exported as. A new format is declared here and made by a module beside this one; nothing else asks.

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
    """A format is named by its files' extension."""

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
        """What people call it."""
        return _LABELS[self]

    @property
    def is_data(self) -> bool:
        """Whether it holds the answers and the activity log, whatever is missing; else the report as it reads."""
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
    """What a DOCX has beside its pages."""

    carrying: Carrying | None = None
    """How much of the report goes along unseen; None for nothing."""
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
    """The bytes of the report, of a format that takes nothing but the report; marked where it is a `draft`.

    Appendices, those asked for in `also` among them, are made of `material`, or of the report's own log. A DOCX has
    beside its pages what `word` says, without it nothing. Tables are made by `exported_tables`; a PDF is a DOCX that
    another program converts; a package holds several of them (`package`).
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
    """Every table as a workbook, or the one called so; as csv there is room for one.

    `step` is told how many rows are done, of how many.
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
