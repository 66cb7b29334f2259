"""A section's screen: its rows on one sheet. Which sections share a screen, the form says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import ClassVar
from uuid import uuid4

from textual.widget import Widget

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.model import Section
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.finding import Finding, Tally
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.rows import Rows
from tthtcd_tui.tasks.edit_cells import Typed
from tthtcd_tui.widgets.sheet import Sheet
from tthtcd_tui.widgets.sheet_rows import Cell, RowKind, SheetRow

_UNORDERED = 10**9
_ALWAYS_SHOWN = 22
"""Labels up to this length are never cut at 80 columns."""


class SheetScreen(BaseScreen):
    """A screen whose body is a sheet."""

    KEYS: ClassVar[tuple[str, ...]] = ("f8", "f3", "f4", "ctrl+z", "escape", "f9", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = True
    """Whether the overview and F8 go on from its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet(self)

    def rows(self) -> Iterable[SheetRow]:
        """What the sheet shows now."""
        raise NotImplementedError

    def body(self) -> Widget:
        self.sheet.glyphs = self.owner.glyphs
        return self.sheet

    def start_at(self, place: Place, typed: str | None = None) -> None:
        """Puts the cursor on `place`, to go on with what was `typed` there."""
        self.sheet.show(tuple(self.rows()))
        self.sheet.go_to(place)
        if typed is not None:
            self.sheet.begin(typed)
        self.moved()

    def reload(self) -> None:
        self.sheet.show(tuple(self.rows()))
        self.moved()

    def take(self, key: str, character: str | None) -> bool:
        return self.sheet.take(key, character)

    def take_paste(self, text: str) -> None:
        self.sheet.paste(text)

    def leave_cell(self) -> bool:
        return self.sheet.leave()

    @property
    def is_typing(self) -> bool:
        return self.sheet.typing is not None

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        place, typing = self.sheet.place, self.sheet.typing
        if typing is not None and place is not None and field_at(self.session.form, place) is not None:
            yield place, typing

    def drop_typing(self) -> None:
        self.sheet.cancel()

    def do_back(self) -> None:
        if not self.sheet.cancel():
            self.owner.go_back()

    # -- what the sheet hands on --------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        return self.saved(self.session.enter(Typed(place, raw) for place, raw in cells))

    def takes(self, place: Place, raw: str) -> bool:
        field = field_at(self.session.form, place)
        return field is not None and not isinstance(read(field, raw, self.session.form.link_names), Problem)

    def opened(self, cell: Cell, typed: str) -> None:
        self.owner.open_paragraphs(cell.place, typed)

    def acted(self, row: SheetRow) -> None:
        """Rows that are no cell are each screen's own."""

    def told(self, message: str) -> None:
        self.say(message)

    def moved(self) -> None:
        """Says of the cell under the cursor what is wrong with it, or what it wants."""
        self.show_frame()
        cell = self.sheet.cell
        if cell is not None and self.IS_PLACE_TO_RETURN_TO:
            self.owner.last_place = cell.place
        if self.sheet.error:
            self.say(self.sheet.error, wrong=True)
        elif cell is None:
            self.say("")
        else:
            self._say_of(cell)

    def _say_of(self, cell: Cell) -> None:
        finding = self._finding_at(cell)
        if finding is not None:
            word = "Lỗi" if finding.is_error else "Cảnh báo" if finding.is_open else "Đã giải trình"
            said = f"{'Còn thiếu' if finding.is_missing else word}: {finding.message}"
            self.say(said, wrong=finding.is_error, warn=not finding.is_error and finding.is_open)
            return
        row = cell.place.parent
        carried = self.session.facts.carried_from(cell.place) or self.session.facts.carried_from(row)
        if carried:
            self.say(f"Chép từ {carried}, chưa rà soát. Sửa lại, hoặc bấm F2 để xác nhận đã rà soát.", warn=True)
        elif cell.options:
            choices = " · ".join(f"{number} {words}" for number, words in enumerate(cell.options, 1))
            self.say(f"{self._long_label()}{choices} · 0 Bỏ chọn")
        elif cell.opens:
            self.say(f"{self._long_label()}Enter mở để viết; Tab sang ô bên.")
        else:
            field = field_at(self.session.form, cell.place)
            self.say(self._long_label() + (field.hint if field else ""))

    def _finding_at(self, cell: Cell) -> Finding | None:
        """What is wrong with the cell, or else with its row or its table; what nobody has explained comes first."""
        found = [
            finding
            for place in (cell.place, cell.place.parent, Place(cell.place.kind))
            for finding in self.session.findings
            if finding.place == place
        ]
        return next((finding for finding in found if finding.is_open), found[0] if found else None)

    def _long_label(self) -> str:
        """The label of the row, where the sheet may have cut it."""
        row = self.sheet.row
        return f"{row.label}. " if row and len(row.label) > _ALWAYS_SHOWN else ""

    def do_save(self) -> None:
        """Saves what is typed; on a cell carried over from last year, says that it has been reviewed."""
        if self.sheet.typing is not None:
            super().do_save()
            return
        cell = self.sheet.cell
        if cell is not None:
            marks = [Place.of("carried", place) for place in (cell.place, cell.place.parent)]
            edits = [Edit(mark, UNANSWERED) for mark in marks if mark in self.session.facts.answers]
            if edits:
                self.saved(self.session.save(edits), "Đã rà soát.")

    def do_copy_previous(self) -> None:
        self.sheet.copy_previous()

    def do_copy_above(self) -> None:
        self.sheet.copy_above()

    def do_reason(self) -> None:
        cell = self.sheet.cell
        if cell is not None and self.leave_cell():
            finding = self._finding_at(cell)
            self.owner.open_reason(finding.place if finding else cell.place)

    def do_log(self) -> None:
        """The log behind the results row under the cursor."""
        place = self.sheet.place
        if self.leave_cell():
            self.owner.open_log(place.parts[1] if place is not None and place.kind == "results" else "")

    def do_history(self) -> None:
        place = self.sheet.place
        if self.leave_cell():
            self.owner.open_history(place)

    def do_evidence(self) -> None:
        place = self.sheet.place
        if place is None or place.kind not in ("checklist", "own"):
            self.say("F7 dùng ở nội dung tự đánh giá.")
        elif self.leave_cell():
            self.sheet.go_to(Place.of(place.kind, place.parts[1], "evidence"))
            self.moved()


