"""Write many files atomically and give them their names together, with one wait for the disk instead of one a file.

Each is as `files/whole.py` writes one: its bytes are on the disk before it gets its name, and the names too before
`give_names` returns. Temporary files lie in one folder, where those that a killed process left are found again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

from tthtcd_tui.errors import FileExists
from tthtcd_tui.files.folder import make_own_folder
from tthtcd_tui.files.whole import (
    TEMPORARIES,
    create_new,
    give_new_name,
    new_temporary,
    refuse_odd,
    sync_folder,
    told_of,
)
from tthtcd_tui.named_tuple import NamedTuple


class _Written(NamedTuple):
    temporary: Path
    descriptor: int
    """Kept open: an error of the disk is told to who wrote, and perhaps to nobody who opens the file later."""
    path: Path


class ManyWhole:
    """Files on their way into folders below one, by one process at a time. A context: what got no name is gone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: list[_Written] = []
        self._made: set[Path] = set()

    def __enter__(self) -> Self:
        for left in self._folder.glob(TEMPORARIES):  # of a process that was killed
            with suppress(OSError):
                left.unlink()
        return self

    def __exit__(self, *_: object) -> None:
        self._drop()

    def _drop(self) -> None:
        for written in self._written:
            with suppress(OSError):
                os.close(written.descriptor)
            with suppress(OSError):
                written.temporary.unlink()
        self._written = []

    def add(self, path: Path, data: bytes) -> None:
        """Write a file that gets its name with the next `give_names`, in a folder for us alone.

        One open file each until then. Raises FileExists, FileProblem.
        """
        self._make(path.parent)
        with told_of(path):
            refuse_odd(path, overwrite=False)
            temporary = new_temporary(self._folder)
            descriptor = create_new(temporary)
            self._written.append(_Written(temporary, descriptor, path))
            os.fchmod(descriptor, 0o600)
            with open(descriptor, "wb", closefd=False) as file:
                file.write(data)

    def _make(self, folder: Path) -> None:
        if folder not in self._made:
            make_own_folder(folder)
            self._made.add(folder)

    def give_names(self) -> None:
        """What was added is there, after a power cut too; a file that has such a name stays. Raises FileProblem."""
        _begin_flushing(self._written)
        for written in self._written:
            with told_of(written.path):
                os.fsync(written.descriptor)
        for written in self._written:
            with suppress(FileExists), told_of(written.path):
                give_new_name(written.temporary, written.path)
        named = {written.path.parent: written.path for written in self._written}
        self._drop()
        for path in named.values():
            with told_of(path):
                sync_folder(path)


def _begin_flushing(written: Iterable[_Written]) -> None:
    """Let all be on their way to the disk before the first is waited for: a journal's one entry then tells of many.

    Only a hint, and what goes wrong is told by the waiting: `fsync` reports an error of a write begun earlier.
    """
    if hasattr(os, "posix_fadvise"):  # macOS has none
        for each in written:
            with suppress(OSError):
                os.posix_fadvise(each.descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
