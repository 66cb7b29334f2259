"""Texts made to fit: cut with a sign that says so, padded, wrapped between words; measured in cells, not in letters."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def fit(text: str, width: int, more: str = "…", right: bool = False) -> str:
    """`text` in exactly `width` cells, its end cut off and marked with `more` where it is too long."""
    if width <= 0:
        return ""
    length = cell_len(text)
    if length > width:
        mark = more if cell_len(more) < width else ""
        return set_cell_size(text, width - cell_len(mark)) + mark
    room = " " * (width - length)
    return room + text if right else text + room


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken between words; a longer word is broken where it must be."""
    width = max(width, 1)
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        while cell_len(word) > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]  # noqa: PLW2901 -- what is left of it
        line = word
    lines.append(line)
    return lines


def _head(word: str, width: int) -> str:
    """As many letters of `word` as fit; at least one."""
    size = 0
    for index, letter in enumerate(word):
        size += cell_len(letter)
        if size > width and index:
            return word[:index]
    return word
