"""What stands in the cells, as it would be typed: for `tthtcd show`, whose lines `tthtcd set` reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Content, Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.change import Proposal
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.edit_cells import Typed, shown
from tthtcd_tui.tasks.log_activity import texts_of
from tthtcd_tui.tasks.read_report import OpenedReport


def shown_cells(opened: OpenedReport, under: str = "", unanswered: bool = False) -> list[Typed]:
    """The cells at `under` or below, in order of place, those of the activity log last.

    With `unanswered` also those the form has and nobody filled.
    """
    facts = opened.report.facts
    places = sorted(set(facts.answers) | (set(places_of(opened.form)) if unanswered else set()))
    cells = [*shown_cells_of(opened.form, facts, places), *_log_cells(opened)]
    return [cell for cell in cells if Place(cell.place).within(Place(under.rstrip("/")))] if under else cells


def wants_log(under: str) -> bool:
    """Whether a report that is to be shown at `under` needs its activities."""
    return not under or Place(under).kind == "activity"


def _log_cells(opened: OpenedReport) -> Iterator[Typed]:
    for activity in opened.report.log.activities:
        for key, raw in texts_of(opened.form, activity).items():
            if raw:
                yield Typed(Place.of("activity", activity.uid, key), raw)


def shown_cells_of(form: Form, facts: Facts, places: Iterable[Place]) -> list[Typed]:
    """What stands at each of `places`, as it would be typed."""
    fields = ((place, field_at(form, place)) for place in places)
    return [Typed(place, typed(field, facts.answers.get(place, UNANSWERED))) for place, field in fields if field]


def places_of(form: Form) -> Iterator[Place]:
    """Every place that every report of `form` has; members, own items and activities come as they are made."""
    yield from (Place.of("report", key) for key in form.records["report"])
    yield from (Place.of("figure", key) for key in form.figures)
    yield from (Place.of("narrative", section.key) for section in form.sections if Content.NARRATIVE in section.prints)
    for item in form.items:
        yield from (Place.of("checklist", item, key) for key in form.records["checklist"])
    for row in form.rows.values():
        if not row.group:
            yield from (Place.of("results", row.key, key) for key in form.records["results"])
    for group in form.groups:
        yield from (Place.of("rating", group, key) for key in form.records["rating"])
    for indicator in form.indicators.values():
        keys = [*(["value"] if indicator.value else []), *form.records["indicator"]]
        yield from (Place.of("indicator", indicator.key, key) for key in keys)


def proposal_line(form: Form, proposal: Proposal) -> str:
    """What an import would change, in a line."""
    before, after = (shown(form, proposal.place, content) for content in (proposal.current, proposal.proposed))
    return f"{proposal.place}: {before} → {after}"
