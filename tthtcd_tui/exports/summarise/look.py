"""The look of the summary: glyphs, bars and a few styles.

The glyphs are all in Windows Glyph List 4, which the fonts of terminals hold, and each has an ASCII stand-in. The
styles are the terminal's own sixteen colours, so that they suit its background. No state is told by a colour or a
glyph alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

TITLE: Final = "bold"
QUIET: Final = "dim"
GOOD: Final = "green"
ERROR: Final = "bold red"
WARNING: Final = "yellow"
BAR: Final = "cyan"


@dataclass(frozen=True, slots=True)
class Glyphs:
    error: str
    missing: str
    warning: str
    good: str
    explained: str
    bullet: str
    nil: str
    """«Không có» in a cell of numbers."""
    not_applicable: str
    unanswered: str
    from_log: str
    full: str
    half: str
    """Half a cell of a bar, or nothing where a bar knows only whole cells."""
    empty: str
    ends: tuple[str, str]
    """Around a bar that shows how much of a whole is done."""


DRAWN: Final = Glyphs("X", "?", "!", "●", "○", "•", "–", "––", "·", "*", "█", "▌", "░", ("", ""))
ASCII: Final = Glyphs("X", "?", "!", "+", "o", "-", "-", "--", ".", "*", "#", "", "-", ("[", "]"))


def progress_bar(glyphs: Glyphs, done: int, total: int, cells: int) -> str:
    """`cells` wide: full only when all is done, empty only when nothing is."""
    start, end = glyphs.ends
    room = cells - len(start + end)
    filled = done * room // total if total else room
    if 0 < done < total:
        filled = min(max(filled, 1), room - 1)
    return start + glyphs.full * filled + glyphs.empty * (room - filled) + end


def share_bar(glyphs: Glyphs, part: Decimal, cells: int) -> str:
    """A bar of `part` (0 to 1) of `cells`, without trailing spaces; above 0 it has at least its shortest length."""
    steps = 2 if glyphs.half else 1
    count = int((part * cells * steps).to_integral_value(ROUND_HALF_UP))
    if part > 0:
        count = max(count, 1)
    return glyphs.full * (count // steps) + glyphs.half * (count % steps)
