"""A table as csv, as the Excel of a Vietnamese office opens it with a double click.

UTF-8 with its mark, cells parted by «;», a decimal comma, days as 05/06/2021. A text that Excel would take for
a formula is given an apostrophe; `unguarded` takes it off again, so that what is read back is what was written.
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
    """A cell as text: a number bare, without dots between thousands."""
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
