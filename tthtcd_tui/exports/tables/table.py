"""Table: titles and rows of typed cells, independent of a file format."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum, auto
from typing import Final, TypeAlias

from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.forms.answer import Absent, Answer, Quantity
from tthtcd_tui.forms.model import Field
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.named_tuple import NamedTuple

Cell: TypeAlias = str | Decimal | int | date | datetime | None
"""None and "" are empty cells. A number may stand in a column of words and words in one of numbers («không có»)."""


class CellType(Enum):
    """The display format of a column; the type of each value is its own."""

    TEXT = auto()
    NUMBER = auto()
    SHARE = auto()
    """Per cent, 0 to 100, shown with one decimal."""
    DATE = auto()
    TIME = auto()
    """A day and the hour, as the clock in Viet Nam says."""


class Column(NamedTuple):
    title: str
    kind: CellType = CellType.TEXT
    width: int = 20
    """Characters, where a file can say so."""


class Table(NamedTuple):
    name: TableName | None
    """None for a table that is not of one year."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int] = frozenset()
    """The indexes of rows set in bold: groups and totals."""


NIL_WORDS: Final = "không có"
NOT_APPLICABLE_WORDS: Final = "không áp dụng"


def number(value: Decimal) -> Decimal | int:
    """A whole number as an int, so that no file says «5.0»."""
    return int(value) if value == value.to_integral_value() else value


def cell(field: Field, answer: Answer) -> Cell:
    """An answer as a typed cell; the qualifier of a number stands in a column of its own."""
    match answer:
        case Absent.UNANSWERED:
            return None
        case Absent.NIL:
            return NIL_WORDS
        case Absent.NOT_APPLICABLE:
            return NOT_APPLICABLE_WORDS
        case Quantity():
            return number(answer.number)
        case date():
            return answer
        case tuple() if not field.options:
            return "\n".join(answer)
        case _:
            return printed(field, answer) or ""


def qualifier(answer: Answer) -> str:
    """«trên», «gần»; nothing for most."""
    return str(answer.qualifier or "") if isinstance(answer, Quantity) else ""
