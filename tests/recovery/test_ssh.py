"""A real sshd, a real ssh client in a terminal, and every way the line between them can drop: G2, G3 and G4."""

from __future__ import annotations

import os
import random
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

import pytest
from support import black_hole
from support.desk import NUMBER, OFFERED, PROSE, USER, Desk, open_cell, open_prose
from support.matrix import LONG
from support.soak import FIGURES, rounds
from support.ssh_server import SshServer, why_not
from support.terminal import Terminal

from tthtcd_tui.cli import main
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

pytestmark = [LONG, pytest.mark.skipif(bool(why_not()), reason=why_not())]

WORDS: Final = "Trung tâm đã mở thêm ba lớp xóa mù chữ cho bà con ở khu Vĩnh Thông và khu Vĩnh Quang trong năm học này"
IGNORING_HUP: Final = ("/bin/sh", "-c", 'trap "" HUP; "$@"; exit $?', "wrapper")
ANOTHER_SESSION: Final = ("/usr/bin/setsid", "--wait")
DRAWING_WHOLE: Final = ("/usr/bin/env", "TTHTCD_DRAW=whole")
"""Sends whole screens, where the program by itself sends what changed: they soon fill all that lies between."""


@pytest.fixture
def server(desk: Desk, tmp_path: Path) -> Iterator[SshServer]:
    (tmp_path / "ssh").mkdir()
    with SshServer(tmp_path / "ssh", desk.ssh_environment()) as server:
        server.admit(USER, *desk.command)
        yield server


def client_killed(terminal: Terminal, desk: Desk) -> None:
    os.kill(terminal.pid, signal.SIGKILL)


def session_killed(terminal: Terminal, desk: Desk) -> None:
    """The process of sshd that serves this connection."""
    os.kill(parent_sshd(desk.program()), signal.SIGKILL)


def window_closed(terminal: Terminal, desk: Desk) -> None:
    terminal.hang_up()


def sent(number: signal.Signals) -> Callable[[Terminal, Desk], None]:
    def send(terminal: Terminal, desk: Desk) -> None:
        os.kill(desk.program(), number)

    return send


