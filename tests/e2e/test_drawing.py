"""After any keys, the terminal shows just what a program that sends every line anew would have it show."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from support.live import OVERVIEW, Live
from support.matrix import every
from support.sample_database import sample_database

from tthtcd_tui.screens.sheet_screen import SheetScreen

KEYS = (
    *("up", "down", "down", "left", "right", "tab", "enter", "enter", "shift+tab", "pagedown", "pageup", "home", "end"),
    *("1", "2", "7", "Tiếng ", "ế", "e\u0302\u0301", "世界", "-", "{dan_so}", "backspace", "delete", "esc", "f2", "f4"),
    *("f3", "f6", "f8", "f9", "ctrl+g", "ctrl+z", "ctrl+y", "ctrl+d", "ctrl+o", "f1", "f5"),
)


@pytest.mark.parametrize("seed", every(2, [1, 2]))
def test_what_stands_there_is_what_is_drawn_anew(tmp_path: Path, seed: int) -> None:
    typing = random.Random(seed)
    with Live(sample_database(tmp_path)) as live:
        live.wait_for(OVERVIEW)
        live.wait_for("theo tháng")
        for number in range(6):
            if number == 4:
                live.resize(100, 30)
            live.press(*typing.choices(KEYS, k=20), "right")  # nothing that is waited for after an Esc
            live.rest()
            time.sleep(2 * SheetScreen.REST_SECONDS)  # what waits for a pause is drawn, too
            live.rest()
            stands = live.letters()
            columns, rows = len(stands[0]), len(stands)
            live.resize(columns + 1, rows)
            live.rest()
            live.resize(columns, rows)
            live.rest()
            drawn = live.letters()
            assert live.is_running
            # The two lines above the keys hold what was said last, those above them what will be printed, in a pause.
            assert stands[:-5] + stands[-1:] == drawn[:-5] + drawn[-1:], live.text
