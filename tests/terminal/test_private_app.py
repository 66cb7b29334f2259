"""What Textual offers a developer, our app does not have."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.widgets import Static

from tthtcd_tui.terminal.private_app import PrivateApp


def test_there_is_no_way_to_a_picture_a_file_or_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    async def look() -> None:
        app = PrivateApp()
        async with app.run_test() as pilot:
            for action in ("screenshot", "app.screenshot('a.svg')", "suspend_process", "command_palette"):
                await app.run_action(action)
            assert app.deliver_screenshot() is None
            assert app.deliver_text("a.txt") is None
            assert app.deliver_binary("a.bin") is None
            with pytest.raises(NotImplementedError):
                app.save_screenshot("a.svg")
            await pilot.press("ctrl+p", "ctrl+c", "ctrl+q")
            await pilot.pause()
            assert len(app.screen_stack) == 1
            assert app.is_running

    asyncio.run(look())
    assert list(tmp_path.rglob("*.svg")) == []


class Faulty(PrivateApp):
    """Has a secret in a local variable when it fails."""

    def compose(self) -> ComposeResult:
        yield Static("chữ")

    def fail(self) -> None:
        secret = "so-can-cuoc-022123456789"
        raise ValueError(secret)


def test_a_fault_ends_it_without_a_word_and_is_told_to_whoever_started_it(capfd: pytest.CaptureFixture[str]) -> None:
    async def run() -> PrivateApp:
        app = Faulty()
        app.call_later(app.fail)
        await app.run_async(headless=True)
        return app

    app = asyncio.run(run())
    assert isinstance(app.crash, ValueError)
    assert app.return_code == 1
    said = capfd.readouterr()
    assert "022123456789" not in said.out + said.err
    assert "Traceback" not in said.out + said.err


def test_a_panic_ends_it_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    async def run() -> PrivateApp:
        app = Faulty()
        app.call_later(app.panic, "so-can-cuoc-022123456789")
        await app.run_async(headless=True)
        return app

    app = asyncio.run(run())
    assert app.crash is not None
    assert app.return_code == 1
    said = capfd.readouterr()
    assert "022123456789" not in said.out + said.err


def test_no_box_comes_over_a_screen() -> None:
    async def look() -> None:
        app = Faulty()
        async with app.run_test() as pilot:
            app.query_one(Static).tooltip = "hộp"
            app.notify("hộp")
            await pilot.hover(Static)
            await pilot.pause()
            assert not app.screen.query("Toast")
            assert not app.screen.query("Tooltip")

    asyncio.run(look())
