"""Whether what came from a terminal in one read was typed or pasted, where pastes come without brackets.

The console of Windows 10 and some terminals in a browser send a paste as if it were typed, and fast. Typing ahead looks
alike; what tells them apart is what nobody types ahead: a whole table, or the line break between two sentences.
"""

from __future__ import annotations

import re
from enum import Enum, auto

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]")
_ENTER = "[\r\n]"


class Arrival(Enum):
    """What a read is."""

    TYPED = auto()
    PASTED = auto()
    UNDECIDED = auto()
    """More of it, if it follows at once, may show it to be pasted; alone it was typed."""


def arrival(read: str, in_prose: bool) -> Arrival:
    """What the text of one read is; `in_prose` where it goes into a cell for sentences.

    Pasted is what holds no control keys but Tab and Enter, and a Tab and an Enter, or in prose an Enter between words.
    Numbers with Enters alone are typed: they go where Enter goes. A paste that came in pieces is one read when the
    pieces are joined: ask again with the next piece put behind what was undecided.
    """
    if len(read) < 2 or _CONTROLS.search(read):
        return Arrival.TYPED
    block = read.lstrip("\r\n")  # no table begins with an Enter: that was the key that led to the cell
    has_tab, has_enter = "\t" in block, re.search(_ENTER, block) is not None
    if has_tab and has_enter and re.search(r"[^\t\r\n]", block):
        return Arrival.PASTED
    if in_prose and re.search(rf"[^\W\d_][^\r\n]*{_ENTER}+[^\r\n]*[^\W\d_]", read):
        return Arrival.PASTED
    if has_tab or (in_prose and has_enter and re.search(r"[^\W\d_]", read)):
        return Arrival.UNDECIDED
    return Arrival.TYPED


def is_pasted(read: str, in_prose: bool) -> bool:
    """Whether the whole text of one read was pasted."""
    return arrival(read, in_prose) is Arrival.PASTED


def is_no_row_of_keys(read: str) -> bool:
    """Whether nobody types the text of one read where letters are no keys: words, or two rows of a table."""
    rows = [row for row in re.split(_ENTER, read) if re.search(r"[^\t]\t+[^\t]", row)]
    return is_pasted(read, in_prose=True) and (len(rows) > 1 or re.search(r"[^\W\d_]{3}", read) is not None)
