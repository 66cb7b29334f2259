"""What a link in a text stands for in a year: its printed words, and the Place they come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.links import Link, pieces
from tthtcd_tui.forms.model import CLASSES_LINK, TOTAL_LINKS, Form
from tthtcd_tui.forms.printed import printed
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Facts
from tthtcd_tui.report.fields import field_at, label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.numbers import format_number

_NIL_IN_WORDS = "không có"
_NAMES = {"ten_trung_tam": "issuer", "ten_dia_phuong": "locality", "dia_danh": "place"}


class Linked(NamedTuple):
    """A link's target. `text` is None while the place is unanswered."""

    place: Place | None
    label: str
    text: str | None


def linked(form: Form, facts: Facts, name: str) -> Linked | None:
    """What `{name}` stands for, or None where the form knows no such name."""
    match name:
        case "nam_hoc":
            return Linked(None, "Kỳ báo cáo", facts.period.label)
        case "ky_bao_cao":
            return Linked(None, "Kỳ báo cáo", facts.period.title)
        case "tong_lop" | "tong_luot":
            total = facts.total(total_column(name))
            return Linked(Place("results"), TOTAL_LINKS[name].capitalize(), total_text(total))
        case _:
            return _linked_place(form, facts, name)


def _linked_place(form: Form, facts: Facts, name: str) -> Linked | None:
    if name in _NAMES:
        return _answered(form, facts, Place.of("report", _NAMES[name]))
    if name in form.figures:
        return _answered(form, facts, Place.of("figure", name))
    if name in form.indicators:
        return _indicator(form, facts, name)
    row, _, column = name.partition(".")
    if name in form.link_names and row in form.rows:
        column = CLASSES if column == CLASSES_LINK else PARTICIPATIONS
        return _answered(form, facts, Place.of("results", row, column), facts.result(row, column))
    return None


def total_column(name: str) -> str:
    """The results column that the link `tong_lop` or `tong_luot` totals."""
    return CLASSES if name == "tong_lop" else PARTICIPATIONS


def total_text(total: Answer) -> str | None:
    """A total as printed; None while nothing is answered."""
    return format_number(total.number) if isinstance(total, Quantity) else None


def texts(facts: Facts) -> Iterator[tuple[Place, str]]:
    """Every line of the year's own prose, with its place: where links are filled in, and old years may lurk."""
    for place, lines in sorted((place, lines) for place, lines in facts.answers.items() if isinstance(lines, tuple)):
        if is_prose(place):
            for line in lines:
                yield place, line


def is_prose(place: Place) -> bool:
    """Whether links are filled in there: paragraphs, not lists of names or of chosen options."""
    kind, *rest = place.parts
    if kind == "report":
        return rest in (["opening"], ["closing"])
    return kind == "narrative" or (kind in ("checklist", "own", "indicator") and rest[-1:] in (["statement"], ["text"]))


def links_in(text: str) -> list[str]:
    """The names linked in `text`, in order."""
    return [piece.name for piece in pieces(text) if isinstance(piece, Link)] if "{" in text else []


def _answered(form: Form, facts: Facts, place: Place, answer: Answer | None = None) -> Linked | None:
    field = field_at(form, place)
    if field is None:
        return None
    if answer is None:
        answer = facts.answers.get(place, UNANSWERED)
    text = printed(field, answer)
    # An empty cell is how a table says «không có»; a sentence needs the words.
    return Linked(place, label_at(form, place), _NIL_IN_WORDS if text == "" else text)


def _indicator(form: Form, facts: Facts, name: str) -> Linked | None:
    indicator = form.indicators[name]
    if indicator.computed:
        total = linked(form, facts, indicator.computed)
        return Linked(Place("results"), indicator.label, total.text if total else None)
    return _answered(form, facts, Place.of("indicator", name, "value"))
