"""How things look: sixteen colours at most, and every state by a sign and a word too, for a terminal without colour."""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.style import Style

PLAIN: Final = Style.null()
STRONG: Final = Style(bold=True)
ITALIC: Final = Style(italic=True)
QUIET: Final = Style(dim=True)
HEAD: Final = Style(reverse=True)
CURSOR: Final = Style(reverse=True)
EDITING: Final = Style(underline=True)
CARET: Final = Style(reverse=True, bold=True)
GOOD: Final = Style(color="green")
WARN: Final = Style(color="yellow")
BAD: Final = Style(color="red", bold=True)
KEY: Final = Style(bold=True)


BROKEN: Final = "\ufffd"
"""What a byte that is not UTF-8 arrives as."""


class Glyphs(NamedTuple):
    """The signs; `--ascii` has only those of every keyboard."""

    saved: str
    typing: str
    closed: str
    failed: str
    warned: str
    missing: str
    here: str
    empty: str
    bar: str
    full: str
    todo: str
    more: str


DRAWN: Final = Glyphs("●", "○", "□", "X", "!", "?", ">", "·", "│", "#", "-", "…")
ASCII: Final = Glyphs("*", "o", "=", "X", "!", "?", ">", ".", "|", "#", "-", "...")
