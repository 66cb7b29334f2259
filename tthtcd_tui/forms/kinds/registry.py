"""Every kind of content a form may ask for. In this order requirements and findings are told, section by section."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.forms.kinds.board import BOARD
from tthtcd_tui.forms.kinds.checklist import CHECKLIST
from tthtcd_tui.forms.kinds.evidence import EVIDENCE
from tthtcd_tui.forms.kinds.figures import FIGURES
from tthtcd_tui.forms.kinds.grid import GRID
from tthtcd_tui.forms.kinds.indicators import INDICATORS
from tthtcd_tui.forms.kinds.narrative import NARRATIVE
from tthtcd_tui.forms.kinds.ratings import RATINGS
from tthtcd_tui.forms.kinds.results import RESULTS
from tthtcd_tui.forms.kinds.schema import Schema
from tthtcd_tui.forms.kinds.score import SCORE
from tthtcd_tui.forms.registry import Registry

SCHEMAS: Final[Registry[Schema]] = Registry(
    FIGURES, NARRATIVE, BOARD, CHECKLIST, RESULTS, GRID, RATINGS, INDICATORS, SCORE, EVIDENCE
)
