"""Cutting drawn lines to a width, with a sign that marks the cut."""

from __future__ import annotations

from rich.cells import cell_len

from tthtcd_tui.widgets.canvas import Line, Span
from tthtcd_tui.widgets.fit import fit


def cut_line(line: Line, width: int, more: str) -> Line:
    """`line`, which is no text of any length, in at most `width` cells; blanks at its end need no room."""
    if cell_len("".join(text for text, _ in line).rstrip()) <= width:
        return line
    kept: list[Span] = []
    room = max(width - cell_len(more), 0)
    for text, style in line:
        size = cell_len(text)
        if size > room:
            return (*kept, (fit(text, room, ""), style), (more, style))
        kept.append((text, style))
        room -= size
    return line
