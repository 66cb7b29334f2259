"""Every format there is: what it is called, and what the sample year is in it."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from support.forms import shipped

from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.report.codec import ReportData, decode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_report import render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport

SAMPLE = decode(sample_bytes(SAMPLE_YEAR), shipped())


MADE_HERE = [known for known in ExportFormat if known is not ExportFormat.PDF]
"""A PDF takes another program: tests/tasks/transfer/test_as_pdf.py."""


def made(export_format: ExportFormat, report: ReportData = SAMPLE, *, draft: bool = False) -> bytes:
    return render(OpenedReport.alone(shipped(), report), export_format, draft, table=_table(export_format))


def _table(export_format: ExportFormat) -> TableName | None:
    return TableName.ANSWERS if export_format is ExportFormat.CSV else None


@pytest.mark.parametrize("export_format", MADE_HERE)
def test_every_format_has_a_name_and_makes_something(export_format: ExportFormat) -> None:
    assert export_format.label
    assert len(made(export_format)) > 10_000


def test_each_format_is_what_it_says() -> None:
    assert made(ExportFormat.JSON) == sample_bytes(SAMPLE_YEAR)
    assert made(ExportFormat.TEXT).decode().startswith("UBND PHƯỜNG MẠO KHÊ\n")
    assert docx.Document(BytesIO(made(ExportFormat.DOCX))).core_properties.language == "vi-VN"


def test_what_is_read_is_marked_as_a_draft_and_data_is_not() -> None:
    marked = {known for known in MADE_HERE if made(known, draft=True) != made(known)}
    assert marked == {known for known in MADE_HERE if not known.is_data}
    assert marked == {ExportFormat.DOCX, ExportFormat.TEXT, ExportFormat.MARKDOWN}


def test_a_terminal_is_shown_text_alone() -> None:
    for known in MADE_HERE:
        if known.is_text:
            made(known).decode()
        else:
            with pytest.raises(UnicodeDecodeError):
                made(known).decode()
