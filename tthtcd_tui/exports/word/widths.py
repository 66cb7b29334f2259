"""How long a text is in Times New Roman, so that a rule under it can be as long as the Decree says."""

from __future__ import annotations

import json
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import category, east_asian_width

_TABLE: Final = Path(__file__).with_name("times.json")
"""Thousandths of the type size, by face and letter; made by tools/make_widths.py."""
_UNKNOWN: Final = 556
_WIDE: Final = 1000
_MARKS: Final = frozenset({"Mn", "Me", "Cf"})


class Face(Enum):
    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


def text_width(text: str, size: int, face: Face = Face.REGULAR) -> int:
    """The length in twips of one line of `text`; `size` in half points."""
    widths = _widths()[face.value]
    thousandths = sum(widths[letter] if letter in widths else _guess(letter) for letter in text)
    return round(thousandths * size / 100)


def _guess(letter: str) -> int:
    if category(letter) in _MARKS:
        return 0
    return _WIDE if east_asian_width(letter) in "WF" else _UNKNOWN


@cache
def _widths() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return found
