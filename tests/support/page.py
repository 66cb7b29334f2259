"""The commands of a page: its fenced blocks, in order, each with what its info string says of it.

```` ```sh ```` is run on the server, ```` ```sh MACHINE ```` on another machine; ```` ```tệp PATH ```` is a file of
whoever reads there; ```` ```mẫu REASON ```` is nothing to be run, and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

RUN: Final = "sh"
FILE: Final = "tệp"
SHOWN: Final = "mẫu"


class Block(NamedTuple):
    line: int
    """Of the page, where it begins."""
    kind: str
    """RUN, FILE or SHOWN; anything else is a block that nobody has thought about."""
    about: str
    """The machine that it is run on, nothing for the server; the file's path; why it is not run."""
    text: str


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for found in re.finditer(r"^```(\S*)[ ]?(.*)\n((?:.*\n)*?)```$", text, re.MULTILINE):
        yield Block(text.count("\n", 0, found.start()) + 1, found[1], found[2], found[3])
