"""What every command prints the same way, and the exit codes."""

from __future__ import annotations

import json
import sys
from typing import Final

DONE: Final = 0
ERRORS_FOUND: Final = 1
USAGE: Final = 2
FAILURE: Final = 3


def printable(text: str) -> str:
    """A stranger's text may be in it: nothing that a terminal would obey goes out."""
    return "".join(c if c.isprintable() else "?" for c in text)


def complain(message: str, *details: str) -> None:
    for line in (message, *(f"  {detail}" for detail in details)):
        print(printable(line), file=sys.stderr)


def complain_wrapped(message: str) -> None:
    """As `complain`, to one at a terminal, which would break a line in the middle of a word."""
    from shutil import get_terminal_size
    from textwrap import wrap

    width = get_terminal_size().columns
    for line in wrap(message, width, break_long_words=False, break_on_hyphens=False):
        complain(line)


def print_json(tree: object) -> None:
    print(json.dumps(tree, ensure_ascii=False, indent=1))
