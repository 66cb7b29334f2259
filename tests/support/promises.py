"""The table of docs/promises.md: which tests hold which promise. Run, it prints their files, for `make soak`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parents[2] / "docs" / "promises.md"
_ROW: Final = re.compile(r"^\| (G\d+) \|.*\|([^|]*)\|$", re.MULTILINE)
_FILE: Final = re.compile(r"`(tests/[\w/]+\.py)`")


def promises() -> Mapping[str, tuple[str, ...]]:
    """The files of tests by promise, as the table has them."""
    rows = _ROW.findall(TABLE.read_text(encoding="utf-8"))
    return {promise: tuple(_FILE.findall(tests)) for promise, tests in rows}


if __name__ == "__main__":
    print(*dict.fromkeys(file for files in promises().values() for file in files))
