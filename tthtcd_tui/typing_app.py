"""An App into which one types: keys in the order they were typed, what is typed kept safe, what came of saving it."""

from __future__ import annotations

from collections import deque

from textual import events

from tthtcd_tui.drawing.lean import LeanApp
from tthtcd_tui.models.problem import StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.plain_app import PlainApp
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.tasks.session import Met, NotSaved, Refused, Saved, Saving, Session
from tthtcd_tui.tasks.unsaved import Unsaved
from tthtcd_tui.terminal import SteadyDriver
from tthtcd_tui.widgets.look import Glyphs


class TypingApp(LeanApp, PlainApp, inherit_bindings=False):
    """Knows the screens there are and the year that is open; which screen is shown when is for others to say."""

    def __init__(self, store: Store, session: Session | None, glyphs: Glyphs, unsaved: Unsaved | None) -> None:
        """`unsaved` keeps what is typed in case the line drops."""
        super().__init__(driver_class=SteadyDriver, ansi_color=True)
        self.store = store
        self.glyphs = glyphs
        self._session = session
        self._unsaved = unsaved
        self._made: dict[str, BaseScreen] = {}
        """The screens that are made once and kept, by name."""
        self._typed: deque[events.Key | events.Paste] = deque()
        self._is_handing_on = False
        self._state = ""
        self._failed = ""

    # -- keys in their order ------------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Each key and paste goes to the screen that is on top once those before it have been dealt with.

        Textual's own way, from queue to queue, gives what was typed ahead to the screen that was on top when it came.
        """
        if isinstance(event, (events.Key, events.Paste)):
            self._typed.append(event)
            self.hand_on()
        else:
            await super().on_event(event)

    @property
    def is_busy(self) -> bool:
        """Whether something was typed that no screen has dealt with yet."""
        return bool(self._typed) or not (isinstance(self.screen, BaseScreen) and self.screen.is_ready)

    def hand_on(self) -> None:
        """Hands what was typed to the screen on top, as far as it is ready; the rest waits until it is."""
        if self._is_handing_on:
            return
        self._is_handing_on = True
        try:
            while self._typed and self._made and isinstance(self.screen, BaseScreen) and self.screen.is_ready:
                self.screen.receive(self._typed.popleft())
                self.keep_typing()
        finally:
            self._is_handing_on = False

    # -- what is typed and not saved ----------------------------------------------------------------------------------

    def keep_typing(self) -> None:
        """Keeps what is typed, on whatever screen, before it is drawn: what a person sees is never lost."""
        if self._unsaved is not None:
            self._keep(self._unsaved)
            self._offer(self._unsaved)

    def _keep(self, unsaved: Unsaved) -> None:
        screens = (screen for screen in (*self._made.values(), *self.screen_stack) if isinstance(screen, BaseScreen))
        cells = dict(cell for screen in screens for cell in screen.typed_cells())
        if self._session is not None:
            self._session.still_typed(cells)
        unsaved.keep(self._session, cells)

    def _offer(self, unsaved: Unsaved) -> None:
        """Offers what was left behind, one thing after the other, each when nothing else is being typed."""
        try:
            offer = unsaved.next_offer(self.store)
        except StoreProblem:
            return  # whatever it is, the screens say it themselves
        if offer is None:
            return
        from tthtcd_tui.screens.recover import RecoverScreen

        if not any(isinstance(screen, RecoverScreen) for screen in self.screen_stack):
            self.push_screen(RecoverScreen(offer))

    def settle(self, later: bool = False) -> None:
        if self._unsaved is not None:
            self._keep(self._unsaved)
            self._unsaved.settle(later)

    def greet(self, words: str) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.greeting = words
            if self.screen.is_ready:
                self.screen.say(words, good=True)

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
            return f"{self.glyphs.failed} CHƯA LƯU ĐƯỢC: {self._failed}", True
        if self.store.refusal or (self._session and self._session.read_only):
            return f"{self.glyphs.closed} Chỉ xem", False
        if typing:
            return f"{self.glyphs.typing} Đang nhập", False
        return f"{self.glyphs.saved} {self._state or 'Đã lưu'}", False
