"""The screens without a terminal: keys pressed one after the other, and what stands on the screen as plain text."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import date
from pathlib import Path

from rich.cells import cell_len
from rich.style import Style
from support.quiet_loop import QuietLoop
from support.sample_database import sample_database
from support.stores import stored
from support.terminal import PATIENCE
from textual import events
from textual.pilot import Pilot

from tthtcd_tui.app import TthtcdApp
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.tasks.session.edit_cells import Typed
from tthtcd_tui.tasks.session.first_year import first_session
from tthtcd_tui.tasks.session.saving import Saved
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.session.unsaved import Unsaved
from tthtcd_tui.terminal.bursts import Burst, messages_of
from tthtcd_tui.terminal.parser import SteadyParser
from tthtcd_tui.widgets.sheet import Sheet

USER = "canbo1"
TODAY = date(2021, 5, 20)
"""The day it is at the screens, towards the end of the sample's year."""
_MOST_SENT = 20_000
"""How often a test may type: more is a loop whose end never comes, and would hang the whole run."""
_CLOCK = re.compile(r"(Đã lưu|Lúc) \d\d:\d\d")


class Screens:
    """The app on one year. Each call returns when what it typed has been dealt with and drawn."""

    def __init__(
        self,
        store: Store,
        year: Year | None,
        pilot: Pilot[None],
        runner: asyncio.Runner,
        loop: QuietLoop,
        unsaved: Unsaved | None,
    ) -> None:
        self.store = store
        self.unsaved = unsaved
        self._year = year
        self._pilot = pilot
        self._runner = runner
        self.loop = loop
        self.settles = True
        """Whether it waits for what is drawn in a pause, too: what will be printed, the months of the log."""
        self._sent = 0
        self.keys = 0
        """How many keys `press` has pressed: what a task costs beyond its content, which `type` types."""

    @property
    def year(self) -> Year:
        """The year it was opened on."""
        assert self._year is not None, "it was opened on a database without years"
        return self._year

    # -- typing -------------------------------------------------------------------------------------------------------

    def send(self, *typed: str | events.Key | events.Paste) -> None:
        """Named keys, pastes, and keys that came before, in one go, as a slow line delivers them; it counts none."""
        self._send(events.Key(each, None) if isinstance(each, str) else each for each in typed)

    def press(self, *keys: str) -> None:
        """Named keys, as Textual names them, one after the other without waiting between them."""
        self.keys += len(keys)
        self._send(events.Key(key, key if len(key) == 1 else None) for key in keys)

    def lag(self, *keys: str) -> None:
        """Named keys that came together, on a busy machine: of each it is drawn what it does before the next is dealt
        with.
        """
        for event in [events.Key(key, key if len(key) == 1 else None) for key in keys]:
            self._send([event])

    def choose(self, words: str) -> None:
        """By arrows and Enter, the line of a list or a question that holds `words`."""
        lines = len(self.lines)
        while words not in self.cursor_line:
            self.press("down")
            lines -= 1
            assert lines, f"no line with {words!r}:\n{self.text}"
        self.press("enter")

    def agree(self) -> None:
        """Say yes to a question, which has been drawn."""
        self.press("right")
        assert "[Có]" in self.message, self.message
        self.press("enter")

    def type(self, text: str) -> None:
        """What is typed in, letter by letter."""
        self._send(events.Key(letter, letter) for letter in text)

    def paste(self, text: str) -> None:
        """One bracketed paste: terminals send a CR for the end of a line."""
        self._send([events.Paste(text.replace("\n", "\r"))])

    def burst(self, text: str) -> None:
        """One read of a terminal that sends no brackets."""
        typed = text.replace("\n", "\r")
        self._send([Burst(typed, [events.Key(letter, letter) for letter in typed])])

    def packet(self, text: str, enter: str = "\r") -> None:
        """One read of a terminal, as its bytes come: letters, control keys, what an input method sends; `enter` is what
        it has for «\\n».
        """
        read = messages_of(SteadyParser(), text.replace("\n", enter), lambda _: "")
        self._send([event for event in read if isinstance(event, events.Key | events.Paste)])

    def resize(self, columns: int, rows: int) -> None:
        self._runner.run(self._pilot.resize_terminal(columns, rows))
        self.pause()

    def do(self, action: Callable[[TthtcdApp], object]) -> None:
        """What a key somewhere would have the app do."""

        async def run() -> None:
            with self.app._context():
                action(self.app)

        self._runner.run(run())
        self.pause()

    def pause(self) -> None:
        """Until all that was typed has been dealt with and drawn."""
        self._runner.run(self._settle())

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Until `holds`, by what a timer, a thread or a colleague does."""
        until = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < until, self.text
            self._runner.run(asyncio.sleep(0.01))
            self.pause()

    async def _settle(self) -> None:
        until = time.monotonic() + PATIENCE
        await self._quiet()
        while len(self.app.workers) or self.app.keys.is_busy:
            assert time.monotonic() < until, self.text
            await self.app.workers.wait_for_complete()
            await self._draw()
        await self._draw()
        if self.settles and isinstance(self.app.screen, BaseScreen):
            with self.app._context():
                self.screen.settle()
            await self._draw()

    async def _draw(self) -> None:
        """Draw what has changed, without waiting for the clock that draws."""
        self.app.screen._on_timer_update()
        await self._quiet()

    async def _quiet(self) -> None:
        """Until nothing is left to do, which never comes once the app has ended: its clock then goes on."""
        quiet = asyncio.ensure_future(self.loop.quiet())
        while not quiet.done() and not self.app._exit:
            await asyncio.wait({quiet}, timeout=0.1)
        quiet.cancel()

    def wait_for(self, words: str) -> None:
        """Until `words` are on the screen."""
        self.wait_until(lambda: words in self.text)

    def _send(self, typed: Iterable[events.Key | events.Paste]) -> None:
        self._sent += 1
        assert self._sent < _MOST_SENT, f"a loop waits for what never comes:\n{self.text}"

        async def send() -> None:
            for event in typed:
                self.app.post_message(event)

        self._runner.run(send())
        self.pause()

    # -- looking ------------------------------------------------------------------------------------------------------

    @property
    def app(self) -> TthtcdApp:
        app = self._pilot.app
        assert isinstance(app, TthtcdApp)
        return app

    @property
    def screen(self) -> BaseScreen:
        screen = self.app.screen
        assert isinstance(screen, BaseScreen)
        return screen

    @property
    def lines(self) -> list[str]:
        """The screen as a person sees it; the time of the last saving is always 14:02."""
        width, height = self.app.size
        lines = ["".join(text for text, _ in strip) for strip in self.strips]
        assert len(lines) <= height
        assert all(cell_len(line) <= width for line in lines)
        return [_CLOCK.sub(r"\1 14:02", line).rstrip() for line in lines]

    @property
    def strips(self) -> list[list[tuple[str, Style]]]:
        """What is drawn, line by line, with its look: neighbours that look alike are one."""
        rows = self.screen._compositor.render_strips() if self.screen.is_ready else []
        return [[(segment.text, segment.style or Style.null()) for segment in strip.simplify()] for strip in rows]

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    def line(self, words: str) -> str:
        """The one line that holds `words`."""
        found = [line for line in self.lines if words in line]
        assert len(found) == 1, f"{words!r} is in {len(found)} lines of\n{self.text}"
        return found[0]

    @property
    def message(self) -> str:
        """The message line, wrapped or not."""
        return " ".join(line.strip() for line in self.lines[-1 - self._message_rows : -1]).strip()

    @property
    def _message_rows(self) -> int:
        return self.screen._message_line.size.height

    @property
    def title(self) -> str:
        return self.screen.title_words

    @property
    def sheet(self) -> Sheet:
        assert isinstance(self.screen, SheetScreen), self.screen
        return self.screen.sheet

    @property
    def at(self) -> str:
        """The place under the cursor of a sheet; nothing on a row that is no cell."""
        return str(self.sheet.place or "")

    @property
    def cursor_line(self) -> str:
        """The line of a sheet or a list that the cursor stands in."""
        here = self.app.services.glyphs.here
        found = [line for line in self.lines[2 : -1 - self._message_rows] if line.startswith((here, f"  {here}"))]
        assert len(found) == 1, self.text
        return found[0]

    # -- what is stored -----------------------------------------------------------------------------------------------

    def stored(self, place: str) -> str:
        """The answer as it would be typed."""
        return stored(self.store, self.year.report_id, place)

    def colleague(self, place: str, raw: str, user: str = "canbo2") -> None:
        """Somebody else saves something, through a database connection of their own."""
        store = Store(self.store.path)
        try:
            saving = Session(store, self.year, user).enter([Typed(place, raw)])
            assert isinstance(saving, Saved), saving
        finally:
            store.close()

    @property
    def changes(self) -> int:
        """How many changes the report has seen."""
        return self.store.revision(self.year.report_id)


@contextmanager
def opened(
    folder: Path,
    columns: int = 80,
    rows: int = 24,
    *,
    path: Location | None = None,
    ascii_only: bool = False,
    drafts: Path | None = None,
    user: str = "",
    as_started: bool = False,
) -> Iterator[Screens]:
    """The app on the newest year of the sample database, or of the one at `path`; without a year, on making one.

    `drafts` is where it keeps what is not saved; `user` has signed in, else nobody and it is USER who types.
    `as_started`: on the year, or none, that a start of theirs opens.
    """
    store, who = Store(path or sample_database(folder), user), user or USER
    year = max(store.years.all(), key=lambda year: year.period.end, default=None)
    session = Session(store, year, who) if year else None
    if as_started:
        session, _ = first_session(store, None, who)
    unsaved = Unsaved(drafts, who, store.path) if drafts else None
    app = TthtcdApp(store, who, session, ascii_only=ascii_only, unsaved=unsaved)
    app.clock = lambda: TODAY
    with asyncio.Runner(loop_factory=QuietLoop) as runner:
        loop = runner.get_loop()
        assert isinstance(loop, QuietLoop)
        stack = AsyncExitStack()
        stack.enter_context(loop.keeps_time())
        try:
            pilot = runner.run(stack.enter_async_context(app.run_test(size=(columns, rows))))
            screens = Screens(store, year, pilot, runner, loop, unsaved)
            screens.pause()
            yield screens
        finally:
            runner.run(stack.aclose())
            store.close()
            if unsaved is not None:
                unsaved.close()
