"""Results of the year with their totals, and every number beside that of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.exports.tables.table import Cell, CellType, Column, Table, cell, number
from tthtcd_tui.forms.answer import Answer, Quantity
from tthtcd_tui.forms.model import FieldType, SectionPart
from tthtcd_tui.report.facts import Facts, ResultColumn, Source
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.row import ReportCell, ReportRow, RowRole
from tthtcd_tui.report.summed import label_of

_NARROW: Final = 14
_LABEL: Final = 44
_TENTH: Final = Decimal("0.1")
_SOURCES: Final = {Source.TYPED: "nhập tay", Source.LOG: "cộng từ nhật ký", Source.NONE: ""}


def results(material: TableMaterial) -> Table:
    """TT · Nội dung · Số lớp · Số lượt người tham gia, what part of the whole each is, where it comes from; TỔNG."""
    words, fields = material.form.table, material.form.records[PlaceKind.RESULTS]
    titles = [fields[column].label for column in ResultColumn]
    columns = (
        Column(words.marker_title, width=6),
        Column(words.label_title, width=_LABEL),
        *(Column(title, CellType.NUMBER, _NARROW) for title in titles),
        *(Column(f"Tỷ lệ {title[:1].lower()}{title[1:]} (%)", CellType.SHARE, _NARROW) for title in titles),
        Column("Nguồn", width=18),
    )
    walked = [row for _, found in material.rows.sections_of(SectionPart.RESULTS) for row in found]
    rows = [_result(material, row) for row in walked if row.role is not RowRole.TOTAL]
    strong = {n for n, row in enumerate(each for each in walked if each.role is not RowRole.TOTAL) if not row.cells}
    if rows:
        strong.add(len(rows))
        rows.append(_total(material))
    return Table(TableName.RESULTS, TableName.RESULTS.label, columns, tuple(rows), frozenset(strong))


def _result(material: TableMaterial, row: ReportRow) -> tuple[Cell, ...]:
    if not row.cells:
        return (row.marker, row.label, *[None] * 4, "")
    facts, key = material.facts, row.place.parts[1]
    fields = material.form.records[PlaceKind.RESULTS]
    numbers = [cell(fields[column], facts.result(key, column)) for column in ResultColumn]
    shares = [_rounded(facts.share(key, column)) for column in ResultColumn]
    sources = dict.fromkeys(_SOURCES[facts.source(key, column)] for column in ResultColumn)
    return (row.marker, row.label, *numbers, *shares, ", ".join(filter(None, sources)))


def _total(material: TableMaterial) -> tuple[Cell, ...]:
    totals = [material.facts.total(column) for column in ResultColumn]
    whole = [100 if isinstance(total, Quantity) and total.number else None for total in totals]
    return ("", material.form.table.total_label, *map(_number, totals), *whole, "")


def comparison(material: TableMaterial) -> Table:
    """Every number that this year or the year before has: both, the difference, the change in per cent."""
    name = TableName.COMPARISON
    before = material.previous
    if before is None:
        return Table(name, name.label, _compared_titles("Năm trước", material.facts.period.label), ())
    columns = _compared_titles(label_of(before), material.facts.period.label)
    rows = [*_compared_results(material, before), *_compared_figures(material, before)]
    return Table(name, name.label, columns, tuple(rows))


def _compared_titles(before: str, now: str) -> tuple[Column, ...]:
    return (
        Column("Nội dung", width=_LABEL),
        Column("Đơn vị", width=_NARROW),
        Column(before, CellType.NUMBER, _NARROW),
        Column(now, CellType.NUMBER, _NARROW),
        Column("Tăng, giảm", CellType.NUMBER, _NARROW),
        Column("Tăng, giảm (%)", CellType.SHARE, _NARROW),
    )


def _compared_results(material: TableMaterial, before: Facts) -> Iterator[tuple[Cell, ...]]:
    fields = material.form.records[PlaceKind.RESULTS]
    for column in ResultColumn:
        label = fields[column].label
        for _, found in material.rows.sections_of(SectionPart.RESULTS):
            for row in found:
                if row.cells:
                    key = row.place.parts[1]
                    pair = before.result(key, column), material.facts.result(key, column)
                    yield from _pair(f"{row.label}: {label[:1].lower()}{label[1:]}", "", *pair)
        totals = before.total(column), material.facts.total(column)
        yield from _pair(f"{material.form.table.total_label}: {label[:1].lower()}{label[1:]}", "", *totals)


def _compared_figures(material: TableMaterial, before: Facts) -> Iterator[tuple[Cell, ...]]:
    for each in material.rows.cells():
        if each.field.kind.is_number and each.place.kind not in (PlaceKind.RESULTS, PlaceKind.BOARD, PlaceKind.OWN):
            unit = _unit(each)
            yield from _pair(each.label, unit, before.at(each.place), material.facts.at(each.place))


def _unit(each: ReportCell) -> str:
    return "%" if each.field.kind is FieldType.PERCENT else each.field.unit


def _pair(label: str, unit: str, before: Answer, now: Answer) -> Iterator[tuple[Cell, ...]]:
    """Nothing where neither year has a number."""
    was, is_now = (answer.number if isinstance(answer, Quantity) else None for answer in (before, now))
    if was is None and is_now is None:
        return
    both = was is not None and is_now is not None
    difference = is_now - was if was is not None and is_now is not None else None
    change = _rounded(difference * 100 / was) if both and difference is not None and was else None
    yield (label, unit, _number(before), _number(now), None if difference is None else number(difference), change)


def _number(answer: Answer) -> Cell:
    return number(answer.number) if isinstance(answer, Quantity) else None


def _rounded(share: Decimal | None) -> Cell:
    return None if share is None else number(share.quantize(_TENTH, ROUND_HALF_UP))
