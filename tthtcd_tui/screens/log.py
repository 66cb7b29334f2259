"""The activity log: a line to enter, a line to find, and below them a page of what the centre held.

Enter goes from field to field, and after the participations saves and opens the next: date and category stay. Nothing
of a line being entered is stored before the whole is, and nothing typed in it is lost before that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.log_cursor import ENDS, LogCursor
from tthtcd_tui.screens.log_draft import Draft
from tthtcd_tui.screens.log_entry import LogEntry
from tthtcd_tui.screens.log_hints import hint_of_entry, hint_of_record, hint_of_search
from tthtcd_tui.screens.log_in_print import LogInPrint
from tthtcd_tui.screens.log_pastes import LogPastes
from tthtcd_tui.screens.log_records import LogRecords
from tthtcd_tui.screens.log_rows import CATEGORY, ENTRY, SEARCH, LogRows, Wanted, category_label
from tthtcd_tui.screens.log_window import LogWindow
from tthtcd_tui.screens.name_doubts import NameDoubts
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_hint import hint_of_refused
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.tasks.session.sitting import Discarded
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import SheetRow


class LogScreen(SheetScreen):
    """The log of the open year."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "f3", "f4", "f6", "ctrl+z", "escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.draft = Draft()
        self.sheet.sight_changed = self._count_anew
        self._window = LogWindow()
        self._cursor = LogCursor(self, self.sheet, self._window)
        self._names = NameDoubts(self, self)
        self._choosing: str | None = None
        """What is typed of a category being chosen; None while none is."""
        self._entry = LogEntry(self, self.draft, self._window, self._cursor, self._names)
        self._records = LogRecords(self, self._window, self._names)
        self._log_pastes = LogPastes(self, self.draft, self._window)
        self._printed = LogInPrint(self._entry, self._window)
        self._came_from: Place | None = None
        self._is_starting = True
        self._starts_at = ""
        """The field of the line to enter where one begins; nothing for the first that is empty."""

    def _release(self) -> None:
        super()._release()
        if self._printed.work_out(self.session, self.sheet.place):
            self.show_frame()
        if self.sheet.typing is None:
            self._names.ask()

    @property
    def title_words(self) -> str:
        return "NHẬT KÝ HOẠT ĐỘNG"

    @property
    def aside(self) -> str:
        label = category_label(self.session, self._window.wanted.category)
        return f"{label} " if label else ""

    @property
    def is_typing(self) -> bool:
        return super().is_typing or self.draft.is_begun

    def typed_cells(self) -> Iterable[tuple[Place, str]]:
        """Of the line being entered all its fields, under the name the activity will have."""
        entered = self._entry.typed_cells()
        is_emptied = not entered and self._entry.key is not None  # a field of nothing that is stored: no draft to keep
        return entered if entered or is_emptied else super().typed_cells()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def arrive(self, destination: to.Kept) -> None:
        match destination:
            case to.LogEntry(uid, texts, is_refused):
                self._show_category("")
                self._start(self._entry.take_up(uid, texts, is_refused=is_refused))
            case to.LogFound(uid, search):
                self._show_found(uid, search)
            case to.Log(category):
                self._show_category(category)
            case to.AtPlace() | to.Preview() | to.Refused():
                self._show_category("")

    def _start(self, at: str = "") -> None:
        """Begin where the next activity is entered, in its field `at`."""
        self._is_starting = True
        self._starts_at = at
        if self.is_ready:
            self.reload()

    def key_line(self) -> list[tuple[str, str]]:
        words = "Enter Lưu|F3 Tìm|F4 Như trên|F6 Dòng mới|Esc Quay lại|F1 Trợ giúp|Del Xóa|^Z Hoàn tác"
        if self.session.read_only:
            words = "Enter Ô sau|F3 Tìm|Esc Quay lại|F1 Trợ giúp"
        own = [(key, word) for key, _, word in (part.partition(" ") for part in words.split("|"))]
        return [*own, ("^G", "Đi tới"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = self._reader_keys() if self.session.read_only else self._writer_keys()
        told = {key for key, _ in own}
        return own + [line for line in super().help_lines() if line[0] not in told]

    @staticmethod
    def _reader_keys() -> list[tuple[str, str]]:
        return [
            ("Enter", "ô sau"),
            ("F3", "tìm trong nhật ký, lọc theo loại, xếp theo cột"),
            ("Mũi tên", "xuống các hoạt động đã ghi; PgUp, PgDn sang trang"),
        ]

    @staticmethod
    def _writer_keys() -> list[tuple[str, str]]:
        return [
            ("Enter", "ô sau; sau Lượt người thì lưu hoạt động và mở dòng mới"),
            ("Tab", "ô sau, cả địa điểm, đơn vị phối hợp, ghi chú; F2 lưu ngay cả dòng"),
            ("F3", "tìm trong nhật ký, lọc theo loại, xếp theo cột"),
            ("F4", "chép ô này của hoạt động vừa ghi"),
            ("F6", "về dòng ghi hoạt động mới"),
            ("Mũi tên", "xuống các hoạt động đã ghi để sửa; PgUp, PgDn sang trang"),
            ("Delete", "xóa ô; ở ngày, loại, tên: xóa cả hoạt động, có hỏi lại"),
            ("Dán", "mỗi dòng của bảng tính là một hoạt động"),
        ]

    def _show_found(self, uid: str, search: str) -> None:
        """Show what `search` finds, with the cursor on the activity `uid`."""
        self._window.wanted = Wanted(search=search)
        self._came_from = None
        self._is_starting = False
        self._read_page()
        self._cursor.go(Place.of(PlaceKind.ACTIVITY, uid), "title")

    def _show_category(self, category: str) -> None:
        """Show the activities of one results row, or with nothing all; the next one is entered there."""
        self._window.show_category(category)
        self._came_from = Place.of(PlaceKind.RESULTS, category) if category else None
        if category and not self.draft.is_begun:
            self.draft.propose("category", category_label(self.session, category))
        self._start()

    def rows(self) -> Iterable[SheetRow]:
        window, cursor = self._window, self._cursor
        in_sight = self.sheet.in_sight
        made = LogRows(self.session, self.draft, window.wanted, window.page, cursor.part, cursor.width, in_sight)
        return made.rows(self._choosing)

    def _count_anew(self) -> None:
        """A question, or a reason below a cell, takes rows: the line above the records says which are in sight."""
        if self.services.report.has_year:
            self.show_rows()

    def show_rows(self) -> None:
        """Show the page and the part there are now."""
        self.sheet.show(tuple(self.rows()))

    def reload(self) -> None:
        self._read_page()
        self.moved()
        if self._is_starting:
            self._is_starting = False
            self._entry.begin(self._starts_at)

    def _read_page(self) -> None:
        self._window.read(self.session, self._cursor.lines)
        self.show_rows()

    def moved(self) -> None:
        """While a category is being chosen the categories stand where the records do."""
        is_choosing = self.sheet.place == Place.of(ENTRY, "category")
        typing = self.sheet.typing
        choosing = (self._entry.doubtful_category if typing is None else typing) if is_choosing else None
        if choosing != self._choosing:
            self._choosing = choosing
            self.show_rows()
        self._hurry.touch()
        super().moved()

    def hint(self) -> Message:
        hint = self._hint_here()
        return hint if hint.warn or self.sheet.error else self._printed.before(hint, self.sheet.place)

    def _hint_here(self) -> Message:
        place = self.sheet.place
        if self.sheet.error:
            return hint_of_refused(self.sheet)
        if place is None:
            return Message("")
        if place.kind == ENTRY and self.session.read_only:
            return Message("Chỉ xem: ↓ đến các hoạt động đã ghi; F3 tìm, lọc theo loại.")
        if place.kind == ENTRY:
            return hint_of_entry(self.session, place.parts[-1], self.draft.texts.get("date", ""))
        if place.kind == SEARCH.kind:
            return hint_of_search(self.session, place)
        return hint_of_record(self.session, self._window.activity(place), place.parts[-1], self.sheet.typing)

    # -- keys ---------------------------------------------------------------------------------------------------------

    @property
    def answerable(self) -> Sequence[object]:
        return () if self._entry.told is None else (self._entry.told,)

    def take(self, key: str, character: str | None) -> bool:
        if self._entry.is_no_answer(key, character):
            return True
        place = self.sheet.place
        own = place is not None and (
            self._take_entry(key, place)
            if place.kind == ENTRY
            else self._take_find(key, place)
            if place.kind == SEARCH.kind
            else self._records.take(key)
        )
        return own or self._cursor.take(key) or super().take(key, character)

    def _take_entry(self, key: str, place: Place) -> bool:
        name = place.parts[-1]
        if key == "f2" or (key == "enter" and name in ENDS):
            self._entry.finish()
        elif key in ("f4", "ctrl+d"):
            self._entry.copy_last(name)
        else:
            return False
        return True

    def _take_find(self, key: str, place: Place) -> bool:
        """Enter in what is looked for goes to the first that was found."""
        if key != "enter" or place not in (SEARCH, CATEGORY):
            return False
        if not self.sheet.leave():
            return True
        if self._window.page.total:
            self._cursor.go_to_record(0, "title", at_top=True)
        else:
            self.say("Không tìm thấy. Thử ít chữ hơn, hoặc xóa trắng rồi Enter để xem hết.")
        return True

    def paste(self, text: str) -> None:
        """Rows of a table are activities, wherever the cursor stands; anything else goes into the cell."""
        if self._pastes.is_piece:
            end, text = self._log_pastes.rest_of_row(text)
            for character in end:
                self.press("tab" if character == "\t" else character, character)
            if end:
                self.press("enter", "\r")
        if not self._log_pastes.paste(text):
            super().paste(text)

    # -- what is typed ------------------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        place, raw = cells[0]
        if place.kind == ENTRY:
            return self._entry.enter(place.parts[-1], raw)
        if place.kind != SEARCH.kind:
            return self._records.enter(cells)
        problem = self._window.look_for(self.session.form, place, raw)
        if problem is None:
            self._read_page()
        return problem

    def keeps(self, place: Place, raw: str, problem: str) -> bool:
        if place.kind != ENTRY:
            return super().keeps(place, raw, problem)
        self._entry.keep(place.parts[-1], raw)
        self.left.was_refused(problem)
        return True

    def do_next_gap(self) -> None:
        """To what cannot be read in the line being entered, in whichever part of the columns it is, before anything."""
        if (refused := self._entry.refused) and refused != self._entry.key and self.sheet.leave():
            self._entry.begin(refused)
        else:
            super().do_next_gap()

    def takes(self, place: Place, raw: str) -> bool:
        return place.kind == PlaceKind.ACTIVITY and self._records.takes(place, raw)

    def go_to_name(self, line: Place, name: str) -> None:
        if line == ENTRY or self._window.activity(line) is not None:
            self._cursor.go(line, "title")
        else:
            self.announce(f"Hoạt động {quoted(name)} không ở trang này. F3 tìm tên ấy để sửa.")

    def move_name(self, key: str, raw: str) -> None:
        self._entry.move_name(key, raw)

    def ask_on(self) -> None:
        self._hurry.touch()

    # -- commands -----------------------------------------------------------------------------------------------------

    def do_search(self) -> None:
        if self.sheet.leave():
            self._cursor.go(SEARCH.parent, SEARCH.parts[-1])

    def do_copy_previous(self) -> None:
        """From the record above, where last year says nothing."""
        self.sheet.copy_above()

    def do_log(self) -> None:
        """Already here: to the line that enters the next."""
        if self.sheet.leave():
            self._entry.go()

    def do_back(self) -> None:
        """Of the line being entered Esc keeps the field; the next one leaves, and the line waits to be gone on with."""
        if not self._entry.put_down():
            super().do_back()

    def _keep_draft(self) -> None:
        """What was refused in the line being entered waits in it: the line is not saved without."""
        if not self._entry.keep_refused():
            super()._keep_draft()

    def go_back(self) -> None:
        if not self.leave_cell():
            return
        if self._came_from is not None:
            self.navigator.open(to.AtPlace(self._came_from))
        else:
            self.navigator.back()

    def refuses(self) -> bool:
        place = self.sheet.place
        return (place is None or place.kind != SEARCH.kind) and super().refuses()

    def shows(self, place: Place) -> bool:
        return place.kind in (PlaceKind.ACTIVITY, ENTRY)

    def restore(self, discarded: Discarded) -> None:
        """A field of the line being entered, or all of it."""
        if discarded.is_table or discarded.place.kind != ENTRY:
            super().restore(discarded)
        else:
            self._entry.bring_back(discarded)

    def draft_place(self, place: Place) -> Place | None:
        return self._entry.place_of(place.parts[-1]) if place.kind == ENTRY else super().draft_place(place)

    def do_discard(self) -> None:
        """What is typed in a field; else the line being entered, but for what stays from the one before."""
        if self.sheet.typing is not None or not self._entry.discard():
            super().do_discard()

    def finish_cell(self) -> bool:
        return self.sheet.leave()

    def leave_cell(self) -> bool:
        """Elsewhere goes only what is saved: a line that is whole is saved now, of another it is said once."""
        return self.sheet.leave() and self._entry.may_leave()
