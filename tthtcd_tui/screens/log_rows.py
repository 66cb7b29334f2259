"""The rows of the log's sheet: the line to enter an activity, the line to find one, and a page of the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size

from tthtcd_tui.forms.model import Field, FieldType
from tthtcd_tui.models.activities import Order, Page
from tthtcd_tui.report.activity import Activity, LogSum
from tthtcd_tui.report.facts import CLASSES, PARTICIPATIONS, Source
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens.log_columns import Part
from tthtcd_tui.screens.log_draft import Draft
from tthtcd_tui.tasks.session.categories import categories_of
from tthtcd_tui.tasks.session.log_activity import cell_problem, fields_of, texts_of
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.fit import first_that_fits, fit
from tthtcd_tui.widgets.sheet_rows import Cell, Mark, RowKind, SheetRow

ORDERS: Final = {
    Order.DATE: "Ngày",
    Order.TITLE: "Tên",
    Order.CATEGORY: "Loại",
    Order.PARTICIPATIONS: "Lượt người",
}
ENTRY: Final = Place("entry")
"""The line to enter an activity."""
SEARCH: Final = Place("find/search")
CATEGORY: Final = Place("find/category")
ORDER: Final = Place("find/order")
ABOVE: Final = 4
"""The lines above the records: titles, the line to enter, the line to find, the sums."""
_MARGIN: Final = 5
_BETWEEN: Final = 2


@dataclass(slots=True)
class Wanted:
    """Which activities are shown, and how they are sorted."""

    search: str = ""
    category: str = ""
    order: Order = Order.DATE
    offset: int = 0


@dataclass(frozen=True, slots=True)
class LogRows:
    """Makes the rows of one moment."""

    session: Session
    draft: Draft
    wanted: Wanted
    page: Page
    part: Part
    width: int
    in_sight: range
    """The rows of the sheet that stand on the screen."""

    def rows(self, choosing: str | None) -> Iterator[SheetRow]:
        """`choosing` is what is typed of a category being chosen; then the categories stand where the records do."""
        yield SheetRow(RowKind.HEADING, self._titles())
        yield self._entry()
        yield self._find()
        if choosing is None:
            yield SheetRow(RowKind.TEXT, self._sums())
            yield from map(self._record, self.page.activities)
        else:
            yield SheetRow(RowKind.TEXT, "Các loại hoạt động:")
            yield from self._categories(choosing)

    def _titles(self) -> str:
        name = fit(self._field("title").label, self._name_room()) if self.part.names_rows else ""
        titles = (
            "  " + fit(self._field(key).label, size, right=self._field(key).kind.is_number)
            for key, size in self.part.columns
        )
        return " " * _MARGIN + name + "".join(titles)

    def _entry(self) -> SheetRow:
        texts, form = self.draft.texts, self.session.form
        is_wrong = any(cell_problem(form, key, raw) for key, raw in texts.items())
        row = self._row(ENTRY, texts, texts.get("title", ""), "Mới")
        return row._replace(mark=Mark.ERROR) if is_wrong else row  # the wrong field may be out of sight

    def _record(self, activity: Activity) -> SheetRow:
        texts = texts_of(self.session.form, activity)
        return self._row(Place.of(PlaceKind.ACTIVITY, activity.uid), texts, activity.title, "")

    def _row(self, place: Place, texts: dict[str, str], name: str, marker: str) -> SheetRow:
        cells = tuple(
            Cell(
                Place.of(place, key),
                texts.get(key, ""),
                texts.get(key, ""),
                size,
                right=self._field(key).kind.is_number,
            )
            for key, size in self.part.columns
        )
        room = self._name_room() if self.part.names_rows else 0  # all of it, or the cells stand beside their titles
        return SheetRow(RowKind.CELLS, set_cell_size(name, max(room, cell_len(name))) if room else "", cells, marker)

    def _find(self) -> SheetRow:
        room = max(self.width - _MARGIN - 3 * _BETWEEN, 9)
        sizes = (room * 2 // 5, room * 7 // 20, room - room * 2 // 5 - room * 7 // 20)
        wanted = self.wanted
        label = category_label(self.session, wanted.category)
        cells = (
            Cell(SEARCH, wanted.search, f"Tìm: {wanted.search}", sizes[0]),
            Cell(CATEGORY, label, f"Loại: {label or 'tất cả'}", sizes[1]),
            Cell(ORDER, "", f"Xếp theo: {ORDERS[wanted.order]}", sizes[2], options=tuple(ORDERS.values())),
        )
        return SheetRow(RowKind.CELLS, "", cells, "F3")

    def _sums(self) -> str:
        """How many are shown of how many, and what the category adds up to."""
        total, wanted, shown = self.page.total, self.wanted, self._shown
        found = f"{format_number(total)} hoạt động" + (f" có {quoted(wanted.search)}" if wanted.search else "")
        if shown:
            where = f"{format_number(shown[0])}–{format_number(shown[-1])} / {found}"
        else:
            where = found if total or wanted.search or wanted.category else "Chưa có hoạt động nào"
        if not total:
            return where
        numbers = [format_number(number) for number in ((shown[0], shown[-1], total) if shown else (total,))]
        here = "{}–{}/{}".format(*numbers) if shown else numbers[0]
        said = (f"{where} · {self._total()}", f"{here} · tổng {self._added()}", f"{here} · {self._added()}")
        return first_that_fits(said, self.width - _MARGIN, 1)

    @property
    def _shown(self) -> range:
        """The numbers of the records in sight, counted from 1 through all that were found."""
        first, last = max(self.in_sight.start - ABOVE, 0), min(self.in_sight.stop - ABOVE, len(self.page.activities))
        return range(self.wanted.offset + first + 1, self.wanted.offset + last + 1)

    def _added(self) -> str:
        """What the category adds up to, or the whole log."""
        log, category = self.session.facts.log, self.wanted.category
        sums = [log[category]] if category in log else [] if category else list(log.values())
        classes, participations = _plus(sums)
        return f"{classes} lớp, {participations} lượt người"

    def _total(self) -> str:
        category = self.wanted.category
        words = f"tổng {'loại này' if category else 'cả nhật ký'}: {self._added()}"
        typed = category and any(
            self.session.facts.source(category, column) is Source.TYPED for column in (CLASSES, PARTICIPATIONS)
        )
        return words + " (bảng kết quả nhập tay)" if typed else words

    def _categories(self, choosing: str) -> Iterator[SheetRow]:
        categories = categories_of(self.session.form)
        for line in categories.found(choosing) if choosing.strip() else categories.first:
            opens = ": gõ số này để mở nhóm" if line.option is None else ""
            yield SheetRow(RowKind.TEXT, f" {line.words}{opens}")

    def _field(self, key: str) -> Field:
        return fields_of(self.session.form)[key]

    def _name_room(self) -> int:
        return max(self.width - _MARGIN - sum(size + _BETWEEN for _, size in self.part.columns), 8)


def category_label(session: Session, key: str) -> str:
    option = fields_of(session.form)["category"].option(key) if key else None
    return option.label if option else ""


def details(session: Session, activity: Activity) -> str:
    """All of an activity in one line: what its columns have no room for."""
    fields = fields_of(session.form)
    texts = texts_of(session.form, activity)
    said = [texts["date"], texts["category"], texts["title"]]
    said += [f"{field.label}: {texts[key]}" for key, field in fields.items() if texts[key] and _is_aside(field)]
    return " · ".join(said)


def _is_aside(field: Field) -> bool:
    return not field.required and field.kind is FieldType.TEXT


def _plus(sums: Sequence[LogSum]) -> tuple[str, str]:
    return (
        format_number(sum(each.classes or 0 for each in sums)),
        format_number(sum(each.participations or 0 for each in sums)),
    )
