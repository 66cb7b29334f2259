"""What of a form can be added up, and what only compared: a rate has no sum, and a mean of rates needs weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tthtcd_tui.errors import NoSuchPlace, NotAdditive
from tthtcd_tui.forms.model import FieldType, Form, Noun, SectionPart
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.facts import ResultColumn
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import ReportRow, RowRole
from tthtcd_tui.report.rows import layout
from tthtcd_tui.report.submitted import total_place
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.problem import quoted

_PER: Final = "/"
"""In the unit of what is so much for each: USD/người/năm."""


class Measure(NamedTuple):
    """A number that every commune may have."""

    place: Place
    label: str
    unit: str = ""
    is_rate: bool = False
    """Whether it is so much of a hundred or for each: it is never added up."""
    unit_place: Place | None = None
    """Where a commune chose the unit; of different ones there is no mean."""


class Choice(NamedTuple):
    """A closed question: the communes are counted by what they answered."""

    place: Place
    label: str
    options: tuple[tuple[str, str], ...]
    """Key and label of each."""


def measures(form: Form) -> tuple[Measure, ...]:
    """The totals of the results, then every number of the form in reading order."""
    return (*totals(form), *_numbers(form))


def totals(form: Form) -> tuple[Measure, ...]:
    fields = form.records[PlaceKind.RESULTS]
    return tuple(
        Measure(total_place(column), f"{form.table.total_label.capitalize()}: {fields[column].label.lower()}")
        for column in ResultColumn
    )


def _numbers(form: Form) -> Iterator[Measure]:
    templates = layout(form.template or form).cells
    for place, cell in layout(form).cells.items():
        if cell.field.kind.is_number:
            noun = _noun(form, templates[place].field.unit)
            is_rate = cell.field.kind is FieldType.PERCENT or _PER in cell.field.unit or _is_per(form, noun)
            unit_place = Place.of(PlaceKind.FIGURE, noun.figure) if noun and is_rate else None
            yield Measure(place, cell.label, cell.field.unit, is_rate, unit_place)


def _noun(form: Form, unit: str) -> Noun | None:
    return next((noun for noun in form.nouns if unit == f"{{{noun.link}}}"), None)


def _is_per(form: Form, noun: Noun | None) -> bool:
    if noun is None:
        return False
    cell = layout(form).cell_at(Place.of(PlaceKind.FIGURE, noun.figure))
    return cell is not None and any(_PER in option.printed for option in cell.field.options)


def choices(form: Form) -> tuple[Choice, ...]:
    """Every closed question, in reading order."""
    return tuple(
        Choice(place, cell.label, tuple((option.key, option.label) for option in cell.field.options))
        for place, cell in layout(form).cells.items()
        if cell.field.kind is FieldType.CHOICE
    )


def categories(form: Form) -> tuple[ReportRow, ...]:
    """The rows of the results, groups among them, without the total."""
    return tuple(
        row
        for section in form.sections
        for kind, rows in layout(form).sections[section.key]
        if kind.name == SectionPart.RESULTS
        for row in rows
        if row.role is not RowRole.TOTAL
    )


def measure_named(known: tuple[Measure, ...], typed: str) -> Measure:
    """The measure at that place. Raises NoSuchPlace."""
    for measure in known:
        if measure.place == typed:
            return measure
    meant = did_you_mean(typed, (measure.place for measure in known))
    raise NoSuchPlace(f"Biểu mẫu không có số liệu ở {quoted(typed)}.{meant or ' Hãy kiểm tra lại tên chỗ.'}")


def weights_named(known: tuple[Measure, ...], typed: Mapping[str, str]) -> dict[Place, Measure]:
    """By what each rate is weighed. Raises NoSuchPlace; NotAdditive for a weight that is a rate, or what is none."""
    found: dict[Place, Measure] = {}
    for rate_typed, weight_typed in typed.items():
        rate, weight = measure_named(known, rate_typed), measure_named(known, weight_typed)
        if not rate.is_rate:
            raise NotAdditive(
                f"{quoted(rate.label)} là số cộng được, không cần bình quân gia quyền. Hãy bỏ quyền số ấy."
            )
        if weight.is_rate:
            raise NotAdditive(
                f"{quoted(weight.label)} là tỷ lệ, không làm quyền số được: tỷ lệ của tỷ lệ không có nghĩa."
                " Hãy chọn một số đếm, ví dụ dân số."
            )
        found[rate.place] = weight
    return found
