"""Styles and glyphs: sixteen colours at most; every state has a sign and a word too, for terminals without colour."""

from __future__ import annotations

from typing import Final

from rich.style import Style

from tthtcd_tui.named_tuple import NamedTuple

PLAIN: Final = Style.null()
STRONG: Final = Style(bold=True)
ITALIC: Final = Style(italic=True)
QUIET: Final = Style(dim=True)
HEAD: Final = Style(reverse=True)
CURSOR: Final = Style(reverse=True)
HEADS: Final = Style(bold=True, underline=True)
"""The heads of columns."""
QUIET_HEADS: Final = Style(dim=True, underline=True)
EDITING: Final = Style(reverse=True)
"""A cell that is typed in is filled from edge to edge, as the one under the cursor is."""
CARET: Final = Style(underline=True)
"""On a letter of such a cell."""
TEXT_CARET: Final = Style(reverse=True, bold=True)
"""In a text, which is not filled."""
LINK: Final = Style(dim=True, underline=True)
SELECTED: Final = Style(reverse=True)
FOUND: Final = Style(color="yellow", reverse=True)
GOOD: Final = Style(color="green")
WARN: Final = Style(color="yellow")
BAD: Final = Style(color="red", bold=True)
KEY: Final = Style(bold=True)
STRIPE: Final = Style(dim=True)
"""Every other row of a long table."""


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
    edges: tuple[str, str]
    """What stands around a bar."""
    heights: str
    """Signs from low to high; without them a number is told."""


DRAWN: Final = Glyphs("●", "○", "□", "X", "!", "?", ">", "·", "│", "█", "░", "…", ("", ""), "▁▂▃▄▅▆▇█")
ASCII: Final = Glyphs("*", "o", "=", "X", "!", "?", ">", ".", "|", "#", "-", "...", ("[", "]"), "")
