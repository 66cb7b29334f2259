"""A section's screen: its rows on one sheet. Which sections share a screen, the form says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import ClassVar
from uuid import uuid4

from textual.widget import Widget

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.model import Section
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.completeness import Requirement, progress
from tthtcd_tui.report.facts import Source
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.finding import NOT_REVIEWED, Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.hints import TOO_LONG, hint_at
from tthtcd_tui.screens.rows import Rows
from tthtcd_tui.tasks.edit_cells import Typed
from tthtcd_tui.tasks.session import Saved, Saving
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.widgets.prose_editor import is_too_long
from tthtcd_tui.widgets.sheet import Sheet
from tthtcd_tui.widgets.sheet_rows import Cell, SheetRow

_UNORDERED = 10**9


class SheetScreen(BaseScreen):
    """A screen whose body is a sheet."""

    KEYS: ClassVar[tuple[str, ...]] = (
        *("f8", "f4", "ctrl+z", "escape", "f1", "ctrl+g", "f3", "f9", "f6", "f7"),
        *("ctrl+d", "ctrl+o", "ctrl+y", "f2", "f5", "ctrl+p", "ctrl+q"),
    )
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = True
    """Whether the overview and F8 go on from its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet(self)

    @property
    def width(self) -> int:
        """The cells a row may take."""
        return self.sheet.size.width or self.size.width or 80

    def rows(self) -> Iterable[SheetRow]:
        """What the sheet shows now."""
        raise NotImplementedError

    def body(self) -> Widget:
        self.sheet.glyphs = self.owner.glyphs
        return self.sheet

    def go_past(self, place: Place) -> None:
        """To the cell after `place`, if the cursor stands there: it has been dealt with elsewhere."""
        if self.sheet.place == place:
            self.sheet.take("tab", None)

    def start_at(self, place: Place, typed: str | None = None) -> None:
        """Puts the cursor on `place`, to go on with what was `typed` there."""
        self.sheet.show(tuple(self.rows()))
        _ = self.sheet.go_to(place) or self.sheet.go_to(place.parent)
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

    def reverse(self, saving: Saving, words: str) -> None:
        """Where what was undone is on this sheet, the cursor goes there."""
        super().reverse(saving, words)
        if isinstance(saving, Saved):
            any(self.sheet.go_to(place) for place in saving.places)

    # -- what the sheet hands on --------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        return self.saved(self.session.enter(Typed(place, raw) for place, raw in cells))

    def takes(self, place: Place, raw: str) -> bool:
        field = field_at(self.session.form, place)
        return field is not None and not isinstance(read(field, raw, self.session.form.link_names), Problem)

    def opened(self, cell: Cell, typed: str) -> None:
        if is_too_long(f"{cell.raw}{typed}"):
            self.announce(f"Chưa mở: {TOO_LONG} Delete xóa cả ô.", wrong=True)
        else:
            self.owner.open_paragraphs(cell.place, typed)

    def acted(self, row: SheetRow) -> None:
        """A record is taken away with all that is said of it; other rows that are no cell are each screen's own."""
        kind, _, record = row.action.partition(":")
        if kind == "remove":
            answers = self.session.facts.answers
            edits = [Edit(place, UNANSWERED) for place in answers if _subject(place).within(Place(record))]
            self.saved(self.session.save(edits), "Đã xóa. Ctrl+Z để lấy lại.")

    def told(self, message: str) -> None:
        self.announce(message)

    def moved(self) -> None:
        """Says of the cell under the cursor what is wrong with it, or what it wants."""
        self.show_frame()
        cell = self.sheet.cell
        if cell is not None and self.IS_PLACE_TO_RETURN_TO:
            self.owner.last_place = cell.place
        if self.sheet.error:
            again = "" if self.session.read_only else "Sửa lại rồi Enter; "
            self.say(f"{again}Esc bỏ phần vừa gõ, ô giữ giá trị cũ.")
        elif cell is None:
            self._say_of_action(self.sheet.row)
        else:
            self._say_of(cell)

    def _say_of_action(self, row: SheetRow | None) -> None:
        if row is None or not row.action:
            self.say("")
            return
        wanted = next((finding.message for finding in self.session.findings if finding.place == row.action), "")
        self.say(f"{f'Còn thiếu: {wanted} ' if wanted else ''}Enter: {row.label}.")

    def _say_of(self, cell: Cell) -> None:
        finding = self._finding_at(cell)
        if finding is not None and not finding.is_missing and finding.code != NOT_REVIEWED:
            word = "Lỗi" if finding.is_error else "Cảnh báo" if finding.is_open else "Đã giải trình"
            is_warning = not finding.is_error and finding.is_open
            reason = " ^O ghi lý do." if is_warning and "lý do" not in finding.message else ""
            self.say(f"{word}: {finding.message}{reason}", wrong=finding.is_error, warn=is_warning)
            return
        row = cell.place.parent
        carried = self.session.facts.carried_from(cell.place) or self.session.facts.carried_from(row)
        if carried:
            self.say(f"Chép từ {carried}, chưa rà soát. Sửa lại, hoặc F2 để xác nhận là đúng.", warn=True)
        else:
            self.say(" ".join(filter(None, self._told_of(cell, finding))))

    def _told_of(self, cell: Cell, missing: Finding | None) -> Iterator[str]:
        """Whether it is wanted, what the sheet may have cut, and what it takes."""
        hint = self._hint(cell.place)
        if missing is not None and not cell.shown:
            if not hint and not cell.opens:
                yield f"Còn thiếu: {missing.message}"
                return
            yield "Còn thiếu."
        if cell.opens:
            yield "Enter mở để viết."
        label = self.sheet.cut_label
        if len(cell.shown) > cell.width:
            yield f"{label}: {cell.shown}" if label else cell.shown
        else:
            yield f"{label}." if label else ""
            yield hint

    def _hint(self, place: Place) -> str:
        """What a cell takes; of a results number where it comes from, and how to get back to it."""
        if place.kind != "results":
            field = field_at(self.session.form, place)
            return hint_at(self.session.form, place, field) if field else ""
        logged = self.session.facts.logged(*place.parts[1:])
        if logged is None:
            return "Gõ số rồi Enter; - là không có. F6 ghi nhật ký: chương trình tự cộng."
        if self.session.facts.source(*place.parts[1:]) is Source.LOG:
            return "Cộng từ nhật ký; gõ số là ghi đè. F6 xem nhật ký."
        return f"Nhập tay; nhật ký cộng được {format_number(logged)}. Delete lấy lại số của nhật ký; F6 xem nhật ký."

    def _finding_at(self, cell: Cell) -> Finding | None:
        """What is wrong with the cell, or else with its row or its table; what nobody has explained comes first."""
        found = [
            finding
            for place in (cell.place, cell.place.parent, Place(cell.place.kind))
            for finding in self.session.findings
            if finding.place == place
        ]
        return next((finding for finding in found if finding.is_open), found[0] if found else None)

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
            self.announce("F7 dùng ở nội dung tự đánh giá.")
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
        """How far it is, and what stands on the right."""
        done = progress([need for need in self.session.requirements if self._asks(need)])
        previous = self.session.previous if self.sheet.has_untitled_notes else None
        return f"{done.done}/{done.total}{f' · bên phải: {previous.period.label}' if previous else ''} "

    def _asks(self, need: Requirement) -> bool:
        return any(section.key == need.section for section in self.sections())

    def sections(self) -> list[Section]:
        form = self.session.form
        screen = next(screen for screen in form.screens if screen.key == self.key)
        return [section for section in form.sections if section.key in screen.sections]

    def rows(self) -> Iterable[SheetRow]:
        return Rows(self.session, self.width).sections(self.sections())

    def acted(self, row: SheetRow) -> None:
        kind, _, rest = row.action.partition(":")
        uid = uuid4().hex[:12]
        if kind == "up":
            self._move_up(Place(rest))
        elif kind == "board":
            order = _following(member.order for member in self.session.facts.board)
            self._begin(Place.of("board", uid), order, [], "role")
        elif kind == "own":
            order = _following(item.order for item in self.session.facts.own_items)
            self._begin(Place.of("own", uid), order, [Edit(Place.of("own", uid, "section"), rest)], "label")
        else:
            super().acted(row)

    def _begin(self, place: Place, order: int, edits: list[Edit], first: str) -> None:
        """A new record after those there are, with the cursor where one types first."""
        placed = Edit(Place.of(place, "order"), Quantity(Decimal(order)))
        if self.saved(self.session.save([*edits, placed])) is None:
            self.sheet.go_to(Place.of(place, first))
            self.moved()

    def _move_up(self, row: Place) -> None:
        """Counts all members anew, this one before the one it stood behind."""
        uids = [member.uid for member in self.session.facts.board]
        at = uids.index(row.parts[1])
        uids[at - 1 : at + 1] = uids[at], uids[at - 1]
        edits = [Edit(Place.of("board", uid, "order"), Quantity(Decimal(number))) for number, uid in enumerate(uids, 1)]
        if self.saved(self.session.save(edits), "Đã đưa lên trước. Ctrl+Z để hoàn tác.") is None:
            self.sheet.go_to(Place.of(row, "role"))


class DetailsScreen(SheetScreen):
    """The report's own details: number, date, names, addressees, recipients, signer."""

    @property
    def title_words(self) -> str:
        return "0 CHI TIẾT BÁO CÁO"

    def rows(self) -> Iterable[SheetRow]:
        return Rows(self.session, self.width).details()


def _subject(place: Place) -> Place:
    """What a mark or a reason is about; any other place is about itself."""
    return Place.of(*place.parts[1:]) if place.kind in ("carried", "reason") else place


def _following(orders: Iterable[int]) -> int:
    """The place after the last that has one."""
    return max((order for order in orders if order < _UNORDERED), default=0) + 1
