"""The places of a form that hold a number, with the field of each: what a rule of the form may read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from tthtcd_tui.forms.kinds import ratings, results, score
from tthtcd_tui.forms.kinds.figures import figures_of
from tthtcd_tui.forms.kinds.grid import grid_lines_of
from tthtcd_tui.forms.kinds.indicators import indicators_of
from tthtcd_tui.forms.kinds.ratings import groups_of
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.kinds.score import criteria_of
from tthtcd_tui.forms.model import ANY_ROW, TOTAL_LINKS, Field, Form

_FORMS_KEPT: Final = 16


@lru_cache(_FORMS_KEPT)
def numbers_of(form: Form) -> Mapping[str, Field]:
    """By place; `results/*/classes` stands for each row of the results table."""
    return {place: field for place, field in _places(form) if field.kind.is_number}


def has_totals(form: Form) -> bool:
    """Whether the form has a results table, and so the totals of TOTAL_LINKS."""
    return bool(result_rows_of(form)) and bool(TOTAL_LINKS)


def _places(form: Form) -> Iterator[tuple[str, Field]]:
    for key, figure in figures_of(form).items():
        yield f"figure/{key}", figure.field
    for key, indicator in indicators_of(form).items():
        if indicator.value:
            yield f"indicator/{key}/value", indicator.value
    for key, (grid, line) in grid_lines_of(form).items():
        for grid_column in () if line.group else grid.columns:
            yield f"grid/{key}/{grid_column.key}", grid_column.field
    for key, (_, criterion) in criteria_of(form).items():
        for scorer in ("own", "superior") if criterion.is_scored else ():
            yield f"score/{key}/{scorer}", form.records[score.RECORD][scorer]
    for key in groups_of(form):
        yield f"rating/{key}/contribution", form.records[ratings.RECORD]["contribution"]
    rows = [key for key, row in result_rows_of(form).items() if not row.group]
    for row in (*rows, ANY_ROW) if rows else ():
        for column, field in form.records[results.RECORD].items():
            yield f"results/{row}/{column}", field
