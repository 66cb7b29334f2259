"""The activity log: a line to enter, a line to find, and below them a page of what the centre held.

Enter goes from field to field, and after the participations saves and opens the next: date and category stay. Nothing
of a line being entered is stored before the whole is, and nothing typed in it is lost before that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.models.activities import Order
from tthtcd_tui.report.activity import Activity
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.log_pages import ENDS, ENTRY
from tthtcd_tui.screens.log_rows import CATEGORY, ORDERS, SEARCH, Wanted, category_label, details
from tthtcd_tui.screens.log_words import ToldLog
from tthtcd_tui.screens.question import AskingScreen
from tthtcd_tui.tasks.edit_cells import Typed
from tthtcd_tui.tasks.log_activity import (
    activity_of,
    cell_problem,
    completed,
    fields_of,
    matching,
    texts_of,
)
from tthtcd_tui.tasks.paste_activities import pasted_activities
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.tasks.session import Saved
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import format_date
from tthtcd_tui.text.problem import TextProblem, quoted
from tthtcd_tui.widgets.paste_block import grid


class LogScreen(ToldLog, AskingScreen):
    """The log of the opened year."""

    KEYS: ClassVar[tuple[str, ...]] = ("f2", "f3", "f4", "f6", "ctrl+z", "escape", "f1", "ctrl+q")

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[str, str] = {}
        self._came_from: Place | None = None
        self._warned = False
        self._is_starting = True

    @property
    def title_words(self) -> str:
        return "NHẬT KÝ HOẠT ĐỘNG"

    @property
    def aside(self) -> str:
        label = category_label(self.session, self.wanted.category)
        return f"{label} " if label else ""

    @property
    def is_typing(self) -> bool:
        return super().is_typing or self.draft.is_begun

    def take_up(self, uid: str, texts: Mapping[str, str]) -> None:
        """Goes on with an activity of which `texts`, by field, were typed before a line dropped."""
        self.draft.take_up(uid, texts)
        self._is_starting = True
        if self.is_ready:
            self.reload()

    def key_line(self) -> list[tuple[str, str]]:
        words = "Enter Lưu|F3 Tìm|F4 Như trên|F6 Dòng mới|Del Xóa|Esc Quay lại|F1 Trợ giúp|^Z Hoàn tác|^G Đi tới"
        return [(key, word) for key, _, word in (part.partition(" ") for part in words.split("|"))]

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

    def show_found(self, uid: str, search: str) -> None:
        """Shows what `search` finds, with the cursor on the activity `uid`."""
        self.wanted = Wanted(search=search)
        self._came_from = None
        self._is_starting = False
        self.read_page()
        self.go(Place.of("activity", uid), "title")

    def show_category(self, category: str) -> None:
        """Shows the activities of one results row, or with nothing all; the next one is entered there."""
        self.wanted.category, self.wanted.search, self.wanted.offset = category, "", 0
        self._came_from = Place.of("results", category) if category else None
        if category and not self.draft.is_begun:
            self.draft.propose("category", category_label(self.session, category))
        self._is_starting = True
        if self.is_ready:
            self.reload()

    def reload(self) -> None:
        super().reload()
        if self._is_starting:
            self._is_starting = False
            self.go(ENTRY, self.draft.first_empty())

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
        return own or self.take_move(key) or super().take(key, character)

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
        if self.page.total:
            self.go_to_record(0, "title", at_top=True)
        else:
            self.say("Không tìm thấy. Gõ ít chữ hơn, hoặc xóa trắng rồi Enter để xem hết.")
        return True

    def _take_record(self, key: str, place: Place) -> bool:
        """Delete where an activity cannot do without asks whether the whole is meant."""
        record = self.record
        if key != "delete" or record is None or self.sheet.typing is not None:
            return False
        if not fields_of(self.session.form)[place.parts[-1]].required:
            return False
        self.ask(
            f"Xóa hoạt động này? {quoted(record.title)}, {format_date(record.date)}.", lambda: self._delete(record)
        )
        return True

    def take_paste(self, text: str) -> None:
        place = self.sheet.place
        if place is None or place.kind == "activity":
            self.sheet.paste(text)
            return
        try:
            block = grid(text)
            if place.kind == ENTRY and len(block) > 1:
                self._paste_activities(block, place.parts[-1])
            elif place.kind == ENTRY and len(block[0]) > 1:
                self._paste_fields(block[0], place.parts[-1])
            else:
                self.sheet.paste(clean_line(text))
        except (TextProblem, TaskProblem) as problem:
            self.say(problem.message, wrong=True)

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
        return place.kind == "activity" and cell_problem(self.session.form, key, self._completed(key, raw)) is None

    def _completed(self, key: str, raw: str) -> str:
        return completed(self.session.form, self.session.facts.period, key, raw)

    def _enter_draft(self, key: str, raw: str) -> str | None:
        raw = self._completed(key, raw)
        problem = cell_problem(self.session.form, key, raw)
        if problem is None:
            self.draft.texts[key] = raw
            self._warned = False
            self.show_rows()
        return problem

    def _finish(self) -> bool:
        """Saves what was entered and opens the next; else says all that is wrong, and stays."""
        if not self.sheet.leave():
            return False
        made = activity_of(self.session.form, self.draft.uid, self.draft.texts)
        if not isinstance(made, Activity):
            self.go(ENTRY, made[0].key)
            labels = fields_of(self.session.form)
            told = "; ".join(
                wrong.message
                if wrong.message.startswith("còn thiếu")
                else f"{labels[wrong.key].label}: {wrong.message}"
                for wrong in made
            )
            self.say(f"Chưa lưu: {told}.", wrong=True)
            return False
        saving = self.session.save([Edit(Place.of("activity", made.uid), made)])
        if isinstance(saving, Saved):
            self._last = texts_of(self.session.form, made)
            self.draft.next()
            self.wanted.offset = 0
        if self.saved(saving) is not None:
            return False
        self.go(ENTRY, self.draft.first_empty())
        self._say_saved(made)
        return True

    def _say_saved(self, made: Activity) -> None:
        words = f"Đã lưu: {details(self.session, made)}. Ctrl+Z để bỏ."
        outside = self._outside(self._last["date"])
        if outside:
            self.say(f"{words} {outside}", warn=True)
        elif made.uid not in {shown.uid for shown in self.page.activities}:
            self.say(f"{words} Không thấy ở dưới vì đang lọc hoặc xếp theo cách khác.", good=True)
        else:
            self.say(words, good=True)

    def _copy_last(self, name: str) -> None:
        """What stood in this field of the last activity entered, else of the first one shown."""
        last = self._last
        if not last and self.page.activities:
            last = texts_of(self.session.form, self.page.activities[0])
        if self.sheet.typing is not None or self.draft.texts.get(name):
            self.say("F4 chỉ chép vào ô còn trống.")
        elif last.get(name):
            self.sheet.enter_value(last[name])
        else:
            self.say("Hoạt động trước cũng để trống ô này.")

    def _paste_fields(self, line: Sequence[str], first: str) -> None:
        """One row of a spreadsheet, into the line from the cursor on."""
        if self.sheet.leave():
            names = list(fields_of(self.session.form))
            self.draft.texts |= {
                key: self._completed(key, raw) for key, raw in zip(names[names.index(first) :], line, strict=False)
            }
            self.show_rows()
            self.say("Đã dán vào dòng đang nhập. F2 để lưu.", good=True)

    def _paste_activities(self, block: Sequence[Sequence[str]], first: str) -> None:
        """Rows of a spreadsheet, an activity each, as one change."""
        if not self.sheet.leave():
            return
        made = pasted_activities(self.session.form, self.session.facts.period, block, first, self.draft.texts)
        edits = [Edit(Place.of("activity", activity.uid), activity) for activity in made]
        self.wanted.offset = 0
        self.saved(self.session.save(edits), f"Đã dán {len(made)} hoạt động. Ctrl+Z để hoàn tác.")

    # -- the records --------------------------------------------------------------------------------------------------

    def _enter_records(self, cells: Sequence[tuple[Place, str]]) -> str | None:
        fields = fields_of(self.session.form)
        wanted = []
        for place, typed in cells:
            key = place.parts[-1]
            raw = self._completed(key, typed)
            label = fields[key].label
            if not raw.strip() and fields[key].required:
                return f"Hoạt động phải có {label}. Nhập {label}, hoặc Esc rồi Delete để xóa cả hoạt động."
            problem = cell_problem(self.session.form, key, raw)
            if problem is not None:
                return problem
            wanted.append(Typed(place, raw))
        return self.saved(self.session.enter(wanted))

    def _delete(self, record: Activity) -> None:
        gone = Edit(Place.of("activity", record.uid), UNANSWERED)
        self.saved(self.session.save([gone]), f"Đã xóa {quoted(record.title)}. Ctrl+Z để lấy lại.")

    def _look_for(self, place: Place, raw: str) -> str | None:
        wanted = self.wanted
        if place == SEARCH:
            try:
                wanted.search = clean_line(raw)
            except TextProblem as problem:
                return problem.message
        elif place == CATEGORY:
            found = matching(fields_of(self.session.form)["category"], raw)
            if raw.strip() not in ("", "0") and len(found) != 1:
                return cell_problem(self.session.form, "category", raw) or "Gõ số hoặc tên của loại; 0 là tất cả."
            wanted.category = found[0].key if raw.strip() not in ("", "0") else ""
        else:
            wanted.order = list(Order)[int(raw) - 1] if raw.isdigit() and 0 < int(raw) <= len(ORDERS) else Order.DATE
        wanted.offset = 0
        self.read_page()
        return None

    # -- commands -----------------------------------------------------------------------------------------------------

    def do_search(self) -> None:
        if self.sheet.leave():
            self.go(SEARCH.parent, SEARCH.parts[-1])

    def do_log(self) -> None:
        """Already here: to the line that enters the next."""
        if self.sheet.leave():
            self.go(ENTRY, self.draft.first_empty())

    def do_back(self) -> None:
        if self.sheet.cancel() or not self.leave_cell():
            return
        if self._came_from is not None:
            self.owner.open_place(self._came_from)
        else:
            self.owner.go_back()

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
        self.say(f"{self._unsaved()} Nhập nốt rồi F2; hoặc bấm lại phím vừa rồi để rời đi, chưa lưu.", wrong=True)
        return False

    def _unsaved(self) -> str:
        wrong = activity_of(self.session.form, self.draft.uid, self.draft.texts)
        labels = fields_of(self.session.form)
        missing = [] if isinstance(wrong, Activity) else [labels[each.key].label for each in wrong]
        return f"Hoạt động mới chưa lưu (xem lại: {', '.join(missing)})." if missing else "Hoạt động mới chưa lưu."
