"""Commands that run with mounts of their own, which nobody else sees and which go with them (Linux, unshare)."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

_ROOT_AMONG_ITSELF: Final = () if os.geteuid() == 0 else ("--map-root-user",)
UNSHARE: Final = ("unshare", "--mount", *_ROOT_AMONG_ITSELF)


@cache
def why_not() -> str:
    """Why there are no mounts of one's own here, or nothing."""
    if shutil.which("unshare") is None:
        return "unshare is not installed (util-linux)"
    tried = subprocess.run([*UNSHARE, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else f"no mounts of one's own: {tried.stderr.decode().strip()}"


def read_only(folder: Path) -> list[str]:
    """What comes before a command to which all below `folder` is on a read-only disk."""
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    return [*UNSHARE, "sh", "-c", script, str(folder)]


def small_disk(folder: Path, megabytes: int) -> list[str]:
    """What comes before a command to which `folder` is an empty disk of that size, its working directory elsewhere."""
    script = f'mount -t tmpfs -o size={megabytes}M none "$0" && exec "$@"'
    return [*UNSHARE, "sh", "-c", script, str(folder)]
