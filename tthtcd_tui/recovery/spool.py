"""The files of drafts: one for each running program, of its user and database alone.

Beside each is a lock file, which the system releases when the program ends, however it ends. So a draft that somebody
is still typing is never taken for a leftover.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Final

from tthtcd_tui.errors import FileProblem
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.files.problem import problem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.files.whole import sync_file, sync_folder, write_whole
from tthtcd_tui.recovery.draft import Draft, decode, encode, encode_change
from tthtcd_tui.report.place import Place

_DRAFT: Final = ".json"
_LOCK: Final = ".lock"
_LONGEST_HOLDER: Final = 100
_LEAST_ROOM: Final = 16 * 1024
_LARGEST: Final = 64 * 1024 * 1024
"""Bytes read of a draft; a person does not type as much."""


class Spool:
    """The draft file of this program; it and its lock are created once there is something to keep."""

    def __init__(self, folder: Path, user: str, database: Path) -> None:
        self._owner = owner_key(user, database)
        name = f"{self._owner}-{os.getpid()}-{os.urandom(4).hex()}"
        self._draft = folder / f"{name}{_DRAFT}"
        self._lock = folder / f"{name}{_LOCK}"
        self._held: int | None = None
        self._opened = int(time())
        self._is_new = True
        """Its lock does not say yet whose it is."""
        self._written: Draft | None = None
        """What the file says; None where there is none, or one that cannot be added to."""
        self._room = 0
        """Bytes that may be added before the file is written anew."""
        self._is_named = False
        """Whether the file's name would outlive a power cut."""

    def write(self, draft: Draft) -> None:
        """Replace the draft. It survives the process from now on, a power cut from `sync` on.

        If the cells are the same, only the change is appended. Raises FileProblem.
        """
        added = encode_change(self._written, draft) if self._written else None
        try:
            if added is None or len(added) > self._room or not self._draft.exists():
                self._write_anew(draft)
            else:
                self._add(added)
        except BaseException:
            self._written = None  # what stands there may end in the middle of a line
            raise
        self._written = draft

    def sync(self) -> None:
        """Make what was written survive a power cut (fsync). Raises FileProblem."""
        if self._written is None:
            return
        try:
            sync_file(self._draft)
            if not self._is_named:
                sync_folder(self._draft)
                self._is_named = True
        except OSError as error:
            raise problem("ghi", self._draft, error) from error

    def _add(self, line: bytes) -> None:
        try:
            descriptor = os.open(self._draft, os.O_WRONLY | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                if os.write(descriptor, line) < len(line):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            finally:
                os.close(descriptor)
        except OSError as error:
            raise problem("ghi", self._draft, error) from error
        self._room -= len(line)

    def _write_anew(self, draft: Draft) -> None:
        make_own_folder(self._draft.parent)
        try:
            while self._held is None:  # somebody else can hold it for a moment only, to see whether it is left behind
                self._held = try_hold(self._lock)
            if self._is_new:
                os.pwrite(self._held, b"%d %d\n" % (os.getpid(), self._opened), 0)
                self._is_new = False
        except OSError as error:
            raise problem("ghi", self._lock, error) from error
        data = encode(draft)
        # What outlives a power cut already is replaced by what does: an empty file may come of it otherwise.
        write_whole(self._draft, data, overwrite=True, synced=self._is_named)
        self._room = max(len(data), _LEAST_ROOM)

    def clear(self) -> None:
        """Delete the draft: all is saved. If that fails, it will be offered once in vain."""
        if self._held is None:
            return
        self._written, self._is_named = None, False
        with suppress(OSError):
            self._draft.unlink(missing_ok=True)

    def set_aside(self, draft: Draft) -> Leftover:
        """Turn the file into a leftover, and continue with a new one."""
        left = Leftover(draft, self._draft, self._held)
        name = f"{self._owner}-{os.getpid()}-{os.urandom(4).hex()}"
        self._draft = self._draft.with_name(f"{name}{_DRAFT}")
        self._lock = self._lock.with_name(f"{name}{_LOCK}")
        self._held, self._is_new = None, True
        self._written, self._is_named = None, False
        return left

    def close(self) -> None:
        """Release the lock at the end of the program; an existing draft is left for the next start."""
        if self._held is not None:
            with suppress(OSError):
                self._lock.unlink(missing_ok=True)
            let_go(self._held)
            self._held = None


class Leftover:
    """A draft whose program has ended. While this object holds its lock, no other program offers it."""

    def __init__(self, draft: Draft, path: Path, held: int | None) -> None:
        """`held` is the descriptor of its lock; None where the draft could not be written."""
        self.draft = draft
        self._path = path
        self._held = held

    def keep_only(self, cells: Mapping[Place, str]) -> None:
        """Keep only these cells: the rest was taken up or dropped. If that cannot be written, all is offered again."""
        with suppress(OSError, FileProblem):
            if not cells:
                self._path.unlink(missing_ok=True)
            elif cells != self.draft.cells:
                self.draft = self.draft._replace(cells=cells)
                write_whole(self._path, encode(self.draft), overwrite=True)

    def leave(self) -> None:
        """Release the lock and leave the rest for another start."""
        with suppress(OSError):
            self._path.with_suffix(_LOCK).unlink(missing_ok=True)
        if self._held is not None:
            let_go(self._held)


def leftovers(folder: Path, user: str, database: Path) -> Iterator[Leftover]:
    """The leftovers of this user on this database, oldest first; each is locked until it is let go."""
    with suppress(OSError):
        for lock in sorted(folder.glob(f"{owner_key(user, database)}-*{_LOCK}")):
            _sweep(lock)
        paths = folder.glob(f"{owner_key(user, database)}-*{_DRAFT}")
        found = [left for path in paths if (left := _left_behind(path)) is not None]
        yield from sorted(found, key=lambda left: left.draft.at)


def locks_of(folder: Path, user: str, database: Path) -> list[Path]:
    """The locks of all drafts of this user on this database. Raises OSError."""
    locks = (path.with_suffix(_LOCK) for path in folder.glob(f"{owner_key(user, database)}-*{_DRAFT}"))
    return sorted(lock for lock in locks if lock.exists())


def holder_of(lock: Path) -> tuple[int, int]:
    """The process named in a lock file, and its start (seconds since 1970); zeros where there is none."""
    try:
        pid, opened = read_bounded(lock, _LONGEST_HOLDER).split()
        return int(pid), int(opened)
    except (FileProblem, ValueError):
        return 0, 0


def give_to(folder: Path, user: str, database: Path, other: str) -> int:
    """Give the leftovers of `user` to `other`; returns how many. Drafts of running programs are left alone."""
    moved, owner = 0, owner_key(user, database)
    with suppress(OSError):
        for path in sorted(folder.glob(f"{owner}-*{_DRAFT}")):
            held = try_hold(path.with_suffix(_LOCK))
            if held is None:
                continue
            path.rename(path.with_name(path.name.replace(owner, owner_key(other, database))))
            path.with_suffix(_LOCK).unlink(missing_ok=True)
            let_go(held)
            moved += 1
    return moved


def _sweep(lock: Path) -> None:
    """Delete the lock file of a program that ended without a draft."""
    held = try_hold(lock)
    if held is not None:
        if not lock.with_suffix(_DRAFT).exists():
            lock.unlink(missing_ok=True)
        let_go(held)


def _left_behind(path: Path) -> Leftover | None:
    held = try_hold(path.with_suffix(_LOCK))
    if held is None:
        return None
    draft = None
    with suppress(FileProblem):
        draft = decode(read_bounded(path, _LARGEST))
    if draft is None:  # taken up by somebody else a moment ago, or no draft at all
        path.with_suffix(_LOCK).unlink(missing_ok=True)
        let_go(held)
        return None
    return Leftover(draft, path, held)


def owner_key(user: str, database: Path) -> str:
    """Whose a file is, of which database, as the beginning of its name; the names themselves are nobody's business."""
    return sha256(f"{user}\0{database.resolve()}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
