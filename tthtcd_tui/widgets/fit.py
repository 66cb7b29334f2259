"""Fitting texts to a width in terminal cells: cutting with a sign, padding, wrapping between words.

A text may be a book, or a file pasted by mistake, so no more of it is read than fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from rich.cells import cell_len, set_cell_size

_ONE_CELL_EACH: Final = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02af\u1e00-\u1eff\u2010-\u2027]*")
"""Letters that take one cell each, those of Vietnamese among them: such a text is measured by its length."""


def fit(text: str, width: int, more: str = "…", right: bool = False) -> str:
    """`text` in exactly `width` cells, its end cut off and marked with `more` where it is too long."""
    if width <= 0:
        return ""
    head = text[: _most_letters(width)]
    length = cell_len(head)
    if length > width or len(head) < len(text):
        mark = more if cell_len(more) < width else ""
        return set_cell_size(head, width - cell_len(mark)) + mark
    room = " " * (width - length)
    return room + text if right else text + room


def room_for(text: str, most: int) -> int:
    """The width of `text` in cells, or some number above `most` if it is wider."""
    return cell_len(text[: _most_letters(most)])


def wrap(text: str, width: int, most: int | None = None) -> list[str]:
    """`text` in lines of at most `width` cells, broken between words; a longer word is broken where it must be.

    With `most`, the first so many lines.
    """
    return list(islice(wrapping(text, width), most))


def first_that_fits(texts: Sequence[str], width: int, lines: int) -> str:
    """The first of `texts` that `lines` of `width` cells have room for; where none has, the last."""
    return next((text for text in texts if len(wrap(text, width, lines + 1)) <= lines), texts[-1])


def wrapping(text: str, width: int) -> Iterator[str]:
    """As `wrap`, but lazily: no more of `text` is read than the lines taken."""
    width = max(width, 1)
    at = _after_blanks(text, 0)
    while (line := _ONE_CELL_EACH.match(text, at, at + width + 1)) and line.end() == min(at + width + 1, len(text)):
        if len(text) - at <= width:
            yield text[at:]
            return
        blank = text.rfind(" ", at, at + width + 1)
        end = blank if blank > at else at + width
        yield text[at:end]
        at = _after_blanks(text, end)
    yield from _measured_lines(text[at:], width)


def _after_blanks(text: str, at: int) -> int:
    while text.startswith(" ", at):
        at += 1
    return at


def _measured_lines(text: str, width: int) -> Iterator[str]:
    """Lines of a text of which some letters take no cell or two."""
    line = ""
    used = 0
    for word in _words(text):
        if len(word) <= _most_letters(width):
            size = cell_len(word)
            needed = used + 1 + size if line else size
            if needed <= width:
                line, used = f"{line} {word}" if line else word, needed
                continue
        if line:
            yield line
        at = 0
        while len(head := _head(word, at, width)) < len(word) - at:
            yield head
            at += len(head)
        line, used = head, cell_len(head)
    yield line


def _words(text: str) -> Iterator[str]:
    at = 0
    while (end := text.find(" ", at)) >= 0:
        yield text[at:end]
        at = end + 1
    yield text[at:]


def _head(text: str, start: int, width: int) -> str:
    """As many letters of `text`, from `start` on, as fit; at least one."""
    size = 0
    for index in range(start, len(text)):
        size += cell_len(text[index])
        if size > width and index > start:
            return text[start:index]
    return text[start:]


def _most_letters(width: int) -> int:
    """More letters than could be shown in `width` cells, a letter with many marks on it among them."""
    return 8 * width + 64
