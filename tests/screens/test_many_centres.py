"""A province's list of centres: opened, gone through and looked in, it costs what a list of few costs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.province import make_province
from support.screens import Screens, opened
from support.sent import Sent

FEW, MANY = 25, 150
WINDOW = 40
MOST_BYTES = 4_000
"""upward.md's sizes to hold."""


@pytest.fixture(params=[FEW, MANY])
def province(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Screens, int]]:
    make_province(tmp_path / "a.db", request.param, 2)
    with opened(tmp_path, path=tmp_path / "a.db") as screens:
        yield screens, request.param


def test_what_is_drawn_and_held_does_not_grow_with_their_number(province: tuple[Screens, int]) -> None:
    screens, communes = province
    sent = Sent(screens)
    screens.press("end", "enter")
    assert f"{communes} trung tâm, {communes * 2} năm" in screens.lines[1]
    drawn = [len(sent.draw())]
    for letter in "an binh":
        screens.type(letter)
        drawn.append(len(sent.draw()))
    assert "Tìm: an binh" in screens.text
    screens.press("escape")
    drawn.append(len(sent.draw()))
    for key in ("end", "home"):
        screens.press(key)
        drawn.append(len(sent.draw()))
    assert max(drawn) <= MOST_BYTES
    assert len(screens.app.screen.menu._entries) <= WINDOW + 10  # type: ignore[attr-defined]
