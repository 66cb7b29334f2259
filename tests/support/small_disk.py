"""A disk that is full, as the engine and the system tell of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw


class FillingFile(apsw.VFSFile):
    """Writes until the disk is full."""

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802 -- SQLite's own name
        if Filling.left == 0:
            Filling.met += 1
            raise apsw.FullError("database or disk is full")
        Filling.left -= 1
        super().xWrite(data, offset)


class Filling(apsw.VFS):
    """The system's own file layer, on which only `left` more writes succeed (-1: all)."""

    left = -1
    met = 0
    """How often the disk was found full."""

    def __init__(self, base: str) -> None:
        super().__init__("filling", base, makedefault=True)
        self._base = base

    def xOpen(self, name: Any, flags: list[int]) -> FillingFile:  # noqa: N802 -- SQLite's own name
        return FillingFile(self._base, name, flags)


@contextmanager
def filling_disk() -> Iterator[type[Filling]]:
    """Connections opened meanwhile write to a disk that fills up when told to: `disk.left = 3`."""
    before = apsw.vfs_names()[0]
    vfs = Filling(before)
    Filling.left, Filling.met = -1, 0
    try:
        yield Filling
    finally:
        Filling.left = -1
        vfs.unregister()
        apsw.set_default_vfs(before)


def on_small_disk(
    folder: Path, script: Path, *more: str, kilobytes: int, environment: Mapping[str, str], inodes: int = 0
) -> subprocess.CompletedProcess[str] | None:
    """Runs a Python script whose first argument is a folder on a disk of that size; None where none can be made.

    The disk is memory, seen by this process alone and gone with it.
    """
    size = f"size={kilobytes}k" + (f",nr_inodes={inodes}" if inodes else "")
    mounted = f'mount -t tmpfs -o {size},mode=700 small "$1" && shift && exec "$@"'
    command = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]
    words = [*command, "sh", "-c", mounted, "sh", str(folder), sys.executable, str(script), str(folder), *more]
    try:
        done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, env=environment, timeout=300)
    except FileNotFoundError:
        return None
    return None if "mount" in done.stderr or "unshare" in done.stderr else done
