"""Figures: a row of one cell each. They print where a text links to them."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.forms.kinds.figures import Figures
from tthtcd_tui.forms.model import FieldType, Form, Section, SectionPart
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.kinds.kind import ContentKind
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportCell, ReportRow

_CARRIED = (FieldType.TEXT, FieldType.CHOICE, FieldType.CHOICES)
"""Field types carried over to a new year: no numbers."""
URBAN_CLASS = Place.of(PlaceKind.FIGURE, "loai_do_thi")
"""The figure of the shipped form that holds the class of a town: a text with few valid values."""


def _rows(form: Form, section: Section) -> Iterator[ReportRow]:
    part = section.part(Figures)
    for key, _, field in part.figures if part else ():
        place = Place.of(PlaceKind.FIGURE, key)
        cell = ReportCell(place, field, field.label, is_carried=field.kind in _CARRIED)
        yield ReportRow(place, section.key, field.label, (cell,), field.required, (place,), links=(key,))


def _is_printed(form: Form, facts: Facts, place: Place) -> bool:
    """Whether a text of the year links to the figure, by its key or as the noun it chooses."""
    key = place.parts[1]
    names = {f"{{{name}}}" for name in (key, *(noun.link for noun in form.nouns if noun.figure == key))}
    texts = (line for lines in facts.answers.values() if isinstance(lines, tuple) for line in lines)
    return any(name in line for line in texts for name in names)


FIGURES = ContentKind(SectionPart.FIGURES, (PlaceKind.FIGURE,), _rows, is_printed=_is_printed, counted="số liệu")
