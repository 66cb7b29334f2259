"""Every way a terminal can go away: what stood on the screen is kept, the program is gone, the terminal is restored.

Promises G2, G3 and G4, without a network; `test_ssh.py` drops real connections.
"""

from __future__ import annotations

import os
import signal
import subprocess
import termios
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.desk import NUMBER, OFFERED, PROSE, Desk, open_cell, open_prose, type_slowly
from support.drafts import TYPED
from support.matrix import LONG, every

from tthtcd_tui.recovery.handover import HeldDraft, held_drafts
from tthtcd_tui.recovery.spool import Spool, locks_of

WORDS = "Trung tâm đã mở thêm ba lớp xóa mù chữ"
IGNORING_HUP = ("/bin/sh", "-c", 'trap "" HUP; "$@"; exit $?', "wrapper")
ANOTHER_SESSION = ("/usr/bin/setsid", "--wait")


@pytest.mark.parametrize("number", every(2, [signal.SIGHUP, signal.SIGTERM]), ids=lambda number: number.name)
def test_a_signal_ends_it_with_every_letter_on_disk(desk: Desk, number: signal.Signals) -> None:
    with desk.terminal() as terminal:
        before = termios.tcgetattr(terminal._ours)
        open_prose(terminal)
        assert termios.tcgetattr(terminal._ours) != before
        terminal.type(WORDS)
        terminal.wait_for(WORDS)
        os.kill(desk.program(), number)
        assert terminal.wait_exit() == 128 + number
        assert desk.kept() == {PROSE: WORDS}
        assert termios.tcgetattr(terminal._ours) == before
        terminal.wait_for("Chương trình đã bị ngắt. Phần đang gõ")
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
        assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l")


def test_nothing_typed_leaves_nothing_behind(desk: Desk) -> None:
    with desk.terminal() as terminal:
        open_cell(terminal)
        terminal.type("12")
        terminal.wait_for("12  ")
        desk.wait_kept({NUMBER: "12"})
        terminal.press("enter")
        terminal.wait_for("Đã lưu ")
        os.kill(desk.program(), signal.SIGTERM)
        assert terminal.wait_exit() == 128 + signal.SIGTERM
    assert list((desk.state / "tthtcd" / "chua-luu").iterdir()) == []


@pytest.mark.parametrize(
    "wrapper",
    [
        pytest.param((), id="the program alone"),
        pytest.param(IGNORING_HUP, id="a wrapper that ignores the hangup", marks=LONG),
        pytest.param(ANOTHER_SESSION, id="a session of its own that no hangup reaches", marks=LONG),
    ],
)
def test_a_closed_terminal_ends_it_with_every_letter_on_disk(desk: Desk, wrapper: tuple[str, ...]) -> None:
    with desk.terminal(*wrapper) as terminal:
        open_prose(terminal)
        terminal.type(WORDS)
        terminal.wait_for(WORDS)
        terminal.hang_up()
        desk.wait_gone()
        assert desk.kept() == {PROSE: WORDS}


@LONG
def test_a_terminal_that_takes_nothing_is_left_with_every_letter_on_disk(desk: Desk) -> None:
    """Its reader is frozen: what the program draws stays in the pty until it is full and the program stands still."""
    with desk.terminal() as terminal:
        open_prose(terminal)
        terminal.type(WORDS)
        terminal.wait_for(WORDS)
        for columns in (81, 80) * 50:  # drawn anew each time, many times what the pty holds
            terminal._set_size(columns, 24)
            time.sleep(0.05)
        desk.wait_gone(patience=3)
        assert desk.kept() == {PROSE: WORDS}
        terminal.allow_torn_letter()  # the pty was full in the midst of what was drawn
        terminal.wait_for("Chương trình đã bị ngắt.")  # once it is read again


