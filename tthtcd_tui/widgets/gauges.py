"""Progress bars and sparklines in a line of text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tthtcd_tui.widgets.look import Glyphs

BAR: Final = 10
"""Cells of a bar, without its edges."""


def bar(done: int, total: int, glyphs: Glyphs) -> str:
    """«██████░░░░»; full where there is nothing to do."""
    filled = done * BAR // total if total else BAR
    before, after = glyphs.edges
    return f"{before}{glyphs.full * filled}{glyphs.todo * (BAR - filled)}{after}"


def spark(counts: Sequence[tuple[int, int]], glyphs: Glyphs) -> str:
    """«9▂10▅11▇12▃»: each number with the height of its count; without such signs «9:3 10:7 11:12»."""
    most = max((count for _, count in counts), default=0)
    if not glyphs.heights:
        return " ".join(f"{number}:{count}" for number, count in counts)
    return "".join(f"{number}{_height(count, most, glyphs.heights)}" for number, count in counts)


def levels(numbers: Sequence[Decimal | None], glyphs: Glyphs) -> str:
    """«▁▃▂▇»: the numbers against each other; a gap where there is none, nothing without such signs."""
    known = [number for number in numbers if number is not None]
    if not glyphs.heights or not known:
        return ""
    least, most = min(known), max(known)
    steps = len(glyphs.heights) - 1
    return "".join(
        " " if number is None else glyphs.heights[int((number - least) * steps / (most - least)) if most > least else 0]
        for number in numbers
    )


def _height(count: int, most: int, heights: str) -> str:
    """The sign for a count; anything above 0 gets at least the lowest one."""
    return heights[(count * len(heights) - 1) // most] if count else " "
