"""The summary of a year as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.comparison import Compared, comparison
from tthtcd_tui.report.completeness import progress
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding, Tally
from tthtcd_tui.report.percent import change_text
from tthtcd_tui.report.place import PlaceKind
from tthtcd_tui.report.rows import rows


def summary_tree(form: Form, facts: Facts, findings: Sequence[Finding], others: Sequence[Facts]) -> dict[str, Any]:
    """What `summary` tells; numbers as they are stored, None where there is none."""
    done = progress(rows(form, facts).requirements)
    found = comparison(form, facts, others)
    return {
        "form": {"key": form.key, "version": form.version},
        "centre": {"code": facts.centre.code, "name": facts.centre.name},
        "period": facts.period.label,
        "required": {"done": done.done, "total": done.total},
        **Tally.of(findings)._asdict(),
        "totals": {
            column: str(answer.number) if isinstance(answer := facts.total(column), Quantity) else None
            for column in form.records[PlaceKind.RESULTS]
        },
        "compared": {
            "years": list(found.years),
            "moved": list(found.moved),
            "totals": [_line(line) for line in found.totals],
            "lines": [_line(line) for line in found.lines],
        },
    }


def _line(line: Compared) -> dict[str, Any]:
    return {
        "place": line.place,
        "label": line.label,
        "unit": line.unit,
        "numbers": [None if number is None else str(number) for number in line.numbers],
        "change": change_text(*line.last_two),
    }
