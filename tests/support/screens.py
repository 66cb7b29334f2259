"""The screens without a terminal: keys pressed one after the other, and what stands on the screen as plain text."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

from rich.cells import cell_len
from rich.style import Style
from support.sample_database import sample_database
from support.stores import stored
from textual import events
from textual.pilot import Pilot

from tthtcd_tui.app import TthtcdApp
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.section import SheetScreen
from tthtcd_tui.tasks.edit_cells import Typed
from tthtcd_tui.tasks.session import Saved, Session
from tthtcd_tui.tasks.unsaved import Unsaved
from tthtcd_tui.widgets.sheet import Sheet

USER = "canbo1"
_CLOCK = re.compile(r"(Đã lưu|Lúc) \d\d:\d\d")


class Screens:
    """The app on one year. Each call returns when what it typed has been dealt with and drawn."""

    def __init__(self, store: Store, year: Year | None, pilot: Pilot[None], runner: asyncio.Runner) -> None:
        self.store = store
        self._year = year
        self._pilot = pilot
        self._runner = runner
        self.keys = 0
        """How many keys `press` has pressed: what a task costs beyond its content, which `type` types."""

    @property
    def year(self) -> Year:
        """The year it was opened on."""
        assert self._year is not None, "it was opened on a database without years"
        return self._year

    # -- typing -------------------------------------------------------------------------------------------------------

    def send(self, *typed: str | events.Paste) -> None:
        """Named keys and pastes in one go, as a slow line delivers them; it counts none."""
        self._send(each if isinstance(each, events.Paste) else events.Key(each, None) for each in typed)

    def press(self, *keys: str) -> None:
        """Named keys, as Textual names them, one after the other without waiting between them."""
        self.keys += len(keys)
        self._send(events.Key(key, key if len(key) == 1 else None) for key in keys)

    def type(self, text: str) -> None:
        """What is typed in, letter by letter."""
        self._send(events.Key(letter, letter) for letter in text)

    def paste(self, text: str) -> None:
        """One bracketed paste: terminals send a CR for the end of a line."""
        self._send([events.Paste(text.replace("\n", "\r"))])

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
        self._runner.run(self._pilot.pause())
        while self.app.is_busy:
            self._runner.run(self._pilot.pause())
        self._runner.run(self._pilot.pause())

    def _send(self, typed: Iterable[events.Key | events.Paste]) -> None:
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
        return " ".join(line.strip() for line in self.lines[-3:-1]).strip()

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
        here = self.app.glyphs.here
        found = [line for line in self.lines[2:-3] if line.startswith((here, f"  {here}"))]
        assert len(found) == 1, self.text
        return found[0]

    # -- what is stored -----------------------------------------------------------------------------------------------

    def stored(self, place: str) -> str:
        """The answer as it would be typed."""
        return stored(self.store, self.year.report, place)

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
        return self.store.revision(self.year.report)


@contextmanager
def opened(
    folder: Path,
    columns: int = 80,
    rows: int = 24,
    *,
    path: Path | None = None,
    ascii_only: bool = False,
    drafts: Path | None = None,
) -> Iterator[Screens]:
    """The app on the newest year of the sample database, or of the one at `path`; without a year, on making one.

    `drafts` is where it keeps what is not saved.
    """
    store = Store(path or sample_database(folder))
    year = max(store.years(), key=lambda year: year.period.end, default=None)
    session = Session(store, year, USER) if year else None
    unsaved = Unsaved(drafts, USER, store.path) if drafts else None
    app = TthtcdApp(store, USER, session, ascii_only=ascii_only, unsaved=unsaved)
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        try:
            pilot = runner.run(stack.enter_async_context(app.run_test(size=(columns, rows))))
            runner.run(pilot.pause())
            yield Screens(store, year, pilot, runner)
        finally:
            runner.run(stack.aclose())
            store.close()
            if unsaved is not None:
                unsaved.close()
