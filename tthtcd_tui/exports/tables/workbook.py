"""Tables as one xlsx, a sheet each: typed cells, titles that stay in sight, ready to be sorted and printed.

Text is never a formula, a link or a number, whatever it begins with. The same tables give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from tthtcd_tui.errors import TooLargeForSheet
from tthtcd_tui.exports.tables.table import Cell, CellType, Table
from tthtcd_tui.text.numbers import format_number

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL: Final = 32_767
"""Characters that Excel takes in a cell, in UTF-16 units."""
_MOST_ROWS: Final = 1_048_576
_LOOK: Final = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
_HEAD: Final = {**_LOOK, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "bottom": 1}
_FORMATS: Final[Mapping[CellType, Mapping[str, Any]]] = {
    CellType.TEXT: {"text_wrap": True},
    CellType.NUMBER: {"num_format": "#,##0", "align": "right", "indent": 1},
    CellType.SHARE: {"num_format": "0.0", "align": "right", "indent": 1},
    CellType.DATE: {"num_format": "dd/mm/yyyy", "align": "center"},
    CellType.TIME: {"num_format": "dd/mm/yyyy hh:mm", "align": "center"},
}
_FRACTION: Final = "#,##0.######"
_LANDSCAPE: Final = 4
"""Columns; a wider table is printed on a page turned on its side."""
_AT_ONCE: Final = 1_000
_LINE: Final = 15.75
"""Points, of a line of the usual font."""
_HIGHEST: Final = 409.5
"""Points; a row is no higher."""
_NO_DAY: Final = date(2000, 1, 1)
"""The creation date of a workbook without a date of its own; never the real one."""
_FIRST_DAY: Final = date(1900, 3, 1)
"""Excel's day numbers before this one are off by one, for its 29 February 1900."""


def _untold(done: int, of: int) -> None:
    """The default `step`: does nothing."""


def xlsx_bytes(
    tables: Sequence[Table],
    title: str,
    author: str,
    dated: date | None,
    step: Callable[[int, int], None] = _untold,
) -> bytes:
    """A workbook of `tables`, without traces of the machine or the day in its properties. Raises TooLargeForSheet.

    `step` is called with the rows written and their total.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": "Times New Roman", "font_size": 12},
        },
    )
    book.set_properties(
        {"title": title[:255], "author": author[:255], "created": datetime.combine(dated or _NO_DAY, time())}
    )
    looks = _Looks(book)
    done, of = 0, sum(len(table.rows) for table in tables)
    for table in tables:
        for _ in _write_sheet(book.add_worksheet(table.title), table, looks, title):
            step(done := done + _AT_ONCE, of)
    book.close()
    return out.getvalue()


class _Looks:
    """Cache of the workbook's cell formats, by kind of column."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.head: Format = book.add_format(_HEAD)
        self._book = book
        self._made: dict[tuple[CellType, bool, bool], Format] = {}

    def of(self, kind: CellType, strong: bool, fraction: bool = False) -> Format:
        key = (kind, strong, fraction)
        if key not in self._made:
            given = {**_LOOK, **_FORMATS[kind], "bold": strong}
            if fraction:
                given["num_format"] = _FRACTION
            self._made[key] = self._book.add_format(given)
        return self._made[key]


def _write_sheet(sheet: Worksheet, table: Table, looks: _Looks, title: str) -> Iterator[None]:
    """Write a table; yields after every so many rows."""
    if len(table.rows) >= _MOST_ROWS:
        raise TooLargeForSheet(
            f"Bảng “{table.title}” có {format_number(len(table.rows))} dòng, tệp Excel chỉ chứa được"
            f" {format_number(_MOST_ROWS - 1)}. Hãy xuất bảng này ra tệp CSV."
        )
    _set_up(sheet, table, title)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.title, looks.head)
    sheet.set_row(0, _height(table, [column.title for column in table.columns]))
    usual = [looks.of(column.kind, strong=False) for column in table.columns]
    strong = [looks.of(column.kind, strong=True) for column in table.columns]
    for number, row in enumerate(table.rows, 1):
        if not number % _AT_ONCE:
            yield
        formats = strong if number - 1 in table.strong else usual
        if (height := _height(table, row)) > _LINE:
            sheet.set_row(number, height)
        for at, (cell, look) in enumerate(zip(row, formats, strict=True)):
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                _write_text(sheet, number, at, cell, look, table)
            elif isinstance(cell, date):
                _write_day(sheet, number, at, cell, look)
            else:
                if isinstance(cell, Decimal) and table.columns[at].kind is CellType.NUMBER:
                    look = looks.of(CellType.NUMBER, number - 1 in table.strong, fraction=True)  # noqa: PLW2901
                sheet.write_number(number, at, float(cell), look)


def _height(table: Table, row: Sequence[Cell]) -> float:
    """The row height for its longest text: not every program computes it itself."""
    lines = max(
        _lines(cell, column.width) if isinstance(cell, str) else 1
        for cell, column in zip(row, table.columns, strict=True)
    )
    return min(lines * _LINE, _HIGHEST)


def _lines(text: str, width: int) -> int:
    """How many a text takes in a column; most letters are narrower than the digits by which columns are measured."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(1 + max(len(line) - 1, 0) // width for line in text.split("\n"))


def _write_text(sheet: Worksheet, row: int, at: int, text: str, look: Format, table: Table) -> None:
    if len(text) > _LONGEST_CELL // 2 and len(text.encode("utf-16-le")) // 2 > _LONGEST_CELL:
        raise TooLargeForSheet(
            f"Bảng “{table.title}”, dòng {row + 1}, cột “{table.columns[at].title}” dài"
            f" {format_number(len(text))} ký tự, một ô Excel chỉ chứa {format_number(_LONGEST_CELL)}."
            " Hãy xuất bảng này ra tệp CSV, hoặc chia nội dung ấy thành nhiều chỗ."
        )
    sheet.write_string(row, at, text, look)


def _write_day(sheet: Worksheet, row: int, at: int, day: date, look: Format) -> None:
    """Write a day; as text if Excel has no number for it."""
    if isinstance(day, datetime):
        sheet.write_datetime(row, at, day.replace(tzinfo=None), look)  # a cell knows no zone
    elif day < _FIRST_DAY:
        sheet.write_string(row, at, f"{day.day:02}/{day.month:02}/{day.year:04}", look)
    else:
        sheet.write_datetime(row, at, day, look)


def _set_up(sheet: Worksheet, table: Table, title: str) -> None:
    """Titles that stay in sight and stand on every page, a filter, and a page of A4 as wide as the table."""
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if len(table.columns) > _LANDSCAPE:
        sheet.set_landscape()
    sheet.set_header(f"&L{_in_header(title)}&R{_in_header(table.title)}")
    sheet.set_footer("&CTrang &P/&N")
    if table.rows and not table.strong:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _in_header(text: str) -> str:
    """`text` for a page header: «&» is escaped, since it begins a code, and 255 characters are the limit."""
    return text[:100].replace("&", "&&")
