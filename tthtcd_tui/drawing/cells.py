"""Text as the cells of a terminal: what stands in each, and how it is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, TypeAlias

from rich.cells import cell_len

Cell: TypeAlias = tuple[str, str]
"""What stands in it, and the codes of SGR that draw it: ("ế", "1;31"). The second half of a wide letter is empty."""
BLANK: Final[Cell] = (" ", "")
_MARKS: Final = frozenset({"Mn", "Me", "Mc"})
_LAST_CONTROL: Final = 0x9F


def cells_of(parts: Iterable[tuple[str, str]]) -> list[Cell]:
    """The cells of texts with their codes. A letter and its marks stand in one.

    The last gate before the terminal: what it would obey instead of showing has no cell.
    """
    cells: list[Cell] = []
    for text, codes in parts:
        if text.isascii() and text.isprintable():
            cells += [(letter, codes) for letter in text]
            continue
        for letter in text:
            width = width_of(letter)
            if width:
                cells.append((shown(letter), codes))
                if width > 1:
                    cells.append(("", codes))
            elif cells and unicodedata.category(letter) in _MARKS:
                _add_mark(cells, letter)
    return cells


def _add_mark(cells: list[Cell], mark: str) -> None:
    at = -2 if not cells[-1][0] and len(cells) > 1 else -1
    text, codes = cells[at]
    cells[at] = (text + mark, codes)


def shown(letter: str) -> str:
    """`letter`, or a sign for what is none: half of a character, a line break."""
    return letter if letter.isprintable() or unicodedata.category(letter) == "Zs" else "?"


_widths: dict[str, int] = {}


def width_of(letter: str) -> int:
    """How many cells a letter takes: 0 for what is drawn in the cell before it, or not at all."""
    width = _widths.get(letter)
    if width is None:
        is_control = ord(letter) <= _LAST_CONTROL and not letter.isprintable() and letter != "\xa0"
        width = _widths[letter] = 0 if is_control else cell_len(letter)
    return width


def is_placed_anew_after(text: str) -> bool:
    """Whether terminals disagree how wide `text` is: the cursor is then not where it is thought to be."""
    return len(text) > 1 or unicodedata.east_asian_width(text) in "WF"
