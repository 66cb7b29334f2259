"""Links in texts: `{dan_so}` stands for the figure, and is filled in wherever the text is read.

A brace means something only where it opens the name of a link; every other brace is itself. `{{dan_so}` types the words
`{dan_so}`. So a text pasted from elsewhere keeps its braces as they were.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Final

from tthtcd_tui.named_tuple import NamedTuple

_LINK = re.compile(r"\{(\{?)([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)\}", re.ASCII)
_TEXTS_KEPT: Final = 1024


class Link(NamedTuple):
    """A name between braces. Whether the form knows it is for the reader to ask."""

    name: str


class Braced(NamedTuple):
    """A name between braces in a text, from `start` to `end`; `is_escaped` where it types the braces themselves."""

    start: int
    end: int
    name: str
    is_escaped: bool


def braced(text: str) -> Iterator[Braced]:
    """Every name between braces in `text`, in order."""
    for match in _LINK.finditer(text):
        yield Braced(match.start(), match.end(), match[2], bool(match[1]))


@lru_cache(_TEXTS_KEPT)
def pieces(text: str) -> tuple[str | Link, ...]:
    """`text` cut into words and Links, in order; empty words are left out.

    Cached: after each change of a year its texts are read again, and hardly any of them is another.
    """
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[str | Link]:
    at = 0
    words = ""
    for start, end, name, is_escaped in braced(text):
        words += text[at:start]
        at = end
        if is_escaped:
            words += text[start + 1 : end]
            continue
        if words:
            yield words
            words = ""
        yield Link(name)
    words += text[at:]
    if words:
        yield words


def unknown_links(text: str, known: Container[str]) -> list[str]:
    """The names in `text` that are not in `known`, in the order they stand."""
    return [piece.name for piece in pieces(text) if isinstance(piece, Link) and piece.name not in known]
