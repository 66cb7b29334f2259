"""Centres and their years: open another, make one, delete one."""

from __future__ import annotations

from typing import ClassVar

from textual.widget import Widget

from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.report.completeness import Progress, progress, requirements
from tthtcd_tui.screens.overview import bar
from tthtcd_tui.screens.question import AskingScreen
from tthtcd_tui.screens.yearless import YearlessScreen
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.tasks.year_choices import newest
from tthtcd_tui.tasks.years import delete_year
from tthtcd_tui.widgets.canvas import Line
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.look import GOOD, PLAIN, QUIET, STRONG
from tthtcd_tui.widgets.menu import Entry, Menu

_PERIOD = 38
_MOST_PROGRESS = 10
"""Years whose progress is shown: it takes reading each of them whole."""


class YearsScreen(YearlessScreen, AskingScreen):
    """Every year of every centre, the newest first."""

    KEYS: ClassVar[tuple[str, ...]] = ("f4", "escape", "f1", "ctrl+q")

    def __init__(self) -> None:
        super().__init__()
        self.menu = Menu()
        self._centres: list[CentreRow] = []
        self._years: list[Year] = []
        self._progress: dict[tuple[int, int], Progress] = {}
        self._told: list[str] = []

    @property
    def title_words(self) -> str:
        return "CÁC NĂM, TRUNG TÂM"

    @property
    def aside(self) -> str:
        return f"{len(self._centres)} trung tâm, {len(self._years)} năm "

    def key_line(self) -> list[tuple[str, str]]:
        keys = [("Enter", "Mở"), ("F4", "Năm mới, chép từ năm trước"), ("Del", "Xóa năm")]
        return [*keys, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    def body(self) -> Widget:
        self.menu.glyphs = self.owner.glyphs
        return self.menu

    # -- what is shown ------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        try:
            self._centres, self._years = self.owner.store.centres(), self.owner.store.years()
            entries = self._entries()
        except StoreProblem as problem:
            self.say(problem.message, wrong=True)
            return
        self.menu.show(entries)
        if not self._centres:
            self.say("Chưa có trung tâm nào. Enter để tạo trung tâm và năm đầu tiên.")
        else:
            self.say("Enter mở năm đang chọn. F4 rồi Enter: năm mới, chép từ năm trước. Delete: xóa năm, có hỏi lại.")

    def _entries(self) -> list[Entry]:
        entries = [Entry("", ((line, GOOD),)) for line in self._told]
        for centre in self._centres:
            entries.append(Entry("", ((f" {centre.name}", STRONG), (f"  ({centre.code})", QUIET))))
            entries += [self._year(year) for year in self._years if year.centre.id == centre.id]
            entries.append(Entry(f"new:{centre.id}", (("   + Tạo năm mới", PLAIN),)))
            entries.append(Entry(f"rename:{centre.id}", (("   Đổi tên trung tâm này", PLAIN),)))
            entries.append(Entry("", ()))
        more = " + Thêm trung tâm" if self._centres else " + Tạo trung tâm đầu tiên"
        return [*entries, Entry("centre", ((more, PLAIN),))]

    def _year(self, year: Year) -> Entry:
        is_open = self.owner.has_year and self.session.year.report == year.report
        done = self._progress_of(year)
        line: Line = (
            (f"   {fit(year.period.title.capitalize(), _PERIOD)} ", PLAIN),
            (f"{bar(done, self.owner.glyphs)} {done.percent:>3}%" if done else " " * 17, PLAIN),
            ("   đang mở" if is_open else "", GOOD),
        )
        return Entry(f"year:{year.report}", line)

    def _progress_of(self, year: Year) -> Progress | None:
        """How far a year is; for the first of the list alone."""
        if year not in self._years[:_MOST_PROGRESS]:
            return None
        key = (year.report, year.revision)
        if key not in self._progress:
            try:
                snapshot = self.owner.store.snapshot(year.report)
            except StoreProblem:
                return None  # the others can be opened all the same; opening this one says why it cannot
            self._progress[key] = progress(requirements(snapshot.form, snapshot.facts))
        return self._progress[key]

    # -- what is chosen -----------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        if key == "enter":
            self._open()
        elif key == "delete":
            self._ask_to_delete()
        else:
            return self.menu.take(key)
        return True

    def _open(self) -> None:
        kind, _, number = self.menu.key.partition(":")
        if kind == "year":
            year = next(year for year in self._years if year.report == int(number))
            try:
                self.owner.open_year(year, f"Đã mở {year.period.title}.")
            except StoreProblem as problem:
                self.say(f"Không mở được {year.period.title}: {problem.message}", wrong=True)
        elif kind == "centre":
            self.owner.open_new_year(None, None)
        elif kind:
            centre = next(centre for centre in self._centres if centre.id == int(number))
            if kind == "new":
                self.owner.open_new_year(centre, None)
            else:
                self.owner.open_rename(centre)

    def do_copy_previous(self) -> None:
        """A new year of the centre under the cursor, carried over from its newest; Enter then makes it."""
        centre = self._centre_here()
        if centre is None:
            self.say("Chưa có trung tâm nào. Enter để tạo trung tâm và năm đầu tiên.")
            return
        self.owner.open_new_year(centre, newest([year for year in self._years if year.centre.id == centre.id]))

    def _centre_here(self) -> CentreRow | None:
        kind, _, number = self.menu.key.partition(":")
        if kind == "year":
            return next(year.centre for year in self._years if year.report == int(number))
        asked = [centre for centre in self._centres if number and centre.id == int(number)]
        return next(iter(asked or self._centres), None)

    def _ask_to_delete(self) -> None:
        kind, _, number = self.menu.key.partition(":")
        if kind != "year":
            self.say("Delete dùng ở dòng của một năm.")
            return
        year = next(year for year in self._years if year.report == int(number))
        words = f"Xóa cả báo cáo {year.period.title} của {year.centre.name}? Một bản sao được giữ lại."
        self.ask(words, lambda: self._delete(year))

    def _delete(self, year: Year) -> None:
        try:
            deleted = delete_year(self.owner.store, year)
        except (TaskProblem, StoreProblem) as problem:
            self.say(problem.message, wrong=True)
            return
        if self.owner.has_year and self.session.year.report == year.report:
            self.owner.close_year()
        words = f"Đã xóa {year.period.title} của {year.centre.name}. Lấy lại: tthtcd import “{deleted.copy}”"
        self._told = [f" {line}" for line in wrap(words, (self.size.width or 80) - 2)]
        self.show_all()
        self.say(f"Đã xóa {year.period.title}. Bản sao: {deleted.copy}", good=True)

    def do_back(self) -> None:
        if self.owner.has_year:
            self.owner.go_back()
        else:
            self.say("Chọn một năm rồi Enter để mở, hoặc tạo năm mới. Ctrl+Q để thoát.")
