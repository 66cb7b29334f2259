"""Spreadsheets of OpenDocument as LibreOffice saves them: what is the same as its neighbour is written once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape

from support.old_reports import zipped

MIME: Final = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES: Final = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
)
_MOST_ROWS: Final = 1_048_576
_MOST_COLUMNS: Final = 16_384

Cell = str | int | float | date
Rows = Iterable[Sequence[Cell]]


def ods(*sheets: tuple[str, Rows]) -> bytes:
    """A workbook of sheets, each a name and rows, blank to the end of the sheet as every office program writes it."""
    tables = "".join(f'<table:table table:name="{escape(name)}">{_rows(rows)}</table:table>' for name, rows in sheets)
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    return packed(f'<office:document-content {_NAMES} office:version="1.3">{body}</office:document-content>')


def packed(content: str) -> bytes:
    """An ods of the content given."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/></manifest:manifest>'
    )
    return zipped({"mimetype": MIME, "content.xml": head + content, "META-INF/manifest.xml": head + manifest})


def _rows(rows: Rows) -> str:
    written = [_row(row) for row in rows]
    found = [_repeated("row", row, len(list(alike))) for row, alike in groupby(written)]
    blank = f'<table:table-cell table:number-columns-repeated="{_MOST_COLUMNS}"/>'
    return "".join([*found, _repeated("row", blank, _MOST_ROWS - len(written))])


def _repeated(what: str, content: str, times: int) -> str:
    said = f' table:number-{what}s-repeated="{times}"' if times > 1 else ""
    return f"<table:table-{what}{said}>{content}</table:table-{what}>"


def _row(row: Sequence[Cell]) -> str:
    return "".join(
        _cell(cell, len(list(alike))) for (_, cell), alike in groupby(row, key=lambda cell: (type(cell), cell))
    )


def _cell(cell: Cell, times: int) -> str:
    said = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    value, shown = _told(cell)
    return f"<table:table-cell{said}{value}>{shown}</table:table-cell>"


def _told(cell: Cell) -> tuple[str, str]:
    """What a cell holds, and how it shows it."""
    if isinstance(cell, date):
        value = f' office:value-type="date" office:date-value="{cell.isoformat()}"'
        return value, f"<text:p>{cell:%d/%m/%Y}</text:p>"
    if isinstance(cell, (int, float)):
        return f' office:value-type="float" office:value="{cell}"', f"<text:p>{cell}</text:p>"
    if cell == "":
        return "", ""
    return ' office:value-type="string"', "".join(f"<text:p>{_spaced(line)}</text:p>" for line in cell.split("\n"))


def _spaced(text: str) -> str:
    """Of several blanks all but the first are elements of their own."""
    return escape(text).replace("  ", " <text:s/>")
