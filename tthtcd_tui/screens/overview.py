"""The overview: how far each screen is, what is wrong, where one was. A digit opens, Enter goes on."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.widget import Widget

from tthtcd_tui.report.completeness import Progress, Requirement, progress, requirements
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding, Tally
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.look import BAD, GOOD, PLAIN, QUIET, WARN, Glyphs
from tthtcd_tui.widgets.menu import Entry, Menu

_BAR = 10
_LABEL = 27


class OverviewScreen(BaseScreen):
    KEYS: ClassVar[tuple[str, ...]] = ("f8", "f3", "f9", "f6", "ctrl+z", "f1", "ctrl+q")

    def __init__(self) -> None:
        super().__init__()
        self.menu = Menu()
        self._followed: Place | None = None
        """Where the cursor stood last when this line was put under it."""

    @property
    def title_words(self) -> str:
        return "TỔNG QUAN"

    @property
    def aside(self) -> str:
        whole = progress(requirements(self.session.form, self.session.facts))
        tally = Tally.of(self.session.findings)
        return f"Hoàn thành {whole.percent}%   Lỗi {tally.errors}   Cảnh báo {tally.warnings} "

    def body(self) -> Widget:
        return self.menu

    def reload(self) -> None:
        """One line a screen of the form, then the summary, the export, and the years."""
        session = self.session
        wanted = requirements(session.form, session.facts)
        details = [requirement for requirement in wanted if not requirement.section]
        entries = [self._entry("0", "Chi tiết báo cáo", details, [])]
        for number, screen in enumerate(session.form.screens, 1):
            mine = [requirement for requirement in wanted if requirement.section in screen.sections]
            found = [f for f in session.findings if f.is_open and session.section_of(f.place) in screen.sections]
            entries.append(self._entry(str(number), screen.label, mine, found))
        count = len(session.form.screens)
        tally = Tally.of(session.findings)
        ready = f"chưa chốt được: {tally.words()}" if tally.forbids_issue else "sẵn sàng"
        entries += [
            self._plain(str(count + 1), "Tổng hợp, xem trước", ""),
            self._plain(str(count + 2), "Xuất báo cáo DOCX", ready),
            Entry("", ()),
            self._plain("years", "Các năm, trung tâm", "tạo, đổi, xóa", number=""),
        ]
        self.menu.show(entries)
        self._follow(self.owner.last_place)
        self.say(self._where_one_was())

    def _follow(self, place: Place | None) -> None:
        """Puts the cursor on the screen where one was, so that Enter goes on there."""
        if place is None or place == self._followed:
            return
        self._followed = place
        section = self.session.section_of(place)
        screens = self.session.form.screens
        self.menu.go_to(next((str(n) for n, screen in enumerate(screens, 1) if section in screen.sections), "0"))

    def _entry(self, number: str, label: str, mine: list[Requirement], found: list[Finding]) -> Entry:
        done = progress(mine)
        words, style = self._state(mine, found)
        line: Line = (
            (f" {number:>2} {fit(label, _LABEL)} ", PLAIN),
            (bar(done, self.owner.glyphs), GOOD if done.done == done.total else PLAIN),
            (f" {done.done:>2}/{done.total:<2}  ", PLAIN),
            (fit(words, max((self.menu.size.width or 80) - _LABEL - _BAR - 17, 1)), style),
        )
        return Entry(number, line)

    def _state(self, mine: list[Requirement], found: list[Finding]) -> tuple[str, Style]:
        missing = [requirement.label for requirement in mine if requirement.missing]
        errors = [finding for finding in found if finding.is_error]
        if errors:
            return f"X {errors[0].message}", BAD
        if missing:
            return f"thiếu: {missing[0]}" + (f" và {len(missing) - 1} chỗ khác" if len(missing) > 1 else ""), QUIET
        if found:
            return f"! {found[0].message}", WARN
        return "xong", GOOD

    def _plain(self, key: str, label: str, words: str, number: str | None = None) -> Entry:
        shown = key if number is None else number
        return Entry(key, ((f" {shown:>2} {fit(label, _LABEL)} ", PLAIN), (words, QUIET)))

    def _where_one_was(self) -> str:
        place = self.owner.last_place
        if place is None:
            return "Bấm số để mở một mục; Enter tiếp tục; F8 đến chỗ còn thiếu."
        return f"Lần trước bạn dừng ở: {label_at(self.session.form, place)}. Enter để tiếp tục."

    def take(self, key: str, character: str | None) -> bool:
        if self.menu.take(key):
            return True
        if key == "enter":
            self._open(self.menu.key)
        elif character and character in "0123456789":
            self._open(character)
        else:
            return False
        return True

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
