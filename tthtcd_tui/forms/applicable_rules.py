"""The rules of another version of a form, as far as this one has their places. Read at each start: knows no TOML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from tthtcd_tui.forms.links import unknown_links
from tthtcd_tui.forms.model import RULE_LINKS, TOTAL_LINKS, Form, FormRule, Operand, RuleKind
from tthtcd_tui.forms.numbers import has_totals, numbers_of

EACH: Final = frozenset({RuleKind.RANGE, RuleKind.AT_MOST, RuleKind.CHANGE})
"""Kinds that judge each of their operands by itself: one that is missing leaves the others."""


def applicable(rules: Iterable[FormRule], form: Form) -> tuple[FormRule, ...]:
    """Those of another version's `rules` whose places `form` has."""
    return tuple(kept for rule in rules if (kept := _fitted(rule, form)) is not None)


def _fitted(rule: FormRule, form: Form) -> FormRule | None:
    of = tuple(operand for operand in rule.of if is_known(operand, form))
    whole = len(of) == len(rule.of) or (rule.kind in EACH and of)
    links = form.link_names | RULE_LINKS.keys()
    told = not unknown_links(rule.sentence, links) and not unknown_links(rule.advice, links)
    known = all(is_known(operand, form) for operand in rule.to)
    return rule._replace(of=of) if whole and told and known else None


def is_known(operand: Operand, form: Form) -> bool:
    if operand.constant is not None or operand.place in numbers_of(form):
        return True
    return operand.place in TOTAL_LINKS and has_totals(form)


def by_key(*sources: Iterable[FormRule]) -> tuple[FormRule, ...]:
    """The rules of all `sources`; of those with the same key, the last."""
    found: Mapping[str, FormRule] = {rule.key: rule for rules in sources for rule in rules}
    return tuple(found.values())
