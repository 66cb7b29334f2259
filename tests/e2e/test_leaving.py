"""How the program leaves a terminal, and what it does when the window changes."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress
from pathlib import Path

import pytest
from support.live import OVERVIEW, Live
from support.matrix import every
from support.output import foreign
from support.sample_database import sample_database


@pytest.mark.parametrize(
    "keys", every(4, [("4", "enter", "7"), (), ("f3", "abc"), ("ctrl+g", "9")]), ids=["typing", "", "search", "palette"]
)
def test_ctrl_q_saves_and_leaves_the_terminal_as_it_was(live: Live, keys: tuple[str, ...]) -> None:
    before = live.modes_before
    assert live.modes != before
    assert live.switched_on() >= {25, 1049, 2004}
    live.press(*keys, "ctrl+q")
    assert live.wait_exit() == 0
    assert live.switched_on() == set()
    assert live.modes == before
    assert foreign(bytes(live.raw)) == [], (
        "of keys, focus, size and wrapping nothing is asked: a cut line could not take it back"
    )
    if "7" in keys:
        assert live.stored("results/xoa_mu_chu/classes") == "7"


def wait_drawn(live: Live, columns: int, rows: int) -> None:
    """Until the head ends at the right edge and the keys stand in the last line."""

    def hold() -> bool:
        head, *_, last = live.lines[:rows]
        is_head = "phường Mạo Khê" in head and "2020-2021" in head and len(head) == columns - 1
        return is_head and "F8 Chỗ cần sửa" in last

    live.wait_until(hold)


def test_a_window_of_another_size_is_drawn_anew_and_what_is_typed_stays(live: Live) -> None:
    live.press("4", "enter", "77")
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


def test_a_line_cut_at_any_moment_leaves_what_no_program_can_avoid(live: Live) -> None:
    """G22: the other screen, bracketed paste and a hidden cursor, which `reset` brings back; nothing that types."""
    live.press("4", "enter", "7", "f9", "pagedown")
    live.wait_for("XEM TRƯỚC")
    live.rest()
    os.kill(live.pid, signal.SIGKILL)
    assert live.wait_exit() == -signal.SIGKILL
    assert live.switched_on() <= {25, 1049, 2004}


@pytest.mark.long
def test_a_window_that_claims_to_be_enormous_costs_no_more_than_a_large_one(live: Live) -> None:
    """G16: 65,535 columns and lines would be four thousand million cells."""
    live.press("4", "enter")
    live.wait_for("KẾT QUẢ HOẠT ĐỘNG")
    live.rest()
    before = peak_memory(live.pid)
    live.press("7")
    live._set_size(65_535, 65_535)
    live.press("8")
    live.rest()
    live.press("enter", "f1", "esc")
    live.wait_stored({"results/xoa_mu_chu/classes": "78"})
    assert peak_memory(live.pid) - before < 64 * 1024


@pytest.mark.long
def test_a_paste_without_end_costs_no_more_than_a_long_one(live: Live) -> None:
    """G16: 20 MB, of which nothing is taken; what is typed behind it is."""
    live.press("4", "enter")
    live.wait_for("KẾT QUẢ HOẠT ĐỘNG")
    live.rest()
    before = peak_memory(live.pid)
    data = b"\x1b[200~" + b"mot dong chu dai " * 1_200_000 + b"\x1b[201~"
    sent = 0
    while sent < len(data):
        select.select([], [live._ours], [], 1)
        with suppress(BlockingIOError):
            sent += os.write(live._ours, data[sent : sent + 65_536])
    live.wait_for("chưa dán gì")
    assert peak_memory(live.pid) - before < 64 * 1024
    live.press("78", "enter")
    live.wait_stored({"results/xoa_mu_chu/classes": "78"})


def peak_memory(pid: int) -> int:
    """In kB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0])
