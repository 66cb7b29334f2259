"""The rules that a start counts by at first: those that give errors, with the warnings that cost next to nothing."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.checks.carried import not_reviewed
from tthtcd_tui.checks.checker import Checker
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.figures import sum_differs
from tthtcd_tui.checks.forbidding import FORBIDDING, forbidding_rules
from tthtcd_tui.checks.letterhead import issued_too_early, number_written, place_written, symbol_written
from tthtcd_tui.checks.results import differs_from_log
from tthtcd_tui.checks.rule import Rule, Rules
from tthtcd_tui.checks.signature import (
    collective_signs,
    deputy_signs,
    signed_with_digits,
    signer_titled,
    signer_written,
)
from tthtcd_tui.report.finding import Finding


def _reading(*places: str) -> frozenset[str]:
    return frozenset(places)


UNREVIEWED: Final = Rule(not_reviewed, _reading("carried"))
FIRST: Final[tuple[Rule, ...]] = (
    *FORBIDDING,
    Rule(number_written, _reading("report/number")),
    Rule(symbol_written, _reading("report/symbol")),
    Rule(place_written, _reading("report/place")),
    Rule(issued_too_early, _reading("report/date", "period")),
    Rule(collective_signs, _reading("report/authority")),
    Rule(deputy_signs, _reading("report/authority", "report/position")),
    Rule(signer_titled, _reading("report/signer")),
    Rule(signer_written, _reading("report/signer")),
    Rule(signed_with_digits, _reading("report/position", "report/signer")),
    Rule(sum_differs, _reading("figure")),
    Rule(differs_from_log, _reading("results", "log")),
    UNREVIEWED,
)
FIRST_RULES: Final = Rules(FIRST, of_form=forbidding_rules)


def first_findings(context: Context) -> tuple[Finding, ...]:
    """What these rules find, in the order of the report."""
    return Checker(FIRST_RULES).check(context)
