"""Text as terminal cells: the letter of each and its style."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, TypeAlias

from rich.cells import cell_len

Cell: TypeAlias = tuple[str, str]
"""What stands in it, and the codes of SGR that draw it: ("ế", "1;31"). The second half of a wide letter is empty.

A blank has only codes that are seen on it, so that blanks which look alike are alike.
"""
BLANK: Final[Cell] = (" ", "")
_OF_LETTERS: Final = frozenset(map(str, (1, 2, 3, *range(30, 38), *range(90, 98))))
"""SGR codes without effect on blanks: bold, dim, italic, foreground colours."""
_MARKS: Final = frozenset({"Mn", "Me", "Mc"})
_LAST_CONTROL: Final = 0x9F


def cells_of(parts: Iterable[tuple[str, str]]) -> list[Cell]:
    """The cells of texts with their codes. A letter and its marks stand in one.

    The last filter before the terminal: control characters get no cell.
    """
    cells: list[Cell] = []
    for text, codes in parts:
        blank = (" ", codes) if shows_on_blanks(codes) else BLANK
        if text.isascii() and text.isprintable():
            cells += [(letter, codes) if letter != " " else blank for letter in text]
            continue
        for letter in text:
            width = width_of(letter)
            if width:
                cells.append((shown(letter), codes) if letter != " " else blank)
                if width > 1:
                    cells.append(("", codes))
            elif cells and unicodedata.category(letter) in _MARKS:
                _add_mark(cells, letter, codes)
    return cells


def _add_mark(cells: list[Cell], mark: str, codes: str) -> None:
    at = -2 if not cells[-1][0] and len(cells) > 1 else -1
    cells[at] = (cells[at][0] + mark, codes)


def shown(letter: str) -> str:
    """`letter`, or a replacement sign for a surrogate or a line break."""
    return letter if letter.isprintable() or unicodedata.category(letter) == "Zs" else "?"


_shown_on_blanks: dict[str, bool] = {}


def shows_on_blanks(codes: str) -> bool:
    """Whether these codes are seen where no letter stands: a colour behind it, a line below it."""
    shows = _shown_on_blanks.get(codes)
    if shows is None:
        shows = _shown_on_blanks[codes] = bool(codes) and not _OF_LETTERS.issuperset(codes.split(";"))
    return shows


_widths: dict[str, int] = {}


def width_of(letter: str) -> int:
    """How many cells a letter takes: 0 for what is drawn in the cell before it, or not at all."""
    width = _widths.get(letter)
    if width is None:
        is_control = ord(letter) <= _LAST_CONTROL and not letter.isprintable() and letter != "\xa0"
        width = _widths[letter] = 0 if is_control else cell_len(letter)
    return width


def is_placed_anew_after(text: str) -> bool:
    """Whether terminals disagree on the width of `text`, so that the cursor has to be placed explicitly after it."""
    return len(text) > 1 or unicodedata.east_asian_width(text) in "WF"
