"""The Textual app: opens the year, knows the screens and what is shown in all of them. No SQL, no rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual.app import App
from textual.binding import BindingType

from tthtcd_tui.report.fields import label_at, section_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.conflict import ConflictScreen
from tthtcd_tui.screens.finder import PaletteScreen, SearchScreen
from tthtcd_tui.screens.help import HelpScreen
from tthtcd_tui.screens.overview import OverviewScreen
from tthtcd_tui.screens.owner import Commanded
from tthtcd_tui.screens.paragraphs import ParagraphsScreen
from tthtcd_tui.screens.prompt import PromptScreen
from tthtcd_tui.screens.section import DetailsScreen, SectionScreen, SheetScreen
from tthtcd_tui.tasks.session import Met, NotSaved, Refused, Saved, Saving, Session
from tthtcd_tui.terminal import SteadyDriver
from tthtcd_tui.widgets.look import ASCII, DRAWN, Glyphs

_NAMED: Final[Mapping[str, tuple[str, Callable[[], BaseScreen]]]] = {}
_POLL_SECONDS = 1.0
"""How often it looks whether a colleague saved something; two seconds is what a colleague may wait."""


class TthtcdApp(App[None], inherit_bindings=False):
    """One person at one year."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    CSS = "Screen { background: ansi_default; color: ansi_default; }"

    def __init__(self, session: Session, *, ascii_only: bool = False) -> None:
        super().__init__(driver_class=SteadyDriver, ansi_color=True)
        self.session = session
        self.glyphs: Glyphs = ASCII if ascii_only else DRAWN
        self.last_place: Place | None = None
        self._state = ""
        self._failed = ""
        self._made: dict[str, BaseScreen] = {}

    # -- starting and being kept up to date ---------------------------------------------------------------------------

    def on_mount(self) -> None:
        self.show_screen("overview")
        self.set_interval(_POLL_SECONDS, self._look)

    def _look(self) -> None:
        """Shows what a colleague saved; never while something is being typed over it."""
        screen = self.screen
        if isinstance(screen, BaseScreen) and not screen.is_typing and self.session.refresh():
            screen.show_all()

    # -- the save state -----------------------------------------------------------------------------------------------

    def note(self, saving: Saving) -> None:
        """Remembers what came of the last saving."""
        match saving:
            case Saved(at):
                self._state, self._failed = f"Đã lưu {at:%H:%M}", ""
            case NotSaved(message):
                self._failed = message
            case Refused() | Met():
                pass

    def save_state(self, typing: bool) -> tuple[str, bool]:
        """What the head says of saving, and whether it is bad news."""
        if self._failed:
            return f"{self.glyphs.failed} CHƯA LƯU ĐƯỢC", True
        if typing:
            return f"{self.glyphs.typing} Đang nhập", False
        return f"{self.glyphs.saved} {self._state or 'Đã lưu'}", False

    # -- going from screen to screen ----------------------------------------------------------------------------------

    def show_screen(self, name: str) -> None:
        """Shows a screen that is made once and kept."""
        if name not in self._made:
            self._made[name] = self._make(name)
            self.install_screen(self._made[name], name)
        if len(self.screen_stack) > 1:
            self.switch_screen(name)
        else:
            self.push_screen(name)

    def _make(self, name: str) -> BaseScreen:
        if name == "overview":
            return OverviewScreen()
        if name == "details":
            return DetailsScreen()
        if name in _NAMED:
            return _NAMED[name][1]()
        number = next(n for n, screen in enumerate(self.session.form.screens, 1) if screen.key == name)
        return SectionScreen(number, name)

    def open_number(self, number: int) -> None:
        """0 the report's details; then the form's screens; then summary and export."""
        screens = self.session.form.screens
        if number == 0:
            self.show_screen("details")
        elif number <= len(screens):
            self.show_screen(screens[number - 1].key)
        elif number == len(screens) + 1:
            self.open_named("preview")
        elif number == len(screens) + 2:
            self.open_named("export")

    def named_screens(self) -> dict[str, str]:
        """The screens that are no section, by name, in words."""
        return {name: words for name, (words, _) in _NAMED.items()}

    def open_named(self, name: str) -> None:
        """A screen that is no section: preview, export, log, years, history, summary."""
        self.show_screen(name)

    def open_next_gap(self) -> None:
        """The next thing missing or wrong after where one is, round to the first."""
        places = [finding.place for finding in self.session.findings if finding.is_open]
        if not places:
            self._say("Không còn chỗ thiếu hay sai. F9 để xem trước, rồi xuất DOCX.")
            return
        last = self.last_place
        at = places.index(last) if last in places else -1
        self.open_place(places[(at + 1) % len(places)])

    def open_help(self, under: Commanded) -> None:
        self.push_screen(HelpScreen(under))

    def open_palette(self, under: Commanded) -> None:
        self.push_screen(PaletteScreen(under))

    def open_search(self) -> None:
        self.push_screen(SearchScreen())

    def open_reason(self, place: Place) -> None:
        question = f"Vì sao số liệu này đúng? {label_at(self.session.form, place)}"
        self.push_screen(PromptScreen(Place.of("reason", place), question))

    def open_label(self, place: Place) -> None:
        self.push_screen(PromptScreen(place, "Nội dung tự đánh giá thêm tên là gì?"))

    def drop_typing(self) -> None:
        """Forgets what is being typed in the screen below: the person chose the colleague's value."""
        for screen in self._made.values():
            if isinstance(screen, SheetScreen):
                screen.sheet.cancel()

    def _say(self, words: str) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.say(words, good=True)

    def open_place(self, place: Place) -> None:
        """The screen that asks for `place`, with the cursor on it."""
        section = section_at(self.session.form, place)
        name = next((screen.key for screen in self.session.form.screens if section in screen.sections), "details")
        self.show_screen(name)
        screen = self._made[name]
        if isinstance(screen, SheetScreen):
            screen.start_at(place)

    def open_paragraphs(self, place: Place) -> None:
        self.push_screen(ParagraphsScreen(place))

    def open_conflict(self, met: Met) -> None:
        self.push_screen(ConflictScreen(met))

    def go_back(self) -> None:
        """From an editor to the screen below; from a section to the overview."""
        screen = self.screen
        if isinstance(screen, BaseScreen) and screen in self._made.values():
            self.show_screen("overview")
        else:
            self.pop_screen()
