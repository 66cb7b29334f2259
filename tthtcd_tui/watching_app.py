"""An App that keeps up with the world: what colleagues save, who else is here, and the backup of the day."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.tasks.many_values import collect_again
from tthtcd_tui.tasks.presence import Whereabouts
from tthtcd_tui.tasks.session import Session
from tthtcd_tui.tasks.unsaved import Unsaved
from tthtcd_tui.typing_app import TypingApp
from tthtcd_tui.widgets.look import Glyphs

if TYPE_CHECKING:
    from tthtcd_tui.tasks.daily_backup import Beside

_START_SECONDS = 1.0
"""When the first screen surely stands: until then nothing is done that is for later."""
_POLL_SECONDS = 1.0
"""How often it looks whether a colleague saved something; two seconds is what a colleague may wait."""
_PRESENCE_SECONDS = 5.0
"""How often it looks who else is here, which is a courtesy and may be late."""


class WatchingApp(TypingApp, inherit_bindings=False):
    """Looks at the year that is open every now and then; what it finds is shown by the screen on top."""

    def __init__(
        self,
        store: Store,
        session: Session | None,
        glyphs: Glyphs,
        unsaved: Unsaved | None,
        back_up: Callable[[], Beside | None],
    ) -> None:
        """`back_up` begins the day's backup."""
        super().__init__(store, session, glyphs, unsaved)
        self._whereabouts = Whereabouts(session) if session else None
        self.others: list[str] = []
        """Who else is at this year and where, a few words each."""
        self.last_place: Place | None = session.place_left() if session else None
        self._back_up = back_up
        self.backup: Beside | None = None
        """The day's, once it has been begun."""
        self._told_of_backup = ""

    @property
    def session(self) -> Session:
        """The opened year; only the years' screens may be shown without one."""
        if self._session is None:
            raise RuntimeError("no year is open")
        return self._session

    @property
    def has_year(self) -> bool:
        return self._session is not None

    def keep_up(self) -> None:
        """From now on; the app has started."""
        self.set_timer(_START_SECONDS, self._after_the_start)
        self.set_interval(_POLL_SECONDS, self._look)
        self.set_interval(_PRESENCE_SECONDS, self._look_around)

    def _after_the_start(self) -> None:
        collect_again()
        self.backup = self._back_up()

    def _look(self) -> None:
        """Shows what a colleague saved; never while something is being typed over it, on whatever screen."""
        screens = [screen for screen in self.screen_stack if isinstance(screen, BaseScreen)]
        if screens and self._unsaved is not None and (news := self._unsaved.news()):
            screens[-1].say(news, warn=True)
        if screens and screens[-1] is self._made.get("overview"):
            self._tell_of_backup(screens[-1])
        if not self.has_year or not screens or any(screen.is_typing for screen in screens):
            return
        before = self.session.read_only
        try:
            if self.session.refresh():
                screens[-1].show_all()
        except StoreProblem as problem:
            screens[-1].show_frame()
            screens[-1].say(problem.message, wrong=True)
        else:
            if (reason := self.session.read_only) != before:
                screens[-1].announce(reason or "Báo cáo lại sửa được.", warn=bool(reason), good=not reason)

    def _tell_of_backup(self, overview: BaseScreen) -> None:
        """That there is none today is said here, once: elsewhere it would cover what is said of a cell."""
        if self.backup and not self._told_of_backup:
            self._told_of_backup = self.backup.so_far()
            if self._told_of_backup:
                overview.announce(self._told_of_backup, warn=True)

    def _look_around(self) -> None:
        """Tells the others where one is; on the overview, looks where they are."""
        if self._whereabouts is None:
            return
        overview = self._made.get("overview")
        is_there = overview is not None and self.screen is overview
        self._whereabouts.tell(None if is_there else self.last_place)
        if is_there and (others := self._whereabouts.others()) != self.others:
            self.others = others
            self._made["overview"].show_all()

    def on_unmount(self) -> None:
        self.work_on(None)

    def work_on(self, session: Session | None) -> None:
        """From now on this is the year that is open; nobody is told any more that one is at the one before."""
        if self._whereabouts is not None:
            self._whereabouts.leave()
        self._session = session
        self._whereabouts = Whereabouts(session) if session else None
        self.others = []
