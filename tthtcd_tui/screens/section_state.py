"""How a section stands, in the room there is for it: how many errors, gaps and warnings, and the first of the worst."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.widgets.canvas import Line, Span
from tthtcd_tui.widgets.cut_line import cut_line
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.look import BAD, GOOD, PLAIN, QUIET, WARN, Glyphs

_LEAST_NAMED: Final = 10
"""Cells from which on the beginning of what is wrong can be read."""


class SectionState(NamedTuple):
    """What is said of a section, the worst first in each."""

    errors: Sequence[str]
    gaps: Sequence[str]
    warnings: Sequence[str]

    def line(self, room: int, glyphs: Glyphs) -> Line:
        """In exactly `room` cells: where there is little, only the signs of the legend with their numbers."""
        kinds = (
            (glyphs.failed, "{} lỗi", BAD, self.errors),
            (glyphs.missing, "thiếu {}", QUIET, self.gaps),
            (glyphs.warned, "{} cảnh báo", WARN, self.warnings),
        )
        met = [each for each in kinds if each[3]]
        if not met:
            return ((fit("xong", room, glyphs.more), GOOD),)
        counted = _parted([(f"{sign} {words.format(len(found))}", style) for sign, words, style, found in met])
        left = room - _width(counted)
        if left < 0:
            short = _parted([(f"{sign}{len(found)}", style) for sign, _, style, found in met])
            return _filled(cut_line(short, room, glyphs.more), room)
        _, _, style, found = met[0]
        first = f": {found[0]}"
        named = (fit(first, left, glyphs.more).rstrip(), style)
        is_readable = cell_len(first) <= left or left >= _LEAST_NAMED + len(": ")
        return _filled((*counted, named) if is_readable else counted, room)


def _parted(spans: Sequence[Span]) -> Line:
    return tuple(span for each in spans for span in ((" ", PLAIN), each))[1:]


def _width(line: Line) -> int:
    return sum(cell_len(text) for text, _ in line)


def _filled(line: Line, room: int) -> Line:
    return (*line, (" " * max(room - _width(line), 0), PLAIN))
