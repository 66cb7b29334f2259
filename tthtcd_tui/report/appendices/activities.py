"""The activity log as an appendix: activity by activity, category by category, each with its sub-total.

Sub-totals are the numbers of the results table, printed by the same functions, so the two cannot differ. What the
table has beyond the log stands in a row of its own. Where the log has more than the table, that is marked, and the
checks let no such report be issued.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Answer, Quantity
from tthtcd_tui.forms.appendices import ACTIVITIES as NAME
from tthtcd_tui.forms.kinds.results import ResultRow, result_rows_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.appendices.kind import AppendixKind, Content
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, ResultColumn
from tthtcd_tui.report.kinds.results import printed_number, printed_total
from tthtcd_tui.report.numbering import roman
from tthtcd_tui.report.outline import Align, Column, Row, Run, RunKind, Runs, Table
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.row import RowRole
from tthtcd_tui.report.writer import Writer
from tthtcd_tui.text.dates import padded_date
from tthtcd_tui.text.numbers import format_number

_TOLD_APART: Final = ("place", "partner", "note")
"""Columns left out where no activity has anything in them."""
_NARROW: Final = {"tt": 7, "date": 15, "classes": 10, "participations": 15}
_WIDE: Final = {"tt": 5, "date": 10, "classes": 7, "participations": 10, "place": 16, "partner": 16, "note": 12}
"""Per cent of the table's width, by column; the title of an activity has the rest."""
_SUBTOTAL: Final = "Cộng"
_UNLISTED: Final = "Các hoạt động khác, không liệt kê"
_SURPLUS: Final = "[Chưa khớp với bảng kết quả]"


def _content(writer: Writer, material: Material) -> Content:
    """TT, day, title, where and with whom as far as anything is said of it, classes, participations."""
    activities = material.log.activities
    told = [key for key in _TOLD_APART if any(getattr(activity, key) for activity in activities)]
    before, after = [key for key in told if key != "note"], [key for key in told if key == "note"]
    keys = ("date", "title", *before, CLASSES, PARTICIPATIONS, *after)
    return Content(_table(writer, keys, activities), is_wide=bool(told))


def _table(writer: Writer, keys: Sequence[str], activities: Iterable[Activity]) -> Iterator[Table]:
    held: dict[str, list[Activity]] = {}
    for activity in activities:
        held.setdefault(activity.category, []).append(activity)
    rows: list[Row] = []
    number = 0
    for row in _categories(writer.form):
        category = _Category(writer, row, held.get(row.key, []), keys)
        if category.is_empty:
            continue
        number += 1
        rows += category.rows(roman(number))
    cells: dict[str, Runs] = {column: printed_total(writer, column) for column in ResultColumn}
    cells["title"] = (Run(writer.form.table.total_label),)
    yield Table(_columns(writer, keys), (*rows, _row(RowRole.TOTAL, keys, cells)))


def _columns(writer: Writer, keys: Sequence[str]) -> tuple[Column, ...]:
    shares = _WIDE if set(keys) & set(_TOLD_APART) else _NARROW
    fields = writer.form.records[PlaceKind.ACTIVITY]
    rest = 100 - shares["tt"] - sum(shares.get(key, 0) for key in keys)
    marker = Column((Run(writer.form.table.marker_title),), Align.CENTRE, shares["tt"])
    told = (Column((Run(fields[key].label),), _SIDES.get(key, Align.LEFT), shares.get(key, rest)) for key in keys)
    return (marker, *told)


_SIDES: Final = {"date": Align.CENTRE, CLASSES: Align.RIGHT, PARTICIPATIONS: Align.RIGHT}


def _row(role: RowRole, keys: Sequence[str], cells: Mapping[str, Runs], marker: str = "") -> Row:
    return Row(role, ((Run(marker),) if marker else (), *(cells.get(key, ()) for key in keys)))


class _Category(NamedTuple):
    """A row of the results table with the activities that were held for it."""

    writer: Writer
    row: ResultRow
    held: Sequence[Activity]
    keys: Sequence[str]

    @property
    def is_empty(self) -> bool:
        return not self.held and not any(_number(self._stated(column)) for column in ResultColumn)

    def rows(self, marker: str) -> Iterator[Row]:
        """Its name, its activities, what is not among them, and the sub-total; where none is listed, in one row."""
        place = Place.of(PlaceKind.RESULTS, self.row.key)
        groups = result_rows_of(self.writer.form)
        name = f"{groups[self.row.under].label}: {self.row.label}" if self.row.under else self.row.label
        named: dict[str, Runs] = {"title": (Run(name, place),)}
        numbers: dict[str, Runs] = {column: self._printed(column) for column in ResultColumn}
        if not self.held:
            yield _row(RowRole.TOTAL, self.keys, named | numbers, marker)
            return
        yield _row(RowRole.GROUP, self.keys, named, marker)
        for number, activity in enumerate(self.held, 1):
            yield Row(RowRole.BODY, ((Run(str(number)),), *_told(activity, self.keys)))
        yield from self._difference()
        yield _row(RowRole.TOTAL, self.keys, {"title": (Run(f"{_SUBTOTAL} {marker}"),), **numbers})

    def _stated(self, column: ResultColumn) -> Answer:
        return self.writer.facts.result(self.row.key, column)

    def _printed(self, column: ResultColumn) -> Runs:
        cell = self.writer.rows.cell_at(Place.of(PlaceKind.RESULTS, self.row.key, column))
        return printed_number(self.writer, cell, self.row.required) if cell else ()

    def _difference(self) -> Iterator[Row]:
        """The row for what the table has beyond the listed activities, or what it lacks of them."""
        missing: dict[str, Runs] = {}
        beyond: dict[str, Runs] = {}
        for column in ResultColumn:
            difference = _number(self._stated(column)) - sum(getattr(each, column) or 0 for each in self.held)
            place = Place.of(PlaceKind.RESULTS, self.row.key, column)
            if difference > 0:
                missing[column] = (Run(format_number(difference), place, RunKind.VALUE),)
            elif difference < 0 and self._stated(column) is not UNANSWERED:
                beyond[column] = (Run(f"[thừa {format_number(-difference)}]", place, RunKind.GAP),)
        if missing:
            yield _row(RowRole.BODY, self.keys, {"title": (Run(_UNLISTED),), **missing})
        if beyond:
            place = Place.of(PlaceKind.RESULTS, self.row.key)
            yield _row(RowRole.BODY, self.keys, {"title": (Run(_SURPLUS, place, RunKind.GAP),), **beyond})


def _told(activity: Activity, keys: Sequence[str]) -> Iterator[Runs]:
    """What an activity says in each column; every run leads to it."""
    place = Place(f"{PlaceKind.ACTIVITY}/{activity.uid}")
    for key in keys:
        said = getattr(activity, key)
        if said is None or said == "":
            yield ()
        elif key == "date":
            yield (Run(padded_date(said), place),)
        else:
            yield (Run(said if isinstance(said, str) else format_number(said), place),)


def _categories(form: Form) -> Iterator[ResultRow]:
    """The rows of the results table that hold numbers, in its order."""
    return (row for row in result_rows_of(form).values() if not row.group)


def _number(answer: Answer) -> Decimal:
    return answer.number if isinstance(answer, Quantity) else Decimal(0)


ACTIVITIES: Final = AppendixKind(NAME, _content, needs_log=True)
