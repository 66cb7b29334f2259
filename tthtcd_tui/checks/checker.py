"""Incremental checking of one year: after a change only the rules that read what was changed run again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain, groupby
from operator import attrgetter
from typing import Final

from tthtcd_tui.checks.arithmetic import findings_of, places_of
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.moved_links import ANY, moved_links
from tthtcd_tui.checks.order import report_order
from tthtcd_tui.checks.rule import Frame, Rule, Rules
from tthtcd_tui.checks.texts import Text, filled, texts_at
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.forms.model import FormRule
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.finding import Finding, Severity
from tthtcd_tui.report.links import links_in
from tthtcd_tui.report.place import Place, PlaceKind

_ALL: Final = "*"
_ITEMS: Final = {"checklist", "own"}
"""Kinds of places whose text is printed or not depending on another answer, the item's status."""
_MOST_OF_LOG: Final = 100
"""Findings in the log given one by one; the log of a wrong year would give thousands."""


class Checker:
    """Checker of one report. Each `check` takes the year as it is now and reuses what has not changed."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._last: Context | None = None
        self._found: dict[Rule, tuple[Finding, ...]] = {}
        self._texts = _Texts()
        self._frame: Frame | None = None
        self._of_text: dict[Text, tuple[Finding, ...]] = {}
        self._of_texts: dict[object, tuple[Finding, ...]] = {}
        self._log = _LogFindings()
        self._form_rules: tuple[Rule, ...] = ()

    def check(self, context: Context, log_changes: Collection[str] | None = None) -> tuple[Finding, ...]:
        """All findings in the order of the report; explained warnings carry the centre's reason.

        `log_changes`: uids of the activities changed since the last call; None where that is not known.
        """
        touched = self._touched(context)
        found = list(chain(self._of_year(context, touched), self._of_words(context, touched)))
        if self._rules.of_day:
            found += self._log.findings(self._rules, context, self._frame_of(context), log_changes)
        self._last = context
        explained = (_explained(context, finding) for finding in found)
        return tuple(sorted(explained, key=report_order(context.form, context.facts)))

    # -- what has changed ---------------------------------------------------------------------------------------------

    def _touched(self, context: Context) -> set[str]:
        """What has changed, in the names that `Rule.reads` takes; «*» for another year."""
        last = self._last
        if last is None or not _same_year(last, context):
            self._start_anew(context)
            return {_ALL}
        touched: set[str] = set()
        new, old = context.facts.answers, last.facts.answers
        for place in new.keys() | old.keys():
            if new.get(place) is not old.get(place) and new.get(place) != old.get(place):
                touched |= {place, place.kind}
        if context.facts.log != last.facts.log:
            touched.add("log")
        if context.before is not last.before:
            touched.add("before")
        return touched

    def _start_anew(self, context: Context) -> None:
        self._found, self._of_text, self._of_texts = {}, {}, {}
        self._texts, self._log, self._frame = _Texts(), _LogFindings(), None
        rules = self._rules.of_form(context)
        self._form_rules = tuple(Rule(_FormRule(rule), frozenset(places_of(rule))) for rule in rules)

    # -- the year -----------------------------------------------------------------------------------------------------

    def _of_year(self, context: Context, touched: set[str]) -> Iterator[Finding]:
        yield from self._findings(self._rules.of_year, context, touched)
        found = list(self._findings(self._form_rules, context, touched))
        impossible = {finding.place for finding in found if finding.severity is Severity.ERROR}
        # What cannot be at all need not be told to be unlikely, too.
        yield from (f for f in found if f.severity is Severity.ERROR or f.place not in impossible)

    def _findings(self, rules: Iterable[Rule], context: Context, touched: set[str]) -> Iterator[Finding]:
        for rule in rules:
            if _ALL in touched or (touched and (_ALL in rule.reads or not rule.reads.isdisjoint(touched))):
                self._found[rule] = tuple(rule.find(context))
            yield from self._found[rule]

    # -- its words ----------------------------------------------------------------------------------------------------

    def _of_words(self, context: Context, touched: set[str]) -> Iterator[Finding]:
        if not (self._rules.of_text or self._rules.of_texts):
            return
        texts = self._texts.of(context, touched)
        frame = self._frame_of(context)
        found: dict[Finding, None] = {}
        for text in texts:
            if text not in self._of_text:
                self._of_text[text] = tuple(f for rule in self._rules.of_text for f in rule(frame, text))
            found |= dict.fromkeys(self._of_text[text])
        yield from found  # what several paragraphs of a place have in common is told once
        for rule in self._rules.of_texts:
            if _ALL in touched or self._texts.have_changed or not rule.reads.isdisjoint(touched):
                self._of_texts[rule] = tuple(rule.find(context, texts))
            yield from self._of_texts[rule]

    def _frame_of(self, context: Context) -> Frame:
        facts = context.facts
        names = tuple(facts.text_at(PlaceKind.REPORT, key) for key in ("locality", "issuer", "superior", "place"))
        frame = Frame(
            facts.period, facts.date_at(PlaceKind.REPORT, "date"), (*names, facts.centre.name, *context.names)
        )
        if frame != self._frame:
            self._frame, self._of_text = frame, {}
        return frame


class _FormRule:
    """A rule of the form as one of ours."""

    def __init__(self, rule: FormRule) -> None:
        self.rule = rule

    def __call__(self, context: Context) -> Iterator[Finding]:
        return findings_of(self.rule, context)


class _Texts:
    """Cache of a year's printed texts; after a change only those that changed, or link to a change, are made again."""

    def __init__(self) -> None:
        self._at: dict[Place, tuple[Text, ...]] = {}
        self._links: dict[Place, frozenset[str]] = {}
        """The links in the texts of a place."""
        self._all: tuple[Text, ...] = ()
        self.have_changed = True

    def of(self, context: Context, touched: set[str]) -> tuple[Text, ...]:
        self.have_changed = False
        answers = context.facts.answers
        moved = moved_links(context.form, touched)
        items = touched & _ITEMS
        for place in self._at.keys() - answers.keys():
            del self._at[place]
            self.have_changed = True
        for place in answers:
            texts = self._at.get(place)
            if texts is None or place in touched or (items and place.kind in items):
                self._put(place, texts_at(context.form, context.facts, place))
            elif (links := self._links[place]) and (moved is ANY or not links.isdisjoint(moved)):
                self._put(place, tuple(_filled_again(context, text) for text in texts))
        if self.have_changed:
            self._all = tuple(chain.from_iterable([self._at[place] for place in sorted(self._at)]))
        return self._all

    def _put(self, place: Place, texts: tuple[Text, ...]) -> None:
        if self._at.get(place) != texts:
            self._at[place] = texts
            self._links[place] = frozenset(chain.from_iterable([links_in(text.raw) for text in texts]))
            self.have_changed = True


