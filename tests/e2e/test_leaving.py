"""How the program leaves a terminal, and what it does when the window changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.live import OVERVIEW, Live
from support.sample_database import sample_database


@pytest.mark.parametrize(
    "keys", [(), ("4", "7"), ("f3", "abc"), ("ctrl+g", "9")], ids=["", "typing", "search", "palette"]
)
def test_ctrl_q_saves_and_leaves_the_terminal_as_it_was(live: Live, keys: tuple[str, ...]) -> None:
    before = live.modes_before
    assert live.modes != before
    assert live.switched_on() >= {25, 1049, 2004}
    live.press(*keys, "ctrl+q")
    assert live.wait_exit() == 0
    assert live.switched_on() == set()
    assert live.modes == before
    assert live.raw.count(b"\x1b[>") == live.raw.count(b"\x1b[<u") == 1  # the keyboard is as it was
    if "7" in keys:
        assert live.stored("results/xoa_mu_chu/classes") == "7"


def wait_drawn(live: Live, columns: int, rows: int) -> None:
    """Until the first line ends at the right edge and the keys stand in the last one."""
    live.wait_until(lambda: len(live.lines[0]) == columns - 1 and "F8 Chỗ cần sửa" in live.lines[rows - 1])


def test_a_window_of_another_size_is_drawn_anew_and_what_is_typed_stays(live: Live) -> None:
    live.press("4", "77")
    live.wait_for("Đang nhập")
    for columns, rows in ((120, 40), (60, 20), (200, 24), (80, 12), (80, 24)):
        live.resize(columns, rows)
        wait_drawn(live, columns, rows)
        assert "Đang nhập" in live.lines[0]
        assert len([line for line in live.lines if "> " in line and " 77 " in f"{line} "]) == 1
    live.press("enter")
    live.wait_stored({"results/xoa_mu_chu/classes": "77"})


def test_a_screen_below_has_the_new_size_too(tmp_path: Path) -> None:
    with Live(sample_database(tmp_path)) as live:
        live.wait_for(OVERVIEW)
        live.press("4", "f1")
        live.wait_for("TRỢ GIÚP")
        live.resize(100, 30)
        live.wait_until(lambda: len(live.lines[0]) == 99)
        live.press("esc")
        live.wait_for("4 KẾT QUẢ")
        wait_drawn(live, 100, 30)
