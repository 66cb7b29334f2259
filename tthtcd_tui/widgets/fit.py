"""Texts made to fit: cut with a sign that says so, padded, wrapped between words; measured in cells, not in letters.

A text may be a book, or a file pasted by mistake: no more of it is looked at than there is room for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rich.cells import cell_len, set_cell_size


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
    """The cells `text` takes, where it does not matter how much more than `most` that is."""
    return cell_len(text[: _most_letters(most)])


def wrap(text: str, width: int, most: int | None = None) -> list[str]:
    """`text` in lines of at most `width` cells, broken between words; a longer word is broken where it must be.

    With `most`, the first so many lines.
    """
    return list(islice(_lines(text, max(width, 1)), most))


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in _words(text):
        if len(word) <= _most_letters(width):
            candidate = f"{line} {word}" if line else word
            if cell_len(candidate) <= width:
                line = candidate
                continue
        if line:
            yield line
        at = 0
        while len(head := _head(word, at, width)) < len(word) - at:
            yield head
            at += len(head)
        line = head
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
