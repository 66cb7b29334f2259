"""The navigator: which screen is shown. Screens that are kept are made once; a screen is loaded when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from textual.app import App, ScreenStackError

from tthtcd_tui.errors import NotOnStaff
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.screens import registry
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.destinations import (
    Anew,
    AtPlace,
    Destination,
    Guide,
    Kept,
    Log,
    Preview,
    Recovery,
    Refused,
    ShutOut,
)
from tthtcd_tui.services.open_report import OpenReport

if TYPE_CHECKING:
    from tthtcd_tui.screens.services import Services
    from tthtcd_tui.tasks.session.recover import RecoveryItem
    from tthtcd_tui.tasks.session.saving import Saving

_GROUND, _NO_YEAR = registry.OVERVIEW.name, registry.YEARS.name
_OF_NO_YEAR = (_NO_YEAR, registry.RECEIVED.name)
"""They stay when another year is opened, the cursor where it was."""


class Navigator:
    """Works on the stack of screens of `app`."""

    def __init__(self, app: App[None], report: OpenReport, services: Callable[[], Services]) -> None:
        """`services` are what each screen is given when it is made."""
        self._app = app
        self._report = report
        self._services = services
        self._kept: dict[str, BaseScreen] = {}
        self._last_gap: tuple[Place | None, Place | None] = (None, None)
        """The gap that F8 went to last, and where the cursor stood then."""
        self._trail: list[str] = []
        """The kept screens that the way back leads to before it leads to the overview."""
        self._offered: BaseScreen | None = None
        self._cover: BaseScreen | None = None

    # -- the screens there are ----------------------------------------------------------------------------------------

    @property
    def top(self) -> BaseScreen | None:
        """The screen that is shown; none before the first and while the program ends."""
        try:
            screen = self._app.screen if self._kept else None
        except ScreenStackError:
            return None
        return screen if isinstance(screen, BaseScreen) else None

    @property
    def stack(self) -> list[BaseScreen]:
        """The screens that lie one above the other, the one that is shown last."""
        return [screen for screen in self._app.screen_stack if isinstance(screen, BaseScreen)]

    @property
    def screens(self) -> Sequence[BaseScreen]:
        """All screens there are, on the stack or kept."""
        return tuple(dict.fromkeys((*self._kept.values(), *self.stack)))

    @property
    def is_on_overview(self) -> bool:
        return self.top is not None and self.top is self._kept.get(_GROUND)

    @property
    def is_covered(self) -> bool:
        """Whether nothing of the report may be seen."""
        return self._cover is not None and self.top is self._cover

    def cover(self, problem: NotOnStaff) -> None:
        """Show why instead of any screen; what is typed in them stays."""
        self._cover = self._make_anew(ShutOut(problem))
        self._push(self._cover)

    def refresh_top(self) -> None:
        """Show what has changed on the screen that is shown."""
        if (top := self.top) is not None and top.is_ready:
            top.show_all()

    def ground(self) -> BaseScreen:
        """The screen below all others."""
        return self._keep(_GROUND if self._report.has_year else _NO_YEAR)

    def _keep(self, name: str) -> BaseScreen:
        if name not in self._kept:
            form = self._report.session.form if self._report.has_year else None
            self._kept[name] = self._make(registry.entry(name, form))
            self._app.install_screen(self._kept[name], name)
        return self._kept[name]

    def _make(self, entry: registry.Entry) -> BaseScreen:
        return load(entry.target)(self._services(), *entry.arguments)

    def _make_anew(self, destination: Anew) -> BaseScreen:
        return load(registry.target(destination))(self._services(), *destination)

    # -- from screen to screen ----------------------------------------------------------------------------------------

    def show(self, name: str) -> None:
        """Show a screen of the registry by its name."""
        self._trail.clear()
        self._show(name)

    def _show(self, name: str) -> None:
        if name == registry.GUIDE.name:
            self._push(self._make_anew(Guide()))
            return
        screen = self._keep(name)
        app = self._app
        while app.screen not in self._kept.values():
            app.pop_screen()
        if app.screen is not screen:
            screen.came_to()
        if screen is app.screen_stack[0]:
            while app.screen is not screen:
                app.pop_screen()
        elif len(app.screen_stack) > 1:
            app.switch_screen(name)
        else:
            app.push_screen(name)
        screen.sight.forget()  # whoever saw it before has not seen it now
        if screen.is_ready:
            screen.show_all()

    def open(self, destination: Destination) -> None:
        if isinstance(destination, Anew):
            self._push(self._make_anew(destination))
        else:
            self._trail.clear()
            self._open_kept(destination)

    def visit(self, destination: Destination) -> None:
        """As `open`, and the way back from there leads to the screen that is shown now."""
        if isinstance(destination, Anew):
            self.open(destination)
            return
        here = self._kept_on_top
        self._open_kept(destination)
        if isinstance(destination, (Preview, Refused)) and self._kept_on_top in self._trail[-1:]:
            self._trail.pop()  # from there one came: going on is going back
        elif here and here != self._kept_on_top:
            self._trail.append(here)

    @property
    def _kept_on_top(self) -> str:
        """The name of the kept screen that is shown, or lies below what is."""
        names = {screen: name for name, screen in self._kept.items()}
        return next((names[screen] for screen in reversed(self.stack) if screen in names), "")

    def _push(self, screen: BaseScreen) -> None:
        self._app.push_screen(screen)

    def _open_kept(self, destination: Kept) -> None:
        if not self._report.has_year:
            return  # the screen that came to light has just found it gone, and said so
        if isinstance(destination, Preview):
            name = registry.PREVIEW.name
        elif isinstance(destination, Refused):
            name = registry.REFUSED.name
        elif not isinstance(destination, AtPlace):
            name = registry.LOG.name
        elif destination.place.kind == PlaceKind.EVIDENCE:
            name = registry.EVIDENCE.name
        elif destination.place.kind == PlaceKind.ACTIVITY:
            name, destination = registry.LOG.name, Log()
        else:
            name = self._section_at(destination.place)
        self._show(name)
        self._kept[name].arrive(destination)

    def _section_at(self, place: Place) -> str:
        session = self._report.session
        section = session.section_of(place)
        screens = session.form.screens
        return next((screen.key for screen in screens if section in screen.sections), registry.DETAILS.name)

    def open_number(self, number: int, *, by_digit: bool = False) -> None:
        """0 the report's details, then the lines of the overview; `by_digit` if digits may still be on their way."""
        if not self._report.has_year:
            return
        numbered = registry.numbered(self._report.session.form)
        if number < len(numbered):
            self.show(numbered[number].name)
            self._kept[numbered[number].name].set_armed(not by_digit)

    def back(self) -> None:
        """From an editor to the screen below; from a section to where it was visited from, or to the overview."""
        if self._app.screen in self._kept.values():
            self._show(self._way_back())
            return
        self._app.pop_screen()
        self.refresh_top()

    def _way_back(self) -> str:
        """Never to the screen that is shown, nor to a list of refused rows where none is left."""
        here = self._kept_on_top
        while self._trail:
            name = self._trail.pop()
            is_done = name == registry.REFUSED.name and not self._report.session.refused.count
            if name != here and not is_done:
                return name
        return _GROUND

    def back_past(self, place: Place, *, backwards: bool = False) -> None:
        """Back from the editor of `place`, which is done, and on to the next cell, or to the one before."""
        self.back()
        if (top := self.top) is not None:
            top.go_past(place, backwards=backwards)

    def set_greeting(self, words: str) -> None:
        """Have the screen that was just opened say `words` until the first key."""
        if (top := self.top) is not None:
            top.greeting = words
            if top.is_ready:
                top.say(words, good=True)

    def offer(self, offer: RecoveryItem) -> None:
        """Show what was left behind, unless that is shown already, or nothing may be."""
        if self._offered not in self._app.screen_stack and not self.is_covered:
            self._offered = self._make_anew(Recovery(offer))
            self._push(self._offered)

    def end_conflict(self, saving: Saving | None, words: str) -> None:
        """Back to the screen where it arose, with what came of the choice; None where nothing was chosen."""
        self.back()
        if (top := self.top) is not None:
            if saving is None:
                top.announce(words, warn=True)
            else:
                top.chose(saving, words)

    # -- the next gap -------------------------------------------------------------------------------------------------

    def open_next_gap(self) -> None:
        """The next thing missing or wrong after where one is, round to the first."""
        from tthtcd_tui.tasks.session.gaps import gap_after

        came_from, landed = self._last_gap
        last = self._report.last_place
        is_there = last is not None and last == landed
        is_shown = last is not None and self.top is not None and self.top.cursor_place == last
        after = came_from if is_there else last
        gap = gap_after(self._report.session, after, inclusive=not is_there and not is_shown)
        if gap is None:
            self._announce("Không còn chỗ thiếu hay sai. F9 để xem trước, rồi xuất DOCX.", good=True)
            return
        is_only = is_shown and gap.place == after
        self.open(AtPlace(gap.place))
        self._last_gap = (gap.place, self._report.last_place)
        if is_only:
            self._announce(f"Chỉ còn chỗ này. {gap.message}")

    def _announce(self, words: str, *, good: bool = False) -> None:
        if (top := self.top) is not None:
            top.announce(words, good=good)

    # -- another year -------------------------------------------------------------------------------------------------

    def open_year(self, year: Year, words: str) -> None:
        """Another year: from now on every screen shows it; `words` are said on its overview."""
        self._report.open(year)
        self._drop_screens()
        self._keep(_GROUND).greeting = "" if self._report.session.read_only else words
        self.show(_GROUND)

    def close_year(self) -> None:
        """The open year is gone: back to the list of years."""
        self._report.close()
        self._drop_screens()

    def leave_year(self) -> None:
        """Up to what was handed in, where a supervisor came from; nothing stays open."""
        self.close_year()
        self.show(registry.RECEIVED.name)

    def _drop_screens(self) -> None:
        """Show the list of years, and forget the screens of a year: those of another one may be of another form."""
        self._last_gap = (None, None)
        self.show(_NO_YEAR)
        ground = self._app.screen_stack[0]
        for name, screen in [(name, screen) for name, screen in self._kept.items() if name not in _OF_NO_YEAR]:
            if screen is ground:
                screen.reset()
            else:
                self._app.uninstall_screen(name)
                self._kept.pop(name).remove()


def load(target: str) -> Callable[..., BaseScreen]:
    """The screen that «module:class» names."""
    module, _, name = target.partition(":")
    return cast("Callable[..., BaseScreen]", getattr(import_module(f"tthtcd_tui.screens.{module}"), name))
