"""Questions about an implausible number just saved, and the reason for a change as a sentence of the report."""

from __future__ import annotations

from tthtcd_tui.checks.asked import Question, question
from tthtcd_tui.checks.change_told import told_change
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.known import rules_for
from tthtcd_tui.forms.model import FieldType, RuleKind
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.session import Session


def doubt(session: Session, place: Place, before: Answer) -> Question | None:
    """The question about the number now at `place`, if any; `before` is the answer that it replaced."""
    facts = session.facts
    answer = facts.at(place)
    if answer is UNANSWERED or answer == before:
        return None
    return question(session.form, facts.edited((Edit(place, before),)), session.previous, place, answer)


class ChangeSentence(NamedTuple):
    """A sentence about a change against last year, and the paragraphs it may end."""

    words: str
    where: str
    edit: Edit


def change_sentence(session: Session, place: Place) -> ChangeSentence | None:
    """The sentence for the change at `place`, if a rule found it and the section has printed paragraphs."""
    form, facts, before = session.form, session.facts, session.previous
    changes = {rule.key for rule in rules_for(form) if rule.kind is RuleKind.CHANGE}
    minded = any(finding.place == place and finding.code in changes for finding in session.findings)
    text = _paragraphs_of(session, place)
    if before is None or text is None or not minded:
        return None
    words = told_change(form, facts, before, place, facts.reason(place))
    lines = facts.lines_at(text)
    if not words or words in lines:
        return None
    return ChangeSentence(words, label_at(form, text), Edit(text, (*lines, words)))


def _paragraphs_of(session: Session, place: Place) -> Place | None:
    """The paragraphs of the indicator itself, else of the section of `place`."""
    if place.kind == PlaceKind.INDICATOR:
        found = Place.of(PlaceKind.INDICATOR, place.parts[1], "text")
    else:
        found = Place.of(PlaceKind.NARRATIVE, session.section_of(place) or "")
    field = field_at(session.form, found)
    is_printed = field is not None and field.kind is FieldType.PARAGRAPHS and session.rows.is_printed(found)
    return found if is_printed else None
