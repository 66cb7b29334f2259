"""What an app on the lean renderer sends, seen by a driver that keeps it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual import messages
from textual.app import ComposeResult
from textual.driver import Driver
from textual.widgets import Input, Static

from tthtcd_tui.terminal.private_app import PrivateApp

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
SIZE = (80, 24)
PATIENCE = 30.0


class KeepingDriver(Driver):
    """A terminal that remembers what it was sent."""

    sent = ""

    def write(self, data: str) -> None:
        self.sent += data

    def start_application_mode(self) -> None: ...

    def stop_application_mode(self) -> None: ...

    def disable_input(self) -> None: ...


class Shown(PrivateApp):
    def __init__(self) -> None:
        super().__init__()
        self.driver_class = KeepingDriver

    def compose(self) -> ComposeResult:
        yield Static("dòng chữ " * 160, id="words")
        yield Input("so: ", select_on_focus=False)

    @property
    def driver(self) -> KeepingDriver:
        assert isinstance(self._driver, KeepingDriver)
        return self._driver

    def take_sent(self) -> str:
        sent, self.driver.sent = self.driver.sent, ""
        return sent


def shown(look: Callable[[Shown], Awaitable[None]]) -> None:
    """Runs an app as on a terminal, not headless, and `look` beside it."""

    async def run() -> None:
        app = Shown()
        running = asyncio.create_task(app.run_async(size=SIZE))
        try:
            await drawn(app)
            await look(app)
        finally:
            app.exit()
            await running

    asyncio.run(run())


async def drawn(app: Shown) -> None:
    await asyncio.sleep(0)
    async with asyncio.timeout(PATIENCE):
        while not app.is_running or app._driver is None or "so:" not in app.driver.sent:
            await asyncio.sleep(0.01)


async def until_sent(app: Shown, words: str) -> str:
    async with asyncio.timeout(PATIENCE):
        while words not in app.driver.sent:
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    return app.take_sent()


def test_a_letter_is_a_few_bytes_also_in_a_stock_widget() -> None:
    async def look(app: Shown) -> None:
        app.take_sent()
        app.query_one(Input).insert_text_at_cursor("7")
        assert len(await until_sent(app, "7")) < 100

    shown(look)


def test_the_whole_is_sent_again_when_asked_for_and_shown_at_once_where_the_terminal_can() -> None:
    async def look(app: Shown) -> None:
        app.post_message(messages.TerminalSupportsSynchronizedOutput())
        await asyncio.sleep(0.05)
        app.take_sent()
        app.query_one(Input).insert_text_at_cursor("8")
        assert BEGIN not in await until_sent(app, "8"), "a few bytes arrive at once anyway"
        app.force_redraw()
        sent = await until_sent(app, END)
        assert sent.startswith(BEGIN)
        assert "dòng chữ" in sent
        assert "so: 8" in sent

    shown(look)


def test_textual_draws_as_it_always_does_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHTCD_DRAW", "whole")

    async def look(app: Shown) -> None:
        app.take_sent()
        app.query_one(Input).insert_text_at_cursor("7")
        assert len(await until_sent(app, "7")) > 100

    shown(look)


def test_what_is_batched_is_drawn_together() -> None:
    async def look(app: Shown) -> None:
        app.take_sent()
        with app.batch_update():
            app.query_one("#words", Static).update("một")
            await asyncio.sleep(0.1)
            assert "một" not in app.driver.sent
            app.query_one(Input).insert_text_at_cursor("7")
        assert "7" in await until_sent(app, "một")

    shown(look)


def test_a_stopped_program_that_goes_on_sends_the_whole() -> None:
    async def look(app: Shown) -> None:
        app.take_sent()
        app._resume_signal()
        app.screen.refresh()
        assert "dòng chữ" in await until_sent(app, "so: ")

    shown(look)


def test_no_order_about_the_pointer_is_sent() -> None:
    async def look(app: Shown) -> None:
        app.take_sent()
        app._set_pointer_shape("text")
        app.query_one(Input).insert_text_at_cursor("7")
        assert "\x1b]22" not in await until_sent(app, "7")

    shown(look)