def parent_sshd(process: int) -> int:
    while (name := Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip()) != "sshd":
        assert process > 1, f"{name} has no sshd above it"
        process = int(Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    return process


def kept_words(desk: Desk) -> str:
    return desk.kept().get(PROSE, "")


def shown_words(terminal: Terminal) -> str:
    """What of WORDS stands on the client's screen, of which it is the only text; a space at its end is not seen."""
    body = " ".join(line.strip() for line in terminal.lines[2:8])
    return next(words for length in range(len(WORDS), -1, -1) if (words := WORDS[:length].strip()) in body)


@pytest.mark.parametrize(
    ("drop", "most_lost"),
    [
        pytest.param(client_killed, 0, id="client killed"),
        pytest.param(session_killed, 0, id="session killed"),
        pytest.param(window_closed, 0, id="window closed"),
        pytest.param(sent(signal.SIGHUP), 0, id="HUP"),
        pytest.param(sent(signal.SIGTERM), 0, id="TERM"),
        pytest.param(sent(signal.SIGKILL), 20, id="KILL"),
    ],
)
def test_dropped_in_the_middle_of_a_word(
    server: SshServer,
    desk: Desk,
    drop: Callable[[Terminal, Desk], None],
    most_lost: int,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    """At a moment nobody chose, typing goes on until it. What the client's screen shows then is on disk."""
    chance = random.Random(4711)
    lost, seconds = [], []
    for _ in range(rounds(1, in_soak=25)):
        with Terminal(server.client(USER)) as terminal:
            open_prose(terminal)
            end = chance.randrange(len(WORDS) // 2, len(WORDS))
            for letter in WORDS[:end]:
                terminal.type(letter)
                terminal.look()
                time.sleep(chance.random() * 0.04)
            terminal.wait_until(lambda: bool(shown_words(terminal)))
            shown = shown_words(terminal)
            drop(terminal, desk)
            seconds.append(desk.wait_gone())
            kept = kept_words(desk)
            with suppress(AssertionError, ValueError, OSError):  # what was still on its way has reached the client
                terminal.look()
                shown = shown_words(terminal)
        assert WORDS.startswith(kept)
        lost.append(max(len(shown) - len(kept), 0))
        assert lost[-1] <= most_lost, (shown, kept)
        forget(desk)
    record_property(
        FIGURES,
        f"ssh, {request.node.callspec.id}: {len(lost)} drops, {max(lost)} letters lost at most,"
        f" gone after {max(seconds):.2f} s at most",
    )


def forget(desk: Desk) -> None:
    for path in (desk.state / "tthtcd" / "chua-luu").glob("*.json"):
        path.unlink()


def test_it_is_there_when_one_comes_back(server: SshServer, desk: Desk) -> None:
    with Terminal(server.client(USER)) as terminal:
        open_cell(terminal)
        terminal.type("54321")
        terminal.wait_for("54321")
        client_killed(terminal, desk)
        desk.wait_gone()
    with Terminal(server.client(USER)) as terminal:
        terminal.wait_for(OFFERED)
        terminal.press("enter")
        terminal.wait_for("Đã khôi phục")
        terminal.press("backspace", "enter")
        terminal.wait_for("5.432")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert desk.kept() == {}


@pytest.mark.parametrize(
    "wrapper", [pytest.param(IGNORING_HUP, id="ignores HUP"), pytest.param(ANOTHER_SESSION, id="no HUP reaches it")]
)
def test_a_wrapper_that_ignores_the_hangup_makes_no_orphan(
    server: SshServer, desk: Desk, wrapper: tuple[str, ...], record_property: Callable[[str, object], None]
) -> None:
    server.admit("canbo2", *wrapper, *desk.command)
    with Terminal(server.client("canbo2")) as terminal:
        open_prose(terminal)
        terminal.type(WORDS[:40])
        terminal.wait_for(WORDS[:40])
        client_killed(terminal, desk)
        seconds = desk.wait_gone()
    assert kept_words(desk) == WORDS[:40]
    record_property(FIGURES, f"ssh, {wrapper[0]} around it: gone after {seconds:.2f} s, 0 letters lost")


def test_a_frozen_client_loses_nothing_and_finds_its_terminal_restored(
    server: SshServer, desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    """Its window takes nothing first, so that it takes nothing of the server's; then it stands still altogether."""
    server.admit("canbo3", *DRAWING_WHOLE, *desk.command)
    with Terminal(server.client("canbo3"), columns=160, rows=60) as terminal:
        open_cell(terminal)
        terminal.type("54321")
        terminal.wait_for("54321")
        for columns in (161, 160) * 100:
            terminal._set_size(columns, 60)
            time.sleep(0.05)
        os.kill(terminal.pid, signal.SIGSTOP)
        seconds = desk.wait_gone(patience=3)
        assert desk.kept() == {NUMBER: "54321"}
        os.kill(terminal.pid, signal.SIGCONT)
        assert terminal.wait_exit() == 128 + signal.SIGHUP
        terminal.wait_until(lambda: "Chương trình đã bị ngắt.".encode() in terminal.raw)
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
    record_property(FIGURES, f"ssh, client frozen: gone {seconds:.0f} s later, 0 letters lost")


@pytest.mark.parametrize("silent", ["client stopped", "line swallowed"])
def test_after_a_silent_drop_it_is_offered_at_once(
    server: SshServer, desk: Desk, tmp_path: Path, silent: str, record_property: Callable[[str, object], None]
) -> None:
    """G13: not when the server notices, which takes it minutes."""
    hole = tmp_path / "hole"
    proxy = shlex.join([sys.executable, black_hole.__file__, str(server.port), str(hole)])
    seconds = []
    for _ in range(rounds(1, in_soak=20)):
        with Terminal(server.client(USER, options=("-o", f"ProxyCommand={proxy}"))) as first:
            open_prose(first)
            first.type(WORDS)
            desk.wait_kept({PROSE: WORDS})
            old = desk.program()
            if silent == "client stopped":
                os.kill(first.pid, signal.SIGSTOP)
            else:
                hole.touch()
            with Terminal(server.client(USER)) as again:
                again.wait_for("Esc: để nguyên")
                began = time.monotonic()
                again.press("enter")
                again.wait_for(OFFERED)
                seconds.append(time.monotonic() - began)
                assert not Path(f"/proc/{old}").exists() or desk.program() != old
                again.press("enter")
                again.wait_for("Đã khôi phục")
                assert kept_words(desk) == WORDS
                again.press("ctrl+q")
                assert again.wait_exit() == 0
            hole.unlink(missing_ok=True)
        with closing(Store(desk.database)) as store:
            store.steps.undo(store.years.all()[0].report_id, USER)
        forget(desk)
    record_property(FIGURES, f"ssh, {silent}: {len(seconds)} times, offered {max(seconds):.2f} s after Enter at most")


# -- what a key may do ------------------------------------------------------------------------------------------------


def asked(
    server: SshServer, *words: str, typed: bytes = b"", options: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        server.client(USER, *words, options=options), input=typed, capture_output=True, check=False, timeout=120
    )


def test_the_document_fetched_is_the_one_made_on_the_server(server: SshServer, desk: Desk, tmp_path: Path) -> None:
    fetched = asked(server, "export", "2020-2021")
    assert (fetched.returncode, fetched.stderr) == (0, b"")
    local = tmp_path / "bao-cao.docx"
    assert main(["export", "2020-2021", "-o", str(local), "--db", str(desk.database)]) == 0
    assert fetched.stdout == local.read_bytes()


def test_a_file_is_sent_and_what_is_there_is_read(server: SshServer, desk: Desk) -> None:
    changed = sample_bytes(SAMPLE_YEAR).replace(b'"figure/so_khu": "24"', b'"figure/so_khu": "25"')
    assert asked(server, "import", "-", "--replace", typed=changed).returncode == 0
    store = Store(desk.database)
    year = max(store.years.all(), key=lambda year: year.period.end)
    assert store.history.of(year.report_id, limit=1)[0].user == USER
    store.close()
    assert b"2020-2021" in asked(server, "years").stdout
    assert "TỔNG" in asked(server, "summary", "2020-2021").stdout.decode()
    assert asked(server, "check", "2020-2021").returncode == 0


@pytest.mark.parametrize(
    "words", [("sh",), ("id; id",), ("export", "2020-2021", "-o", "a.docx"), ("export", "2020-2021", "--user", "x")]
)
def test_everything_else_is_refused(server: SshServer, words: tuple[str, ...]) -> None:
    refused = asked(server, *words)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.decode().startswith("Không thực hiện: ")


@pytest.mark.parametrize("program", ["scp", "sftp"])
def test_no_file_is_copied(server: SshServer, desk: Desk, tmp_path: Path, program: str) -> None:
    wanted = f"{server.address}:{desk.database}"
    words = [wanted, str(tmp_path / "ban-sao.db")]
    done = subprocess.run(
        [*server.client(USER, program=program), *words], capture_output=True, check=False, timeout=120
    )
    assert done.returncode != 0
    assert not (tmp_path / "ban-sao.db").exists()


def test_no_connection_is_forwarded(server: SshServer) -> None:
    """Not even to where one has come from, which would answer."""
    forwarded = asked(server, options=("-W", f"127.0.0.1:{server.port}"))
    assert (forwarded.returncode, forwarded.stdout) == (255, b"")
    assert b"forwarding failed" in forwarded.stderr


def test_what_a_client_sets_in_the_environment_does_not_arrive(server: SshServer, tmp_path: Path) -> None:
    told = asked(server, "years", options=("-o", f"SetEnv=TTHTCD_DB={tmp_path / 'khac.db'} SSH_ORIGINAL_COMMAND=demo"))
    assert b"2020-2021" in told.stdout
    assert not (tmp_path / "khac.db").exists()
