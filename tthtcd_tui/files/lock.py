"""A lock between processes on one machine, held by the system: it is let go when its holder ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Wait until nobody else holds `path`, an empty file made for it and left there; hold it meanwhile.

    Raises OSError where the file cannot be made.
    """
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def try_hold(path: Path) -> int | None:
    """Holds `path`, made if it is missing, for as long as this process lives or until `let_go`; None if another does.

    Raises OSError where the file cannot be made.
    """
    while True:
        descriptor = _open(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        if _is_at(descriptor, path):
            return descriptor
        os.close(descriptor)  # whoever held it before has taken the file away meanwhile


class Shared:
    """A lock that many hold at once, and that nobody can hold alone (`try_hold`) meanwhile.

    Held until `let_go`, until this value is gone, or until the process ends.
    """

    _descriptor = -1

    def __init__(self, path: Path, seconds: float) -> None:
        """Waits for one who holds `path` alone. Raises TimeoutError, or OSError where the file cannot be opened."""
        self._descriptor = _open_for_any(path)
        until = monotonic() + seconds
        while True:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                if monotonic() > until:
                    self.let_go()
                    raise TimeoutError from None
                sleep(0.01)
            else:
                return

    def let_go(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __del__(self) -> None:
        self.let_go()


def _open_for_any(path: Path) -> int:
    """One who may not write can hold it too, once it is there."""
    try:
        return _open(path)
    except OSError:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)


def let_go(held: int) -> None:
    os.close(held)


def _open(path: Path) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    if os.geteuid() == 0:  # an administrator in the folder of the account the program runs under
        owner = path.absolute().parent.stat()
        os.fchown(descriptor, owner.st_uid, owner.st_gid)
    return descriptor


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False
