"""A block pasted into a sheet: the plan of what goes where, for the tables that the sheet shows."""

from __future__ import annotations

from collections.abc import Container

from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.blocks.figures import figures_plan
from tthtcd_tui.imports.blocks.plan import Doubt, Plan
from tthtcd_tui.imports.blocks.results import results_plan
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.refused_rows import RefusedRow
from tthtcd_tui.text.periods import Period

__all__ = ("Plan", "block_plan", "is_block", "refused_of")


def is_block(raw: str) -> bool:
    """Whether `raw` is more than the value of one cell."""
    text = raw.strip("\r\n")
    return "\t" in text or "\n" in text or "\r" in text


def block_plan(form: Form, period: Period, raw: str, shown: Container[str], at: Place | None) -> Plan | None:
    """Where the cells of `raw` go; None where the tables of the kinds `shown` say nothing of it.

    In the results table a block without labels is laid from the cell `at` on if it fits; where the cursor stands
    outside that table, and among figures, labels alone place it. Raises UnusableCharacter as `clean` does.
    """
    if not is_block(raw):
        return None
    if PlaceKind.RESULTS in shown:
        in_table = at is None or at.kind == PlaceKind.RESULTS
        plan = results_plan(form, period, raw, at if in_table else None)
        if in_table or plan.by_labels:
            return plan
    if PlaceKind.FIGURE in shown:
        plan = figures_plan(form, period, raw)
        if plan.by_labels:
            return plan
    return None


def refused_of(plan: Plan) -> list[RefusedRow]:
    """What of a plan is not stored, row by row and cell by cell."""
    kinds = {placement.place.kind for placement in plan.placements}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return [_refused(doubt, kind) for doubt in plan.doubts]


def _refused(doubt: Doubt, kind: str) -> RefusedRow:
    if doubt.place is not None:
        texts = {doubt.place.parts[-1]: doubt.text}
        return RefusedRow(doubt.line, doubt.cells, doubt.reason, doubt.place.kind, texts, place=doubt.place)
    found = PlaceKind.FIGURE if "" in doubt.texts else PlaceKind.RESULTS if doubt.texts else kind
    return RefusedRow(doubt.line, doubt.cells, doubt.reason, found, dict(doubt.texts))
