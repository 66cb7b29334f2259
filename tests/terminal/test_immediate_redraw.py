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
from textual._compositor import Compositor, LayoutUpdate
from textual.geometry import Size

from tthtcd_tui.app import TthtcdApp
from tthtcd_tui.terminal.immediate_redraw import ImmediateRedrawScreen

HARDLY_EVER = 3600.0
A_BEAT = 1 / 60


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[ImmediateRedrawScreen]:
    """Each drawing, by the screen that drew."""
    monkeypatch.setattr(textual_screen, "UPDATE_PERIOD", HARDLY_EVER)
    draw = ImmediateRedrawScreen._on_timer_update
    drawings: list[ImmediateRedrawScreen] = []

    def counted(screen: ImmediateRedrawScreen) -> None:
        if screen._has_changed:
            drawings.append(screen)
        draw(screen)

    monkeypatch.setattr(ImmediateRedrawScreen, "_on_timer_update", counted)
    return drawings


@pytest.fixture
def screens(tmp_path: Path, drawn: list[ImmediateRedrawScreen]) -> Iterator[Screens]:
    assert drawn == []
    with opened(tmp_path) as screens:
        yield screens


def press(screens: Screens, *keys: str) -> None:
    """Without `pause`, which would draw what is not drawn yet."""

    async def send() -> None:
        for key in keys:
            screens.app.post_message(events.Key(key, None))
        await screens.loop.quiet()

    screens._runner.run(send())


def test_a_key_is_drawn_without_a_clock(screens: Screens, drawn: list[ImmediateRedrawScreen]) -> None:
    time.sleep(A_BEAT)
    drawn.clear()
    press(screens, "down")
    assert drawn == [screens.screen]


def test_keys_in_one_packet_are_not_drawn_one_by_one(screens: Screens, drawn: list[ImmediateRedrawScreen]) -> None:
    time.sleep(A_BEAT)
    drawn.clear()
    press(screens, *["down"] * 50)
    assert 1 <= len(drawn) < 10


@pytest.fixture
def laid_out(screens: Screens, monkeypatch: pytest.MonkeyPatch) -> list[Size]:
    """Each size that the screen is laid out for."""
    sizes: list[Size] = []
    lay_out = screens.screen._refresh_layout

    def counted(size: Size | None = None, scroll: bool = False) -> None:
        sizes.append(screens.app.size if size is None else size)
        lay_out(size, scroll)

    monkeypatch.setattr(screens.screen, "_refresh_layout", counted)
    return sizes


def test_a_size_that_is_out_of_date_lays_nothing_out(screens: Screens, laid_out: list[Size]) -> None:
    screens.screen._screen_resized(Size(60, 20))
    assert laid_out == []


def test_a_size_that_it_has_lays_nothing_out_again(screens: Screens, laid_out: list[Size]) -> None:
    screens.screen._screen_resized(screens.app.size)
    assert laid_out == []
    screens.resize(60, 20)
    assert set(laid_out) == {Size(60, 20)}


def test_a_new_screen_is_painted_once_it_has_something_to_show(
    screens: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    paint = Compositor.render_full_update

    def counted(compositor: Compositor, simplify: bool = False) -> LayoutUpdate:
        update = paint(compositor, simplify)
        painted.append("".join(strip.text for line in update.strips for strip in line))
        return update

    monkeypatch.setattr(Compositor, "render_full_update", counted)
    screens.press("1")
    assert painted
    assert all("ĐẶC ĐIỂM" in each for each in painted)


def test_keys_on_their_way_are_dealt_with_before_a_new_screen_is_painted(
    screens: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever typed them has not seen it, and it may ask whether they have."""
    screen, painted = screens.screen, []
    screen._has_something_to_show = False
    with monkeypatch.context() as typed_ahead:
        typed_ahead.setattr(TthtcdApp, "message_queue_size", 1)
        screen.before_drawing(lambda: painted.append(True))
        screen._on_timer_update()
        assert painted == []
    screens.pause()
    assert painted == [True]


def test_what_is_to_be_made_before_drawing_is_made_once_and_what_it_asks_for_too(screens: Screens) -> None:
    made: list[str] = []
    screen = screens.screen

    def first() -> None:
        made.append("first")
        screen.before_drawing(second)

    def second() -> None:
        made.append("second")

    for _ in range(3):
        screen.before_drawing(first)
    assert made == []
    screens.pause()
    assert made == ["first", "second"]


def test_what_follows_a_drawing_is_done_once_when_the_terminal_has_it(
    screens: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    screen = screens.screen
    monkeypatch.setattr(screens.app, "_display", lambda *_: done.append("drawn"))
    screen.after_drawing(lambda: done.append("followed"))
    for _ in range(2):
        screens.do(lambda _: screen.refresh())
    assert done[:2] == ["drawn", "followed"]
    assert "drawn" in done[2:]
    assert "followed" not in done[2:]


def test_what_comes_within_a_beat_is_drawn_by_the_clock(tmp_path: Path) -> None:
    with opened(tmp_path) as screens:
        made: list[None] = []

        async def twice() -> None:
            for _ in range(2):
                screens.screen.before_drawing(lambda: made.append(None))
                await asyncio.sleep(0.001)
            await asyncio.sleep(10 * A_BEAT)

        screens._runner.run(twice())
        assert len(made) == 2
