"""A block pasted into the results table: by labels and headings if it has them, else by its shape from the cursor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.blocks.grid import Grid, Parted, read_table
from tthtcd_tui.imports.blocks.headings import field_named
from tthtcd_tui.imports.blocks.labelled import Labelled
from tthtcd_tui.imports.blocks.listed import with_list_in_columns
from tthtcd_tui.imports.blocks.plan import Doubt, Plan
from tthtcd_tui.imports.blocks.shapes import turned_round, upright, with_cells_joined, with_numbers_apart
from tthtcd_tui.imports.blocks.table import Table
from tthtcd_tui.imports.blocks.unlabelled import Unlabelled
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period


def results_plan(form: Form, period: Period, raw: str, at: Place | None = None) -> Plan:
    """Where the cells of `raw` go in the results table; `at` is the cell the cursor is in, if it is in the table.

    Raises UnusableCharacter as `clean` does.
    """
    table = Table(form)
    grid = read_table(raw)
    labelled = (Labelled(table, period, each, at) for each in _shapes(grid, raw, table))
    by_labels = max(labelled, key=lambda reader: reader.labels_found)
    if by_labels.labels_found:
        plan = by_labels.plan()
        return _without_short_lines(plan) if _has_no_gaps(by_labels.grid) else plan
    return Unlabelled(table, period, with_numbers_apart(grid), at).plan()


def _has_no_gaps(grid: Grid) -> bool:
    """Whether an empty cell cannot be seen: blanks alone part the cells, and they do not stand one under the other."""
    return grid.parted in (Parted.BLANKS, Parted.NOTHING) and not grid.has_blank_cells


def _without_short_lines(plan: Plan) -> Plan:
    """`plan` without the lines that have fewer numbers than others: nothing says which of them is missing."""
    counts = Counter(each.line for each in plan.placements)
    most = max(counts.values(), default=0)
    short = {line for line, count in counts.items() if count < most} - {each.line for each in plan.doubts}
    left = [each for each in plan.placements if each.line in short]
    doubts = [Doubt(each.line, each.text, "thiếu một số, chưa rõ là số của cột nào", each.place) for each in left]
    kept = tuple(each for each in plan.placements if each.line not in short)
    return replace(plan, placements=kept, doubts=(*plan.doubts, *doubts)) if short else plan


def results_plan_of(form: Form, period: Period, grid: Grid) -> Plan:
    """Where the cells of `grid`, which a spreadsheet gave, go by the labels beside them."""
    table = Table(form)
    by_labels = max(
        (Labelled(table, period, each, None) for each in (grid, turned_round(grid))),
        key=lambda reader: reader.labels_found,
    )
    return by_labels.plan() if by_labels.labels_found else Plan()


def _shapes(grid: Grid, raw: str, table: Table) -> Iterator[Grid]:
    """The ways the cells may stand: as they came, numbers parted from labels, one under the other."""
    yield with_numbers_apart(grid)
    yield with_cells_joined(grid)
    yield turned_round(grid)
    if (listed := with_list_in_columns(grid)) is not None:
        yield listed
    if all(sum(map(bool, line.cells)) < 2 for line in grid.lines):
        turned = upright(raw, lambda cell: field_named(cell, table.titles) is not None)
        if turned is not None:
            yield turned
