"""A rule gives what it says it gives, so those that forbid issue find every error there is, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.check_facts import EXAMPLES
from support.forms import other, shipped
from support.mao_khe import FORM
from support.strategies import reports

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.forbidding import FORBIDDING, errors
from tthtcd_tui.checks.run import RULES, check
from tthtcd_tui.forms.known import rules_for
from tthtcd_tui.forms.model import Form, RuleLevel
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.finding import Severity

_LEVELS = {RuleLevel.ERROR: Severity.ERROR, RuleLevel.WARNING: Severity.WARNING}


def declared(context: Context) -> Mapping[str, Severity]:
    """By the code of its findings, what each rule says it gives; all about words and days is a warning."""
    about_words = {rule.__name__ for rule in (*RULES.of_text, *RULES.of_day)} | {
        rule.find.__name__ for rule in RULES.of_texts
    }
    return {
        **dict.fromkeys({*about_words, "more_in_log"}, Severity.WARNING),
        **{rule.find.__name__: rule.gives for rule in RULES.of_year},
        **{rule.key: _LEVELS[rule.level] for rule in rules_for(context.form)},
    }


def assert_kept(context: Context) -> None:
    levels = declared(context)
    findings = check(context)
    assert [(f.code, f.severity) for f in findings] == [(f.code, levels[f.code]) for f in findings]
    assert errors(context) == [finding for finding in findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_rule_gives_what_it_says_in_its_own_example(code: str) -> None:
    what = EXAMPLES[code]
    assert_kept(what if isinstance(what, Context) else Context(FORM, what))


@given(st.sampled_from([shipped(), other()]).flatmap(lambda form: st.tuples(st.just(form), reports(form))))
def test_every_rule_gives_what_it_says_in_any_report(drawn: tuple[Form, ReportData]) -> None:
    form, report = drawn
    assert_kept(Context.of(form, report.facts, report.log))


def test_the_rules_that_forbid_issue_are_all_that_give_errors() -> None:
    assert set(FORBIDDING) == {rule for rule in RULES.of_year if rule.gives is Severity.ERROR}
