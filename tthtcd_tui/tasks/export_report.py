"""The report as a file: DOCX to sign, plain text to read, JSON to keep."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from tthtcd_tui.checks.run import check
from tthtcd_tui.files.problem import FileProblem
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.codec import Report, encode
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.finding import Severity
from tthtcd_tui.tasks.problem import HasErrors, TaskProblem


class ExportFormat(StrEnum):
    DOCX = "docx"
    TEXT = "txt"
    JSON = "json"


def format_of(path: str) -> ExportFormat | None:
    """The format that a file's extension asks for."""
    extension = Path(path).suffix.lower().removeprefix(".")
    return next((known for known in ExportFormat if known == extension), None)


def render(form: Form, report: Report, export_format: ExportFormat, draft: bool = False) -> bytes:
    """The bytes of the report; JSON is data and always given. Raises HasErrors for a final report that has errors."""
    if export_format is ExportFormat.JSON:
        return encode(report)
    if not draft:
        errors = [finding for finding in check(form, report.facts) if finding.severity is Severity.ERROR]
        if errors:
            raise HasErrors(errors)
    outline = compose(form, report.facts, draft)
    if export_format is ExportFormat.DOCX:
        from tthtcd_tui.exports.docx import docx_bytes

        return docx_bytes(outline)
    from tthtcd_tui.exports.text import text

    return text(outline).encode()


def export_to(path: Path, data: bytes, overwrite: bool = False) -> None:
    """`data` in `path`, whole or not at all. Raises TaskProblem."""
    try:
        write_whole(path, data, overwrite=overwrite)
    except FileProblem as problem:
        raise TaskProblem(problem.message) from None
