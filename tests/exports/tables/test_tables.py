"""The tables of the sample year: every one to the letter, as csv, and typed as xlsx."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import example, given
from python_calamine import CalamineWorkbook
from support.any_text import any_text
from support.forms import shipped
from support.golden import golden
from support.years import year

from tthtcd_tui.errors import NoTable, TooLargeForSheet
from tthtcd_tui.exports.formats import ExportFormat
from tthtcd_tui.exports.tables.delimited import csv_bytes
from tthtcd_tui.exports.tables.material import HistoryRow, TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.exports.tables.registry import table, tables
from tthtcd_tui.exports.tables.table import CellType, Column, Table
from tthtcd_tui.exports.tables.workbook import xlsx_bytes
from tthtcd_tui.report.activity import ActivityLog
from tthtcd_tui.report.codec import ReportData, decode
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_report import render, table_material
from tthtcd_tui.tasks.transfer.read_report import OpenedReport
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM
from tthtcd_tui.text.guarded import guarded, unguarded

FORM = shipped()
OPENED = OpenedReport.alone(FORM, decode(sample_bytes(SAMPLE_YEAR), FORM))
BEFORE = decode(sample_bytes("mao-khe-2019-2020.json"), FORM).facts
HOUR = datetime(2021, 6, 5, 8, 30, tzinfo=HOUR_OF_VIETNAM)
EDIT = HistoryRow(HOUR, "lan", "figure/dan_so", "Dân số", "(chưa nhập)", "trên 40.000", 7, is_undo=False)


def material() -> TableMaterial:
    return replace(table_material(OPENED), read_previous=lambda: BEFORE, read_history=lambda: (EDIT,))


def test_every_table_of_the_sample_year_to_the_letter() -> None:
    written = "".join(
        f"== {each.title} ==\n{csv_bytes(each).decode('utf-8-sig')}".replace("\r\n", "\n")
        for each in tables(material())
    )
    assert written == golden("tables-mao-khe-2020-2021.txt", written)


def test_a_csv_is_what_excel_opens_in_a_vietnamese_office() -> None:
    made = csv_bytes(
        Table(
            None,
            "Thử",
            (Column("Ngày"), Column("Số"), Column("Lời")),
            ((date(2020, 9, 5), Decimal("2.5"), 'Lớp "A"; B'), (None, 43117, "hai\ndòng"), ("", -5, "=1+1")),
        )
    )
    assert made == (
        '\ufeffNgày;Số;Lời\r\n05/09/2020;2,5;"Lớp ""A""; B"\r\n;43117;"hai\ndòng"\r\n;-5;\'=1+1\r\n'.encode()
    )


@given(any_text)
@example("'=")
@example("''")
def test_what_is_guarded_begins_no_formula_and_is_given_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    assert unguarded(guarded(text)) == text


def book(*rows: tuple[object, ...], kinds: tuple[CellType, ...] = (CellType.TEXT, CellType.NUMBER)) -> bytes:
    columns = tuple(Column(f"Cột {number}", kind) for number, kind in enumerate(kinds))
    return xlsx_bytes([Table(None, "Thử", columns, rows)], "Tên", "Ai", date(2021, 6, 5))  # type: ignore[arg-type]


def cells(data: bytes, sheet: int = 0) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(sheet).to_python()]


def test_numbers_are_numbers_days_are_days_and_text_is_never_a_formula_or_a_link() -> None:
    kinds = (CellType.TEXT, CellType.NUMBER, CellType.DATE, CellType.TIME)
    row = ("=1+1", Decimal("2.5"), date(2020, 9, 5), HOUR)
    data = book(row, ("https://a.vn", 43117, date(1899, 5, 1), None), ("00123", "không có", None, None), kinds=kinds)
    assert cells(data)[1:] == [
        ["=1+1", 2.5, date(2020, 9, 5), HOUR.replace(tzinfo=None)],
        ["https://a.vn", 43117.0, "01/05/1899", ""],
        ["00123", "không có", "", ""],
    ]
    with zipfile.ZipFile(BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        assert 'state="frozen"' in sheet
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert book(row, kinds=kinds) == book(row, kinds=kinds)


@pytest.mark.parametrize("text", ["x" * 32_768, "🙂" * 16_384])
def test_a_text_longer_than_a_cell_is_refused_in_words(text: str) -> None:
    with pytest.raises(TooLargeForSheet, match=r"Bảng “Thử”, dòng 2, cột “Cột 0” dài"):
        book((text, 1))
    assert cells(book(("x" * 32_767, 1)))[1][0] == "x" * 32_767


EMPTY = (TableName.COMPARISON, TableName.HISTORY, TableName.FINDINGS, TableName.GRIDS, TableName.SCORES)
"""What the sample says nothing of."""


def test_a_workbook_has_a_sheet_for_each_table_that_says_something() -> None:
    made = CalamineWorkbook.from_filelike(BytesIO(render(OPENED, ExportFormat.XLSX)))
    assert made.sheet_names == [name.label for name in TableName if name not in EMPTY]
    empty = OpenedReport.alone(FORM, ReportData(year(FORM), ActivityLog()))
    assert (
        TableName.ANSWERS.label in CalamineWorkbook.from_filelike(BytesIO(render(empty, ExportFormat.XLSX))).sheet_names
    )


def test_a_csv_of_no_table_and_a_history_that_is_not_there_are_refused() -> None:
    with pytest.raises(NoTable, match="một bảng"):
        render(OPENED, ExportFormat.CSV)
    with pytest.raises(NoTable, match="không chứa lịch sử"):
        render(OPENED, ExportFormat.CSV, table=TableName.HISTORY)


def test_of_a_table_without_rows_there_are_the_titles() -> None:
    empty = TableMaterial(FORM, ReportData(year(FORM), ActivityLog()))
    assert csv_bytes(table(TableName.ACTIVITIES, empty)).decode("utf-8-sig").startswith("Ngày;Tên hoạt động;Loại;")
