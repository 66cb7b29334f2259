"""The activity log: a line to enter, a line to find, and below them a page of what the centre held.

Enter goes from field to field, and after the participations saves and opens the next: date and category stay. Nothing
of a line being entered is stored before the whole is, and nothing typed in it is lost before that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.activities import Order
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import ResultColumn
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.log_cursor import ENDS, LogCursor
from tthtcd_tui.screens.log_draft import STICKY, Draft
from tthtcd_tui.screens.log_hints import hint_of_entry, hint_of_record, hint_of_search, outside_words
from tthtcd_tui.screens.log_rows import CATEGORY, ENTRY, ORDERS, SEARCH, LogRows, Wanted, category_label, details
from tthtcd_tui.screens.log_window import LogWindow
from tthtcd_tui.screens.name_doubts import NameDoubts
from tthtcd_tui.screens.services import Services
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.screens.told_paste import ToldPaste, tell_pasted
from tthtcd_tui.tasks.session.categories import categories_of
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.log_activity import (
    activity_of,
    cell_problem,
    completed,
    fields_of,
    texts_of,
)
from tthtcd_tui.tasks.session.log_prints import category_key, row_printed
from tthtcd_tui.tasks.session.session import Saved
from tthtcd_tui.tasks.session.sitting import Discarded
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.problem import quoted
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.sheet_rows import SheetRow

if TYPE_CHECKING:
    from tthtcd_tui.tasks.session.paste_activities import LogPlan

_WAITS: Final = "Hoạt động chưa lưu. Bấm Esc lần nữa để rời đi (phần đang gõ được giữ)."


class LogScreen(SheetScreen):
    """The log of the open year."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "f3", "f4", "f6", "ctrl+z", "escape", "f1", "ctrl+q")
    IS_PLACE_TO_RETURN_TO: ClassVar[bool] = False

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.draft = Draft()
        self._window = LogWindow()
        self._cursor = LogCursor(self, self.sheet, self._window)
        self._names = NameDoubts(self, self)
        self._choosing: str | None = None
        """What is typed of a category being chosen; None while none is."""
        self._last: dict[str, str] = {}
        self._came_from: Place | None = None
        self._warned = False
        self._is_starting = True
        self._starts_at = ""
        """The field of the line to enter where one begins; nothing for the first that is empty."""
        self._printed: tuple[Place, str] | None = None
        """What the activity under the cursor makes of the report, and where that was worked out."""

    def _release(self) -> None:
        super()._release()
        self._show_printed()
        if self.sheet.typing is None:
            self._names.ask()

    def _show_printed(self) -> None:
        """At the numbers of an activity: the row of the results table that they go into."""
        place = self.sheet.place
        if place is None or place.parts[-1] not in tuple(ResultColumn):
            return
        if place.kind == ENTRY:
            texts = self.draft.texts | {place.parts[-1]: self.sheet.typing or self.draft.texts.get(place.parts[-1], "")}
            words = row_printed(self.session, category_key(self.session, texts.get("category", "")), texts)
        else:
            record = self._window.activity(place)
            words = row_printed(self.session, record.category) if record else ""
        if words and self._printed != (place, words):
            self._printed = place, words
            self.show_frame()

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
        place, typing = self.sheet.place, self.sheet.typing
        texts = dict(self.draft.texts)
        if place is not None and place.kind == ENTRY and typing is not None:
            texts[place.parts[-1]] = typing
        elif not self.draft.is_touched:
            return super().typed_cells()
        return [(Place.of(PlaceKind.ACTIVITY, self.draft.uid, key), text) for key, text in texts.items() if text]

    # -- what is shown ------------------------------------------------------------------------------------------------

    def arrive(self, destination: to.Kept) -> None:
        match destination:
            case to.LogEntry(uid, texts, is_refused):
                self._show_category("")
                self._take_up(uid, texts, is_refused=is_refused)
            case to.LogFound(uid, search):
                self._show_found(uid, search)
            case to.Log(category):
                self._show_category(category)
            case to.AtPlace() | to.Preview() | to.Refused():
                self._show_category("")

    def _take_up(self, uid: str, texts: Mapping[str, str], *, is_refused: bool) -> None:
        """Go on with an activity of which `texts`, by field, were typed before; another that was begun is put away."""
        if self.draft.is_begun and self.draft.uid != uid:
            self._put_away()
        self.draft.take_up(uid, texts)
        wrong = activity_of(self.session.form, uid, texts) if is_refused else ()
        self._start(wrong[0].key if wrong and not isinstance(wrong, Activity) else "")

    def _start(self, at: str = "") -> None:
        """Begin where the next activity is entered, in its field `at`."""
        self._is_starting = True
        self._starts_at = at
        if self.is_ready:
            self.reload()

    def key_line(self) -> list[tuple[str, str]]:
        words = "Enter Lưu|F3 Tìm|F4 Như trên|F6 Dòng mới|Esc Quay lại|F1 Trợ giúp|Del Xóa|^Z Hoàn tác"
        own = [(key, word) for key, _, word in (part.partition(" ") for part in words.split("|"))]
        return [*own, ("^G", "Đi tới"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = [
            ("Enter", "ô sau; sau Lượt người thì lưu hoạt động và mở dòng mới"),
            ("Tab", "ô sau, cả địa điểm, đơn vị phối hợp, ghi chú; F2 lưu ngay cả dòng"),
            ("F3", "tìm trong nhật ký, lọc theo loại, xếp theo cột"),
            ("F4", "chép ô này của hoạt động vừa ghi"),
            ("F6", "về dòng ghi hoạt động mới"),
            ("Mũi tên", "xuống các hoạt động đã ghi để sửa; PgUp, PgDn sang trang"),
            ("Delete", "xóa ô; ở ngày, loại, tên: xóa cả hoạt động, có hỏi lại"),
            ("Dán", "mỗi dòng của bảng tính là một hoạt động"),
        ]
        told = {key for key, _ in own}
        return own + [line for line in super().help_lines() if line[0] not in told]

    def _show_found(self, uid: str, search: str) -> None:
        """Show what `search` finds, with the cursor on the activity `uid`."""
        self._window.wanted = Wanted(search=search)
        self._came_from = None
        self._is_starting = False
        self._read_page()
        self._cursor.go(Place.of(PlaceKind.ACTIVITY, uid), "title")

    def _show_category(self, category: str) -> None:
        """Show the activities of one results row, or with nothing all; the next one is entered there."""
        wanted = self._window.wanted
        wanted.category, wanted.search, wanted.offset = category, "", 0
        self._came_from = Place.of(PlaceKind.RESULTS, category) if category else None
        if category and not self.draft.is_begun:
            self.draft.propose("category", category_label(self.session, category))
        self._start()

    def rows(self) -> Iterable[SheetRow]:
        window, cursor = self._window, self._cursor
        made = LogRows(self.session, self.draft, window.wanted, window.page, cursor.part, cursor.width)
        return made.rows(self._choosing)

    def show_rows(self) -> None:
        """Show the page and the part there are now."""
        self.sheet.show(tuple(self.rows()))

    def reload(self) -> None:
        self._read_page()
        self.moved()
        if self._is_starting:
            self._is_starting = False
            self._cursor.go(ENTRY, self._starts_at or self.draft.first_empty())

    def _read_page(self) -> None:
        self._window.read(self.session, self._cursor.lines)
        self.show_rows()

    def moved(self) -> None:
        """While a category is being chosen the categories stand where the records do."""
        is_choosing = self.sheet.place == Place.of(ENTRY, "category")
        choosing = (self.sheet.typing or "") if is_choosing else None
        if choosing != self._choosing:
            self._choosing = choosing
            self.show_rows()
        if self._rest_of_keys is not None:
            self._rest_of_keys.touch()
        super().moved()

    def hint(self) -> Message:
        hint, place = self._hint_here(), self.sheet.place
        if hint.warn or self.sheet.error or self._printed is None or self._printed[0] != place:
            return hint
        return Message(f"{self._printed[1]} {hint.text}")

    def _hint_here(self) -> Message:
        place = self.sheet.place
        if self.sheet.error:
            return self.hint_of_refused()
        if place is None:
            return Message("")
        if place.kind == ENTRY:
            return hint_of_entry(self.session, place.parts[-1], self.draft.texts.get("date", ""))
        if place.kind == SEARCH.kind:
            return hint_of_search(self.session, place)
        return hint_of_record(self.session, self._window.activity(place), place.parts[-1], self.sheet.typing)

    # -- keys ---------------------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:
        place = self.sheet.place
        own = place is not None and (
            self._take_entry(key, place)
            if place.kind == ENTRY
            else self._take_find(key, place)
            if place.kind == SEARCH.kind
            else self._take_record(key, place)
        )
        return own or self._cursor.take(key) or super().take(key, character)

    def _take_entry(self, key: str, place: Place) -> bool:
        name = place.parts[-1]
        if key == "f2" or (key == "enter" and name in ENDS):
            self._finish()
        elif key in ("f4", "ctrl+d"):
            self._copy_last(name)
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

    def _take_record(self, key: str, place: Place) -> bool:
        """Delete where an activity cannot do without asks whether the whole is meant."""
        record = self._window.activity(self.sheet.place)
        if key != "delete" or record is None or self.sheet.typing is not None:
            return False
        if not fields_of(self.session.form)[place.parts[-1]].required:
            return False
        self.ask(
            f"Xóa hoạt động này? {quoted(record.title)}, {format_date(record.date)}.", lambda: self._delete(record)
        )
        return True

    def paste(self, text: str) -> None:
        """Rows of a table are activities, wherever the cursor stands; anything else goes into the cell."""
        from tthtcd_tui.tasks.session.paste_activities import activities_plan  # only a paste pays for it

        form, period = self.session.form, self.session.facts.period
        plan = activities_plan(form, period, text)
        if plan is None:
            self.sheet.paste(text)
        elif self.sheet.leave():
            chosen = category_key(self.session, self.draft.texts.get("category", ""))
            if chosen and "category" not in plan.columns and plan.doubtful:
                plan = activities_plan(form, period, text, chosen) or plan
            self._propose_activities(plan, text)

    # -- the line being entered ---------------------------------------------------------------------------------------

    def enter(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        place, raw = cells[0]
        if place.kind == ENTRY:
            return self._enter_draft(place.parts[-1], raw)
        if place.kind == SEARCH.kind:
            return self._look_for(place, raw)
        return self._enter_records(cells)

    def takes(self, place: Place, raw: str) -> bool:
        key = place.parts[-1]
        return (
            place.kind == PlaceKind.ACTIVITY and cell_problem(self.session.form, key, self._completed(key, raw)) is None
        )

    def _completed(self, key: str, raw: str) -> str:
        return completed(self.session.form, self.session.facts.period, key, raw)

    def _enter_draft(self, key: str, raw: str) -> str | None:
        raw = self._completed(key, raw)
        problem = cell_problem(self.session.form, key, raw)
        if problem is None:
            self.draft.texts[key] = raw
            self._warned = False
            self.show_rows()
            if key == "title":
                self._names.add(ENTRY, raw)
        return problem

    def go_to_name(self, line: Place, name: str) -> None:
        if line == ENTRY or self._window.activity(line) is not None:
            self._cursor.go(line, "title")
        else:
            self.announce(f"Hoạt động {quoted(name)} không ở trang này. F3 tìm tên ấy để sửa.")

    def move_name(self, key: str, raw: str) -> None:
        self.draft.texts |= {"title": "", key: raw}
        self._cursor.go(ENTRY, "title")
        fields = fields_of(self.session.form)
        name = fields["title"].label
        self.announce(f"Đã chuyển sang ô {fields[key].label}. Gõ {name[:1].lower()}{name[1:]}.", good=True)

    def ask_on(self) -> None:
        if self._rest_of_keys is not None:
            self._rest_of_keys.touch()

    def _finish(self) -> bool:
        """Saves what was entered and opens the next; else says all that is wrong, and stays."""
        if not self.sheet.leave():
            return False
        made = activity_of(self.session.form, self.draft.uid, self.draft.texts)
        if not isinstance(made, Activity):
            self._cursor.go(ENTRY, made[0].key)
            labels = fields_of(self.session.form)
            told = "; ".join(
                wrong.message
                if wrong.is_missing  # and says of what
                else f"{labels[wrong.key].label}: {wrong.message}"
                for wrong in made
            )
            self.say(f"Chưa lưu: {told}.", wrong=True)
            return False
        saving, was_refused = self.session.save([Edit(Place.of(PlaceKind.ACTIVITY, made.uid), made)]), False
        if isinstance(saving, Saved):
            self._last = texts_of(self.session.form, made)
            self._names.saved_as(made.uid)
            was_refused = self.session.refused.placed(made.uid, None)
            self.draft.next()
            self._window.wanted.offset = 0
        if self.saved(saving) is not None:
            return False
        self._cursor.go(ENTRY, self.draft.first_empty())
        self._say_saved(made, was_refused=was_refused)
        return True

    def _say_saved(self, made: Activity, *, was_refused: bool) -> None:
        words = f"Đã lưu: {details(self.session, made)}. Ctrl+Z để bỏ."
        outside = outside_words(self.session, self._last["date"])
        if was_refused:
            count = self.session.refused.count
            left = f"Còn {count} dòng dán chưa xếp: F8." if count else "Đã xếp hết các dòng dán."
            words = self.as_fits(f"{words} {left} {outside}".strip(), f"{words} {left}", f"Đã lưu. {left}")
            self.announce(words, warn=bool(outside), good=not outside)
            return
        if outside:
            self.say(f"{words} {outside}", warn=True)
        elif made.uid not in {shown.uid for shown in self._window.page.activities}:
            self.say(f"{words} Không thấy ở dưới vì đang lọc hoặc xếp theo cách khác.", good=True)
        else:
            self.say(f"{words} Gõ tên hoạt động tiếp theo: ngày và loại đã giữ.", good=True)

    def _copy_last(self, name: str) -> None:
        """What stood in this field of the last activity entered, else of the first one shown."""
        last = self._last
        if not last and self._window.page.activities:
            last = texts_of(self.session.form, self._window.page.activities[0])
        if self.sheet.typing is not None or self.draft.texts.get(name):
            self.say("Chỉ chép vào ô còn trống.")
        elif last.get(name):
            self.sheet.enter_value(last[name])
        else:
            self.say("Hoạt động trước cũng để trống ô này.")

    def _propose_activities(self, plan: LogPlan, text: str) -> None:
        """Stored if the plan is sure, as one change; else shown, and stored when it is taken."""
        if plan.is_sure or not plan.rows:
            self._store_activities(plan, text)
        else:
            asks = f"Dán {plan.offer}? Enter để nhận, Esc: không dán."
            columns = self._columns_of(plan)
            words = self.as_fits(f"{asks} {columns} {plan.reasons}".strip(), f"{asks} {columns}", asks)
            self.offer(words, lambda: self._store_activities(plan, text), lambda: self.decline_paste(text))

    def _columns_of(self, plan: LogPlan) -> str:
        """What each column is taken for: «Các cột: Ngày, Tên hoạt động, Loại.»"""
        fields = fields_of(self.session.form)
        return f"Các cột: {', '.join(fields[key].label if key else '(bỏ)' for key in plan.columns)}."

    def _without_kind(self, plan: LogPlan) -> tuple[str, ...]:
        """What to do where every row lacks its kind: what else is wrong with some is told once they have it."""
        lacks = plan.doubtful and not plan.category and not any("category" in row.fields for row in plan.doubtful)
        if not lacks or "category" in plan.columns:
            return ()
        nothing = f"Chưa dán gì: {len(plan.doubtful)} dòng chưa có loại."
        return (f"{nothing} Chọn Loại ở dòng “Mới” rồi dán lại, hoặc dán thêm cột Loại.", nothing)

    def _store_activities(self, plan: LogPlan, text: str) -> None:
        from tthtcd_tui.tasks.session.paste_activities import activities_of, refused_of

        words, latest = (plan.stored, *plan.brief), self.sitting.latest
        if plan.rows:
            made = activities_of(self.session.form, plan.rows)
            edits = [Edit(Place.of(PlaceKind.ACTIVITY, activity.uid), activity) for activity in made]
            saving, seen = self.session.save(edits), ""
            if isinstance(saving, Saved):
                seen = self._widen(made)
            if self.saved(saving) is not None:
                return
            words = tuple(f"{each} {seen}".strip() for each in words)
        told = ToldPaste(
            words if plan.rows else self._without_kind(plan) or words,
            refused_of(plan),
            plan.remarks,
            text,
            is_clean=plan.is_clean,
        )
        tell_pasted(self, told, latest, is_stored=bool(plan.rows))

    def _widen(self, made: Sequence[Activity]) -> str:
        """Show the whole log if what is shown is of another kind than some of what was pasted, or only what is found;
        return what is to be said of that.
        """
        wanted = self._window.wanted
        wanted.offset = 0
        is_other = wanted.category and any(activity.category != wanted.category for activity in made)
        if not is_other and not wanted.search:
            return ""
        wanted.category = wanted.search = ""
        return "Đã thôi lọc để thấy các dòng vừa dán."

    # -- the records --------------------------------------------------------------------------------------------------

    def _enter_records(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        fields = fields_of(self.session.form)
        wanted = []
        for place, typed in cells:
            key = place.parts[-1]
            raw = self._completed(key, typed)
            label = fields[key].label
            if not raw.strip() and fields[key].required:
                return f"Hoạt động phải có {label}. Nhập lại; để xóa cả hoạt động: ^G 9 “Bỏ phần đang gõ”, rồi Delete."
            problem = cell_problem(self.session.form, key, raw)
            if problem is not None:
                return problem
            wanted.append(Typed(place, raw))
        problem = self.saved(self.session.enter(wanted))
        if problem is None and len(wanted) == 1 and cells[0][0].parts[-1] == "title":
            self._names.add(cells[0][0].parent, wanted[0].raw)
        return problem

    def _delete(self, record: Activity) -> None:
        gone = Edit(Place.of(PlaceKind.ACTIVITY, record.uid), UNANSWERED)
        self.saved(self.session.save([gone]), f"Đã xóa {quoted(record.title)}. Ctrl+Z để lấy lại.")

    def _look_for(self, place: Place, raw: str) -> str | None:
        wanted = self._window.wanted
        if place == SEARCH:
            try:
                wanted.search = clean_line(raw)
            except TextProblem as problem:
                return problem.message
        elif place == CATEGORY:
            option = None if raw.strip() in ("", "0") else categories_of(self.session.form).option(raw)
            if option is None and raw.strip() not in ("", "0"):
                return cell_problem(self.session.form, "category", raw)
            wanted.category = option.key if option else ""
        else:
            wanted.order = list(Order)[int(raw) - 1] if raw.isdigit() and 0 < int(raw) <= len(ORDERS) else Order.DATE
        wanted.offset = 0
        self._read_page()
        return None

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
            self._cursor.go(ENTRY, self.draft.first_empty())

    def do_back(self) -> None:
        """Of the line being entered Esc keeps the field; the next one leaves, and the line waits to be gone on with."""
        place = self.sheet.place
        is_entry = place is not None and place.kind == ENTRY
        if self.sheet.typing is not None and is_entry and self.sheet.leave() and self.draft.is_begun:
            self._warned = True
            self.announce(_WAITS, warn=True)
        else:
            super().do_back()

    def _keep_draft(self) -> None:
        """What was refused in the line being entered waits in it: the line is not saved without."""
        place, typing = self.sheet.place, self.sheet.typing
        if place is None or typing is None or place.kind != ENTRY:
            super()._keep_draft()
            return
        self.draft.texts[place.parts[-1]] = typing
        self.sheet.cancel()
        self._warned = True
        self.show_rows()

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
        cells = {place.parts[-1]: text for place, text in discarded.cells}
        if discarded.is_table or discarded.place.kind != ENTRY:
            super().restore(discarded)
            return
        if len(cells) == 1 and not self.draft.texts.get(discarded.place.parts[-1]):
            self._cursor.go(ENTRY, discarded.place.parts[-1])
            self.sheet.begin(discarded.text)
        else:
            texts = self.draft.texts | cells
            if any(self.draft.texts.get(key) for key in cells.keys() - set(STICKY)):
                self._put_away()  # another line is being entered meanwhile
                texts = cells
            self.draft.take_up(self.draft.uid, texts)
            self._cursor.go(ENTRY, "title")
        self.announce("Đã lấy lại phần vừa bỏ, chưa lưu.")

    def draft_place(self, place: Place) -> Place | None:
        is_entry = place.kind == ENTRY
        of_entry = Place.of(PlaceKind.ACTIVITY, self.draft.uid, place.parts[-1])
        return of_entry if is_entry else super().draft_place(place)

    def do_discard(self) -> None:
        """What is typed in a field; else the line being entered, but for what stays from the one before."""
        place = self.sheet.place
        if self.sheet.typing is not None or not self.draft.is_begun or place is None or place.kind != ENTRY:
            super().do_discard()
            return
        self._put_away()
        self._cursor.go(ENTRY, self.draft.first_empty())
        self.announce("Đã bỏ hoạt động đang nhập. Ctrl+Z lấy lại.")

    def _put_away(self) -> None:
        """The line being entered is entered no more, and can be brought back."""
        gone = {key: text for key, text in self.draft.texts.items() if text}
        self.services.drafts.discard(dict(self.typed_cells()))
        self.sitting.did(Discarded(tuple((Place.of(ENTRY, key), text) for key, text in gone.items())))
        self.draft.next()

    def finish_cell(self) -> bool:
        return self.sheet.leave()

    def leave_cell(self) -> bool:
        """Elsewhere goes only what is saved: a line that is whole is saved now, of another it is said once."""
        if not self.sheet.leave():
            return False
        if not self.draft.is_begun or self._warned or self._finish():
            self._warned = False
            return True
        self._warned = True
        words = "Nhập nốt rồi F2; hoặc bấm lần nữa để rời đi (phần đang gõ được giữ)."
        self.announce(f"{self._unsaved()} {words}", warn=True)
        return False

    def _unsaved(self) -> str:
        wrong = activity_of(self.session.form, self.draft.uid, self.draft.texts)
        labels = fields_of(self.session.form)
        missing = [] if isinstance(wrong, Activity) else [labels[each.key].label for each in wrong]
        return f"Hoạt động mới chưa lưu (xem lại: {', '.join(missing)})." if missing else "Hoạt động mới chưa lưu."
