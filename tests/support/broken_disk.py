"""A disk that gives nothing back any more, as the engine tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import apsw


class BreakingFile(apsw.VFSFile):
    """Reads and writes until the disk breaks."""

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 -- SQLite's own name
        _refuse()
        return super().xRead(amount, offset)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802 -- SQLite's own name
        _refuse()
        super().xWrite(data, offset)


def _refuse() -> None:
    if Breaking.is_broken:
        Breaking.met += 1
        raise apsw.IOError("disk I/O error")


class Breaking(apsw.VFS):
    """The system's own file layer, until `is_broken`."""

    is_broken = False
    met = 0
    """How often the fault was met."""

    def __init__(self, base: str) -> None:
        super().__init__("breaking", base, makedefault=True)
        self._base = base

    def xOpen(self, name: Any, flags: list[int]) -> BreakingFile:  # noqa: N802 -- SQLite's own name
        return BreakingFile(self._base, name, flags)


@contextmanager
def breaking_disk() -> Iterator[type[Breaking]]:
    """Connections opened meanwhile use a disk that breaks when told to: `disk.is_broken = True`."""
    before = apsw.vfs_names()[0]
    vfs = Breaking(before)
    Breaking.is_broken, Breaking.met = False, 0
    try:
        yield Breaking
    finally:
        Breaking.is_broken = False
        vfs.unregister()
        apsw.set_default_vfs(before)