def test_killed_outright_it_loses_a_few_letters_at_most(desk: Desk) -> None:
    with desk.terminal() as terminal:
        open_prose(terminal)
        type_slowly(terminal, WORDS)
        os.kill(desk.program(), signal.SIGKILL)
        terminal.wait_exit()
        kept = desk.kept()[PROSE]
        assert WORDS.startswith(kept)
        assert len(WORDS) - len(kept) <= 20


def test_an_interrupt_costs_nothing(desk: Desk) -> None:
    with desk.terminal() as terminal:
        open_cell(terminal)
        terminal.type("54")
        terminal.wait_for("54")
        os.kill(desk.program(), signal.SIGINT)
        terminal.press("ctrl+c")
        terminal.type("321")
        terminal.wait_for("54321")


def test_it_is_offered_at_the_next_start_and_goes_on_being_typed(desk: Desk) -> None:
    with desk.terminal() as terminal:
        open_cell(terminal)
        terminal.type("54321")
        terminal.wait_for("54321")
        os.kill(desk.program(), signal.SIGHUP)
        terminal.wait_exit()
    with desk.terminal() as terminal:
        terminal.wait_for(OFFERED)
        terminal.wait_for("54321")
        terminal.press("enter", "backspace", "0", "enter")
        terminal.wait_for("54.320")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert desk.kept() == {}
    with desk.terminal() as terminal:
        terminal.wait_for("TỔNG QUAN")
        assert OFFERED not in terminal.text


@LONG
def test_what_is_being_typed_elsewhere_is_not_offered(desk: Desk) -> None:
    with desk.terminal() as first, desk.terminal() as second:
        open_cell(first)
        first.type("54321")
        desk.wait_kept({NUMBER: "54321"})
        second.wait_for("TỔNG QUAN")
        second.press("ctrl+q")
        assert second.wait_exit() == 0
        with desk.terminal() as third:
            third.wait_for("Esc: để nguyên")
            third.press("x", "esc")
            third.wait_for("TỔNG QUAN")
            assert OFFERED not in third.text
        first.type("0")
        first.wait_for("543210")


@LONG
@pytest.mark.parametrize("stopped", [False, True], ids=["answers", "has to be killed"])
def test_another_window_takes_it_over_when_asked(desk: Desk, stopped: bool) -> None:
    with desk.terminal() as first:
        open_cell(first)
        first.type("54321")
        desk.wait_kept({NUMBER: "54321"})
        held = desk.program()
        if stopped:
            os.kill(held, signal.SIGSTOP)
        with desk.terminal() as second:
            second.wait_for("Esc: để nguyên")
            second.press("enter")
            second.wait_for(OFFERED)
            assert desk.program() != held
            second.press("enter", "enter")
            second.wait_for("54.321")
            second.press("ctrl+q")
            assert second.wait_exit() == 0
    assert desk.kept() == {}


@LONG
def test_one_whose_terminal_is_gone_is_taken_over_at_once(desk: Desk) -> None:
    """Its guard would have ended it: it was stopped before it could."""
    with desk.terminal() as first:
        open_cell(first)
        first.type("54321")
        desk.wait_kept({NUMBER: "54321"})
        os.kill(desk.program(), signal.SIGSTOP)
        first.hang_up()
        with desk.terminal() as second:
            second.wait_for(OFFERED)
            assert "đang giữ phần gõ dở" not in second.text


def test_a_process_that_does_not_hold_the_lock_is_left_alone(tmp_path: Path) -> None:
    """A number in a file is nobody's death warrant."""
    database = tmp_path / "a.db"
    spool = Spool(tmp_path, "lan", database)
    spool.write(TYPED)
    (lock,) = locks_of(tmp_path, "lan", database)
    with subprocess.Popen(["sleep", "60"]) as other:
        lock.write_text(f"{other.pid} 0\n", encoding="utf-8")
        assert list(held_drafts(tmp_path, "lan", database)) == []
        assert not HeldDraft(lock, other.pid, datetime.now(UTC)).take_over()
        assert other.poll() is None
        other.kill()
    spool.close()
