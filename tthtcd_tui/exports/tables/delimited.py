"""A table as csv in the form that Excel in a Vietnamese office opens by a double click.

UTF-8 with a byte order mark, «;» between cells, a decimal comma, days as 05/06/2021. Text that Excel would take for a
formula gets an apostrophe, which `text.guarded` removes when the file is read back.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from typing import Final

from tthtcd_tui.exports.tables.table import Cell, Table
from tthtcd_tui.text.guarded import guarded

MARK: Final = ";"
_BREAKS: Final = re.compile(r"\r\n?|\n")


def csv_bytes(table: Table) -> bytes:
    """The table with its titles."""
    return _written([[column.title for column in table.columns], *table.rows])


def _written(rows: Iterable[Iterable[Cell]]) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=MARK, lineterminator="\r\n")
    for row in rows:
        writer.writerow(map(spelt, row))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def spelt(cell: Cell) -> str:
    """A cell as text; numbers without dots between thousands."""
    match cell:
        case None:
            return ""
        case str():
            return guarded(_BREAKS.sub("\n", cell))
        case Decimal():
            return f"{cell:f}".replace(".", ",")
        case int():
            return str(cell)
        case datetime():
            return f"{cell:%d/%m/%Y %H:%M:%S}"
        case date():
            return f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
