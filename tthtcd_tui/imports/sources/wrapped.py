"""Lines that a program broke at a width, as the paragraphs they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_NARROWEST: Final = 45
_WIDEST: Final = 110
"""Letters: a longest line beyond is a paragraph that nothing broke."""
_FEWEST: Final = 2
"""Breaks by which a text is told to be broken at a width."""
_LONGEST_WORD: Final = 20
_DRAWN: Final = re.compile(r"\t|\S {2,}\S|[|│┃]")
"""Columns, a letterhead: what stands at its place in the line."""
_ITEM: Final = re.compile(r"\s*(?:[-+•*–#>]|\(?(?:[0-9]{1,2}|[a-zđ]|[IVX]{1,4}|[A-ZĐ])(?:\.[0-9]{1,2})*[.)/]\s+\S)")
_ENDED: Final = re.compile(r"[.;:!?…”\"]\s*$")
_STOPPED: Final = re.compile(r"[.:!?…]\s*$")
_MOST_OF_WIDTH: Final = 0.6


def unwrapped(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The paragraphs of `lines`, each with the number of the line it begins in; where none was broken, each line."""
    width = max((len(line) for line in lines if not _DRAWN.search(line)), default=0)
    goes_on = [False, *(_goes_on(before, line, width) for before, line in pairwise(lines))]
    if not _NARROWEST <= width <= _WIDEST or sum(goes_on) < _FEWEST:
        yield from enumerate(lines, 1)
        return
    goes_on = [
        is_more or _is_within(before, line, width)
        for is_more, before, line in zip(goes_on, ["", *lines], lines, strict=False)
    ]
    paragraph, begun = "", 0
    for number, (line, is_more) in enumerate(zip(lines, goes_on, strict=True), 1):
        if is_more:
            paragraph = f"{paragraph} {line.strip()}"
            continue
        if begun:
            yield begun, paragraph
        paragraph, begun = line, number
    if begun:
        yield begun, paragraph


def _is_in_sentence(before: str, line: str) -> bool:
    """Whether a sentence goes on: no stop ends the line before, and what follows begins with a small letter."""
    return not _STOPPED.search(before) and line.strip()[:1].islower()


def _is_within(before: str, line: str, width: int) -> bool:
    """Whether a line begins within a sentence, in a text that was broken at a width: letters are not all as wide."""
    if _DRAWN.search(before) or _DRAWN.search(line) or _ITEM.match(line) or before.isupper():
        return False
    return len(before.rstrip()) > width * _MOST_OF_WIDTH and _is_in_sentence(before, line)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether the first word of `line` had no room in the line before, which did not end there."""
    if not before.strip() or not line.strip() or _DRAWN.search(before) or _DRAWN.search(line):
        return False
    if _ITEM.match(line) or before.isupper() or (_ENDED.search(before) and not _is_in_sentence(before, line)):
        return False
    if line.isupper() and not _ENDED.search(line):  # a heading; «THCS.» is the end of a sentence
        return False
    length, word = len(before.rstrip()), len(line.split(maxsplit=1)[0])
    return word <= _LONGEST_WORD and length + 1 + word > width