class SectionScreen(SheetScreen):
    """One of the form's screens, with the sections it holds."""

    def __init__(self, number: int, key: str) -> None:
        super().__init__()
        self.number = number
        self.key = key

    @property
    def title_words(self) -> str:
        screen = next(screen for screen in self.session.form.screens if screen.key == self.key)
        return f"{self.number} {screen.label.upper()}"

    @property
    def aside(self) -> str:
        words = Tally.of(self.session.findings).words()
        return f"báo cáo {words} " if words else ""

    def sections(self) -> list[Section]:
        form = self.session.form
        screen = next(screen for screen in form.screens if screen.key == self.key)
        return [section for section in form.sections if section.key in screen.sections]

    def rows(self) -> Iterable[SheetRow]:
        rows = Rows(self.session)
        sections = self.sections()
        for section in sections:
            if len(sections) > 1:
                yield SheetRow(RowKind.HEADING, section.title)
            yield from rows.section(section)

    def acted(self, row: SheetRow) -> None:
        kind, _, rest = row.action.partition(":")
        uid = uuid4().hex[:12]
        if kind == "remove":
            self._remove(Place(rest))
        elif kind == "board":
            order = Quantity(_following(member.order for member in self.session.facts.board))
            self._begin(Place.of("board", uid), Edit(Place.of("board", uid, "order"), order), "role")
        elif kind == "own":
            self._begin(Place.of("own", uid), Edit(Place.of("own", uid, "section"), rest), "status")
            self.owner.open_label(Place.of("own", uid, "label"))

    def _begin(self, place: Place, edit: Edit, first: str) -> None:
        if self.saved(self.session.save([edit])) is None:
            self.sheet.go_to(Place.of(place, first))
            self.moved()

    def _remove(self, row: Place) -> None:
        edits = [Edit(place, UNANSWERED) for place in self.session.facts.answers if place.within(row)]
        self.saved(self.session.save(edits), "Đã xóa. Ctrl+Z để lấy lại.")


class DetailsScreen(SheetScreen):
    """The report's own details: number, date, names, addressees, recipients, signer."""

    @property
    def title_words(self) -> str:
        return "0 CHI TIẾT BÁO CÁO"

    def rows(self) -> Iterable[SheetRow]:
        return Rows(self.session).details()


def _following(orders: Iterable[int]) -> Decimal:
    """The place after the last that has one."""
    return Decimal(max((order for order in orders if order < _UNORDERED), default=0) + 1)
