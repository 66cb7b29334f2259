"""Cells parted by tabs, as a spreadsheet or a word processor puts them on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# A cell of a spreadsheet that holds a line break or a quote comes in quotes, its own quotes doubled.
_CELLS: Final = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')


def tabbed_rows(text: str) -> Iterator[list[str]]:
    """The rows of `text`; a cell in quotes may hold line breaks, and its quotes go if it needed them."""
    row: list[str] = []
    at = 0
    while True:
        found = _CELLS.match(text, at)
        assert found is not None  # nothing is a cell too
        row.append(_unquoted(found))
        at = found.end()
        if at == len(text):
            yield row
            return
        if text[at] == "\n":
            yield row
            row = []
        at += 1


def _unquoted(found: re.Match[str]) -> str:
    quoted = found[1]
    if quoted is None:
        return found[2] or ""
    needed = re.search(r'[\t\n]|""', quoted)
    return quoted.replace('""', '"') if needed else found[0]
