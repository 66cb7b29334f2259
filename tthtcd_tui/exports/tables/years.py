"""The reports there are as a table: which centre's, of when, how far, and what each adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from tthtcd_tui.exports.tables.table import CellType, Column, Table, number
from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.named_tuple import NamedTuple

TITLE = "Các báo cáo"


class YearLine(NamedTuple):
    """A report, its results added up."""

    code: str
    centre: str
    period: str
    first: date
    last: date
    status: str
    percent: int
    activities: int
    classes: Answer
    participations: Answer
    revision: int


def years(lines: Iterable[YearLine]) -> Table:
    """A row a report, in the order they come in."""
    columns = (
        Column("Mã", width=14),
        Column("Trung tâm", width=36),
        Column("Kỳ", width=14),
        Column("Từ ngày", CellType.DATE, 12),
        Column("Đến ngày", CellType.DATE, 12),
        Column("Tình trạng", width=14),
        Column("Hoàn thành (%)", CellType.NUMBER, 12),
        Column("Hoạt động trong nhật ký", CellType.NUMBER, 14),
        Column("Số lớp", CellType.NUMBER, 12),
        Column("Số lượt người tham gia", CellType.NUMBER, 14),
        Column("Số lần lưu", CellType.NUMBER, 10),
    )
    rows = tuple(
        (
            *line[:7],
            line.activities,
            _number(line.classes),
            _number(line.participations),
            line.revision,
        )
        for line in lines
    )
    return Table(None, TITLE, columns, rows)


def _number(answer: Answer) -> Decimal | int | None:
    return number(answer.number) if isinstance(answer, Quantity) else None
