"""Every kind of content a report is made of. In this order its rows are walked, section by section."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.registry import Registry
from tthtcd_tui.report.kinds.board import BOARD
from tthtcd_tui.report.kinds.checklist import CHECKLIST
from tthtcd_tui.report.kinds.evidence import EVIDENCE
from tthtcd_tui.report.kinds.figures import FIGURES
from tthtcd_tui.report.kinds.grid import GRID
from tthtcd_tui.report.kinds.indicators import INDICATORS
from tthtcd_tui.report.kinds.kind import ContentKind
from tthtcd_tui.report.kinds.narrative import NARRATIVE
from tthtcd_tui.report.kinds.ratings import RATINGS
from tthtcd_tui.report.kinds.results import RESULTS
from tthtcd_tui.report.kinds.score import SCORE
from tthtcd_tui.report.row import RecordKind

KINDS: Final[Registry[ContentKind]] = Registry(
    FIGURES, NARRATIVE, BOARD, CHECKLIST, RESULTS, GRID, RATINGS, INDICATORS, SCORE, EVIDENCE
)


def record_of(kind: str) -> RecordKind | None:
    """The rows that people can add at this kind of Place; None where they cannot."""
    for each in KINDS:
        if kind in each.records:
            return each.records[kind]
    return None


def is_added(kind: str) -> bool:
    """Whether people add the report's rows at this kind of Place."""
    record = record_of(kind)
    return record is not None and record.is_row
