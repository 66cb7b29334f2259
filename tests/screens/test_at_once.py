"""What a key changes is drawn at once; what follows on its heels waits for a clock, which hardly ever beats here."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.screens import Screens, opened
from textual import events
from textual import screen as textual_screen
from textual.geometry import Size

from tthtcd_tui.screens.at_once import AtOnceScreen

HARDLY_EVER = 3600.0
A_BEAT = 1 / 60


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[AtOnceScreen]:
    """Each drawing, by the screen that drew."""
    monkeypatch.setattr(textual_screen, "UPDATE_PERIOD", HARDLY_EVER)
    draw = AtOnceScreen._on_timer_update
    drawings: list[AtOnceScreen] = []

    def counted(screen: AtOnceScreen) -> None:
        if screen._has_changed:
            drawings.append(screen)
        draw(screen)

    monkeypatch.setattr(AtOnceScreen, "_on_timer_update", counted)
    return drawings


@pytest.fixture
def screens(tmp_path: Path, drawn: list[AtOnceScreen]) -> Iterator[Screens]:
    assert drawn == []
    with opened(tmp_path) as screens:
        yield screens


def press(screens: Screens, *keys: str) -> None:
    """Without Pilot, which would draw when it has waited."""

    async def send() -> None:
        for key in keys:
            screens.app.post_message(events.Key(key, None))
        await asyncio.sleep(0.1)

    screens._runner.run(send())


def test_a_key_is_drawn_without_a_clock(screens: Screens, drawn: list[AtOnceScreen]) -> None:
    time.sleep(A_BEAT)
    drawn.clear()
    press(screens, "down")
    assert drawn == [screens.screen]


def test_keys_in_one_packet_are_not_drawn_one_by_one(screens: Screens, drawn: list[AtOnceScreen]) -> None:
    time.sleep(A_BEAT)
    drawn.clear()
    press(screens, *["down"] * 50)
    assert 1 <= len(drawn) < 10


def test_a_size_that_is_out_of_date_lays_nothing_out(screens: Screens, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[Size] = []
    monkeypatch.setattr(screens.screen, "_refresh_layout", laid_out.append)
    for size in (Size(60, 20), screens.app.size):
        screens.screen._screen_resized(size)
    assert laid_out == [screens.app.size]
