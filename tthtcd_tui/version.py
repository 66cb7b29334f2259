"""The version of the program: the one place that names it.

The package's metadata is built from it; a start that asks importlib.metadata instead reads every installed package.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

VERSION: Final = "0.1.0"


def release() -> str:
    """The release that runs: version and contents, as the installation of a bundle wrote it; else the version.

    It stands in the environment that this process was started from: a link that leads to another one since changes
    nothing.
    """
    try:
        return Path(sys.prefix, "release.txt").read_text(encoding="utf-8").strip() or VERSION
    except (OSError, UnicodeDecodeError):
        return VERSION
