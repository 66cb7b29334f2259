"""The rules that can keep a report from being issued, with the others that cost next to nothing.

A start counts by these at first, and an export asks no more: what they leave out is warnings alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tthtcd_tui.checks import required
from tthtcd_tui.checks.abolished import NAMING, abolished_named
from tthtcd_tui.checks.appendices import comparison_alone, evidence_list_unready, list_exceeds_table
from tthtcd_tui.checks.board import one_director
from tthtcd_tui.checks.carried import not_reviewed
from tthtcd_tui.checks.checker import Checker
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.figures import out_of_range, part_beyond_total, sum_differs
from tthtcd_tui.checks.letterhead import (
    issued_too_early,
    issuer_abbreviated,
    number_written,
    place_written,
    symbol_written,
)
from tthtcd_tui.checks.links import empty_link, unknown_link
from tthtcd_tui.checks.results import differs_from_log, unpaired
from tthtcd_tui.checks.rule import ANYTHING, Rule, Rules
from tthtcd_tui.checks.score import score_between_steps, score_beyond_maximum
from tthtcd_tui.checks.signature import (
    authority,
    collective_signs,
    deputy_signs,
    signed_with_digits,
    signer_titled,
    signer_written,
)
from tthtcd_tui.checks.signers import signers_missing
from tthtcd_tui.forms.known import rules_for
from tthtcd_tui.forms.model import FormRule, RuleLevel
from tthtcd_tui.report.finding import Finding, Severity


def missing(context: Context) -> Iterator[Finding]:
    """A required figure, row or item with a place still unanswered."""
    return required.missing(context.form, context.facts)


def _reading(*places: str) -> frozenset[str]:
    return frozenset(places)


FIRST: Final[tuple[Rule, ...]] = (
    Rule(missing, ANYTHING),
    Rule(issuer_abbreviated, _reading("report/issuer")),
    Rule(number_written, _reading("report/number")),
    Rule(symbol_written, _reading("report/symbol")),
    Rule(place_written, _reading("report/place")),
    Rule(issued_too_early, _reading("report/date", "period")),
    Rule(authority, _reading("report/authority")),
    Rule(collective_signs, _reading("report/authority")),
    Rule(deputy_signs, _reading("report/authority", "report/position")),
    Rule(signer_titled, _reading("report/signer")),
    Rule(signer_written, _reading("report/signer")),
    Rule(signed_with_digits, _reading("report/position", "report/signer")),
    Rule(signers_missing, _reading("figure")),
    Rule(out_of_range, _reading("figure", "results", "grid", "rating", "indicator", "score", "board", "own")),
    Rule(part_beyond_total, _reading("figure")),
    Rule(sum_differs, _reading("figure")),
    Rule(one_director, _reading("board")),
    Rule(unpaired, _reading("results", "log")),
    Rule(differs_from_log, _reading("results", "log")),
    Rule(score_beyond_maximum, _reading("score")),
    Rule(score_between_steps, _reading("score")),
    Rule(list_exceeds_table, _reading("results", "log", "report/appendices")),
    Rule(evidence_list_unready, _reading("evidence", "report/appendices")),
    Rule(comparison_alone, _reading("before", "report/appendices")),
    Rule(unknown_link, ANYTHING),
    Rule(empty_link, ANYTHING),
    Rule(not_reviewed, _reading("carried")),
    Rule(abolished_named, _reading("report/date", "period", *(f"report/{key}" for key in NAMING))),
)


def _forbidding(context: Context) -> list[FormRule]:
    """The form's rules that forbid issue."""
    return [rule for rule in rules_for(context.form) if rule.level is RuleLevel.ERROR]


FIRST_RULES: Final = Rules(FIRST, of_form=_forbidding)


def first_findings(context: Context) -> tuple[Finding, ...]:
    """What these rules find, in the order of the report."""
    return Checker(FIRST_RULES).check(context)


def errors(context: Context) -> list[Finding]:
    """What keeps the report from being issued."""
    return [finding for finding in first_findings(context) if finding.severity is Severity.ERROR]
