"""What must be filled in, and how much of it is: required places only, a row or an item counted as one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tthtcd_tui.forms.answer import NOT_APPLICABLE, UNANSWERED
from tthtcd_tui.forms.model import Content, Form, Section
from tthtcd_tui.forms.records import STATUS_NOT_APPLICABLE
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.links import total_column
from tthtcd_tui.report.place import Place


class Requirement(NamedTuple):
    """A figure, a row or an item that must be filled in."""

    section: str
    """The form's key of the section; nothing for the report's own details."""
    label: str
    missing: tuple[Place, ...]
    """The places of it that are still unanswered."""


class Progress(NamedTuple):
    """How far a section is. `total` is 0 where it requires nothing."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all of it; a section that requires nothing is complete."""
        return self.done * 100 // self.total if self.total else 100


def requirements(form: Form, facts: Facts) -> list[Requirement]:
    """Everything required, in the order of the report."""
    found = [
        _of_places(facts, "", field.label, [Place.of("report", key)])
        for key, field in form.records["report"].items()
        if field.required
    ]
    for section in form.sections:
        found += _of_section(form, facts, section)
    for own in facts.own_items:
        if own.section not in form.section_by_key:
            places = [Place.of("own", own.uid, "section"), *_own_places(form, facts, own.uid)]
            found.append(_of_places(facts, "", own.label or label_at(form, Place("own")), places))
    return found


def progress(wanted: list[Requirement]) -> Progress:
    return Progress(sum(not requirement.missing for requirement in wanted), len(wanted))


def _of_section(form: Form, facts: Facts, section: Section) -> Iterator[Requirement]:
    for figure in section.figures:
        if figure.field.required:
            yield _of_places(facts, section.key, figure.field.label, [Place.of("figure", figure.key)])
    if section.narrative_required:
        place = Place.of("narrative", section.key)
        yield _of_places(facts, section.key, label_at(form, place), [place])
    if Content.BOARD in section.prints:
        yield from _of_board(form, facts, section.key)
    yield from _of_items(form, facts, section)
    yield from _of_results(facts, section)
    for group in section.groups:
        if group.required:
            yield _of_places(facts, section.key, group.label, [Place.of("rating", group.key, "level")])
    yield from _of_indicators(facts, section)


def _of_items(form: Form, facts: Facts, section: Section) -> Iterator[Requirement]:
    for item in section.items:
        if item.required:
            yield _of_places(facts, section.key, item.label, _stated(form, facts, "checklist", item.key))
    for own in facts.own_items:
        if own.section == section.key:
            places = _own_places(form, facts, own.uid)
            yield _of_places(facts, section.key, own.label or label_at(form, Place("own")), places)


def _of_results(facts: Facts, section: Section) -> Iterator[Requirement]:
    for row in section.rows:
        if row.required:
            missing = tuple(
                Place.of("results", row.key, column)
                for column in (CLASSES, PARTICIPATIONS)
                if facts.result(row.key, column) is UNANSWERED
            )
            yield Requirement(section.key, row.label, missing)


def _of_indicators(facts: Facts, section: Section) -> Iterator[Requirement]:
    for indicator in section.indicators:
        if not indicator.required:
            continue
        places = [Place.of("indicator", indicator.key, "value")] if indicator.value else []
        if indicator.narrative_required:
            places.append(Place.of("indicator", indicator.key, "text"))
        if indicator.computed and facts.total(total_column(indicator.computed)) is UNANSWERED:
            places.append(Place("results"))
        yield _of_places(facts, section.key, indicator.label, places)


def _of_board(form: Form, facts: Facts, section: str) -> Iterator[Requirement]:
    if not facts.board:
        yield Requirement(section, label_at(form, Place("board")), (Place("board"),))
    fields = [key for key, field in form.records["board"].items() if field.required]
    for member in facts.board:
        role = form.records["board"]["role"].option(member.role)
        label = role.label if role else label_at(form, Place("board"))
        yield _of_places(facts, section, label, [Place.of("board", member.uid, key) for key in fields])


def _own_places(form: Form, facts: Facts, uid: str) -> list[Place]:
    return [Place.of("own", uid, "label"), *_stated(form, facts, "own", uid)]


def _stated(form: Form, facts: Facts, kind: str, key: str) -> list[Place]:
    """What an item must say: its status, and its statement unless it does not apply here."""
    fields = form.records[kind]
    places = [Place.of(kind, key, name) for name in ("status", "statement") if fields[name].required]
    applies = facts.at(kind, key, "status") not in (STATUS_NOT_APPLICABLE, NOT_APPLICABLE)
    return places if applies else places[:1]


def _of_places(facts: Facts, section: str, label: str, places: list[Place]) -> Requirement:
    missing = tuple(place for place in places if facts.answers.get(place, UNANSWERED) is UNANSWERED)
    return Requirement(section, label, missing)
