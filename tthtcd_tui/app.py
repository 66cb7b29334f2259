"""The Textual app: opens the year, knows the screens and what is shown in all of them. No SQL, no rules.

A screen but the first is loaded when it is opened: a start does not pay for what is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.screen import Screen

from tthtcd_tui.models.catalogue import CentreRow, Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.made import made
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.owner import Commanded
from tthtcd_tui.tasks.session import Met, Saving, Session
from tthtcd_tui.tasks.unsaved import Unsaved
from tthtcd_tui.watching_app import WatchingApp
from tthtcd_tui.widgets.look import ASCII, DRAWN

if TYPE_CHECKING:
    from tthtcd_tui.tasks.daily_backup import Beside
    from tthtcd_tui.tasks.export_file import ExportFolder

_NAMED: Final[Mapping[str, str]] = {
    "log": "Nhật ký hoạt động",
    "history": "Lịch sử sửa đổi của cả báo cáo",
    "summary": "Tổng hợp báo cáo",
    "preview": "Xem trước văn bản",
    "export": "Xuất báo cáo ra tệp",
    "finalise": "Chốt báo cáo, mở lại, các bản đã chốt",
    "guide": "Hướng dẫn nhanh: năm bước đầu tiên",
    "years": "Các năm, trung tâm: mở, tạo, xóa",
}
"""The screens that are no section, in words."""


class TthtcdApp(WatchingApp, inherit_bindings=False):
    """One person at one year, or at none while there is none."""

    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = """
    Screen { background: ansi_default; color: ansi_default; }
    BaseScreen { layout: vertical; overflow: hidden hidden; }
    """

    def __init__(
        self,
        store: Store,
        user: str,
        session: Session | None,
        *,
        ascii_only: bool = False,
        is_served: bool = False,
        unsaved: Unsaved | None = None,
        back_up: Callable[[], Beside | None] = lambda: None,
    ) -> None:
        """`is_served` says that people share this machine's account and keep no files of their own on it.

        `unsaved` keeps what is typed in case the line drops. `back_up` begins the day's backup.
        """
        super().__init__(store, session, ASCII if ascii_only else DRAWN, unsaved, back_up)
        self.user = user
        self._is_served = is_served
        self._gap: tuple[Place | None, Place | None] = (None, None)
        """The gap that F8 went to last, and where the cursor stood then."""

    @cached_property
    def export_folder(self) -> ExportFolder:
        """Where exports of this person go."""
        from tthtcd_tui.tasks.export_file import ExportFolder  # a start does not pay for what exporting loads

        return ExportFolder.of_a_server(self.store, self.user) if self._is_served else ExportFolder.of_this_machine()

    # -- starting ------------------------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """The screen below all others: one of ours, where Textual would lay out an empty one first."""
        return self._kept("overview" if self.has_year else "years")

    def on_mount(self) -> None:
        if not self.has_year and not self.store.centres():
            from tthtcd_tui.tasks.guide_seen import guide_was_seen

            self.open_new_year(None, None)
            if not guide_was_seen():
                self.open_guide()
        self.keep_typing()
        self.keep_up()

    # -- going from screen to screen ----------------------------------------------------------------------------------

    def show_screen(self, name: str) -> None:
        """Shows a screen that is made once and kept."""
        screen = self._kept(name)
        while self.screen not in self._made.values():
            self.pop_screen()
        if screen is self.screen_stack[0]:
            while self.screen is not screen:
                self.pop_screen()
        elif len(self.screen_stack) > 1:
            self.switch_screen(name)
        else:
            self.push_screen(name)
        if screen.is_ready:
            screen.show_all()

    def _kept(self, name: str) -> BaseScreen:
        if name not in self._made:
            self._made[name] = self._make(name)
            self.install_screen(self._made[name], name)
        return self._made[name]

    def _make(self, name: str) -> BaseScreen:
        return OverviewScreen() if name == "overview" else made(name, self.session.form if self.has_year else None)

    def open_number(self, number: int) -> None:
        """0 the report's details; then the form's screens; then summary and export."""
        screens = self.session.form.screens
        if number == 0:
            self.show_screen("details")
        elif number <= len(screens):
            self.show_screen(screens[number - 1].key)
        elif number == len(screens) + 1:
            self.open_named("summary")
        elif number == len(screens) + 2:
            self.open_named("export")

    def named_screens(self) -> dict[str, str]:
        """The screens that are no section, by name, in words."""
        return dict(_NAMED)

    def open_named(self, name: str) -> None:
        """A screen that is no section: preview, export, log, years, history, summary."""
        if name == "guide":
            self.open_guide()
        else:
            self.show_screen(name)

    def open_guide(self) -> None:
        """The first steps, from the first on."""
        from tthtcd_tui.screens.guide import GuideScreen

        self.push_screen(GuideScreen())

    def open_log(self, category: str = "") -> None:
        """The activity log, with a category the activities behind one results row."""
        from tthtcd_tui.screens.log import LogScreen

        self.show_screen("log")
        screen = self._made["log"]
        if isinstance(screen, LogScreen):
            screen.show_category(category)

    def open_activity(self, uid: str, texts: Mapping[str, str]) -> None:
        from tthtcd_tui.screens.log import LogScreen

        self.open_log()
        screen = self._made["log"]
        if isinstance(screen, LogScreen):
            screen.take_up(uid, texts)

    def open_history(self, place: Place | None) -> None:
        """Who changed `place`, or anything in the report."""
        from tthtcd_tui.screens.history import HistoryScreen

        if place is None:
            self.show_screen("history")
        else:
            self.push_screen(HistoryScreen(place))

    def open_year(self, year: Year, words: str) -> None:
        """Another year: from now on every screen shows it; `words` are said on its overview."""
        session = Session(self.store, year, self.user)
        self.work_on(session)
        self._drop_screens()
        self.last_place = session.place_left()
        self._kept("overview").greeting = "" if session.read_only else words
        self.show_screen("overview")

    def read_anew(self) -> None:
        """The centre of the opened year is called something else now."""
        if self._session is not None:
            report = self._session.year.report
            year = next((year for year in self.store.years() if year.report == report), None)
            self.work_on(Session(self.store, year, self.user) if year else None)

    def close_year(self) -> None:
        """The opened year is gone: back to the list of years."""
        self.work_on(None)
        self._drop_screens()

    def _drop_screens(self) -> None:
        """Shows the list of years, and forgets every other screen: those of another year may be of another form."""
        self.last_place, self._gap = None, (None, None)
        self.show_screen("years")
        ground = self.screen_stack[0]
        for name, screen in [(name, screen) for name, screen in self._made.items() if name != "years"]:
            if screen is ground:
                screen.begin_anew()
            else:
                self.uninstall_screen(name)
                self._made.pop(name).remove()

    def open_new_year(
        self, centre: CentreRow | None, previous: Year | None, typed: Mapping[Place, str] | None = None
    ) -> None:
        from tthtcd_tui.screens.new_year import NewYearScreen

        self.push_screen(NewYearScreen(centre, previous, typed))

    def open_rename(self, centre: CentreRow, typed: str | None = None) -> None:
        from tthtcd_tui.screens.rename_centre import RenameScreen

        self.push_screen(RenameScreen(centre, typed))

    def open_next_gap(self) -> None:
        """The next thing missing or wrong after where one is, round to the first."""
        from tthtcd_tui.screens.section import SheetScreen

        came_from, landed = self._gap
        is_there = self.last_place is not None and self.last_place == landed
        is_shown = isinstance(self.screen, SheetScreen) and self.screen.sheet.place == self.last_place
        after = came_from if is_there else self.last_place
        gap = self.session.gap_after(after, inclusive=not is_there and not is_shown)
        if gap is None:
            self._say("Không còn chỗ thiếu hay sai. F9 để xem trước, rồi xuất DOCX.")
            return
        is_only = is_shown and gap.place == after
        self.open_place(gap.place)
        self._gap = (gap.place, self.last_place)
        if is_only:
            self._say(f"Chỉ còn chỗ này. {gap.message}", good=False)

    def open_help(self, under: Commanded) -> None:
        from tthtcd_tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(under))

    def open_palette(self, under: Commanded) -> None:
        from tthtcd_tui.screens.finder import PaletteScreen

        self.push_screen(PaletteScreen(under))

    def open_search(self) -> None:
        from tthtcd_tui.screens.finder import SearchScreen

        self.push_screen(SearchScreen())

    def open_reason(self, place: Place, typed: str | None = None) -> None:
        from tthtcd_tui.screens.prompt import PromptScreen

        question = f"Vì sao số liệu này đúng? {label_at(self.session.form, place)}"
        self.push_screen(PromptScreen(Place.of("reason", place), question, typed))

    def _say(self, words: str, *, good: bool = True) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.announce(words, good=good)

    def open_found(self, uid: str, search: str) -> None:
        """The log with the activities that `search` finds, the cursor on one of them."""
        from tthtcd_tui.screens.log import LogScreen

        self.open_log()
        screen = self._made["log"]
        if isinstance(screen, LogScreen):
            screen.show_found(uid, search)

    def open_place(self, place: Place, typed: str | None = None) -> None:
        """The screen that asks for `place`, with the cursor on it."""
        from tthtcd_tui.screens.section import SheetScreen

        if place.kind == "activity":
            self.open_log()
            return
        section = self.session.section_of(place)
        name = next((screen.key for screen in self.session.form.screens if section in screen.sections), "details")
        self.show_screen(name)
        screen = self._made[name]
        if isinstance(screen, SheetScreen):
            screen.start_at(place, typed)

    def go_on_from(self, place: Place) -> None:
        """Back from the editor of `place`, which is done, and on to the next cell."""
        from tthtcd_tui.screens.section import SheetScreen

        self.go_back()
        if isinstance(self.screen, SheetScreen):
            self.screen.go_past(place)

    def open_paragraphs(self, place: Place, typed: str = "", instead: str | None = None) -> None:
        from tthtcd_tui.screens.paragraphs import ParagraphsScreen

        self.push_screen(ParagraphsScreen(place, typed, instead))

    def open_conflict(self, met: Met) -> None:
        from tthtcd_tui.screens.conflict import ConflictScreen

        self.push_screen(ConflictScreen(met))

    def end_conflict(self, saving: Saving | None, words: str) -> None:
        self.go_back()
        screen = self.screen
        if isinstance(screen, BaseScreen):
            if saving is None:
                screen.announce(words, warn=True)
            else:
                screen.chose(saving, words)

    def go_back(self) -> None:
        """From an editor to the screen below; from a section to the overview."""
        screen = self.screen
        if isinstance(screen, BaseScreen) and screen in self._made.values():
            self.show_screen("overview")
            return
        self.pop_screen()
        if isinstance(self.screen, BaseScreen) and self.screen.is_ready:
            self.screen.show_all()
