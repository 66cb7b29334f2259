"""Reads all that an export needs from the database at once, so that the file can be made in another thread."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.status import Status
from tthtcd_tui.tasks.transfer.centre_template import centre_template
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, TableName
from tthtcd_tui.tasks.transfer.read_report import OpenedReport
from tthtcd_tui.tasks.years.stored_report import report_of

if TYPE_CHECKING:
    from tthtcd_tui.exports.tables.material import HistoryRow

_MADE_OF: Final = {
    ExportFormat.PDF: (ExportFormat.DOCX,),
    ExportFormat.PACKAGE: (ExportFormat.DOCX, ExportFormat.JSON),
}

_DRESSED: Final = (ExportFormat.DOCX, ExportFormat.PDF, ExportFormat.PACKAGE)
"""Formats that contain a Word file or are made from one."""


def opened_for(
    store: Store,
    year: Year,
    export_format: ExportFormat,
    draft: bool = False,
    also: Collection[str] = (),
    table: TableName | None = None,
    carry: Carry = Carry.PRINTED,
) -> OpenedReport:
    """The year as `render` needs it for a format. Of a final report the files kept at finalising are given out, unless
    a draft is asked for. Raises TaskProblem.
    """
    issued = {} if draft else _issued(store, year, export_format)
    if issued and also:
        raise TaskProblem(
            f"Báo cáo {year.period.title} đã chốt, không kèm thêm phụ lục được."
            " Hãy xuất không kèm phụ lục, hoặc xuất bản dự thảo để xem thử."
        )
    if issued and carry is not Carry.PRINTED and export_format is ExportFormat.DOCX:
        raise TaskProblem(
            f"Báo cáo {year.period.title} đã chốt, tệp được giữ nguyên từng byte, không đổi phần dữ liệu mang theo."
            " Hãy xuất như đã chốt, hoặc xuất bản dự thảo."
        )
    with_base = export_format in (ExportFormat.JSON, ExportFormat.PACKAGE) or carry is Carry.ALL
    opened = report_of(store, year, export_format.is_data, also, with_base)._replace(issued=issued, carry=carry)
    if export_format in _DRESSED and not issued and (template := centre_template(store, year.centre.id)):
        opened = opened._replace(house=template.house, house_name=template.name)
    if export_format.is_tables or export_format is ExportFormat.PACKAGE:
        opened.context.load()
        if table in (None, TableName.HISTORY):
            return opened._replace(history=history_rows(store, year))
    return opened


def _issued(store: Store, year: Year, export_format: ExportFormat) -> dict[ExportFormat, bytes]:
    """The kept files that the format needs: for a PDF the DOCX, for a package both."""
    if year.status is not Status.FINAL:
        return {}
    from tthtcd_tui.tasks.years.kept_versions import issued_bytes

    made_of = _MADE_OF.get(export_format, (export_format,))
    kept = {source: issued_bytes(store, year, source) for source in made_of}
    return {source: data for source, data in kept.items() if data is not None}


def history_rows(store: Store, year: Year) -> tuple[HistoryRow, ...]:
    """Who changed what, the newest first."""
    from tthtcd_tui.exports.tables.material import HistoryRow
    from tthtcd_tui.tasks.session.show_history import history

    return tuple(
        HistoryRow(
            line.at,
            line.user,
            line.place,
            line.label,
            line.before,
            line.after,
            line.revision,
            bool(line.mark),
        )
        for line in history(store, year, None, -1)
    )
