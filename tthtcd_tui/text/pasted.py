"""Prose pasted from Word, a PDF or a web page → the lines one would have typed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.clean import clean
from tthtcd_tui.text.table_lines import in_tables, row_as_line

_BULLET: Final = "[•·▪▫◦‣⁃●○■□➢➤►▶✓✔❖◆♦∙∗¤]"
_MARKS: Final = (
    (rf"{_BULLET}\s*(?=\w)", "- "),
    (r"[oOvqüØ§Ø*]\t\s*", "- "),  # bullets of other fonts, as the letters they are there; and only before a tab
    (r"([-+])\s*\t\s*", r"\1 "),
    (r"[–—]\s*\t\s*", "- "),
    (r"(\(?[0-9a-zđA-ZĐ]{1,3}(?:[.][0-9]{1,2}){0,3}[.)])\s*\t\s*", r"\1 "),
)
"""What begins a line of a list, and what is kept of it."""
_LIST: Final = r"[-+*•] |\(?(?:[0-9]{1,2}(?:[.][0-9]{1,2}){0,3}|[a-zđ]|[IVX]{1,5})[.)] "
_PARTED_WORD: Final = r"(?<=[^\W\d_])\xad[ \t]*(?:\r\n|\r|\n)[ \t]*(?=[^\W\d_])"
"""A soft hyphen at the end of a page's line, where the line parts a word."""
_STOPS: Final = ".!?:;…"
_CLOSING: Final = "”’\"')]»"
_FEWEST_LETTERS: Final = 4
"""Of a line of a list: a dash and a number are two cells."""
_NARROWEST: Final = 40
"""Characters: lines that are parted because a page ended are not shorter."""
_TICKS: Final = {"✓": "yes", "✔": "yes", "☑": "yes", "■": "yes", "✗": "no", "✘": "no", "☒": "no", "☐": "no", "□": "no"}
"""What tells a line that is done from one that is not, where a list has both."""


class Pasted(NamedTuple):
    """A pasted text as lines, how many of a page's lines were joined into one again, and how many are rows of a table
    in words.
    """

    text: str
    joined: int = 0
    rows: int = 0

    @property
    def told(self) -> str:
        """What was made of it, to be read once more; nothing where it stands as it was pasted."""
        rows = f"Đã đổi {self.rows} dòng của bảng thành {self.rows} dòng chữ" if self.rows else ""
        joined = f"nối {self.joined} dòng bị ngắt vì hết trang" if self.joined else ""
        return ", ".join(filter(None, (rows, joined if rows else joined and f"Đã {joined}")))


def pasted(raw: str) -> Pasted:
    """`raw` cleaned, for a cell of prose: bullets are «- », tabs are spaces, a page's lines are one paragraph.

    A row of a table is a line one can read, its cells parted. Quotes and dashes stay as they are. Raises
    UnusableCharacter as `clean` does.
    """
    raw_lines = clean(re.sub(_PARTED_WORD, "", raw)).split("\n")
    ticked = _ticked(raw_lines)
    marked = [
        _kept_as_ticked(line) if is_ticked else _with_plain_mark(line)
        for line, is_ticked in zip(raw_lines, ticked, strict=True)
    ]
    rows = in_tables(marked)
    lines = [
        line if is_ticked else row_as_line(line) if is_row else prose_line(line)
        for line, is_row, is_ticked in zip(marked, rows, ticked, strict=True)
    ]
    parted = [goes_on and not is_row for goes_on, is_row in zip(_parted(lines), rows, strict=True)]
    found: list[str] = []
    for line, goes_on in zip(lines, parted, strict=True):
        if goes_on:
            found[-1] += f" {line}"
        elif line or (found and found[-1]):
            found.append(line)
    return Pasted("\n".join(found).rstrip("\n"), sum(parted), sum(rows))


def _ticked(lines: list[str]) -> list[bool]:
    """Which lines begin with a tick or a box that says something: some of them are ticked, some are not."""
    said = [_TICKS.get(line.strip()[:1], "") for line in lines]
    has_both = {"yes", "no"} <= set(said)
    return [has_both and bool(mark) for mark in said]


def _kept_as_ticked(line: str) -> str:
    return re.sub(r"\s*\t\s*", " ", line.strip())


def prose_line(line: str) -> str:
    """One clean line of prose: no tab, no blanks at its ends, its bullet a «- »."""
    return re.sub(r" *\t\s*", " ", _with_plain_mark(line))


def is_table(raw: str) -> bool:
    """Whether `raw` has rows of cells: tabs within its lines, other than behind what begins a line of a list.

    Raises UnusableCharacter as `clean` does.
    """
    rows = (_with_plain_mark(line) for line in clean(raw).split("\n"))
    return sum("\t" in row for row in rows) > 1


def without_list_tabs(text: str) -> str:
    """Clean `text` as it is, or, if it is a list and no table, without the tab behind what begins each of its lines.

    A dash behind which words stand marks a line of a list; it is no cell that says «không có».
    """
    lines = text.split("\n")
    parted = [line for line in lines if "\t" in line.strip()]
    bare = map(_with_plain_mark, parted)  # of a table the first says that it is none
    are_words = all("\t" not in line and sum(map(str.isalpha, line)) >= _FEWEST_LETTERS for line in bare)
    if not parted or not are_words:
        return text
    return "\n".join(_with_plain_mark(line) if "\t" in line.strip() else line for line in lines)


def _with_plain_mark(line: str) -> str:
    """A line without blanks at its ends, what begins it in a list as one types it."""
    text = line.strip()
    for mark, kept in _MARKS if text else ():  # a megabyte of line breaks is a million of them
        text, changed = re.subn(f"^{mark}", kept, text)
        if changed:
            break
    return text


def without_bullet(line: str) -> str:
    """A line of a list without what begins it there: «- Thường trực Đảng ủy;» → «Thường trực Đảng ủy;»."""
    bare = re.sub(r"^[-+*–—•]\s+", "", prose_line(line))
    return bare if bare == line else without_bullet(bare)


def _parted(lines: list[str]) -> list[bool]:
    """Which lines go on with the one before, which ended only because its page did.

    That one has no stop and no room for the next word. A next word with a small letter shows it; where that is seen
    twice, the rest of the page is taken to be parted in the same way.
    """
    width = max(map(len, lines))
    full = [False, *(_is_full(before, line, width) for before, line in pairwise(lines))]
    sure = [is_full and line[:1].islower() for is_full, line in zip(full, lines, strict=True)]
    return full if sum(sure) > 1 else sure


def _is_full(before: str, line: str, width: int) -> bool:
    if width < _NARROWEST or not before or not line:
        return False
    if before.rstrip(_CLOSING)[-1:] in _STOPS or re.match(_LIST, line):
        return False
    return len(before) + 1 + len(line.split(" ", 1)[0]) > width * 9 // 10
