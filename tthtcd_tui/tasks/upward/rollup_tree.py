"""A roll-up as data, for another program."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tthtcd_tui.report.rollup.rollup import Rollup
from tthtcd_tui.report.rollup.total import Total
from tthtcd_tui.report.submitted import sums_tree
from tthtcd_tui.text.numbers import canonical


def rollup_tree(rollup: Rollup) -> dict[str, Any]:
    """Who is in, what each says, what they add up to."""
    return {
        "period": rollup.period.label,
        "unit": rollup.unit or None,
        "form": {"key": rollup.form.key, "version": rollup.form.version},
        "deadline": rollup.deadline.isoformat() if rollup.deadline else None,
        "units": [
            line.tree() | {"sums": sums_tree(line.commune.sums) if line.commune else None} for line in rollup.lines
        ],
        "totals": {measure.place: _total(rollup.total(measure.place)) for measure in rollup.measures},
        "choices": {choice.place: dict(rollup.counts(choice)) for choice in rollup.choices},
    }


def _total(found: Total) -> dict[str, Any]:
    return {
        "label": found.measure.label,
        "unit": found.measure.unit or None,
        "units": found.said,
        "approximate": found.about,
        "sum": _number(found.sum),
        "mean": _number(found.mean),
        "no_mean": found.why_no_mean or None,
        "least": _number(found.least),
        "most": _number(found.most),
        "both_years": {"units": found.compared, "now": _number(found.now), "before": _number(found.before)},
    }


def _number(value: Decimal | None) -> str | None:
    """Six decimals, as everywhere in JSON."""
    return None if value is None else canonical(round(value, 6))
