"""The order of findings: reading order of the report, its details first; at one place errors before warnings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import rows

_Rank: TypeAlias = tuple[int, int, Place, int]


def report_order(form: Form, facts: Facts) -> Callable[[Finding], _Rank]:
    """A key to sort findings by: row by row as the form has them, in a row cell by cell."""
    walked = rows(form, facts)
    return lambda finding: (*walked.rank(finding.place), finding.severity)
