"""All rules, and the one way to run them.

To add a check: write a function `(form, facts) -> Iterator[Finding]` in the module of its theme here, with its own name
as the findings' code; add it to RULES; give it an example in `tests/support/check_facts.py`. A rule reads nothing but
the form and the facts, knows no other rule, and leaves what is unanswered to `missing`. An error is what the report
cannot be issued with, whatever anyone says; what a person may know a reason for is a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from tthtcd_tui.checks.abolished import abolished_mentioned, abolished_named
from tthtcd_tui.checks.board import one_director
from tthtcd_tui.checks.carried import not_reviewed
from tthtcd_tui.checks.figures import out_of_range, part_beyond_total, sum_differs
from tthtcd_tui.checks.letterhead import (
    issued_too_early,
    issuer_abbreviated,
    number_written,
    place_written,
    symbol_written,
)
from tthtcd_tui.checks.links import empty_link, unknown_link
from tthtcd_tui.checks.order import report_order
from tthtcd_tui.checks.other_years import other_period
from tthtcd_tui.checks.required import missing
from tthtcd_tui.checks.results import differs_from_log, unpaired
from tthtcd_tui.checks.signature import authority, deputy_signs, signer_titled, signer_written
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding, Severity

Rule: TypeAlias = Callable[[Form, Facts], Iterator[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    missing,
    issuer_abbreviated,
    number_written,
    symbol_written,
    place_written,
    issued_too_early,
    abolished_named,
    authority,
    deputy_signs,
    signer_titled,
    signer_written,
    out_of_range,
    part_beyond_total,
    sum_differs,
    one_director,
    unpaired,
    differs_from_log,
    unknown_link,
    empty_link,
    other_period,
    abolished_mentioned,
    not_reviewed,
)


def check(form: Form, facts: Facts) -> tuple[Finding, ...]:
    """Everything wrong or missing in `facts`, in the order of the report. A warning carries the centre's reason."""
    found = (_explained(facts, finding) for rule in RULES for finding in rule(form, facts))
    return tuple(sorted(found, key=report_order(form, facts)))


def _explained(facts: Facts, finding: Finding) -> Finding:
    reason = facts.reason(finding.place) if finding.severity is Severity.WARNING else ""
    return finding._replace(reason=reason) if reason else finding
