"""Bursts: reads that may be unbracketed pastes. They are passed on whole, and the cell decides what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from textual import events
from textual.message import Message

from tthtcd_tui.terminal.parser import SteadyParser
from tthtcd_tui.text.unbracketed import Arrival, arrival

PATIENCE: Final = 0.03
"""Seconds to wait for the next piece of a paste; nobody types that fast."""
_LONG_PATIENCE: Final = 0.15
"""The same after text that nobody types: a slow line splits a paste into small packets."""
_LONG: Final = 8
_MOST_JOINED: Final = 50_000
"""The most letters joined into one read: each may turn out to be a key event, which takes much more memory."""


class Burst(events.Paste):
    """One read: its text if it was pasted, its keys if it was typed."""

    def __init__(self, text: str, keys: Sequence[events.Key]) -> None:
        super().__init__(text)
        self.keys = tuple(keys)


def may_be_pasted(text: str) -> bool:
    """Whether `text` may be a paste, or the beginning of one, for some cell."""
    return any(arrival(text, in_prose) is not Arrival.TYPED for in_prose in (True, False))


def patience(text: str) -> float:
    """Seconds to wait for what follows `text`."""
    is_pasted = len(text) >= _LONG or any(arrival(text, in_prose) is Arrival.PASTED for in_prose in (True, False))
    return _LONG_PATIENCE if is_pasted else PATIENCE


def messages_of(parser: SteadyParser, text: str, more: Callable[[float], str]) -> Iterator[Message]:
    """The messages of one read, `text`. `more` waits some seconds for further text, and returns it or "".

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
    """Make all messages before passing on the first: what that one draws was not seen when the others were typed."""
    found = list(parser.feed(text))
    keys = [message for message in found if isinstance(message, events.Key)]
    if keys and len(keys) == len(found) and may_be_pasted(text):
        yield Burst(text, keys)
    else:  # typed, or within brackets
        yield from found
