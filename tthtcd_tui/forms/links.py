"""Links in texts: `{dan_so}` stands for the figure, and is filled in wherever the text is read.

A brace means something only where it opens the name of a link; every other brace is itself. `{{dan_so}` types the words
`{dan_so}`. So a text pasted from elsewhere keeps its braces as they were.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

_LINK = re.compile(r"\{(\{?)([a-z][a-z0-9_]*(?:\.[a-z]+)?)\}", re.ASCII)


class Link(NamedTuple):
    """A name between braces. Whether the form knows it is for the reader to ask."""

    name: str


def pieces(text: str) -> Iterator[str | Link]:
    """`text` cut into words and Links, in order; empty words are left out."""
    at = 0
    words = ""
    for match in _LINK.finditer(text):
        words += text[at : match.start()]
        at = match.end()
        if match[1]:
            words += match[0][1:]
            continue
        if words:
            yield words
            words = ""
        yield Link(match[2])
    words += text[at:]
    if words:
        yield words


def unknown_links(text: str, known: Container[str]) -> list[str]:
    """The names in `text` that are not in `known`, in the order they stand."""
    return [piece.name for piece in pieces(text) if isinstance(piece, Link) and piece.name not in known]
