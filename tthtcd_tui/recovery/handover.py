"""Taking over drafts from a running program of the same user, whose line may have dropped without its noticing.

The draft's lock names its process. That is sent SIGTERM (its guard writes the draft and exits), and SIGKILL if it does
not end; but only while /proc shows that it really holds the lock. Without /proc nothing is found, and the draft is
offered once its program has ended by itself.
"""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Final

from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.recovery.spool import holder_of, locks_of

_ASKED_SECONDS: Final = 2.0
"""Seconds from SIGTERM to SIGKILL."""
_ENDED_SECONDS: Final = 1.0
_GONE: Final = select.POLLHUP | select.POLLERR | select.POLLNVAL


class HeldDraft(NamedTuple):
    """A draft on disk whose program is still running."""

    lock: Path
    pid: int
    opened: datetime
    """When that program was started."""

    @property
    def has_lost_its_terminal(self) -> bool:
        """Whether its terminal is gone, so that nobody can be using it. A line that is merely silent looks alive."""
        try:
            terminal = os.open(f"/proc/{self.pid}/fd/0", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError:
            return True
        try:
            looked = select.poll()
            looked.register(terminal, 0)
            return any(event & _GONE for _, event in looked.poll(0))
        finally:
            os.close(terminal)

    def take_over(self) -> bool:
        """End its program, so that the draft becomes a leftover; returns whether that succeeded."""
        try:
            process = os.pidfd_open(self.pid)  # names this process alone, whoever gets its number next
        except (OSError, AttributeError):
            return self._is_left(0)
        try:
            for number, seconds in ((signal.SIGTERM, _ASKED_SECONDS), (signal.SIGKILL, _ENDED_SECONDS)):
                if not _holds(self.pid, self.lock):
                    break
                with suppress(OSError):
                    signal.pidfd_send_signal(process, number)
                if self._is_left(seconds):
                    return True
        finally:
            os.close(process)
        return self._is_left(0)

    def _is_left(self, seconds: float) -> bool:
        until = monotonic() + seconds
        while True:
            if _is_free(self.lock):
                return True
            if monotonic() > until:
                return False
            sleep(0.02)


def held_drafts(folder: Path, user: str, database: Path) -> Iterator[HeldDraft]:
    """Those of this user on this database, the oldest program first."""
    found = []
    with suppress(OSError):
        for lock in locks_of(folder, user, database):
            pid, opened = holder_of(lock)
            if pid not in (0, os.getpid()) and not _is_free(lock) and _holds(pid, lock):
                found.append(HeldDraft(lock, pid, datetime.fromtimestamp(opened, UTC)))
    yield from sorted(found, key=lambda held: held.opened)


def _is_free(lock: Path) -> bool:
    """Whether nobody holds the lock; a missing one was released by a program that ended in order."""
    if not lock.exists():
        return True
    held = try_hold(lock)
    if held is None:
        return False
    let_go(held)
    return True


def _holds(pid: int, lock: Path) -> bool:
    """Whether that process has this very file open."""
    try:
        wanted = lock.lstat()
        opened = list(Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return False
    for descriptor in opened:
        with suppress(OSError):
            if os.path.samestat(descriptor.stat(), wanted):
                return True
    return False
