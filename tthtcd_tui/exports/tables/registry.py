"""Every table of a year: its name and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tthtcd_tui.exports.tables.contents import answers, board, checklist, figures, indicators, ratings
from tthtcd_tui.exports.tables.evidence_links import evidence
from tthtcd_tui.exports.tables.lists import activities, findings, history
from tthtcd_tui.exports.tables.material import TableMaterial
from tthtcd_tui.exports.tables.names import TableName
from tthtcd_tui.exports.tables.numbers_of_year import comparison, results
from tthtcd_tui.exports.tables.scores import grids, scores
from tthtcd_tui.exports.tables.table import Table

_MAKERS: Final[Mapping[TableName, Callable[[TableMaterial], Table]]] = {
    TableName.RESULTS: results,
    TableName.COMPARISON: comparison,
    TableName.ACTIVITIES: activities,
    TableName.FIGURES: figures,
    TableName.BOARD: board,
    TableName.CHECKLIST: checklist,
    TableName.EVIDENCE: evidence,
    TableName.RATINGS: ratings,
    TableName.INDICATORS: indicators,
    TableName.GRIDS: grids,
    TableName.SCORES: scores,
    TableName.FINDINGS: findings,
    TableName.HISTORY: history,
    TableName.ANSWERS: answers,
}


def table(name: TableName, material: TableMaterial) -> Table:
    """One table; without rows where there is nothing of its kind."""
    return _MAKERS[name](material)


def tables(material: TableMaterial) -> list[Table]:
    """All that have rows, in the order of a workbook's sheets."""
    return [made for name in TableName if (made := table(name, material)).rows]
