"""Guard: saves the draft and ends the program when the line drops, whatever the rest of it is doing.

By default SIGHUP ends a process at once and runs nothing; where a wrapper ignores it, the orphan spins on a terminal
that is gone; and in front of a client that has stopped reading, the event loop itself stands still in a write. So the
signals are blocked in every thread but one that waits for them, and another watches the terminal.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread, get_ident
from time import sleep
from typing import Final, NoReturn

_SIGNALS: Final = (signal.SIGHUP, signal.SIGTERM)
_INTERRUPT: Final = signal.SIGURG
"""A signal nobody uses; once it has a handler, it interrupts system calls."""
_LOOK_SECONDS: Final = 1.0
STALLED_LOOKS: Final = 10
"""The number of checks in a row that find the output blocked before its reader is taken for gone. Counted and not
timed: while the program itself is suspended, nothing is known about its terminal.
"""
_TRIES: Final = 30
"""Attempts, a hundredth of a second apart, to write what restores a blocked terminal."""
_GONE: Final = select.POLLHUP | select.POLLERR | select.POLLNVAL
_RESTORED: Final = "\x1b[?2026l\x1b[?2004l\x1b[r\x1b[?1049l\x1b[0m\x1b[?25h"
"""Undoes every terminal mode that the program sets: synchronised output, bracketed paste, margins, alternate screen,
colours, hidden cursor. Other modes of Textual's are never sent (`terminal/driver.py`).
"""
_ENDED: Final = "Chương trình đã bị ngắt."
_LOST: Final = "Phần đang gõ chưa giữ lại được. Hãy báo quản trị viên."


class Guard:
    """Two threads that wait from `stand` to the end of the process. Made in the main thread, before any other."""

    def __init__(self, save: Callable[[], str], terminal: int) -> None:
        """`save` writes the draft without needing the main thread, and returns in words what has become of it."""
        self._save = save
        self._terminal = terminal
        self._modes = termios.tcgetattr(terminal)
        self._screen = _opened_anew(terminal)
        self._leaving = Lock()

    def stand(self) -> None:
        """From now on, SIGHUP, SIGTERM and a lost terminal save the draft and end the process."""
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)  # ignored by whoever started us, it would never arrive
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is a key here; sent from elsewhere it must cost nothing
        signal.signal(_INTERRUPT, lambda *_: None)
        signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        for watch in (self._wait_for_signal, self._watch_terminal):
            Thread(target=watch, name="guard", daemon=True).start()

    def _wait_for_signal(self) -> None:
        self._leave(128 + signal.sigwait(_SIGNALS))

    def _watch_terminal(self) -> None:
        gone = select.poll()
        gone.register(self._terminal, 0)
        looks = 0
        while looks < STALLED_LOOKS:
            if any(event & _GONE for _, event in gone.poll(_LOOK_SECONDS * 1000)):
                break
            looks = 0 if self._takes_something() else looks + 1
        self._leave(128 + signal.SIGHUP)

    def _leave(self, code: int) -> NoReturn:
        self._leaving.acquire()  # never let go: whoever comes second waits for the first to end it all
        words = _LOST
        try:
            words = self._save()
        finally:
            with suppress(OSError, termios.error):
                self._restore(words)
            os._exit(code)

    def _restore(self, words: str) -> None:
        """Restore the terminal without ever waiting for it."""
        # From the background too: this signal would stop us.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        termios.tcsetattr(self._terminal, termios.TCSANOW, self._modes)
        _send_nowhere(1, 2)
        rest = f"{_RESTORED}\r{_ENDED} {words}\n".encode()
        for _ in range(_TRIES):
            with suppress(BlockingIOError):
                if self._takes_something():
                    rest = rest[os.write(self._screen, rest) :]
            if not rest:
                break
            # Full of a screen that nobody will look at; and whoever stands in a write there keeps everyone out.
            termios.tcflush(self._screen, termios.TCOFLUSH)
            _interrupt_others()
            sleep(0.01)

    def _takes_something(self) -> bool:
        ready = select.poll()
        ready.register(self._screen, select.POLLOUT)
        return any(event & select.POLLOUT for _, event in ready.poll(0))


def _opened_anew(terminal: int) -> int:
    """Open the terminal again for non-blocking writes: that mode belongs to the open file, which the shell shares.

    Where the terminal has no name here (a container entered from outside), returns `terminal` itself.
    """
    with suppress(OSError):
        return os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    return terminal


def _send_nowhere(*descriptors: int) -> None:
    """Point the descriptors at the null device, so that later output cannot block."""
    nowhere = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
    for descriptor in descriptors:
        os.dup2(nowhere, descriptor)


def _interrupt_others() -> None:
    """Interrupt the system call that another thread waits in; Python restarts it."""
    for thread in set(sys._current_frames()) - {get_ident()}:
        with suppress(OSError):
            signal.pthread_kill(thread, _INTERRUPT)
