"""The commands of a page: its blocks of `sh`, in order, each with the machine that its info string names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Block(NamedTuple):
    line: int
    """Of the page, where it begins."""
    machine: str
    """As the page calls it; nothing for the server."""
    text: str


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for found in re.finditer(r"^```sh ?(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield Block(text.count("\n", 0, found.start()) + 1, found[1], found[2])
