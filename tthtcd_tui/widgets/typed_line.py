"""Drawing a line being typed: with its caret; of a long line the part around it."""

from __future__ import annotations

from rich.cells import cell_len

from tthtcd_tui.widgets.canvas import Span
from tthtcd_tui.widgets.fit import fit
from tthtcd_tui.widgets.line_buffer import LineBuffer
from tthtcd_tui.widgets.look import CARET, EDITING, PLAIN


def typed_spans(buffer: LineBuffer, width: int) -> list[Span]:
    """`buffer` in exactly `width` cells, at least one. What does not show, as an input method's helpers, is a space.

    Behind the last letter the caret is a gap in the filled cell: half the bytes of a line below it.
    """
    first = max(buffer.cursor - _MOST_MARKS - width, 0)
    typed = buffer.text[first : buffer.cursor + _MOST_MARKS + width]
    text = "".join(letter if letter.isprintable() else " " for letter in typed) + " "
    at = buffer.cursor - first
    after = at + 1
    while after < len(text) and not cell_len(text[after]):
        after += 1
    start, used = at, max(cell_len(text[at:after]), 1)
    while start and used + cell_len(text[start - 1]) <= width:
        start -= 1
        used += cell_len(text[start])
    while start < at and not cell_len(text[start]):
        start += 1  # a mark whose letter found no room
    blank = "" if cell_len(text[at:after]) else " "  # a mark without its letter
    return [
        (text[start:at], EDITING),
        (blank + text[at:after], CARET if buffer.cursor < len(buffer.text) else PLAIN),
        (fit(text[after:-1], width - used, ""), EDITING),
    ]


def caret_column(buffer: LineBuffer, width: int) -> int:
    """The cell of `typed_spans` in which the caret stands."""
    return cell_len(typed_spans(buffer, width)[0][0])


_MOST_MARKS = 200
"""Letters of no width that are looked at beyond what could be shown."""
