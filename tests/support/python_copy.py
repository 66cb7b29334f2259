"""A Python installation of one's own that can lack modules, and vanish, as the system's does when it is upgraded."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Collection
from pathlib import Path
from typing import Final

_LEFT_OUT: Final = {"site-packages", "dist-packages", "test", "idlelib", "tkinter", "turtledemo", "__pycache__"}


def python_copy(prefix: Path, without: Collection[str] = ()) -> Path:
    """The interpreter of this process and links to its standard library, except the modules `without`."""
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    library = Path(sysconfig.get_path("stdlib"))
    (prefix / "bin").mkdir(parents=True)
    (prefix / "lib" / name).mkdir(parents=True)
    for found in library.iterdir():
        if found.name not in _LEFT_OUT and found.stem not in without:
            (prefix / "lib" / name / found.name).symlink_to(found)
    # Python looks for its library from where the file itself lies: a link would lead it to the one that stays.
    program = prefix / "bin" / name
    shutil.copy2(Path(sys._base_executable).resolve(), program)  # type: ignore[attr-defined]
    return program
