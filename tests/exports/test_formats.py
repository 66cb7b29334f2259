"""Every format there is: what it is called, and what the sample year is in it."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from support.forms import shipped
from support.years import year

from tthtcd_tui.exports.formats import ExportFormat, exported
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import Report, decode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

SAMPLE = decode(sample_bytes(SAMPLE_YEAR), shipped())
NEW = Report(year(shipped()), ActivityLog())


def made(export_format: ExportFormat, report: Report = SAMPLE, *, draft: bool = False) -> bytes:
    return exported(export_format, shipped(), report, draft)


@pytest.mark.parametrize("export_format", ExportFormat)
def test_every_format_has_a_name_and_makes_something(export_format: ExportFormat) -> None:
    assert export_format.label
    assert len(made(export_format)) > 10_000


def test_each_format_is_what_it_says() -> None:
    assert made(ExportFormat.JSON) == sample_bytes(SAMPLE_YEAR)
    assert made(ExportFormat.TEXT).decode().startswith("UBND PHƯỜNG MẠO KHÊ\n")
    assert docx.Document(BytesIO(made(ExportFormat.DOCX))).core_properties.language == "vi-VN"


def test_what_is_read_is_marked_as_a_draft_and_data_is_not() -> None:
    marked = {known for known in ExportFormat if made(known, NEW, draft=True) != made(known, NEW)}
    assert marked == {known for known in ExportFormat if not known.is_data} == {ExportFormat.DOCX, ExportFormat.TEXT}


def test_a_terminal_is_shown_text_alone() -> None:
    for known in ExportFormat:
        if known.is_text:
            made(known).decode()
        else:
            with pytest.raises(UnicodeDecodeError):
                made(known).decode()
