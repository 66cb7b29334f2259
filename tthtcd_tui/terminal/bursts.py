"""Reads that may be pastes without brackets: handed on whole, so that who knows the cell can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from textual import events
from textual.message import Message

from tthtcd_tui.terminal.parser import SteadyParser
from tthtcd_tui.text.unbracketed import Arrival, arrival

PATIENCE: Final = 0.03
"""Seconds in which the next piece of a paste follows; nobody types that fast."""
_LONG_PATIENCE: Final = 0.15
"""The same behind what nobody types: a slow line parts a paste into small packets."""
_LONG: Final = 16
_MOST_JOINED: Final = 50_000
"""Letters of one read: what follows is the next. Each may turn out to be a key, which takes much more room."""


class Burst(events.Paste):
    """One read: its text if it was pasted, its keys if it was typed."""

    def __init__(self, text: str, keys: Sequence[events.Key]) -> None:
        super().__init__(text)
        self.keys = tuple(keys)


def may_be_pasted(text: str) -> bool:
    """Whether some cell would take `text` for pasted, or its beginning."""
    return any(arrival(text, in_prose) is not Arrival.TYPED for in_prose in (True, False))


def patience(text: str) -> float:
    """Seconds to wait for what follows `text`."""
    is_pasted = len(text) >= _LONG or any(arrival(text, in_prose) is Arrival.PASTED for in_prose in (True, False))
    return _LONG_PATIENCE if is_pasted else PATIENCE


def messages_of(parser: SteadyParser, text: str, more: Callable[[float], str]) -> Iterator[Message]:
    """What comes of a read, `text`; `more` gives what follows within seconds, or nothing.

    The pieces of one paste are joined.
    """
    if parser.is_pasting:
        yield from _handed_on(parser, text)
        return
    while len(text) < _MOST_JOINED and may_be_pasted(text) and (following := more(patience(text))):
        if not may_be_pasted(text + following):
            yield from _handed_on(parser, text)
            text = following
        else:
            text += following
    yield from _handed_on(parser, text)


def _handed_on(parser: SteadyParser, text: str) -> Iterator[Message]:
    """All are made before the first is handed on: what that has drawn was not there when the others came."""
    found = list(parser.feed(text))
    keys = [message for message in found if isinstance(message, events.Key)]
    if keys and len(keys) == len(found) and may_be_pasted(text):
        yield Burst(text, keys)
    else:  # typed, or within brackets
        yield from found
