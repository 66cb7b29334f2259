"""Scoring sheets, and tables with columns of the form's own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.exports.tables.table import Cell, CellType, Column, Table, cell, number, qualifier
from tthtcd_tui.forms.kinds.grid import Grid, GridColumn, GridLine
from tthtcd_tui.forms.kinds.score import RECORD, Criterion, Score
from tthtcd_tui.forms.model import FieldType
from tthtcd_tui.report.kinds.grid import grid_total
from tthtcd_tui.report.kinds.grid import place_of as grid_place
from tthtcd_tui.report.kinds.score import DIFFERENCE, EVIDENCE
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.scoring import Scorer, class_of, place_of, points_of

_HUNDREDTH: Final = Decimal("0.01")
_REMARKS: Final = (EVIDENCE, DIFFERENCE)


def scores(material: TableMaterial) -> Table:
    """A row a criterion, then the total, what it is per cent, and the class."""
    rows: list[tuple[Cell, ...]] = []
    strong: set[int] = set()
    for section, score in material.form.parts(Score):
        for criterion in score.criteria:
            if not criterion.is_scored:
                strong.add(len(rows))
            rows.append((section.name, criterion.marker, criterion.label, *_scored(material, score, criterion)))
        for line in _sums(material, score):
            strong.add(len(rows))
            rows.append((section.name, "", *line))
    name = TableName.SCORES
    return Table(name, name.label, _columns(material) if rows else (), tuple(rows), frozenset(strong))


def _columns(material: TableMaterial) -> tuple[Column, ...]:
    fields = material.form.records[RECORD]
    score = next(part for _, part in material.form.parts(Score))
    return (
        *(Column("Mục", width=24), Column(material.form.table.marker_title, width=6)),
        *(Column(score.label_title, width=48), Column(score.maximum_title, CellType.NUMBER, 12)),
        *(Column(fields[scorer].label, CellType.NUMBER, 16) for scorer in Scorer),
        *(Column(fields[key].label, width=40) for key in _REMARKS),
    )


def _scored(material: TableMaterial, score: Score, criterion: Criterion) -> tuple[Cell, ...]:
    facts, fields = material.facts, material.form.records[RECORD]
    if not criterion.is_scored:
        both = [points_of(facts, score, scorer, criterion.key) for scorer in Scorer]
        sums = (number(points.given) if points.is_begun else None for points in both)
        return (number(criterion.maximum), *sums, None, None)
    given = (cell(fields[scorer], facts.at(place_of(criterion, scorer))) for scorer in Scorer)
    said = (cell(fields[key], facts.at(PlaceKind.SCORE, criterion.key, key)) for key in _REMARKS)
    return (number(criterion.maximum), *given, *said)


def _sums(material: TableMaterial, score: Score) -> Iterator[tuple[Cell, ...]]:
    both = {scorer: points_of(material.facts, score, scorer) for scorer in Scorer}
    totals = (number(points.given) if points.is_begun else None for points in both.values())
    yield (score.total_label, number(both[Scorer.OWN].maximum), *totals, None, None)
    shares = (
        number((points.given * 100 / points.maximum).quantize(_HUNDREDTH, ROUND_HALF_UP))
        if points.is_begun and points.applies
        else None
        for points in both.values()
    )
    yield (f"{score.percent_label} (%)", None, *shares, None, None)
    found = (class_of(material.facts, score, scorer) for scorer in Scorer)
    yield (score.class_label, None, *(each.label if each else None for each in found), None, None)


def grids(material: TableMaterial) -> Table:
    """A row a cell of each table, for their columns differ: Mục · Dòng · Cột · Mức · Giá trị · Đơn vị."""
    rows: list[tuple[Cell, ...]] = []
    strong: set[int] = set()
    for section, grid in material.form.parts(Grid):
        for line in grid.lines:
            rows += [_cell(material, section.name, line, column) for column in grid.columns if not line.group]
        for column in grid.columns:
            if column.total and (total := grid_total(material.facts, grid, column)) is not None:
                strong.add(len(rows))
                rows.append((section.name, grid.total_label, column.field.label, "", number(total), _unit(column)))
    columns = (
        *(Column("Mục", width=32), Column("Dòng", width=40), Column("Cột", width=24)),
        *(Column("Mức", width=10), Column("Giá trị", CellType.NUMBER, 18), Column("Đơn vị", width=16)),
    )
    return Table(TableName.GRIDS, TableName.GRIDS.label, columns, tuple(rows), frozenset(strong))


def _cell(material: TableMaterial, section: str, line: GridLine, column: GridColumn) -> tuple[Cell, ...]:
    answer = material.facts.at(grid_place(line, column))
    value = cell(column.field, answer)
    return (section, line.label, column.field.label, qualifier(answer), value, _unit(column))


def _unit(column: GridColumn) -> str:
    usual = {FieldType.PERCENT: "%", FieldType.MONEY: "đồng"}
    return usual.get(column.field.kind, column.field.unit)
