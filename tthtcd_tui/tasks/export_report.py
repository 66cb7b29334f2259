"""The report as a file, in any of the formats of `exports/formats.py`."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.checks.run import check
from tthtcd_tui.exports.formats import ExportFormat, exported
from tthtcd_tui.files.problem import FileProblem
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.codec import Report
from tthtcd_tui.report.finding import Severity
from tthtcd_tui.tasks.problem import HasErrors, TaskProblem

__all__ = ["ExportFormat", "export_to", "format_of", "render"]


def format_of(path: str) -> ExportFormat | None:
    """The format that a file's extension asks for."""
    extension = Path(path).suffix.lower().removeprefix(".")
    return next((known for known in ExportFormat if known == extension), None)


def render(form: Form, report: Report, export_format: ExportFormat, draft: bool = False) -> bytes:
    """The bytes of the report; data is always given. Raises HasErrors for a final report that has errors."""
    if not (draft or export_format.is_data):
        errors = [finding for finding in check(form, report.facts) if finding.severity is Severity.ERROR]
        if errors:
            raise HasErrors(errors)
    return exported(export_format, form, report, draft)


def export_to(path: Path, data: bytes, overwrite: bool = False) -> None:
    """`data` in `path`, whole or not at all. Raises TaskProblem."""
    try:
        write_whole(path, data, overwrite=overwrite)
    except FileProblem as problem:
        raise TaskProblem(problem.message) from None
