"""Where a noun chosen by the year is printed: «thôn» is in labels and units of other cells, and so in their print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.compose.document import Part
from tthtcd_tui.report.compose.printed import Printed, printed_at
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.outline import RunKind, Runs, plain
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import ReportRows, layout
from tthtcd_tui.text.problem import quoted

_MOST_NAMED: Final = 2


def noun_prints(form: Form, facts: Facts, parts: Sequence[Part], place: Place) -> Printed | str:
    """The passage in which the word chosen at `place` is printed with another cell's answer; else which cells it names.

    Empty where `place` chooses no noun. Links to the noun itself do not count.
    """
    carriers = list(_carriers(form, place))
    field = field_at(form, place)
    option = field.option(facts.text_at(place)) if field else None
    if option is not None:
        rows = ReportRows(form, facts)
        for carrier in carriers:
            found = printed_at(parts, carrier, rows.section_of(carrier)) if rows.is_printed(carrier) else None
            if found is not None and option.label in plain(_said(found.runs)):
                return found
    called = [quoted(label) for label in (label_at(form, carrier) for carrier in carriers) if label]
    if not called:
        return ""
    names = ", ".join(islice(called, _MOST_NAMED))
    return f"Dùng ở ô {names}. Chưa câu nào của báo cáo lấy từ này; câu ghi sẵn từ khác thì sửa ở câu ấy."


def _said(runs: Runs) -> Runs:
    """The runs without gaps: those name a cell, but only until it is filled in."""
    return tuple(run for run in runs if run.kind is not RunKind.GAP)


def _carriers(form: Form, place: Place) -> Iterator[Place]:
    """The cells whose name or unit holds the word, in the form's order."""
    template = form.template or form
    links = [f"{{{noun.link}}}" for noun in template.nouns if place == Place.of(PlaceKind.FIGURE, noun.figure)]
    for cell in layout(template).cells.values():
        if any(link in words for link in links for words in (cell.label, cell.field.unit)):
            yield cell.place
