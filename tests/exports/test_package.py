"""The data package of a year: whole, described, checked by its sums, the same bytes for the same year."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from datetime import datetime
from hashlib import sha256
from io import BytesIO, StringIO
from typing import Any

from hypothesis import given
from support.examples import at_most
from support.forms import shipped
from support.golden import golden
from support.strategies import reports
from support.years import year

from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.package import DATA, DESCRIPTION, README, REPORT, SUMS
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import ReportData, decode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_report import render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport

FORM = shipped()
SAMPLE = OpenedReport.alone(FORM, decode(sample_bytes(SAMPLE_YEAR), FORM))


def files(opened: OpenedReport) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(render(opened, ExportFormat.PACKAGE))) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def test_the_sample_is_told_and_described_to_the_letter() -> None:
    made = files(SAMPLE)
    written = made[README].decode("utf-8-sig").replace("\r\n", "\n")
    assert written == golden("package-mao-khe-2020-2021.txt", written)
    described = re.sub(r'"(bytes|hash)": [^,]+', r'"\1": …', made[DESCRIPTION].decode())
    assert described == golden("package-mao-khe-2020-2021.json", described)


def test_every_file_is_what_it_is_when_it_goes_out_alone_and_has_its_sum() -> None:
    made = files(SAMPLE)
    assert made[DATA] == sample_bytes(SAMPLE_YEAR)
    assert made[REPORT] == render(SAMPLE, ExportFormat.DOCX)
    assert made["bang.xlsx"] == render(SAMPLE, ExportFormat.XLSX)
    assert made["bang/so-lieu.csv"] == render(SAMPLE, ExportFormat.CSV, table=TableName.FIGURES)
    assert made["bieu-mau.toml"].decode() == FORM.text
    sums = made.pop(SUMS).decode()
    assert sums == "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in made.items())
    assert render(SAMPLE, ExportFormat.PACKAGE) == render(SAMPLE, ExportFormat.PACKAGE)


def test_of_a_year_with_gaps_the_report_is_a_draft_and_the_package_says_so() -> None:
    empty = OpenedReport.alone(FORM, ReportData(year(FORM), ActivityLog()))
    made = files(empty)
    assert "bản dự thảo" in made[README].decode()
    assert made[REPORT] == render(empty, ExportFormat.DOCX, draft=True)


@at_most(6)
@given(reports(FORM))
def test_of_any_year_every_cell_is_of_the_type_that_is_said(report: ReportData) -> None:
    made = files(OpenedReport.alone(FORM, report))
    for resource in json.loads(made[DESCRIPTION])["resources"]:
        content = made[resource["path"]]
        assert (len(content), f"sha256:{sha256(content).hexdigest()}") == (resource["bytes"], resource["hash"])
        titles, *rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
        fields = resource["schema"]["fields"]
        assert titles == [field["name"] for field in fields]
        for row in rows:
            for cell, field in zip(row, fields, strict=True):
                if cell not in resource["schema"]["missingValues"]:
                    _parse(cell, field)


def _parse(cell: str, field: dict[str, Any]) -> None:
    """As a reader of such packages does; raises ValueError."""
    if field["type"] == "number":
        float(cell.replace(",", "."))
    elif field["type"] in ("date", "datetime"):
        datetime.strptime(f"{cell} +0700", f"{field['format']} %z")
