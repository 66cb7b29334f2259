"""All rules, and the one way to run them.

To add a check: write a function in the module of its theme here, with its own name as the findings' code; add it to the
tuple of its kind below, with what it reads; give it an example in `tests/support/check_facts.py`. A rule reads nothing
but what the Context gives, knows no other rule, and leaves what is unanswered to `missing`. What is plain arithmetic is
no function: it is a `[[rule]]` of the form.

A rule gives either errors or warnings. An error is what the report cannot be issued with, whatever anyone says: such a
rule is listed in `forbidding.py`, and its module is loaded by every export. What a person may know a reason for is a
warning: listed here, or in `first.py` if every start can pay for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tthtcd_tui.checks.abolished_words import abolished_in_log, abolished_mentioned
from tthtcd_tui.checks.activity_log import (
    class_too_large,
    held_after_issue,
    held_outside,
    held_twice,
    named_by_number,
    placeholder_in_log,
    title_unfinished,
    uncounted_class,
)
from tthtcd_tui.checks.checker import Checker
from tthtcd_tui.checks.checklist import told_as_done
from tthtcd_tui.checks.communes import foreign_commune, names_disagree, unit_disagrees, unit_misnamed
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.dates import based_on_later, date_to_come, impossible_date
from tthtcd_tui.checks.denials import denied
from tthtcd_tui.checks.digits import digits_written
from tthtcd_tui.checks.encodings import lost_letters, old_encoding, old_encoding_in_log, unmarked
from tthtcd_tui.checks.evidence import evidence_dangling, evidence_misplaced, evidence_uncited, evidence_unnamed
from tthtcd_tui.checks.figures import quality_level_odd, share_of_none
from tthtcd_tui.checks.first import FIRST
from tthtcd_tui.checks.hygiene import (
    doubled_stop,
    doubled_word,
    end_mark_inside,
    leaders,
    nil_in_words,
    pictured,
    placeholder,
    spacing,
    unclosed,
    unstopped,
)
from tthtcd_tui.checks.last_year import copied_table, swapped_rows
from tthtcd_tui.checks.letterhead import issued_too_late, symbol_fits
from tthtcd_tui.checks.nil_sentences import odd_by_absence
from tthtcd_tui.checks.other_years import other_period, other_period_in_log
from tthtcd_tui.checks.paper import (
    addressed_twice,
    based_twice,
    issuer_in_capitals,
    issuer_is_superior,
    listed_by_number,
    listed_twice,
    place_and_date_twice,
    sent_twice,
    signed_twice,
    signer_on_board,
)
from tthtcd_tui.checks.papers_named import paper_misnamed
from tthtcd_tui.checks.persons import named_twice, person_misplaced
from tthtcd_tui.checks.prose_numbers import (
    board_misquoted,
    change_misquoted,
    number_misquoted,
    share_beyond,
    share_misquoted,
)
from tthtcd_tui.checks.ratings import rated_absent, rated_nobody
from tthtcd_tui.checks.repeated import repeated_paragraph, repeated_sentence
from tthtcd_tui.checks.rule import DayRule, Rule, Rules, TextRule, TextsRule
from tthtcd_tui.checks.score import score_differs
from tthtcd_tui.checks.signature import signer_short, signs_for_other
from tthtcd_tui.checks.signers import signs_twice
from tthtcd_tui.checks.spans import span_odd
from tthtcd_tui.checks.sums_told import sum_told_wrong
from tthtcd_tui.checks.urban import urban_class_odd
from tthtcd_tui.forms.known import rules_for
from tthtcd_tui.forms.model import FormRule
from tthtcd_tui.report.finding import Finding

_REPORT: Final = frozenset({"report"})
_EVIDENCE: Final = frozenset({"evidence"})
_NUMBERS: Final = frozenset({"figure", "results", "grid", "rating", "indicator", "score", "log"})

OF_YEAR: Final[tuple[Rule, ...]] = (
    *FIRST,
    Rule(symbol_fits, frozenset({"report/symbol"})),
    Rule(issued_too_late, frozenset({"report/date"})),
    Rule(addressed_twice, _REPORT),
    Rule(sent_twice, _REPORT),
    Rule(listed_twice, _REPORT),
    Rule(based_twice, _REPORT),
    Rule(place_and_date_twice, _REPORT),
    Rule(signed_twice, _REPORT),
    Rule(signs_twice, frozenset({"figure", "report/signer"})),
    Rule(issuer_in_capitals, _REPORT),
    Rule(issuer_is_superior, _REPORT),
    Rule(listed_by_number, _REPORT),
    Rule(signs_for_other, frozenset({"report/authority", "report/position"})),
    Rule(signer_short, frozenset({"report/signer"})),
    Rule(share_of_none, frozenset({"figure"})),
    Rule(quality_level_odd, frozenset({"figure"})),
    Rule(signer_on_board, _REPORT | {"board"}),
    Rule(named_twice, frozenset({"board"})),
    Rule(person_misplaced, frozenset({"board", "report/position"})),
    Rule(names_disagree, _REPORT),
    Rule(unit_disagrees, _REPORT | {"figure/loai_don_vi"}),
    Rule(urban_class_odd, frozenset({"figure/loai_do_thi"})),
    Rule(copied_table, frozenset({"results", "before"})),
    Rule(swapped_rows, frozenset({"results", "log", "before"})),
    Rule(score_differs, frozenset({"score"})),
    Rule(rated_absent, frozenset({"rating"})),
    Rule(rated_nobody, frozenset({"rating", "figure"})),
    Rule(told_as_done, frozenset({"checklist", "own"})),
    Rule(evidence_unnamed, _EVIDENCE),
    Rule(evidence_misplaced, _EVIDENCE),
    Rule(evidence_uncited, _EVIDENCE | {"checklist", "own", "indicator", "score", "carried"}),
    Rule(evidence_dangling, _EVIDENCE | {"checklist", "own", "indicator", "score"}),
)
OF_TEXT: Final[tuple[TextRule, ...]] = (
    abolished_mentioned,
    other_period,
    foreign_commune,
    unit_misnamed,
    impossible_date,
    date_to_come,
    span_odd,
    paper_misnamed,
    sum_told_wrong,
    based_on_later,
    spacing,
    doubled_stop,
    leaders,
    placeholder,
    pictured,
    nil_in_words,
    end_mark_inside,
    unclosed,
    doubled_word,
    digits_written,
    old_encoding,
    lost_letters,
    unmarked,
)
OF_TEXTS: Final[tuple[TextsRule, ...]] = (
    TextsRule(repeated_paragraph, frozenset()),
    TextsRule(repeated_sentence, frozenset()),
    TextsRule(unstopped, frozenset()),
    TextsRule(number_misquoted, _NUMBERS | {"before"}),
    TextsRule(share_beyond, frozenset()),
    TextsRule(share_misquoted, _NUMBERS),
    TextsRule(board_misquoted, frozenset({"board"})),
    TextsRule(change_misquoted, _NUMBERS | {"before"}),
    TextsRule(denied, _NUMBERS),
    TextsRule(odd_by_absence, frozenset({"figure", "results", "indicator", "report", "log"})),
)
OF_DAY: Final[tuple[DayRule, ...]] = (
    abolished_in_log,
    other_period_in_log,
    held_outside,
    held_after_issue,
    held_twice,
    class_too_large,
    named_by_number,
    title_unfinished,
    uncounted_class,
    placeholder_in_log,
    old_encoding_in_log,
)


def _of_form(context: Context) -> Iterable[FormRule]:
    return rules_for(context.form)


RULES: Final = Rules(OF_YEAR, OF_TEXT, OF_TEXTS, OF_DAY, _of_form)


def check(context: Context) -> tuple[Finding, ...]:
    """Everything wrong or missing in a year, in the order of the report. A warning carries the centre's reason."""
    return Checker(RULES).check(context)
