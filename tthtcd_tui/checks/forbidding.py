"""The rules that give errors, and so can keep a report from being issued. No module imported here has warnings only.

Exporting and finalising run and load these alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tthtcd_tui.checks.abolished import NAMING, abolished_named
from tthtcd_tui.checks.appendices import comparison_alone, evidence_list_unready, list_exceeds_table
from tthtcd_tui.checks.arithmetic import findings_of
from tthtcd_tui.checks.board import one_director
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.figures import out_of_range, part_beyond_total
from tthtcd_tui.checks.letterhead import issuer_abbreviated
from tthtcd_tui.checks.links import empty_link, unknown_link
from tthtcd_tui.checks.order import report_order
from tthtcd_tui.checks.required import missing
from tthtcd_tui.checks.results import unpaired
from tthtcd_tui.checks.rule import ANYTHING, Rule
from tthtcd_tui.checks.score import score_between_steps, score_beyond_maximum
from tthtcd_tui.checks.signature import authority
from tthtcd_tui.checks.signers import signers_missing
from tthtcd_tui.forms.known import rules_for
from tthtcd_tui.forms.model import FormRule, RuleLevel
from tthtcd_tui.report.finding import Finding, Severity


def _forbids(find: Callable[[Context], Iterator[Finding]], *reads: str) -> Rule:
    return Rule(find, frozenset(reads), Severity.ERROR)


FORBIDDING: Final[tuple[Rule, ...]] = (
    _forbids(missing, *ANYTHING),
    _forbids(issuer_abbreviated, "report/issuer"),
    _forbids(authority, "report/authority"),
    _forbids(signers_missing, "figure"),
    _forbids(out_of_range, "figure", "results", "grid", "rating", "indicator", "score", "board", "own"),
    _forbids(part_beyond_total, "figure"),
    _forbids(one_director, "board"),
    _forbids(unpaired, "results", "log"),
    _forbids(score_beyond_maximum, "score"),
    _forbids(score_between_steps, "score"),
    _forbids(list_exceeds_table, "results", "log", "report/appendices"),
    _forbids(evidence_list_unready, "evidence", "report/appendices"),
    _forbids(comparison_alone, "before", "report/appendices"),
    _forbids(unknown_link, *ANYTHING),
    _forbids(empty_link, *ANYTHING),
    _forbids(abolished_named, "report/date", "period", *(f"report/{key}" for key in NAMING)),
)


def forbidding_rules(context: Context) -> list[FormRule]:
    """The form's rules that forbid issue."""
    return [rule for rule in rules_for(context.form) if rule.level is RuleLevel.ERROR]


def errors(context: Context) -> list[Finding]:
    """The errors that keep the report from being issued, in the order of the report."""
    found = [finding for rule in FORBIDDING for finding in rule.find(context)]
    found += [finding for rule in forbidding_rules(context) for finding in findings_of(rule, context)]
    return sorted(found, key=report_order(context.form, context.facts))
