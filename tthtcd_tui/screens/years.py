"""Centres and their years: found, opened, made, renamed, removed. However many there are, a stretch of them is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar, Final

from rich.cells import cell_len

from tthtcd_tui.errors import NotAllowed, ReportGone, StoreProblem, UserProblem
from tthtcd_tui.models.catalogue import CentreLine, CentreRow, Year
from tthtcd_tui.report.completeness import Progress, progress
from tthtcd_tui.report.rows import requirements
from tthtcd_tui.report.stage import Stage, Step
from tthtcd_tui.report.status import Status
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.finder import FinderScreen
from tthtcd_tui.screens.no_year import NoYearScreen
from tthtcd_tui.screens.services import Services
from tthtcd_tui.tasks.years.centre_list import Page, count, page, years_of
from tthtcd_tui.tasks.years.deadline import nearest
from tthtcd_tui.tasks.years.succession import sources
from tthtcd_tui.tasks.years.year_choices import newest
from tthtcd_tui.tasks.years.years import delete_year
from tthtcd_tui.widgets.bars import Message
from tthtcd_tui.widgets.canvas import Line, Span
from tthtcd_tui.widgets.fit import fit, wrap
from tthtcd_tui.widgets.gauges import bar
from tthtcd_tui.widgets.line_buffer import is_text
from tthtcd_tui.widgets.look import BAD, GOOD, PLAIN, QUIET, STRONG, WARN
from tthtcd_tui.widgets.menu import Entry

_NAME: Final = 44
_WIDE_ENOUGH_FOR_BARS: Final = 60
_WIDE_ENOUGH_FOR_SETTER: Final = 100
"""Columns at which a line of a year has room for who set its deadline."""
_MOST_PROGRESS: Final = 10
"""Years whose progress is shown: it takes reading each of them whole."""
_WINDOW: Final = 40
"""Centres that are in the list at a time; the others are read as the cursor comes near them."""
_NEAR: Final = 12
_FEW: Final = 3
"""Centres whose years are shown without being asked for."""

_FIRST: Final = "Chưa có trung tâm nào. Enter để tạo trung tâm và năm đầu tiên."
_NONE: Final = "Chưa có trung tâm nào. Người nhập liệu mọi trung tâm, hoặc giám đốc, tạo trung tâm đầu tiên."
_RECEIVED: Final = registry.RECEIVED.name
_ADVICE: Final = {
    _RECEIVED: "Enter: ai đã nộp, ai chưa, ai muộn, cộng lại được bao nhiêu.",
    "new": "Enter tạo năm mới để trống. F4 rồi Enter: năm mới, chép từ năm trước.",
    "rename": "Enter đổi tên trung tâm.",
    "remove": "Enter xóa trung tâm này, có hỏi lại.",
    "add": "Enter thêm một trung tâm và năm đầu tiên.",
}
"""What Enter does on a line that is no year."""


class YearsScreen(NoYearScreen, FinderScreen):
    """One line each: the centres by their code, below one that is opened its years, the newest first."""

    KEYS: ClassVar[tuple[str, ...]] = ("f4", "escape", "f1", "ctrl+q")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._counts = (0, 0)
        self._is_supervised: bool | None = None
        """Whether who looks is above these centres; None until it is asked."""
        self._refused: dict[int | None, NotAllowed | None] = {}
        """Why who looks makes, renames and removes nothing at a centre, under None: at all alike. Asked once each."""
        self._skip = 0
        """The centres that stand before the first in the list."""
        self._page = Page((), has_more=False)
        self._unfolded: set[int] = set()
        """The centres whose years are shown."""
        self._followed: int | None = None
        """The year that was open when the cursor was last put on it."""
        self._is_to_open_year = False
        self._years: dict[int, Year] = {}
        """Those in the list, by the number of their report."""
        self._progress: dict[tuple[int, int], Progress] = {}
        self._told: list[str] = []

    @property
    def title_words(self) -> str:
        return "CÁC NĂM, TRUNG TÂM"

    @property
    def aside(self) -> str:
        centres, years = self._counts
        return f"{centres} trung tâm, {years} năm "

    def key_line(self) -> list[tuple[str, str]]:
        edits = [("F4", "Năm mới, chép từ năm trước"), ("Del", "Xóa")] if self._writes_here else []
        return [("Enter", "Mở"), *edits, ("Esc", "Quay lại"), ("F1", "Trợ giúp"), ("^Q", "Thoát")]

    def help_lines(self) -> list[tuple[str, str]]:
        own = [
            ("Enter", "mở năm; ở dòng trung tâm: xem, cất các năm của nó"),
            ("Gõ chữ", "tìm trung tâm, năm; không cần dấu. Esc bỏ chữ đang tìm"),
            ("F4", "năm mới của trung tâm này, chép từ năm mới nhất"),
            ("Delete", "xóa năm, có hỏi lại và giữ bản sao; xóa trung tâm chưa có năm nào"),
        ]
        return [*own, *(line for line in super().help_lines() if line[0] != "F4")]

    # -- what is shown ------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        if not self.asked:  # to count them takes reading an index whole: not for each letter looked for
            self._counts = self.services.store.centres.totals()
            self._refused.clear()
        self._follow_open_year()
        super().reload()
        if self._is_to_open_year:
            self.menu.go_to(f"year:{self._followed}")
            self._is_to_open_year = False

    def _follow_open_year(self) -> None:
        """The year that is open stands in sight when the list is first shown."""
        year = self.session.year if self.services.report.has_year else None
        if year is not None and year.report_id != self._followed:
            self._followed, self._is_to_open_year = year.report_id, True
            self._unfolded.add(year.centre.id)
            before = self.services.store.centres.count_before(year.centre.code)
            self._skip = max(before - _NEAR, 0) if before >= _WINDOW - _NEAR else 0

    def hint(self) -> Message:
        if not self._counts[0]:
            return Message(_FIRST if self._may_write(None) else _NONE)
        if not self._page.lines:
            return Message("Không tìm thấy. Thử ít chữ hơn.")
        kind = self.menu.key.partition(":")[0]
        if kind == "centre":
            return Message("Enter để xem các năm của trung tâm này. Gõ vài chữ của tên để tìm, không cần dấu.")
        if kind in _ADVICE:
            return Message(_ADVICE[kind])
        if not self._writes_here:
            return Message("Enter mở năm đang chọn. Gõ vài chữ để tìm, không cần dấu.")
        return Message("Enter mở năm đang chọn. F4 rồi Enter: năm mới, chép từ năm trước. Delete: xóa năm, có hỏi lại.")

    def found(self, query: str) -> Sequence[Entry]:
        words = query.split()
        self._page = page(self.services.store, words, self._skip, _WINDOW)
        self._years = {}
        return list(self._entries(words))

    def _entries(self, words: Sequence[str]) -> Iterator[Entry]:
        yield from (Entry("", ((line, GOOD),)) for line in self._told)
        are_few = not self._skip and not self._page.has_more and len(self._page.lines) <= _FEW
        for line in self._page.lines:
            is_unfolded = are_few or line.centre.id in self._unfolded
            yield self._centre(line, is_unfolded)
            if is_unfolded:
                yield from self._unfolded_entries(line, words)
        if self._supervises and not words:
            yield Entry(_RECEIVED, (("   Bản nộp đã nhận: ai đã nộp, ai muộn", PLAIN),))
        elif not self._page.has_more and not words and self._may_write(None):
            yield Entry("add", ((" + Thêm trung tâm" if self._counts[0] else " + Tạo trung tâm đầu tiên", PLAIN),))

    def _centre(self, line: CentreLine, is_unfolded: bool) -> Entry:
        """There is nothing to choose of the only one."""
        centre, more = line.centre, self.services.glyphs.more
        key = f"centre:{centre.id}" if self._counts[0] > 1 else ""
        start = "  " if key else " "
        name = f"{start}{centre.name}  ({centre.code})"
        if is_unfolded:
            return Entry(key, ((f"{start}{centre.name}", STRONG), (f"  ({centre.code})", QUIET)))
        newest_label = f", mới nhất {max(line.periods)}" if line.periods else ""
        return Entry(
            key,
            (
                (f"{fit(name, min(_NAME, self._width // 2), more)} ", PLAIN),
                (f"{len(line.periods)} năm{newest_label}" if line.periods else "chưa có năm nào", QUIET),
            ),
        )

    def _unfolded_entries(self, line: CentreLine, words: Sequence[str]) -> Iterator[Entry]:
        number = line.centre.id
        days = self.services.store.years.due_days(number)
        years = years_of(self.services.store, line, words)
        open_years = [year for year in years if year.status is not Status.FINAL]
        above = self.services.store.verdicts.deadlines_of(open_years)
        how_far = self.services.store.years.stages(years)
        room = min(max((len(self._title(year)) for year in years), default=0), self._width // 2)
        for year in years:
            self._years[year.report_id] = year
            told = self._due(days.get(year.report_id), above.get(year.report_id)) if year in open_years else []
            yield Entry(
                f"year:{year.report_id}",
                (*self._year(year, how_far.get(year.report_id, Stage(Step.DRAFT)), room), *told),
            )
        if self._may_write(number):
            yield Entry(f"new:{number}", (("   + Tạo năm mới", PLAIN),))
            yield Entry(f"rename:{number}", (("   Đổi tên trung tâm này", PLAIN),))
        if not line.periods and self._may_write(None):
            yield Entry(f"remove:{number}", (("   Xóa trung tâm này", PLAIN),))
        yield Entry("", ())

    def _title(self, year: Year) -> str:
        """In a narrow window its period alone: how far it is and when it is due must have room."""
        return year.period.title.capitalize() if self._width >= _WIDE_ENOUGH_FOR_BARS else year.period.label

    def _year(self, year: Year, stage: Stage, room: int) -> Line:
        is_open = self.services.report.has_year and self.session.year.report_id == year.report_id
        done, more = self._progress_of(year), self.services.glyphs.more
        drawn = f"{bar(*done, self.services.glyphs)} " if done and self._width >= _WIDE_ENOUGH_FOR_BARS else ""
        line = (
            (f"   {fit(self._title(year), room, more)}  ", PLAIN),
            (f"{drawn}{done.percent:>3}%" if done else " " * 15, PLAIN),
            ("   đang mở" if is_open else "", GOOD),
        )
        told = "" if stage.step is Step.DRAFT else f"   {stage.words}"
        left = self._width - sum(cell_len(text) for text, _ in line)
        return (*line, (fit(told, max(left, 1), more).rstrip(), WARN if stage.waits_for_me else QUIET))

    @property
    def _supervises(self) -> bool:
        if self._is_supervised is None:
            self._is_supervised = bool(self.services.store.rights.supervised())
        return self._is_supervised

    @property
    def _writes_here(self) -> bool:
        """At the centre under the cursor; before there is one, whether who looks may make it."""
        centre = self._centre_here()
        return self._may_write(centre.id if centre else None)

    def _may_write(self, centre: int | None) -> bool:
        return self._refusal(centre) is None

    def _refusal(self, centre: int | None) -> NotAllowed | None:
        if centre not in self._refused:
            try:
                self.services.store.rights.refuse_readers(centre)
                self._refused[centre] = None
            except NotAllowed as refused:
                self._refused[centre] = refused
        return self._refused[centre]

    def _due(self, own: date | None, above: date | None) -> list[Span]:
        """By when a draft has to be in, as its overview says."""
        due = nearest(own, above, self.services.today())
        if due is None:
            return []
        by = " · cấp trên đặt" if due.day == above and self._width >= _WIDE_ENOUGH_FOR_SETTER else ""
        return [(f"   {due.words}{by}", BAD if due.is_over else WARN if due.is_soon else PLAIN)]

    @property
    def _width(self) -> int:
        return self.menu.size.width or 80

    def _progress_of(self, year: Year) -> Progress | None:
        """How far a year is; for the first of the list alone."""
        if len(self._years) > _MOST_PROGRESS:
            return None
        key = (year.report_id, year.revision)
        if key not in self._progress:
            try:
                snapshot = self.services.store.snapshot(year.report_id)
            except StoreProblem:
                return None  # the others can be opened all the same; opening this one says why it cannot
            self._progress[key] = progress(requirements(snapshot.form, snapshot.facts))
        return self._progress[key]

    def tell(self, problem: UserProblem) -> None:
        """A year that somebody has deleted is gone from the list too."""
        if isinstance(problem, ReportGone) and self.is_ready:
            self.show_all()
        super().tell(problem)

    # -- what is chosen -----------------------------------------------------------------------------------------------

    def take(self, key: str, character: str | None) -> bool:
        if key == "delete":
            self._ask_to_remove()
        elif key in ("home", "end"):
            self._go_to_end(is_last=key == "end")
        elif is_text(character) and self._skip:
            self._skip = 0
            return super().take(key, character)
        elif not super().take(key, character):
            return False
        elif key != "enter":
            self._slide()
            self.say_hint()
        return True

    def _go_to_end(self, *, is_last: bool) -> None:
        words = self.folded_query.split()
        self._skip = max(count(self.services.store, words) - _WINDOW, 0) if is_last else 0
        self.reload()
        self.menu.take("end" if is_last else "home")
        self.say_hint()

    def _slide(self) -> None:
        """Read on where the cursor comes near an end of what was read."""
        here, numbers = self._centre_here(), [line.centre.id for line in self._page.lines]
        at = numbers.index(here.id) if here and here.id in numbers else 0
        if at >= len(numbers) - _NEAR and self._page.has_more:
            self._skip += _WINDOW // 2
        elif at < _NEAR and self._skip and self.menu.key != "add":
            self._skip = max(self._skip - _WINDOW // 2, 0)
        else:
            return
        self.menu.show(self.found(self.folded_query), is_steady=True)

    def chosen(self, key: str) -> None:
        kind, _, number = key.partition(":")
        if kind == "year":
            year = self._years[int(number)]
            self.navigator.open_year(year, f"Đã mở {year.period.title}.")
        elif kind == _RECEIVED:
            self.navigator.show(_RECEIVED)
        elif kind == "add":
            self.navigator.open(to.NewYear(None, None))
        elif kind == "centre":
            self._fold(int(number))
        elif kind == "new":
            self.navigator.open(to.NewYear(self._line(int(number)).centre, None))
        elif kind == "rename":
            self.navigator.open(to.Rename(self._line(int(number)).centre))
        elif kind == "remove":
            self._ask_to_remove()

    def _fold(self, number: int) -> None:
        """Show the years of a centre, the cursor on its newest, or show them no more."""
        is_shown = number in self._unfolded
        self._unfolded ^= {number}
        self.reload()
        if not is_shown:
            self.menu.take("down")
        self.say_hint()

    def _line(self, number: int) -> CentreLine:
        return next(line for line in self._page.lines if line.centre.id == number)

    def do_copy_previous(self) -> None:
        """A new year of the centre under the cursor, carried over from its newest; Enter then makes it."""
        centre = self._centre_here()
        if centre is None:
            self.say(_FIRST)
            return
        if refused := self._refusal(centre.id):
            self.tell(refused)
            return
        seen = [] if self.asked else [year for year in self._years.values() if year.centre.id == centre.id]
        self.navigator.open(to.NewYear(centre, newest(seen or sources(self.services.store, centre))))

    def _centre_here(self) -> CentreRow | None:
        """The centre of the line under the cursor, or the first."""
        kind, _, number = self.menu.key.partition(":")
        if kind == "year":
            return self._years[int(number)].centre
        asked = [line.centre for line in self._page.lines if number and line.centre.id == int(number)]
        return next(iter(asked or [line.centre for line in self._page.lines]), None)

    def _ask_to_remove(self) -> None:
        kind, _, number = self.menu.key.partition(":")
        if kind == "year":
            self._ask_to_delete(self._years[int(number)])
        elif kind in ("centre", "remove") and not self._line(int(number)).periods:
            centre = self._line(int(number)).centre
            words = f"Xóa {centre.name}? Trung tâm này chưa có báo cáo nào."
            self._ask_who_may(None, words, lambda: self._remove(centre))
        elif kind == "centre":
            self.say("Trung tâm này còn báo cáo: xóa từng báo cáo trước. Enter để xem các năm.")
        else:
            self.say("Delete dùng ở dòng của một năm, hoặc của trung tâm chưa có năm nào.")

    def _ask_to_delete(self, year: Year) -> None:
        what = f"{year.period.title} của {year.centre.name}"
        asked = to.DeleteYear(what, lambda why: self._delete(year, why))
        words = f"Xóa cả báo cáo {what}? Một bản sao được giữ lại."
        self._ask_who_may(year.centre.id, words, lambda: self.navigator.open(asked))

    def _ask_who_may(self, centre: int | None, words: str, action: Callable[[], None]) -> None:
        """Ask before `action`, which takes who may write at `centre`; others are told at once why not."""
        if refused := self._refusal(centre):
            self.tell(refused)
        else:
            self.ask(words, action)

    def _remove(self, centre: CentreRow) -> None:
        self.services.store.centres.remove(centre.id)
        self._unfolded.discard(centre.id)
        self.show_all()
        self.say(f"Đã xóa {centre.name}.", good=True)

    def _delete(self, year: Year, why: str) -> None:
        deleted = delete_year(self.services.store, year, why)
        if self.services.report.has_year and self.session.year.report_id == year.report_id:
            self.navigator.close_year()
        done = f"Đã xóa {year.period.title}"
        copy, back = self._kept(deleted.copy)
        self._told = [f" {line}" for line in wrap(f"{done} của {year.centre.name}. {back}", self._width - 2)]
        self.show_all()
        self.say(f"{done}. {copy}", good=True)

    def _kept(self, copy: Path) -> tuple[str, str]:
        """Where the copy is, and how it comes back; who has no files on a server is told no path of it."""
        if not self.services.export_folder().is_served:
            return f"Bản sao: {copy}", f"Lấy lại: tthtcd import “{copy}”"
        back = f"Máy chủ giữ bản sao tên “{copy.name}”. Muốn lấy lại, hãy gửi tên ấy cho quản trị viên."
        return "Muốn lấy lại: xem dòng ở trên.", back

    def do_back(self) -> None:
        """First back to the whole list."""
        if self.asked:
            self.forget_query()
        elif self.services.report.has_year:
            self.navigator.back()
        elif self._supervises:
            self.navigator.show(_RECEIVED)
        else:
            self.say("Chọn một năm rồi Enter để mở, hoặc tạo năm mới. Ctrl+Q để thoát.")