def _filled_again(context: Context, text: Text) -> Text:
    words = filled(context.form, context.facts, text.raw)
    return text if words == text.words else text._replace(words=words)


class _LogFindings:
    """Cache of the findings in the activity log by day; after a change only the days it touches are checked again."""

    def __init__(self) -> None:
        self._frame: Frame | None = None
        self._by_day: dict[date, tuple[Finding, ...]] = {}

    def findings(
        self, rules: Rules, context: Context, frame: Frame, changes: Collection[str] | None
    ) -> Iterable[Finding]:
        if changes is None or frame != self._frame:
            self._frame, self._by_day = frame, {}
            self._read(rules, frame, context.log.all())
        elif changes:
            # A day that an activity has left is read again if something was found there: else nothing is to go.
            told = {finding.place.parts[1] for found in self._by_day.values() for finding in found}
            self._by_day = {}
            self._read(rules, frame, context.log.on_days_of({*changes, *told}))
        found = list(chain.from_iterable(self._by_day[day] for day in sorted(self._by_day)))
        return found if len(found) <= _MOST_OF_LOG else [*found[:_MOST_OF_LOG], _others(len(found) - _MOST_OF_LOG)]

    def _read(self, rules: Rules, frame: Frame, activities: Iterable[Activity]) -> None:
        for day, held in groupby(activities, key=attrgetter("date")):
            of_day = list(held)
            if found := tuple(finding for rule in rules.of_day for finding in rule(frame, of_day)):
                self._by_day[day] = found


def _others(count: int) -> Finding:
    return warning(
        "more_in_log",
        Place(PlaceKind.ACTIVITY),
        f"Nhật ký hoạt động: còn {count} chỗ khác cần xem, ngoài các chỗ đã nêu.",
    )


def _same_year(one: Context, other: Context) -> bool:
    first, second = one.facts, other.facts
    return one.form is other.form and (first.period, first.centre) == (second.period, second.centre)


def _explained(context: Context, finding: Finding) -> Finding:
    reason = context.facts.reason(finding.place) if finding.severity is Severity.WARNING else ""
    return finding._replace(reason=reason) if reason else finding
