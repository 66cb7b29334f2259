"""The files that drafts are kept in: one a running program, for its user and database alone.

Beside each lies a lock that the system lets go when its program ends, however it ends. So a draft that somebody is
still typing is never taken for one that was left behind.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.lock import let_go, try_hold
from tthtcd_tui.files.problem import FileProblem, problem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.files.whole import write_whole
from tthtcd_tui.line.draft import Draft, decode, encode
from tthtcd_tui.report.place import Place

_DRAFT: Final = ".json"
_LOCK: Final = ".lock"
_LARGEST: Final = 64 * 1024 * 1024
"""Bytes read of a draft; a person does not type as much."""


class Spool:
    """The file of this program; neither it nor its lock is made before there is something to keep."""

    def __init__(self, folder: Path, user: str, database: Path) -> None:
        name = f"{_owner(user, database)}-{os.getpid()}-{os.urandom(4).hex()}"
        self._draft = folder / f"{name}{_DRAFT}"
        self._lock = folder / f"{name}{_LOCK}"
        self._held: int | None = None

    def write(self, draft: Draft) -> None:
        """`draft` instead of the one before, on disk when this returns. Raises FileProblem."""
        make_own_folder(self._draft.parent)
        try:
            while self._held is None:  # somebody else can hold it for a moment only, to see whether it is left behind
                self._held = try_hold(self._lock)
        except OSError as error:
            raise problem("ghi", self._lock, error) from error
        write_whole(self._draft, encode(draft), overwrite=True)

    def clear(self) -> None:
        """There is nothing to keep. Whatever cannot be removed is offered once more than it need be."""
        if self._held is None:
            return
        with suppress(OSError):
            self._draft.unlink(missing_ok=True)

    def close(self) -> None:
        """The program ends; a draft that is there is left behind for the next."""
        if self._held is not None:
            with suppress(OSError):
                self._lock.unlink(missing_ok=True)
            let_go(self._held)
            self._held = None


class Leftover:
    """A draft whose program has ended. While this is held nobody else is offered it."""

    def __init__(self, draft: Draft, path: Path, held: int) -> None:
        self.draft = draft
        self._path = path
        self._held = held

    def keep_only(self, cells: Mapping[Place, str]) -> None:
        """The rest has been taken up, or is not wanted. Where that cannot be written down, it is offered again."""
        with suppress(OSError, FileProblem):
            if not cells:
                self._path.unlink(missing_ok=True)
            elif cells != self.draft.cells:
                self.draft = self.draft._replace(cells=cells)
                write_whole(self._path, encode(self.draft), overwrite=True)

    def leave(self) -> None:
        """What is still there stays for another time."""
        with suppress(OSError):
            self._path.with_suffix(_LOCK).unlink(missing_ok=True)
        let_go(self._held)


def leftovers(folder: Path, user: str, database: Path) -> Iterator[Leftover]:
    """What programs of this user on this database left behind, the oldest first; each is held until it is let go."""
    with suppress(OSError):
        for lock in sorted(folder.glob(f"{_owner(user, database)}-*{_LOCK}")):
            _sweep(lock)
        paths = folder.glob(f"{_owner(user, database)}-*{_DRAFT}")
        found = [left for path in paths if (left := _left_behind(path)) is not None]
        yield from sorted(found, key=lambda left: left.draft.at)


def _sweep(lock: Path) -> None:
    """Removes the lock of a program that ended without a draft."""
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


def _owner(user: str, database: Path) -> str:
    """Which drafts are whose, as the beginning of a file's name; the names themselves are nobody's business."""
    return sha256(f"{user}\0{database.resolve()}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
