"""How long a text is in Times New Roman, so that a rule under it can be as long as the Decree says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from unicodedata import east_asian_width

_TABLE = Path(__file__).with_name("times.json")
_UNKNOWN = 556
_WIDE = 1000
_STEP = 40
"""2 pt: closer than that, another program's rounding could break a line elsewhere."""


def text_width(text: str, size: int, bold: bool) -> int:
    """The length in twips of one line of `text`; `size` in half points."""
    widths = _widths()["bold" if bold else "regular"]
    thousandths = sum(widths.get(letter) or _guess(letter) for letter in text)
    return round(thousandths * size * 10 / 1000)


def longest_line(text: str, size: int, bold: bool, room: int) -> int:
    """The length of the longest line of `text`, broken between words as a word processor does, in `room` twips."""
    return min(max(_lines(text, size, bold, room), default=0), room)


def balanced_room(text: str, size: int, bold: bool, room: int) -> int:
    """The least room in which `text` takes no more lines than in `room`: a centred text then leaves no word alone."""
    lines = len(_lines(text, size, bold, room))
    if lines < 2:
        return room
    narrow, wide = room // lines, room
    while wide - narrow > _STEP:
        middle = (narrow + wide) // 2
        if len(_lines(text, size, bold, middle)) > lines:
            narrow = middle
        else:
            wide = middle
    return min(wide + _STEP, room)


def _lines(text: str, size: int, bold: bool, room: int) -> list[int]:
    """The length of each line; a word longer than the room has one of its own."""
    space = text_width(" ", size, bold)
    lines: list[int] = []
    for word in text.split():
        width = text_width(word, size, bold)
        if lines and lines[-1] + space + width <= room:
            lines[-1] += space + width
        else:
            lines.append(width)
    return lines


def _guess(letter: str) -> int:
    return _WIDE if east_asian_width(letter) in "WF" else _UNKNOWN


@cache
def _widths() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return found
