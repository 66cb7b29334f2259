"""The overview: how far each screen is, what is wrong, where one was. A digit opens, Enter goes on."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.widget import Widget

from tthtcd_tui.report.areas import areas
from tthtcd_tui.report.completeness import Progress, Requirement, progress
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.look import BAD, GOOD, PLAIN, QUIET, WARN, Glyphs
from tthtcd_tui.widgets.menu import Entry, Menu

_BAR = 10
_LABEL = 27
_WIDE_ENOUGH_FOR_BARS = 64
_BEFORE_STATE = 5
"""Cells of the sign, the number, and the blanks around the label."""


class OverviewScreen(BaseScreen):
    KEYS: ClassVar[tuple[str, ...]] = ("f8", "f3", "f9", "f6", "ctrl+z", "ctrl+y", "f5", "ctrl+g", "ctrl+p", "ctrl+q")

    def __init__(self) -> None:
        super().__init__()
        self.menu = Menu()
        self._followed: Place | None = None
        """Where the cursor stood last when this line was put under it."""
        self._followed_to = ""

    @property
    def title_words(self) -> str:
        return "TỔNG QUAN"

    @property
    def aside(self) -> str:
        whole = progress(self.session.requirements)
        tally = self.session.tally
        return f"Hoàn thành {whole.percent}%   Lỗi {tally.errors}   Cảnh báo {tally.warnings} "

    def key_line(self) -> list[tuple[str, str]]:
        keys = [("0", "Chi tiết"), (f"1-{self._last_number}", "Mở"), ("Enter", "Tiếp tục"), ("F3", "Tìm")]
        return [*keys, ("F8", "Chỗ cần sửa"), ("F1", "Trợ giúp"), ("^G", "")]

    def body(self) -> Widget:
        self.menu.glyphs = self.owner.glyphs
        return self.menu

    def reload(self) -> None:
        """One line a screen of the form, then the summary, the export, and the years."""
        session = self.session
        titles = {area.sections: area.title for area in areas(session.form)}
        wanted = session.requirements
        details = [requirement for requirement in wanted if not requirement.section]
        entries = [self._entry("0", "Chi tiết báo cáo", details, [])]
        for number, screen in enumerate(session.form.screens, 1):
            mine = [requirement for requirement in wanted if requirement.section in screen.sections]
            found = [f for f in session.findings if f.is_open and session.section_of(f.place) in screen.sections]
            title = titles.get(screen.sections, "")
            label = title if 0 < len(title) <= _LABEL else screen.label
            entries.append(self._entry(str(number), label, mine, found))
        count = len(session.form.screens)
        tally = session.tally
        ready = "dự thảo" if tally.forbids_issue else "sẵn sàng"
        final = f"chưa chốt được: {tally.words()}" if tally.forbids_issue else "chưa chốt"
        entries += [
            self._plain(str(count + 1), "Tổng hợp, xem trước", ""),
            self._plain(str(count + 2), "Xuất báo cáo DOCX", ready),
            Entry("", ()),
            self._plain("finalise", "Chốt báo cáo", "đã chốt, chỉ xem" if session.is_final else final, number=""),
            self._plain("log", "Nhật ký hoạt động", "ghi từng buổi; F6 ở mọi màn hình", number=""),
            self._plain("years", "Các năm, trung tâm", "mở năm khác, tạo, xóa", number=""),
        ]
        self.menu.show(entries)
        self._follow(self.owner.last_place)
        self.say(self._where_one_was(), warn=bool(session.read_only))

    def begin_anew(self) -> None:
        self._followed, self._followed_to = None, ""
        self.menu.go_to_first()

    def _follow(self, place: Place | None) -> None:
        """Puts the cursor on the screen where one was, so that Enter goes on there."""
        if place is None or place == self._followed:
            return
        self._followed = place
        section = self.session.section_of(place)
        screens = self.session.form.screens
        to = next((str(number) for number, screen in enumerate(screens, 1) if section in screen.sections), "0")
        self._followed_to = "log" if place.kind == "activity" else to
        self.menu.go_to(self._followed_to)

    def _entry(self, number: str, label: str, mine: list[Requirement], found: list[Finding]) -> Entry:
        done = progress(mine)
        words, style = self._state(mine, found)
        glyphs = self.owner.glyphs
        drawn = f"{bar(done, glyphs)} " if self._width >= _WIDE_ENOUGH_FOR_BARS else ""
        count = f"{done.done:>2}/{done.total:<2}  "
        room = self._width - self._label_room - len(drawn) - len(count) - _BEFORE_STATE
        line: Line = (
            (f" {number:>2} {fit(label, self._label_room, glyphs.more)} ", PLAIN),
            (drawn, GOOD if done.done == done.total else PLAIN),
            (count, PLAIN),
            (fit(words, max(room, 1), glyphs.more), style),
        )
        return Entry(number, line)

    @property
    def _width(self) -> int:
        return self.menu.size.width or 80

    @property
    def _label_room(self) -> int:
        return min(_LABEL, max(self._width // 2, 8))

    def _state(self, mine: list[Requirement], found: list[Finding]) -> tuple[str, Style]:
        missing = [requirement.label for requirement in mine if requirement.missing]
        errors = [finding for finding in found if finding.is_error]
        if errors:
            return f"{self.owner.glyphs.failed} {errors[0].message}", BAD
        if missing:
            return f"thiếu: {missing[0]}" + (f" và {len(missing) - 1} chỗ khác" if len(missing) > 1 else ""), QUIET
        if found:
            return f"{self.owner.glyphs.warned} {found[0].message}", WARN
        return "xong", GOOD

    def _plain(self, key: str, label: str, words: str, number: str | None = None) -> Entry:
        shown = key if number is None else number
        room, more = self._label_room, self.owner.glyphs.more
        words = fit(words, max(self._width - room - _BEFORE_STATE, 1), more).rstrip()
        return Entry(key, ((f" {shown:>2} {fit(label, room, more)} ", PLAIN), (words, QUIET)))

    def _where_one_was(self) -> str:
        """Or why one may only look: then there is nothing to go on with."""
        others = " · ".join(self.owner.others)
        place = self.owner.last_place
        if self.session.read_only:
            return " · ".join(filter(None, (self.session.read_only, others)))
        if place is None:
            own = "Bấm số để mở một mục; Enter tiếp tục; F8 đến chỗ còn thiếu."
        else:
            label = label_at(self.session.form, place) or label_at(self.session.form, place.parent)
            own = f"Lần trước bạn dừng ở: {label}. Enter để tiếp tục."
        return f"{others} · {own}" if others else own

    def take(self, key: str, character: str | None) -> bool:
        if self.menu.take(key):
            return True
        if key == "enter":
            self._go_on()
        elif character == "9" and self._last_number < int(character):
            self.do_palette()
        elif character and character in "0123456789" and int(character) <= self._last_number:
            self._open(character)
        else:
            return False
        return True

    def _go_on(self) -> None:
        """Where one stopped, on the line that says so; else what is under the cursor."""
        place = self.owner.last_place
        if place is not None and self.menu.key == self._followed_to:
            self.owner.open_place(place)
        else:
            self._open(self.menu.key)

    def _open(self, key: str) -> None:
        if key.isdigit():
            self.owner.open_number(int(key))
        elif key:
            self.owner.open_named(key)

    def do_back(self) -> None:
        self.say("Đây là màn hình đầu. Bấm Ctrl+Q để thoát; mọi thứ đã được lưu.")


def bar(done: Progress, glyphs: Glyphs) -> str:
    """«[######----]»"""
    filled = done.done * _BAR // done.total if done.total else _BAR
    return f"[{glyphs.full * filled}{glyphs.todo * (_BAR - filled)}]"
