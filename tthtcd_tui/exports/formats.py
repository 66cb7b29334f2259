"""What a report is exported as. A new format is declared here and made by a module beside this one; nothing else asks.

The command line lists the formats at every start, so importing this loads none of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form
    from tthtcd_tui.report.codec import Report


class ExportFormat(StrEnum):
    """A format is named by its files' extension."""

    DOCX = "docx"
    TEXT = "txt"
    JSON = "json"

    @property
    def label(self) -> str:
        """What people call it."""
        match self:
            case ExportFormat.DOCX:
                return "DOCX (Word)"
            case ExportFormat.TEXT:
                return "văn bản thường"
            case ExportFormat.JSON:
                return "JSON (lưu, chuyển máy)"
            case _:
                assert_never(self)

    @property
    def is_data(self) -> bool:
        """Whether it holds the answers and the activity log, whatever is missing; else the report as it reads."""
        return self is ExportFormat.JSON

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self is not ExportFormat.DOCX


def exported(export_format: ExportFormat, form: Form, report: Report, draft: bool) -> bytes:
    """The bytes of the report; one to be read is marked where it is a `draft`."""
    if export_format is ExportFormat.JSON:
        from tthtcd_tui.report.codec import encode

        return encode(report)
    from tthtcd_tui.report.compose.document import compose

    outline = compose(form, report.facts, draft)
    match export_format:
        case ExportFormat.DOCX:
            from tthtcd_tui.exports.docx import docx_bytes

            return docx_bytes(outline)
        case ExportFormat.TEXT:
            from tthtcd_tui.exports.text import text

            return text(outline).encode()
        case _:
            assert_never(export_format)
