"""Words looked for in paragraphs as a reader sees them: a link is found by its value."""

from __future__ import annotations

from collections.abc import Sequence

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.linked_text import LinkedText
from tthtcd_tui.widgets.prose.prose import Spot


class Match(NamedTuple):
    """What was found. `has_link` says that a link, or a part of one, is in it: to replace it makes it words."""

    start: Spot
    end: Spot
    has_link: bool


def matches(paragraphs: Sequence[str], links: LinkedText, words: str, *, unmarked: bool = False) -> list[Match]:
    """Where `words` stand, in order; `unmarked` without minding marks."""
    return [
        Match(Spot(number, start), Spot(number, end), has_link)
        for number, text in enumerate(paragraphs)
        for start, end, has_link in links.find(text, words, unmarked=unmarked)
    ]
