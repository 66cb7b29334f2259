"""What Textual offers a developer, our app does not have."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tthtcd_tui.plain_app import PlainApp


def test_there_is_no_way_to_a_picture_a_file_or_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    async def look() -> None:
        app = PlainApp()
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
