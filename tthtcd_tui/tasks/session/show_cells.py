"""Cells as they would be typed, for `tthtcd show`; `tthtcd set` reads its lines back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.read import typed
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import layout
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.log_activity import texts_of
from tthtcd_tui.tasks.transfer.read_report import OpenedReport


def shown_cells(opened: OpenedReport, under: str = "", unanswered: bool = False) -> list[Typed]:
    """The cells at `under` or below, in order of place, those of the activity log last.

    With `unanswered` also those the form has and nobody filled.
    """
    facts = opened.report.facts
    asked = layout(opened.form).cells if unanswered else ()
    places = sorted({*facts.answers, *asked} - facts.defaults)
    return _under([*shown_cells_of(opened.form, facts, places), *_log_cells(opened)], under)


def shown_defaults(opened: OpenedReport, under: str = "") -> list[Typed]:
    """The default texts of the year that nobody has edited; typing one would make it the year's own."""
    facts = opened.report.facts
    return _under(shown_cells_of(opened.form, facts, sorted(facts.defaults)), under)


def _under(cells: list[Typed], under: str) -> list[Typed]:
    return [cell for cell in cells if Place(cell.place).within(Place(under.rstrip("/")))] if under else cells


def wants_log(under: str) -> bool:
    """Whether a report that is to be shown at `under` needs its activities."""
    return not under or Place(under).kind == PlaceKind.ACTIVITY


def _log_cells(opened: OpenedReport) -> Iterator[Typed]:
    for activity in opened.report.log.activities:
        for key, raw in texts_of(opened.form, activity).items():
            if raw:
                yield Typed(Place.of(PlaceKind.ACTIVITY, activity.uid, key), raw)


def shown_cells_of(form: Form, facts: Facts, places: Iterable[Place]) -> list[Typed]:
    """The answers at `places`, as they would be typed."""
    fields = ((place, field_at(form, place)) for place in places)
    return [Typed(place, typed(field, facts.answers.get(place, UNANSWERED))) for place, field in fields if field]
