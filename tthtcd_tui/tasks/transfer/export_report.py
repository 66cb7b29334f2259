"""The report as a file, in any of the formats of `exports/formats.py`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.errors import NoTable, NotIssued, TaskProblem
from tthtcd_tui.exports.formats import ExportFormat, WordFile, exported, exported_tables
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.report.carried import Carry, Carrying
from tthtcd_tui.report.finding import Tally
from tthtcd_tui.tasks.transfer.read_report import OpenedReport

if TYPE_CHECKING:
    from tthtcd_tui.exports.tables.material import TableMaterial

__all__ = ["Carry", "ExportFormat", "TableName", "export_to", "format_of", "render", "table_material"]


def format_of(path: str) -> ExportFormat | None:
    """The format that a file's extension asks for."""
    extension = Path(path).suffix.lower().removeprefix(".")
    return next((known for known in ExportFormat if known == extension), None)


def render(
    opened: OpenedReport,
    export_format: ExportFormat,
    draft: bool = False,
    also: Collection[str] = (),
    table: TableName | None = None,
    step: Callable[[int, int], None] = lambda *_: None,
) -> bytes:
    """Render the report, with the appendices in `also`, or its tables. Data formats are given whatever is missing.

    `step` is called with the progress of long work: done, total.

    Raises TaskProblem where a final report is asked for in other styles; NotIssued where a report that is no draft has
    errors; NoTable where it is not clear which table, or there is none; NoPdf where there is no LibreOffice.
    """
    if opened.issued and opened.house is not None:
        raise TaskProblem(
            f"Báo cáo {opened.report.facts.period.title} đã chốt, tệp được giữ nguyên từng byte, không đổi kiểu chữ."
            " Hãy xuất như đã chốt, hoặc xuất bản dự thảo."
        )
    if export_format in opened.issued:
        return opened.issued[export_format]
    if export_format is ExportFormat.PDF:
        from tthtcd_tui.tasks.transfer.as_pdf import as_pdf

        return as_pdf(render(opened._replace(carry=Carry.NOTHING), ExportFormat.DOCX, draft, also))
    if export_format is ExportFormat.PACKAGE:
        return _package(opened, step)
    if export_format.is_tables:
        return _tables(opened, export_format, table, step)
    if not (draft or export_format.is_data):
        _refuse_with_errors(opened, also)
    word = WordFile(Carrying(opened.carry, opened.uid), opened.house)
    return exported(export_format, opened.form, opened.report, draft, opened.material, also, word)


def _refuse_with_errors(opened: OpenedReport, also: Collection[str]) -> None:
    from tthtcd_tui.checks.appendices import of_appendices  # drafts and data go out with whatever errors there are
    from tthtcd_tui.checks.forbidding import errors

    if found := [*errors(opened.context), *of_appendices(opened.context, also)]:
        raise NotIssued(Tally.of(found).words(), found)


def _tables(
    opened: OpenedReport, export_format: ExportFormat, table: TableName | None, step: Callable[[int, int], None]
) -> bytes:
    if export_format is ExportFormat.CSV and table is None:
        raise NoTable(
            "Tệp CSV chỉ chứa một bảng, chưa rõ là bảng nào. Hãy chọn một bảng, hoặc xuất tệp Excel có mọi bảng."
        )
    if table is TableName.HISTORY and opened.history is None:
        raise NoTable("Tệp .json không chứa lịch sử sửa. Hãy xuất bảng này từ tệp dữ liệu.")
    return exported_tables(export_format, table_material(opened), table, step)


def _package(opened: OpenedReport, step: Callable[[int, int], None]) -> bytes:
    """The data package, given whatever is missing; with errors, the report in it is a draft."""
    from tthtcd_tui.checks.forbidding import errors
    from tthtcd_tui.exports.package import data_package

    is_draft = ExportFormat.DOCX not in opened.issued and bool(errors(opened.context))
    docx, data = (render(opened, kind, is_draft) for kind in (ExportFormat.DOCX, ExportFormat.JSON))
    return data_package(table_material(opened), docx, data, is_draft, step, opened.copies())


def table_material(opened: OpenedReport) -> TableMaterial:
    """The material of its tables. Reads nothing more from the store once the context is loaded."""
    from tthtcd_tui.checks.context import Context, LoadedLog
    from tthtcd_tui.checks.run import check
    from tthtcd_tui.exports.tables.material import TableMaterial

    context = opened.context
    loaded = Context(
        opened.form, opened.report.facts, lambda: context.before, lambda: context.names, LoadedLog(opened.report.log)
    )
    return TableMaterial(
        opened.form,
        opened.report,
        lambda: tuple(check(loaded)),
        lambda: context.before,
        lambda: opened.history or (),
    )


def export_to(path: Path, data: bytes, overwrite: bool = False) -> None:
    """Write `data` to `path`, atomically. Raises FileProblem, FileExists."""
    write_whole(path, data, overwrite=overwrite)
